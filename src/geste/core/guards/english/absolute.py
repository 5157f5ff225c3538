"""Absolute, in English: how it sounds when always, never and again are held against a person."""

SAID = """
you ..2 (always|never|constantly|forever|perpetually|repeatedly|consistently|continually|continuously|systematically|invariably|routinely|endlessly|habitually|permanently|incessantly)
(always|constantly|forever|invariably) ..1 you
your ..2 (constant|perpetual|eternal|usual|repeated|endless|never-ending|everlasting|permanent)
you keep (on|doing|giving|breaking|making|forgetting|ignoring|asking|going|handing|letting|saying|refunding|bending|repeating)
you keep
(can not|not) stop ..2 (doing|giving|making|breaking|bending)
(once|yet|time and|over and over|time after time|here we go|guess who|always) again
over and over
time and (again|time)
time after time
(every|each) ..1 time (you|i|we|it is you|somebody)
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
same (story|thing|old|mistake|problem|people|excuse|song|person) ..4 (you|with|again|every|as|always|over)
same as (always|last|usual|every|ever|before)
always (same|exception|you|like that|something|case)
not ..1 (first|second|only) time
(whenever|any time|anytime|as soon as|wherever) ..8 (you|your)
with you ..4 (always|never|every|constantly|forever)
(have|got|your|bad) ..2 habit of
(bad|your|old|nasty) habit*
you never
never once
not once
not a single time
(does|do|doing|did) ..3 all ..1 time
nobody but you
(only|just) you (would|could|can|do)
yet again
(you are|you were) (always|forever|constantly)
(never|always) (learn|listen|ask|think|check|forget|write|use|follow)
(is|it is|was) always (your|you|on your|same|during your|when you|tom|him|her)
you (do|did|have done|give|gave|say|forget) ..4 (every|all time|each) ..1 (single|time|week|day|shift|month|night)
do you ever (read|listen|think|ask|check|learn|write|follow|use|look)
(i|we) keep (telling|saying|repeating|asking|reminding|having|finding|explaining)
as per usual
(1|one|yet another|another) more (exception|refund|mistake|complaint|case) ..4
never a ..4 from you
(each|every) (time|day|night|shift|week) there is ..6 your (name|shift|case|fault|desk)
(why is it|how is it|how come) ..4 (always|every|each|never|you)
(nothing|things) ..1 (never|ever) (change*|improve*) ..3
not ..2 (ever|1 single|even once|single) ..1 (time|note|word|call)
(did|have|can|could|will) you ever
(i|we) have ..1 (told|asked|warned|reminded) you ..3 (times|before|already|again|over|often|100)
(100|1000|# hundred|thousand) times
(already|again) ..1 (told|asked|warned) you
(last|previous) time ..2 (too|as well|also|it was you)
(is|are) ..1 [like] ..1 you again
(whole|entire|all) ..1 (week|month|year|time|shift) ..2 you
(from|with) you ..2 (as ever|again|once more|always|nothing but)
(you|your) ..3 (once more|yet again|1 more time|as ever)
old habits
(ever|never) ..1 (since|again) you
(there you go|here you go) again
you ..1 (can not|could not|did not|do not) even once
you (regularly|chronically)
(serial|repeat) offender
(pattern|patterns) ..3 (you|with you|your)
again . (that|it|this) is
(keep*|kept|always) (happening|coming up) ..2 (with|to) you
(third|fourth|fifth|second|sixth|tenth) 1 (this|in a) (week|month|day|shift|night)
why (do|must|are) you always
(is there) ever ..4 you
another 1 from
how come you (always|never)
when will you (ever|finally|learn)
will you ever
you (talked|gave|did|forgot|went|acted|refunded|broke|made|let|came|said|asked|upset|spoke|decided|waived|ignored) ..5 again >
(so|told you how) many times
typical (of you|you|tom|>)
"""

INNOCENT = """
(thank*|saved|lovely|great|wonderful|well done|brilliant|kind|kindly|love|appreciate|proud|smile*|happy|glad|pleasure|beautiful|right words|reuse*|reusing|uses your|your ..2 idea|best|sorry|apolog*)
you never (have|need) to
never (feel|hesitate|change|tell|have to|need|mind|let)
(always) (a|welcome|happy|here|free|find|make|know|help|possible|open|call|reach)
(and over|again) ..4 (carrier|system|machine|supplier|printer|lift)
(is|was) ..2 time your
(she|he|they|we|i|it) (always|never)
we ..3 again
(can|could|will|may) you ..4 again
if you keep
colleague* ..3 told you
how may i
idea again
again . that is ..4 (somebody|someone|people) ..4 (your|you)
you (can|could|may|might|will) (always|never)
(send|try|call|start|begin|take) ..4 again
"""
