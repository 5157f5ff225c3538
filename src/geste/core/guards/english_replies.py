"""English replies: how a customer is refused because of the others, made small, or told about us instead of the issue."""

PRECEDENT = """
if ..4 @give ..9 @all
if ..4 @give ..5 (once|1|you|him|her) ..5 (everyone|everybody|they) ..3 @want
(once|when|were) (we|i) ..2 @give ..9 @all
(can not|can hardly|not) ..6 @give ..6 @all
(do|give|offer|make|exception|allow|favour) ..5 (for|to) 1 ..6 (all|everyone|everybody|others|rest)
(give|offer) 1 @person ..8 @all
(give|offer) ..3 (him|her|you|someone|somebody) ..6 @all ..3 @want
if 1 ..9 (all|everyone|everybody|others)
exception* ..8 @all
@all ..8 exception*
(no|not|any) ..4 exceptions
(can not|not|unable to) ..3 make ..2 exception*
exception leads
no exceptions
(set*|create*|creating|establish*|be|becomes|as) ..4 precedent
dangerous precedent
precedent for
floodgate*
slippery slope
open* door (to|for) ..1 (all|every*|abuse*|more|other*|any*)
thin end of wedge
(otherwise|then|or|next week|tomorrow|soon|after that|else|because) ..6 @all ..6 @want
@all (will|would|is going to|are going to|might|could|may|rightly|then) ..4 (@want|wonder|hear|be [back] here)
where (would|will|does|do) (we|i|it|that|this) ..3 (if|end|stop)
(imagine|what|suppose|think) [if|what happens if] @all
what if everyone
(not|un) ..2 (fair|right|just) ..4 (to|on|for|towards) ..3 @all
(unfair|injustice|unjust) ..3 (to|on|for|towards) ..3 (@all|everyone|those|people)
(equal|equality|equity|fairness) ..2 (treatment|treat|rules)
fairness (to|towards) ..3 @all
treat* ..4 (same|equally|alike|differently)
(same|equal) ..3 (for|to) ..3 @all
(consistent|consistency) ..4 @all
special (treatment|favour*)
what (i|we) do for 1
(have to|need to|must|bound to|obliged to|oblige* ..2 to|forced to|would ..3 (have|need) to) ..6 @give ..7 @all
[not] ..2 for (you|her|him|them) ..5 (not) ..3 for others
(becom*|turn* into|is) ..2 new normal
become* ..2 (norm|habit|rule|standard|practice)
how (do|would|can) (i|we) ..3 say no
(what|how) (do|would|will|shall|am) i ..3 (tell|say|explain) ..5 (next|others|rest|everyone|everybody|other|queue)
why not (them|me|him|her|us)
ask* ..3 why not
word (gets|got|spread*) ..2 (out|round|around)
(tell|told) (everyone|everybody|their friends|all)
(no|never ..3) end (to|of) it
not ..2 only @person ..6 if
(other*) ..4 (have|had) to ..3 (wait|pay|queue) too
@all ..4 (did not|do not|not) (receive|get|have)
think of ..3 (other|many|all|rest) @people
(100|hundreds|thousands|dozens) of [similar|such|more] (request*|claim*|demand*|people asking|letter*)
(lead|encourage|invite|prompt|cause) ..3 @all ..3 @want
(give|upgrade|refund|offer|hand*) ..2 (whole|entire|every) ..2 (plane|flight|hotel|street|town|@person|1|single)
@all ..2 (equal*|same|alike) (to|for|with)
every @person is same
"""

PRECEDENT_INNOCENT = """
< if (everyone|everybody|anyone|anybody)
(no|not ..2|any) precedent
(everyone|everybody|all) ..3 (deserve*|happy|fine|welcome|credited|agreed|entitled)
do ..2 same for (anyone|each|all|every*|both)
if (it|that|anything|1|there) ..3 (again|wrong|overlooked)
pass it on
"""

MINIMISING = """
@they (is|are|was|were|should|be|been|got|get|feel|had been|have been|may) ..4 (lucky|fortunate)
(lucky|fortunate) (you|for you|that|we|to get|to have got)
(count|consider|think) (yourself|yourselves|himself|herself) ..2 (lucky|fortunate|happy)
(luckily|fortunately|happily) for (you|him|her)
@they ..3 (got|get|getting|gets) (off|away) ..2 (lightly|easy|easily|cheaply)
let you off
(it|that|this|there|outage|delay|wait|problem) (is|was|will be) (only|just|merely|barely|no more than) ..1 (a|#|few|couple|some|little|minor|small)
(it|that|this) ..2 (lasted|took) (only|just)
(only|just|merely|barely) # (minute*|min|mins|hour*|hr|hrs|day*|night*|second*|degree*|week*)
a (mere|whole) ..2 (minute*|hour*|day*|night*|#)
whole # (minute*|hour*|day*)
not ..2 end of world
(no|not ..2|such) big deal
big (deal|thing|fuss) (out of|about|over)
(out of|about|over) nothing
mountain out of
(storm|tempest) in a teacup
overreact*
(over react*|over reaction)
exaggerat*
blow* ..4 out of proportion
(being|be|so|bit|too|little) ..2 (dramatic|fussy|picky|sensitive|difficult|demanding|precious|emotional|hysterical)
seem* ..4 sensitive
calm down
(relax|chill) [out]
cool it
no (need|reason|cause) to ..2 (get|be|shout|panic|complain|worry about that|raise|make)
hardly ..2 (reason|problem|issue|worth|disaster|tragedy|noticeable)
get over it
(just|please|now|let us|and) move on
(it|this|that|these things|things like that|things|stuff) [just] (happens|happen) <
(these|such) things ..1 happen
that is life
such is life
no harm done
no harm
could have been ..3 worse
(seen|heard|had|known) ..4 worse
at least (it|you|we|nobody|nothing|they|your|she|he)
(nobody|no 1|none|no other @person) ..3 (complain*|notic*|mind*|mention*|said|had|found|seem*)
only (1|person|@person|customer) (who|to|that) ..3 (complain*|notic*|mind*|mention*|has a problem|seems)
(most|few) [of] [our|other|all] (@people|people) ..5 (not|fine|happy|like|love|notice|even|manage|mind*|enjoy)
(real|bigger|serious|actual|worse) problems
first world
(minor|trivial|slight|small|tiny|petty|insignificant|negligible|little) (thing|issue|matter|detail|problem|inconvenience|delay|glitch|hiccup|annoyance|mishap)
inconvenience ..6 (minor|small|slight|limited|negligible|minimal)
(purely|merely|only) (cosmetic|aesthetic|visual)
within ..6 (tolerate*|expected|tolerance|acceptable)
(tolerable|bearable|acceptable) (delay|wait)
(perfectly|completely|entirely|totally|absolutely|only) normal
(nevertheless|nonetheless|after all|still) ..3 (able|use|used|enjoy*|received|got|work*|slept|benefit*)
(line|it|service|room|product) ..5 but ..3 (did|still|does) work*
got it ..3 in ..1 end
compar* (with|to) ..6 (other*|else|some|endure*|put up)
other* ..7 (longer|worse|weeks|months|much more|hours)
(so|that|then) ..4 is nothing
patience would
(little|bit of|some|more) patience
have forgotten
still alive
poor (you|thing|baby)
funny (how|that) you
(be|feel|should ..2|ought to ..2|must ..2|just be) (glad|grateful|thankful|happy|pleased) ..3 (you|we|i|to have|at all|got|there)
(everyone|everybody|people) (wait*|queue*|gets it|has to wait|go* through) (>|it|that|sometimes|like|here|in line|their turn)
if (you|he|she) ..8 (security|police|lawyer*|removed|cut|terminate*|close*|legal|ban|banned|cancel*|blacklist*|thrown|escort*|hang up|end [this|call]|leave premises|consequences|sue|solicitor*)
unless you ..8 (security|police|lawyer*|removed|cut|terminate*|close*|legal|ban|banned|cancel*|hang|throw)
failure to ..10 (closure|close|terminat*|legal|suspen*|cancel*|consequence*)
(reserve|reserves) [our|right]
(take|legal) [legal] action
(result|lead) ..3 (closure|termination|suspension|cancellation)
(close|terminate|suspend|cancel) ..2 your (account|contract|booking|line)
(warned|threatened|warn) ..2 @they
(our|my) (lawyer*|solicitor*|legal department) (will|may|are|would)
hear from ..2 (lawyer*|solicitor*)
if i were you
(could|can|may|might) (still|always|yet|also) ..1 (charge|bill|sue|cancel)
(will|would) ..4 (blacklist*|ban|banned|barred)
"""

MINIMISING_INNOCENT = """
(we|i|me) ..3 (lucky|luck) ..3 (to have|have|get|guests)
lucky to have you
lucky (me|find|charm)
good luck
(told|tell|tells|say|said|hear|heard|feel like|never|not ..2 say) ..6 (lucky|fortunate)
not ..1 only (1|@person|person)
(big deal|important) to us
(refund*|replace*|sorry|apolog*|credited|our mistake|our fault)
only # (key|room)
just (a|1) (moment|second|minute)
(are|is) entitled
(cost*|shipping|price|fee) ..2 only
"""

DEFLECTION = """
(is|are|be|per|by|with|of|to|against|quoting|under|due to|because of|follow*|apply|applied|respect*|company|our|hotel|store|house|internal|standard) ..3 (policy|policies|procedure*|protocol)
(policy|rules|procedure*|regulation*|terms|conditions) (is|are|says|say|state*|require*|do not|does not|clearly)
(explained|informed|told|quoted|reminded|referred|recalled|advised|cited|repeat*) ..6 (procedure*|policy|policies|rule|rules|cut-off|cut off|cutoff|terms|conditions|website|faq|sla|process)
(according to|accordance with|in line with|compliance with|as per|pursuant to|under|in terms of|subject to) ..4 @rule
(rule|rules) (is|are) (rule|rules|clear|checkout|same)
(that|it|those) (is|are) ..1 (rule|rules)
as (i|we) [have] [already] (said|told|explained|stated|mentioned|wrote|indicated|pointed)
as [already|previously|clearly] (stated|indicated|explained|mentioned|written|noted|outlined|communicated)
(can|could) only (repeat|refer|reiterate|confirm)
(followed|follow|complied|respected|applied|observed) ..4 (@rule|letter|steps|book)
by the book
by book
not make ..1 rules
(only|just|i) ..1 work here
(how|way) ..2 (it|system|things|this|we) ..1 (works|work|is here|are here|goes|do things)
how it works
(computer|system|software|screen|tool|programme) ..2 (says|say|will not|does not|not|refuses|blocks|requires|only)
nothing ..1 (i|we|anyone|more|else|else i) ..1 can
nothing can be done
(can not|not able to|unable to) ..1 (do anything|help you there|help with that|change that|change anything)
hands are tied
out of my hands
(i am|am|are|we are|i was) not (authorised|allowed|permitted|in a position|empowered|entitled|supposed|able to decide)
not have ..2 (authority|power|right|means|access)
(head office|management|headquarters|head quarters|upper management) ..2 (decide*|decision*|handle*|does not)
not (my|our|a) ..1 (department|fault|job|problem|responsibility|doing|area|decision|error|mistake|business)
not (us|me) [it] ..3 (@outsider)
(not us|not me|nor us) >
(explained|said|told|advised) ..8 not (us|our)
(another|different|other|separate) (department|team|company|service|office)
(@ours) ..4 (handle*|handles that|deals with that|in charge of that) ..2 not (us|me)
(@outsider) ..6 (responsible|fault|to blame|not us|not our|liable|problem)
(is|blame|contact|ask|take it up with|see with) ..1 (courier|carrier|supplier|airline|manufacturer|weather)
(fault|problem|error|issue|cause|failure) ..3 (lies|lie|is|comes|came|must be|stems) ..3 (with|from) ..1 (you|your|their|customer*|user*|courier*|carrier*)
you ..2 (should|could|ought to|might|needed to|had to|were supposed to|would have had to) ..2 (read|told|tell|checked|check|called|call|contacted|contact|booked|book|come|arrived|informed|let us|mentioned|asked us|kept|taken out|bought|packed|saved|noticed|reported)
(customer|client|guest|he|she|they|cust) ..1 should ..1 have ..2 (read|told|checked|called|contacted|booked|come|arrived|informed|asked|reported|paid|kept)
if (you|customer|he|she|they) (had|would) ..8 (we|i|this|it|nothing|none|could|would)
(this|it|that|none|nothing) ..3 would not ..3 (happened|occurred|be here)
had you ..6 (we|this|it|you)
(you|customer|client|he|she|guest|caller) ..1 (failed|forgot|omitted|neglected|refused|missed|never bothered) ..1 to
(you|customer|client|he|she|guest|caller) ..1 (did not|had not|have not|never|not) ..1 (read|check|checked|answer|answered|reply|replied|call|called|tell us|told us|provide|provided|respond|responded|follow|give us|mention|show up|show|sign|confirm)
did you ..2 (read|check|sign|follow|look at|keep|try|restart)
did you not
have you ..2 (read|checked) ..3 (terms|conditions|email|manual|contract|t&cs|website)
(you|he|she|customer) (must|probably|obviously|surely|apparently|certainly|clearly|evidently|may) ..2 (have|pressed|entered|clicked|typed|put|did|made|wrong|gave)
(your|his|her|own|customer|user|their|client) [own] (fault|mistake|error|doing)
(your|customer|client|guest|traveller|passenger|user) ..2 responsib*
up to (you|customer|client|guest) to
(you|he|she|customer) [did] [have] (sign|signed|accept|accepted|agreed|agree|chose|choose|chosen|ticked|clicked|opted|booked|selected|picked|bought) ..4 (form|terms|conditions|box|contract|cheapest|rate|fare|option|tariff|plan|basic|non-refundable|agreement|it|this|that|yourself)
(learn|know) ..2 (how to|to) read
(read|reread|check|consult|see|look at|refer to) ..1 (his|her|your|their|our|terms|conditions|small|fine|contract|manual) ..1 (contract|terms|conditions|t&cs|print|manual|instructions|website|faq|faqs|page)
(small|fine) print
terms and conditions
terms you
draw your attention
what (did|do) you expect
not know what you expect*
(for|at) that price
next time ..4 (book|order|read|call|come|check|arrive|tell us|ask us|plan|choose|pack)
(cheapest|basic|lowest|budget|economy) (rate|fare|option|plan|tariff|ticket|price)
(handled|dealt with|processed|treated|managed) ..5 (correctly|properly|well|by book|in line|in accordance|according|professionally|promptly|appropriately|perfectly|with care)
(acted|act|responded|reacted|did|done|performed|behaved|worked|worked) ..4 (correctly|in full|properly|everything right|everything in|everything|our part|our best|our job|all we could|all that|what we could|within|perfectly|appropriately|in good faith|professionally|in compliance|promptly)
(did|done|everything|all) ..3 in (his|her|their|our|my) power
(our|all our|these) ..3 @ours ..7 (trained|training|busy|overwhelmed|professional*|compl*|responded|experienced|qualified|courteous|best|correct*|worked hard|short-staffed|stretched)
(robust|rigorous|strict|established|thorough|proven|well-established) ..2 (process*|procedure*|system*|standards|controls)
process* in place
take ..4 (complaints|feedback|matters|satisfaction|issues|quality|service|concerns) ..1 seriously
(won|win|received|awarded|awards|award|prize|certified|certification|rated|stars) ..5 (service|award*|prize*|customer|quality|hospitality|care|iso)
(quality|customer|complaints) (department|service) ..3 (monitor*|review*|track*|look*|check*|note*)
response time
within ..3 (target|stated|sla|time frame|timeframe|deadline|agreed time|service level|time limit)
sla ..2 (met|respected|kept|ok|fine)
position (remains|is|has not|stays|stands)
what my colleague
our (records|logs|file|files|system|systems) (show*|indicate*|say*|confirm*|state*)
we (contacted|called|wrote to|wrote|tried|emailed|rang|phoned|informed|notified|warned|reminded) you ..8 (not|no|never|without)
we (never|did not|not) (promise*|say|said|guarantee*|claim*|advertise*|commit*|told)
we ..1 (offered|offer|proposed|gave|sent) you ..8 (so|part|what more|but|refused)
what (else|more) (do|did|you|can|could) you ..2 (want|expect|need)
what else you want
not see what
must (be|first be) ..1 (submitted|completed|filled|sent|made|lodged|requested) ..8 (before|form|writing|first|only)
(form|claim|request|application) must
(written|stated|mentioned|indicated|shown|on) ..2 (on|in) ..1 (website|site|ticket|contract|confirmation|booking|back|terms|conditions|email)
no (refund|compensation|claim|reimbursement|credit) ..2 (due|possible|applies|provided|foreseen|available)
(section|clause|article|paragraph) #
you ..1 have to understand
(were|was|is|are) ..1 (busy|understaffed|short-staffed|overwhelmed)
"""

DEFLECTION_INNOCENT = """
(our|my|all ours) (fault|mistake|error|doing|own)
(my|our) (mistake|fault)
(not hide|not ..1 say|rule made|rule was|rule has|rules of game|rule makes|change* ..1 rule|replaced ..1 procedure|set ..2 rule|rule to|rule we|remove* ..1 rule)
(policy|contract) (you hold|cover*)
(you are right|she is right|he is right|you were right|we made|i made|i pressed|we caused|sorry that|we owe|i owe)
i (read|have read|checked|asked) ..6 (for you|and)
(i|me) ..4 should have
we should have
you should not have
(sorry|apolog*) ..8 (our|we|i)
(terms|conditions) (give you|have changed|allow you)
(fault|failure|problem) (is|was|lies) ..2 (on|with) (our|us)
in ..1 charter
(and|is|was) not ..1 (in anything you|you|yours|the guest)
not in anything you
our (awards|trophies) are
not need your
not trouble
(carrier|courier) (has|had) been
take it seriously
no (form|procedure|receipt)
read ..2 guideline*
"""
