"""Minimising, in English: how it sounds when what a customer lived through is made small, or they are threatened."""

SAID = """
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
(nobody|no 1|none|no other @person) ..3 (complain*|notic*|mind*|mention*|seem*)
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
# ..2 is nothing
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
(never|not) (killed|hurt|harmed) (anyone|anybody)
(nobody|no 1) (died|dies|was hurt|got hurt|is dead)
(blow*|making|taking|getting) ..3 out of proportion
apart from that
(far|much|way) ..1 (bigger|worse|more serious|more important) ..2 (worries|problems|things|issues|trouble)
bright side
(aggressive|abusive|difficult) ..3 (on|in) your (file|record|account)
is that ..3 (about|all|what|it)
(1|another) more (word|insult|remark|call) [from you] and
(find|look for|go to|try) another (hotel|shop|provider|company|restaurant)
a few (drops|minutes|hours|days|crumbs|scratches|spots)
(hardly|barely|scarcely) (noticeable|visible|a problem|worth|matters|matter)
(you will|you would) (survive|live|get over|manage|be fine|cope)
(not|hardly|scarcely) ..3 (tragedy|disaster|catastrophe|drama|crime|emergency|worth)
(stop|quit|no need for) ..1 (fuss*|whin*|moan*|complain*|shout*|drama|nagging)
(make|making|made) ..2 (fuss|scene|drama|meal|song)
get upset ..3 (over|about)
(all|so much) (this|that) (fuss|noise|drama|trouble|for)
(worth|worthy of) ..2 (complain*|complaint|getting upset|fuss)
(first|only) (time|1|person) ..4 (complain*|anyone says|i hear)
(never|not) had ..3 complaint* ..3
(we|i) (never|not) (get|got|had|have|received) ..3 complaint*
(you|others) (seem|seemed|looked|were) ..2 (fine|happy|ok|satisfied) ..4 (time|yesterday|then|moment|before)
(could|might) have been ..1 (longer|colder|dirtier|later|far|lot)
what is ..1 (problem|fuss|big deal)
(be|you should be) ..1 thank ..2 (that|you|we)
(bit|little) of ..1 (noise|dust|rain|dirt|heat|wait|smoke|water)
(thing*|that|it) (is|are) ..1 (just|only) ..1 (how|what|way)
(used to|get used) ..2 (it|that)
(careful|watch) ..2 (what you say|your tone|your language|your words)
not ..3 (as|that|so) bad
# (minute|minutes|hour|day|min) (delay|wait|interruption)
(be|feel|should ..2|ought to ..2) happy ..1 (that|we|with what|you got|to have|at all|anyone)
(you will|you would) be (fine|ok|alright)
it is nothing
(happens|happen) ..2 (all time|everywhere|to everyone|to everybody|every day|to anyone|to best)
worth ..1 (complaining|complaint|fuss|mentioning)
(do not|not|stop) ..2 (worry|worrying|panic|cry|make a scene|overdo|get upset|be upset|get angry)
(what|why) are you so (upset|angry|worked up)
you are ..1 too (sensitive|demanding|picky|difficult|emotional)
should be happy (we|you|that|with|to)
"""

INNOCENT = """
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
only a ..1 (minute|moment|step|second|walk) (away|more|>)
(sorry|apolog*) ..6 (delay|wait)
(do not|not) worry (about|i|we|you)
not worry >
"""
