"""English words: how slang and contractions are read, and the groups of words that patterns name."""

SPELLINGS: dict[str, str] = {
    "the": "", "'s": "", "s": "",
    "u": "you", "ya": "you", "ur": "your", "yr": "your", "r": "are", "every1": "everyone", "evry1": "everyone",
    "4": "for", "2": "to", "cust": "customer", "custs": "customers", "adv": "advised", "pls": "please", "plz": "please",
    "thx": "thank", "thanks": "thank", "tho": "though", "cos": "because", "cuz": "because", "coz": "because",
    "gotta": "have to", "gonna": "going to", "wanna": "want to", "shoulda": "should have", "coulda": "could have",
    "n't": "not", "'d": "would", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "i'd": "i would",
    "let's": "let us", "it's": "it is", "its": "it is", "that's": "that is", "thats": "that is", "there's": "there is",
    "theres": "there is", "what's": "what is", "whats": "what is", "here's": "here is", "who's": "who is",
    "he's": "he is", "she's": "she is", "how's": "how is", "im": "i am", "ive": "i have", "youre": "you are",
    "youve": "you have", "theyre": "they are", "theyll": "they will", "id": "i would",
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not",
    **{
        f"{verb}n{mark}t": f"{verb} not"
        for verb in (
            "do", "does", "did", "is", "was", "are", "were", "have", "has", "had", "would", "should", "could", "must",
            "need", "might",
        )
        for mark in ("'", "")
    },
    "us": "us", "tbh": "", "lol": "", "really": "", "honestly": "", "frankly": "", "actually": "", "quite": "",
    "simply": "", "please": "", "very": "", "rather": "", "so": "so", "well": "well",
    "exeption": "exception", "guys": "", "sir": "", "madam": "",
    "company's": "company", "organization": "organisation", "authorized": "authorised", "authorization": "authorisation",
    "judgment": "judgement", "realize": "realise", "behavior": "behaviour", "dept": "department", "mgmt": "management",
    "tcs": "terms", "t": "terms", "cs": "conditions", "proc": "procedure",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "fifteen": "15", "twenty": "20", "thirty": "30", "hundred": "100",
}  # fmt: skip
"""What is read for a word; `'x` for what follows an apostrophe."""

GROUPS: dict[str, str] = {
    "person": "customer|guest|client|passenger|person|household|tenant|subscriber|policyholder|account holder|member|"
    "patient|visitor|traveller|user|buyer|shopper|caller|resident|citizen|student|family|neighbour|account|diner|patron",
    "people": "customers|guests|clients|passengers|people|households|tenants|subscribers|policyholders|account holders|"
    "members|patients|visitors|travellers|users|buyers|shoppers|callers|residents|citizens|students|families|neighbours|"
    "diners|patrons",
    "all": "everyone [else]|everybody [else]|anyone else|anybody else|each [and every] @person|every [single|other] "
    "@person|all [of] [our|my|other|these|those] [other] @people|all [of] [others|them|rest]|[our|many|thousands of] "
    "other @people|others|rest|they ..2 all|they would|next [@person|1|guy]|thousands of @people|thousands|whole "
    "(street|plane|town|building|hotel|world|neighbourhood)|neighbours|every 1 of (them|you)|each 1|each of (them|you)|"
    "100s of @people|hundreds of @people|entire [@person] (base|street|town|flight)",
    "want": "want*|ask*|expect*|demand*|come*|claim*|request*|queue*|line up|turn up|insist*|be at|get|do same",
    "give": "do|did|doing|make|made|give|gave|giving|waive|waived|offer|offered|start|started|bend|bent|allow|allowed|"
    "grant|granted|let|refund|refunded|change|changed|say|said|credit|credited|help|helped|treat|treated|extend|"
    "upgrade|upgraded|accept|accepted|agree|agreed|pay|paid|gets|get|got|forgive|make",
    "they": "you|he|she|they|customer|caller|guest|client|lady|gentleman",
    "rule": "policy|policies|rule|rules|procedure|procedures|process|terms|conditions|regulations|regulation|protocol|"
    "guidelines|guideline|section|clause|t&cs|cut-off|cutoff|contract|small print|fine print|standards",
    "ours": "staff|team|teams|agents|agent|employees|colleague|colleagues|personnel|manager|people|advisers|department|"
    "supervisor|crew|technician|reception|receptionist|representative",
    "outsider": "carrier|courier|supplier|airline|airport|weather|provider|manufacturer|postman|post|bank|driver|partner|"
    "delivery company|third party|agency|website|device|app|platform",
    "bad": "irresponsible|reckless|careless|naive|stupid|unprofessional|unacceptable|foolish|sloppy|lazy|amateur*|"
    "incompeten*|negligen*|immature|ridiculous|shocking|embarrassing|thoughtless|inappropriate|silly|dumb|idiot*|"
    "clueless|gullible|lax|rash|inexcusable|disgrace*|shame*|shambles|unbelievable|pathetic|useless|appalling|"
    "ill-advised|misguided|spineless|laughable|arrogant|insubordinate|irrational|unjustifi*|indefensible|childish",
    "budget": "margin|margins|profit|profits|budget|budgets|bottom line|results|revenue|bonus|bonuses|takings|wages|"
    "salaries|finances|accounts|p&l|numbers|figures|till|overheads|costs|turnover|kitty",
    "cash": "money|cash|euro|euros|dollar|dollars|pound|pounds|cent|cents|penny|quid|bucks|funds",
}

REAL = "extensive intensive lawyer lawyers grows waited wanted wishes minded wasting tasted things thinks costly closed chosen loosen booked looked cooked"
"""Words that look like a misspelling of another, and are none."""
