"""Deflection, in English: how it sounds when procedures come up, or the customer's own part, instead of the issue."""

SAID = """
(is|are|be|per|by|with|of|to|quoting|under|due to|because of|follow*|apply|applied|respect*|company|our|hotel|store|house|internal|standard) ..3 (policy|policies|procedure*|protocol)
(policy|rules|procedure*|regulation*|terms|conditions) (is clear|are clear|says|say|state*|require*|clearly)
(policy|rules|procedure*|regulation*|terms|conditions) (do|does) not (allow|permit|cover|include|provide|foresee)
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
(computer|system|software|screen|tool|programme) ..1 (says|say|will not|does not|not|refuses|blocks|requires)
nothing [more|else] (i|we|anyone) ..1 can
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
(another|different|separate) (department|team|company|service|office)
(@ours) ..4 (handle*|handles that|deals with that|in charge of that) ..2 not (us|me)
(@outsider) ..6 (responsible|fault|to blame|not us|not our|liable|problem)
(is|blame|contact|ask|take it up with|see with) ..1 (courier|carrier|supplier|airline|manufacturer|weather)
(fault|problem|error|issue|cause|failure) ..3 (lies|lie|is|comes|came|must be|stems) ..3 (with|from) ..1 (you|your|their|customer*|user*|courier*|carrier*)
you ..2 (should|could|ought to|might|needed to|had to|were supposed to|would have had to) ..2 (read|told|tell|checked|check|called|call|contacted|contact|booked|book|come|arrived|informed|let us|mentioned|asked us|kept|taken out|bought|packed|saved|noticed|reported)
(customer|client|guest|he|she|they|cust) ..1 should ..1 have ..2 (read|told|checked|called|contacted|booked|come|arrived|informed|asked|reported|paid|kept)
if (you|customer|he|she|they) (had|would) ..1 (checked|told|read|called|asked|booked|come|chosen|said|bought|taken|kept|looked|followed|informed|paid|arrived|let|been|given|contacted|mentioned) ..8 (we|i|this|it|nothing|none|could|would)
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
(acted|act|responded|reacted|did|done|performed|behaved|worked|worked) ..4 (correctly|in full|properly|everything right|everything in|everything|our part|our best|our job|all we could|all that|what we could|within|perfectly|appropriately|professionally|in compliance|promptly)
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
not see how ..2 we
(ticked|clicked|initialled|initialed|accepted|confirmed) ..1 (box|it|that|button|this)
(my|our) (supervisor|colleague|manager|boss|team) ..3 (explained|told|said|already|answered|informed)
(already|repeatedly|clearly) ..1 (explained|told you|told him|told her|informed|answered|replied)
(brochure|website|ticket|contract|e-mail|mail|confirmation|leaflet|sign|label|notice|manual|booklet|site|page|invoice) ..2 (mention*|state*|say*|specif*|indicat*|explain*|warn*|show* that)
(question|matter|issue) for ..1 (@outsider|booking|site|sales|other|billing|technical|accounts|head office|them)
(take|raise) (it|that|this) ..1 [up] with
(is|was|be|that is) [entirely|purely|after all] your ..1 (choice|own choice|responsib*|problem)
(problem|fault|issue) ..3 your (device|phone|computer|line|wiring|installation)
(you|he|she) ..1 (chose|decided|opted|wanted|insisted|preferred) ..1 (to|on|it|not) ..1 (travel|book|take|buy|go|cheap*|wait|come|stay|not)
(wrongly|incorrectly|badly|not properly|not correctly) ..1 (filled|completed|signed|submitted|entered|filed|labelled|returned|registered)
(rejected|refused|blocked|cancelled|closed) ..1 (by|because|automatically)
(what|as) ..2 (screen|system|computer|script|software|form|manual) ..2 (told|says|said|tells|shows)
(open|available|reachable|staffed|at your disposal) ..2 (24|around|round|day and night|7|every day|all day)
(hotline|helpline|phone line|chat|app|website) ..2 (is|was|are) ..1 (available|open|there|reachable)
(year* running|award|awards|5 star*|best in|number 1|voted|ranked)
(we|i) (do|did|have done) (everything|all|our best|what we could|my best|my job)
(not|never) (responsible|liable|accountable|to blame)
(beyond|outside) (our|my) (control|hands|remit|responsibility)
(out of) (our|my) (control|hands)
(nothing to do with) (us|me|our)
(you|they|he|she) (were|was|have been|had been|are) [clearly|duly|well] (informed|warned|notified|advised|made aware|aware)
(standard|normal|usual) (practice|procedure|process|time|delay)
(protocol|procedure|process|workflow|guideline*|script|checklist) ..2 (was|were|is|has been|have been|requires) ..2 (follow*|respect*|appl*|observed|that)
(that is|is|it is) [just|simply] ..1 (how|way) ..3 (is done|done|works|work|do it|do things|set up)
(your|the) (request|case|complaint|ticket|file|claim) ..3 (processed|handled|treated|examined|reviewed|closed|dealt)
(other|previous) (agent|colleague|shift|team) ..4 (mistake|fault|responsible|told)
(our|company|hotel|store|house) policy
(says|written|marked|stated|printed|clear) ..3 (ticket|contract|website|site|booking|invoice|confirmation|terms|receipt|label)
policy is policy
(not|nothing) ..3 (allowed|allow|allows|permit*) ..3 (refund*|return*|exchange*|change*|cancel*|me|us)
(we are|i am|hotel is|company is) not (responsible|liable|to blame|in charge|obliged|required)
(nothing|no way) ..2 (do|done) (about|for|more|>)
(contact|call|ask|write to|speak to|turn to|check with|talk to) ..1 (@outsider|manufacturer|insurance|sales)
you ..1 (knew|were aware) ..4 (when|before|conditions|risk)
(that|this|it) is ..1 (airline|carrier|supplier|courier|bank|manufacturer|post|website) ..1 (problem|fault|responsibility|job|issue)
what ..2 (screen|system|computer) ..2 told
(form|request|claim) ..2 not ..1 (filled|completed|signed|submitted)
"""

INNOCENT = """
(our|my|all ours) (fault|mistake|error|doing|own)
(my|our) (mistake|fault)
(not hide|not ..1 say|rule made|rule was|rule has|rules of game|rule makes|change* ..1 rule|replaced ..1 procedure|set ..2 rule|rule to|rule we|remove* ..1 rule)
(policy|contract) (you hold|cover*)
(you are right|she is right|he is right|you were right|we made|i made|i pressed|we caused|sorry that|we owe|i owe)
i (read|have read|checked|asked) ..6 (for you|and)
(i|me) ..4 should have
we should have
you should not have
(sorry|apolog*|regret) (that|for|about|we|i|you) ..8
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
(we|i|us) ..5 ticked ..1 wrong
not your (choice|problem|decision|fault)
(and|so) you have been told
(we|i) do things here
(called|asked|told|informed|consulted|call|ask|tell) me
(next time|in future|please) follow
we do have
let me (check|ask|call|talk)
i will (ask|call|check|talk|contact)
"""
