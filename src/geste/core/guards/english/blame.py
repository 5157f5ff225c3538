"""Blame, in English: how it sounds when somebody is told off, or judged, for what they decided."""

SAID = """
you ..3 (should|ought to|could|might) ..1 have ..2 (asked|consulted|known|thought|waited|informed|escalated|refused|said no|called me|checked with|spoken to|stopped|come to me|discussed|reported to|reflected|been more)
you (should|ought to) (know better|be ashamed|be more careful|have been more)
you should not have (done|given|decided|offered|agreed|accepted|said|promised|gone|let|taken|refunded)
(ought|should) to know better
know better
what (were|was|are) (you|he|she) ..1 (thinking|doing|playing)
what (possessed|came over|got into) (you|him|her)
what ..1 (hell|heck|fuck)
wtf
who (told|approved|allowed|authorised|authorized|permitted) ..5 (you|this|that|permission|>)
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
(think|reflect|check|stop) (before|twice|first|next time|harder|again before)
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
(well done|good job|great job|nice work|bravo|brilliant) ..2 (for|on) ..1 (falling|giving|getting|letting|ruining|breaking|losing)
falling (into|for)
(trap|sob story|oldest trick)
(wonder|doubt|question|not sure) (whether|if) you ..3 (are|right|cut|belong|fit|capable|can|know|should|really|have)
(right|wrong) person for
not ..2 (clever|smart|bright|wise|professional|brilliant|proud of you)
(anyone|anybody|everyone|everybody|any fool|even a) ..8 (would have|could have|knows|can see|could see) ..3 (seen|known|noticed|that|it|realised|done)
(learn|learnt|needs to learn|has to learn|have to learn) ..2 [how to] ..2 say no
learn ..2 say no
not ..1 how (we|things|this) ..2 (do|work|done|are done) ..3 (here|things|>)
and you (have been|were|had been) ..1 told
(you have been|you were|you had been) ..1 told ..4 (before|not to|often|already|times|how)
(i am|we are) ..1 (ashamed|appalled|shocked|furious|angry|fed up|stunned|horrified|annoyed|tired|sick|at a loss|speechless)
(ashamed|shame) of
(not|never) ..1 (occur|cross|occurred) ..1 (to you|your mind)
(leave|leaving|left) ..4 to (people|those|someone|1|us|me|somebody|professionals) ..2 (who|that)
(caved|cave|caving|folded|fold|crumbled|gave way|buckled|gave in)
you ..2 (knew|know) ..1 (better|very well|perfectly|full well|rule*)
(thought|planned|prepared) ..1 through
not (thought|think) ..1 (through|twice|straight|at all)
what (kind|sort) of
(is it|was it) (too|that|so) (much|hard|difficult)
(you|this|it) ..1 (let|lets) ..2 (down)
(not|hardly) ..2 (acceptable|tolerate|tolerated|good enough|serious|how a)
(mess|disaster|fiasco|blunder|shambles|debacle|joke|farce)
(clean*|cleared|clear) up ..2 (mess|after you|behind you)
your (fault|mess|mistake|failure|blunder|ego)
(incapable|unfit|unqualified|unreliable|unwise|imprudent|inept|hopeless|sheepish|uncalled for|weakness|cowardly|coward)
(serious|grave|big|huge|costly|stupid|basic|inexcusable) (mistake|error|misjudgement|lapse|failing)
(misjudge*|misjudgement|mishandl*|misread)
(you|next time|and) (must|have to|need to|had better|better) ..1 (stop|learn|follow|ask|grow|think|toughen|get a grip|pull)
(toughen|grow|wake|man) up
(get a|get your) (grip|act)
not (authorised|entitled|allowed|in a position) to (decide|give|grant|promise|offer|do that|do this)
(behind|over) my (back|head)
(reprimand*|disciplin*|sanction*|consequences)
not understand why you
you can not just (give|hand|decide|do|refund|waive|promise|offer|ignore|change|let)
(take|taking|took|taken) advantage of you
(be|being) ..1 (tougher|firmer|stricter|harder|stronger|more careful|more professional|more attentive|less naive)
not ..1 happy (with|about) (how|what|the way|way|your)
(we|i) (talked|spoke|have talked|have spoken) about this
you went ..2 too far
crossed ..1 line
why did you not
you were wrong
(pay|paying) [more] attention
stop (doing|giving|making|being)
(concerned|worried|surprised|alarmed|disturbed|unhappy|frustrated) (about|by|at|with) ..2 (your|you|how you|way you|decision)
not what i would call
(serious|big|huge|real) problem with ..3 (you|your|how you|decision)
you (must|should) [have] (always|never)
you (made|have made) ..2 (wrong|bad|poor|huge|big|serious|terrible) (call|decision|choice|mistake|error)
you (handled|managed|dealt with) ..4 (badly|poorly|wrong|terribly)
do you (think|realise|know) ..2 (you are doing|what you have done|what you did)
"""

INNOCENT = """
(i|we|my|our) ..3 (made|make) ..3 (wrong|bad|poor|mistake)
(i|we) should have
(thank you|thank to|well done >|good call|glad|grateful|proud|kind of you|lovely)
(you did right|you were right|right to|rightly)
should not have had to
(without|with) ..1 (anyone|anybody|nobody|no one|someone) ..2 to (ask|call|turn to|ring)
(need|do|have) not ..1 [to] justify
not have to (justify|explain)
(i was|we were|me) ..4 (wrong|unfair|clumsy|stupid|rude|rash)
my ..4 (clumsy|unfair|stupid|rude)
(i am|i was|so) (sorry|apologise)
need not justify
not your fault
who approved ..1 new
(moved|touched|glad|happy|helped|thanked) by
ashamed of (our|my|us)
(prefer*|like*|love*|ask*) ..3 high floor
put it on your file that you
if i gave in
(can|could|may|let us) ..2 (talk|talked) about this (tomorrow|together|on|if you)
wrong (size|room|colour|address|order|plate|bus|train|lamp|one|photo)
"""
