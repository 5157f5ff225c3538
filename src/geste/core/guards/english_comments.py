"""English comments: how somebody is told off, told the price, or told that they always do it."""

BLAME = """
you ..3 (should|ought to|could|might) ..1 have ..2 (asked|consulted|known|thought|waited|informed|escalated|refused|said no|called me|checked with|spoken to|stopped|come to me|discussed|reported to|reflected|been more)
you (should|ought to) (know better|be ashamed|be more careful|have been more)
you should not have (done|given|decided|offered|agreed|accepted|said|promised|gone|let|taken|refunded)
(ought|should) to know better
know better
what (were|was|are) (you|he|she) ..1 (thinking|doing|playing)
what (possessed|came over|got into) (you|him|her)
what ..1 (hell|heck|fuck)
wtf
who (told|approved|allowed|authorised|authorized|permitted|gave|said) ..5 (you|this|that|permission|>)
who (do|did) you think
(how|where) (could|can|dare|would) you ..8 (let|do|give|say|think|believe|fall|forget|be so|not)
how dare
why (did|would|do|on earth|in god) ..1 (you|u) ..1 (do that|do this|give in|not ask|not call|even|give him|give her|let|agree|cave|think|ignore)
@bad
(bad|poor|wrong|terrible|awful|lousy|weak|questionable|crap|dreadful) (call|move|decision|choice|judgement|idea|form|thinking|reflex|job|work|handling|behaviour|attitude)
(bad|poor|wrong|terrible) (from|of) you
lack* ..1 (of) ..2 (common sense|judgement|discipline|respect|rigour|professionalism|responsibility|maturity|backbone)
(common sense|some sense)
(use|using|used) your (head|brain|brains|judgement|common sense|eyes)
(leave|left|where is|where was|switch on|engage) ..2 your (brain|brains|head|common sense)
(more|better|some|little) (judgement|discernment|care|thought|backbone|firmness|professionalism|rigour) ..1 (next|please|from|in|>)
(think|reflect|check|ask|stop) (before|twice|first|next time|harder|again before)
you ..3 (messed|screwed|botched|ruined|overstepped|ignored|disobeyed|disregarded|violated|undermined|bypassed|embarrassed|humiliated|damaged|neglected|blundered|caved|fumbled|flouted|exceeded your|let us down|let me down|let team down|failed)
you (blew it|fell for|gave in|broke)
(messed|screwed) ..2 up
(fell|fall|falling) for (it|that|this|his|her|story|trick|oldest)
(got|get|been|were|was) (played|fooled|conned|had|manipulated|tricked|duped|taken in|taken for)
you (let|allow*) ..3 (walk|fool|push|bully|trick|manipulate)
walk all over
ma(de|kes) us look
(made|make|makes|making) (us|me|team|company|hotel|shop) look
without ..2 (authoris*|authoriz*|permission|approval|thinking|consulting|clearance|telling|informing|checking with|talking to)
(acted|decided|went|did ..2|do ..2) ..3 (on your own|by yourself|behind my back|all alone|over my head|all by yourself)
not your (place|job|call|role|decision|money to|business)
(above|beyond|outside) your (pay grade|role|remit|authority|station|job)
(overstepped|exceeded|crossed) ..2 (role|line|mark|authority|bounds|remit)
(disappoint*) ..1 (in|with|by|me|us) ..1 (you|this|that|your|>)
you disappoint*
let me down
(expected|expect) (more|better|you to|otherwise) ..10
not what (i|we) (expect*|want|need|hired|pay)
(thought|believed|took) you (were|was|knew|had|for|could|would)
(fall*|fell|well|far) ..2 (short|below) ..4 (standard*|expectation*|expect|mark|level)
not up to (standard|scratch|job|your job|mark|it)
an experienced ..8 (not|never)
(rookie|beginner|schoolboy|elementary|newbie) (mistake|error)
(child|trainee|intern|toddler|monkey|beginner|anyone|anybody|first day) ..4 (would|could|knows) ..3 (have|seen|done|know|better|that)
(no|any|slightest) (idea|clue) ..2 (how|what) ..5 (business|work*|job|doing|do|trade|means|is)
not (pay|paid) ..1 (you|people|anybody) to
not paid to
(consider|take|see) (this|it|that) ..2 (warning|last)
(formal|final|last|first|official|written) warning
(noted|recorded|go|remain|stay|written|put|kept) ..3 (in|on) (your|his|her) (file|record|appraisal|evaluation)
(keep*|have|having) ..4 eye on you
(watching|monitoring) you
hold (you|him|her) ..2 (accountable|responsible|liable)
(talk|word|conversation|chat|discussion|meeting|interview) about your (attitude|behaviour|conduct|performance|decisions|future)
about your (attitude|behaviour|conduct)
your (attitude|behaviour|conduct|handling|work|performance|decision|initiative) ..6 (unacceptable|poor|below|short|leaves|not good|problem|wrong|questionable|hard to|beyond|disastrous|worry*|concern*|disappoint*|regrettable|fault*)
(explain|justify|account for) yourself
(refrain|abstain|desist) from
not ..2 (let|happen|do|doing) ..2 (it|that|this) ..2 again
(must|should|will|better|can|may) not ..1 (happen|occur|do it|do that) ..1 again
never again
(can|could) not ..2 (trust*|rely|count on|depend)
(can|could) not be (trusted|relied)
(hard|difficult|unable|impossible|fail) to (understand|comprehend|fathom|see why|justify|defend)
call yourself
(saint|hero|santa|robin hood|mother teresa|big-hearted|father christmas|samaritan)
congratulations ..8 (taught|lesson|lying|liar|fool*|played)
(taught|teaching|showing) ..5 (lying|lie|cheat*|whin*|shout*|complain*) ..3 (work*|pays)
(not know|when did|since when|so) you ..2 (were|are|become|became) ..2 (owner|boss|manager|in charge|ceo|director)
(you are|u are) not ..1 (owner|boss|manager|in charge|director)
(that|this) is on you
not (amused|impressed|happy|pleased|acceptable)
can not believe (you|this|that)
not believe you
(so|that|too) hard to ..4 (get|do|say no|follow|read|ask|right|understand)
you (clearly|obviously|evidently|plainly|apparently) ..1 (did not|do not|have not|not|never|failed|ignored|forgot|misread|missed)
you (did not|do not) (think|listen|read|follow|respect|care|bother|understand ..2 rule|ask me|even)
(put|place*|left) me in ..4 (position|situation|spot|light)
(too|far too|much too|way too|bit) ..1 (soft|kind|lenient|weak|easy|nice|indulgent|impulsive|quick to give|accommodating)
you ..2 (been|were|was|are) ..1 (rude|cold|harsh|unkind|unpleasant|dishonest|impolite|hasty|weak|wrong|too)
(talked|spoke|spoken|behaved|treated) ..2 (badly|rudely|poorly|disrespectfully)
(full stop|end of) >
your fault
blame you
(seen|see) through ..3 (story|it|that|him|her|lie)
decided that ..3 yourself
all by yourself
(you|u) (acted|decided) without
(you|u) broke ..2 (rule*|policy|trust|procedure)
i (would|will|must) ask you to (refrain|stop|avoid|not|follow|respect|stick)
(next time|in future) ..4 (use your|think|ask|follow|stick|consult|come to me|check with)
serious* . who
(do you|you) think money
giving ..3 away
easy to be generous
how many times ..4 tell you
you never listen
you ..1 (wasted|squandered)
(always|again) ..1 (rude|late|wrong|badly)
such (initiative*|liberties|decisions|concession*) ..3 (again|future|without|>)
(initiative|initiatives) ..2 in future
playing (hero|santa|god|boss)
"""

BLAME_INNOCENT = """
(i|we|my|our) ..3 (made|make) ..3 (wrong|bad|poor|mistake)
(i|we) should have
(thank you|thank to|well done|good call|glad|grateful|proud|kind of you|lovely)
(you did right|you were right|right to|rightly)
should not have had to
(need|do|have) not ..1 [to] justify
not have to (justify|explain)
(i was|we were|me) ..4 (wrong|unfair|clumsy|stupid|rude|rash)
my ..4 (clumsy|unfair|stupid|rude)
(i am|i was|so) (sorry|apologise)
need not justify
not your fault
who approved ..1 new
"""

MONEY = """
(realise|know|idea|seen|see|look at|guess|imagine|forget|think of|thought of) ..6 (cost|costs|costing)
cost* (us|me|hotel|company|shop|house|team|firm|business|restaurant) ..3
cost* ..3 (fortune|too much|dearly|dear|bomb|packet|arm and|a lot|that much|so much|loads)
(you have|you) cost
so (costly|expensive|dear|pricey)
(expensive|pricey|costly|steep|excessive|exorbitant|extravagant|lavish|overpriced|disproportionate|overgenerous)
out of [all] proportion
(comes|come|goes|taken|straight|came) out of ..3 @budget
(blow*|blew|blown|ate|eat*|dent|hit*|hole|reduc*|hurt*|kill*|wip*|burn*|bust*|eroding|erode*|harm*|ruin*|weigh*|damag*|drain*|cut* into|exceed*|overspen*|thought of|think of|mind*|impact*|goes|went) ..5 (@budget)
@budget ..5 (gone|blown|shot|suffer*|down|not look|look bad|hit|red|roof|shrink*|exploded|exhausted)
(dent|hole) in
(lot|waste|wast*|burn*|burned|throw*|threw|chuck*|fling*|spend*|give|giving|gave|hand*|pour*|losing|lose|lost|else|somebody else|other people|company|hotel|our|made of|bleed*) ..4 (money|cash) 
money ..2 (grow*|tree*|away|down|out|like water)
made of money
every (euro|cent|dollar|penny|pound|bit|little) (count*|matter*)
(down|up) ..1 drain
out ..1 [of] window
(can not|not|unable to|hardly) ..2 afford
not ..2 (charity|bank|cash machine|atm|social service|welfare|red cross)
are we a charity
(bankrupt|broke|ruined|insolvent|go under)
(who|and who) ..4 (pay*|foot*|cover*) ..2 (for|bill|this|that)
what ..3 pay ..4 with
(keys|key) ..3 (safe|till|vault)
(champagne|caviar|gold)
(much|far|way|bit|little|lot|simply|is|was|were|>) too (much|generous|high|big|large)
< too (much|generous|high|expensive)
too much (for|>)
(less|half|cheaper|smaller|lower|fraction) ..6 (would|could|have|has|done|enough|plenty|suffice*|sufficient|do|same)
(would|could|should) have (given|offered|paid|spent|granted|done it for|done it with|stopped at|got away with|settled for|kept it) ..3 (#|less|half|max*|at most|lot|cheaper)
(i would|would) have given #
(find|choose|pick|offer|take|give|try|go for|look for|stick to) (something|anything|option|a) ..1 (cheap*|less expensive|smaller|less)
cheaper (option|gesture|solution|way|alternative|next)
(spend*|spent|pay*|paid|give*|gave|given|hand*) ..2 (that|so|this|too) much
(watch*|mind*|careful|eye on|control*|limit*|cut*|reduce|tighten|think|reign in|rein in|keep down|save on) ..3 (spending|cost*|expense*|expenditure|budget|purse|wallet|money)
(blew|gave away|handed out|wasted|spent|threw away|burned|burnt|dropped|splashed|squandered|frittered|shelled out|lost|cost) ..2 #
(gave|give|giving|gives|given|hand*) ..3 (away)
# (down|gone|wasted|lost|out|is a lot|is lot|for nothing|blown|euros gone)
# ..4 (not see|never see) ..1 again
# . for (a|1|some|just)
# for (a|1|some) ..2 (hair|coffee|scratch|delay|breakfast|meal|smile|complaint|moan)
lot of money
(freebie*|giveaway*|handout*|presents|gifts) ..4 (like|from|again|every|what)
(gifts|presents|refunds|credits) like (that|this|these)
(give|gave|giving|gives|given|grant*|offer*) ..1 (maximum|max|full amount|most)
(hand*|give*|gave|giving|spend*) out more
(another|yet another|one more|1 more) (refund|freebie|credit|gift|free night|voucher|giveaway|discount)
there goes ..2 @budget
goes my budget
(finance|accounting|accounts|controller|accountant|owner|head office) ..4 (asked|asking|ask*|complain*|wants to know|not happy|call*|question*) ..8 (cost*|money|amount|case|spend*|why|figure*|budget|so)
(compensation|amount|gesture|refund|credit|discount|sum) ..5 (seems|seem|was|is|looks|are) ..2 (excessive|high|large|big|too|over|generous)
(squander*|fritter*|splash*|lavish*) 
(wasted|waste|wasting) ..5 (revenue|takings|night|budget|profit|margin|resources|stock)
(whole|entire|day) ..2 (profit|margin|budget|takings)
your generosity
(so|too|very|overly|being|easy to be|nice|pay you to be) generous
(bankrupting|ruining|bleeding|robbing) (us|me)
(save|saved|saving) ..3 (money|cost*|us)
fortune
lot less
"""

MONEY_INNOCENT = """
(cost*|charge*) (you|him|her|customer|guest) (nothing|zero|0)
(worth every|well worth|worth it)
cost* (is|was|are) (booked|counted|goes|go|not)
cost* (goes|go|of|price)
(the|what|how much) ..4 (would|does|do|did) ..4 cost
budget (meeting|for|is)
costs (fortune|lot) to
not [about] cost
nothing to do with money
not replace
fair
(thank you|thank to|glad|brilliant|well done|lovely)
money (is|was) (back|on|already)
(refund*|credit*) (of|will|is) 
good fortune
(their|its|customer) [own] money
as much as you
"""

ABSOLUTE = """
you ..2 (always|never|constantly|forever|perpetually|repeatedly|consistently|continually|continuously|systematically|invariably|routinely|endlessly|habitually|permanently|incessantly)
(always|never|constantly|forever|invariably) ..2 you
your ..2 (constant|perpetual|eternal|usual|repeated|endless|never-ending|everlasting|permanent)
you keep (on|doing|giving|breaking|making|forgetting|ignoring|asking|going|handing|letting|saying|refunding|bending|repeating)
you keep
(can not|not) stop ..2 (doing|giving|making|breaking|bending)
(once|yet|time and|over and over|time after time|here we go|and|guess who|always) again
over and over
time and (again|time)
time after time
(every|each) ..1 time (you|i|there|we|it|somebody|something|a)
every ..1 (single) time
(every|each) (week|day|month|shift|night|monday|weekend|morning|evening) [it is] you
again and again ..3 you
you ..6 again and again
(not|oh|ah) ..1 you again
you again
again . you
again you
again it is you
you ..1 again >
< _ again >
another ..5 from (you|tom|him|her|same)
again ..5 from you
from you . again
here we go
how (many times|often|many more times) (do|must|have|will|should|am|does|did|did) (i|we|1|somebody)
(for|is|this is) ..2 (umpteenth|nth|hundredth|100|third|fourth|fifth|second|tenth|# th) time (you|this|that|i|in|we)
umpteenth
as (usual|always|ever)
like always
(so|how|that is|just|again|is) ..1 typical
typical (of you|you|tom|>)
same (story|thing|old|mistake|problem|people|excuse|song|person) ..4 (you|with|again|every|as|always|over)
same as (always|last|usual|every|ever|before)
always (same|exception|you|like that|something|case)
not ..1 (first|second|only) time
(whenever|any time|anytime|as soon as|wherever) ..8 (you|your)
with you ..4 (always|never|every|constantly|forever)
(have|got|your|bad) ..2 habit of
(bad|your|old|nasty) habit*
you never
you ..6 again >
never once
not once
not a single time
(does|do|doing|did) ..3 all ..1 time
nobody but you
(only|just) you (would|could|can|do)
yet again
(you are|you were|is) (always|forever|constantly)
(never|always) (learn|listen|ask|think|check|forget|write|use|follow)
"""

ABSOLUTE_INNOCENT = """
(thank*|saved|lovely|great|wonderful|well done|brilliant|kind|kindly|love|appreciate|proud|smile*|happy|glad|pleasure|beautiful|right words|reuse*|reusing|uses your|your ..2 idea|best|sorry|apolog*)
you never (have|need) to
never (feel|hesitate|change|tell|have to|need|mind|let)
(always) (a|welcome|happy|here|free|find|make|know|help|possible|open|call|reach)
(and over|again) ..4 (carrier|system|machine|supplier|printer|lift)
(is|was) ..2 time your
(she|he|they|we|i|it) (always|never)
we ..3 again
(can|could|will|may) you ..4 again
"""
