"""Precedent, in English: how it sounds when a customer is refused because of all the others."""

SAID = """
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
(imagine|what if|suppose|think what) [if|what happens if] @all
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
(each|every|any) [such] request* (like|of)
(rest|others|all|whole lot) of (group|them|you|party|queue|table|tenants)
(everyone|everybody|people|anyone) (at|in|on|behind) ..3 (will|would|ask*|want*|next|be asking)
(what goes|what applies|what is good) for 1
goes for everyone
(single|pick) (you|him|her|anyone|1) out
(equal|same|alike|identical) for (all|everyone|everybody)
(next thing you know|before you know it|before long|in no time)
(justify|explain|defend) ..3 to ..2 (@all|others|everyone|rest)
(who|that) could say ..2 same
# (people|customers|guests|others) ..4 (wait*|same|say|ask*|want*|queue*)
(half|whole|entire) ..1 (building|street|town|hotel|plane|bus|floor|neighbourhood) ..3 (want*|ask*|expect*|at my|will)
(stop|end|draw line) ..2 (somewhere|there)
draw ..1 line
(queue*|line up|lining up) ..4 (door|counter|desk|same|out|for)
(favouritism|preferential|privileg*)
favours
(we|i) (would|will) ..2 (never|not) hear ..2 end
(if|once) ..3 (you|i|we) ..3 (others|rest|everyone|everybody) ..4 (same|too|as well|next|follow|want*)
(others|everyone else|everybody else|other @people) ..3 (manage*|accept*|follow*|respect*|pay*|paid|have to|had to|must) ..4 (too|rule|same|price|full|as well|it)
(just|only) because you ask
not ..2 (start|set|open|make|create) ..2 (a|that) ..2 (habit|door|trend|precedent|exception)
(tell|told|say|said) ..3 others ..3 (no|same|as well|too)
not ..2 first [1|person|@person] (to|who) ..3 (ask*|want*|request*|demand*)
if (we|i) did ..4 for (every|all|each)
same answer ..2 (to|for) (everyone|everybody|all)
if everyone did
(rules|policy) ..3 (for|to) everyone
"""

INNOCENT = """
< if (everyone|everybody|anyone|anybody)
(no|not ..2|any) precedent
(everyone|everybody|all) ..3 (deserve*|happy|fine|welcome|credited|agreed|entitled)
do ..2 same for (anyone|each|all|every*|both)
if (it|that|anything|1|there) ..3 (again|wrong|overlooked)
pass it on
all of them will
(open|apply|applies|close) to all our (guests|customers)
"""
