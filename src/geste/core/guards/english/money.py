"""Money, in English: how it sounds when whoever decided is told what it cost."""

SAID = """
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
# (down|gone|wasted|is a lot|is lot|for nothing|blown|euros gone)
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
(#|sixty|fifty|forty|thirty|eighty|ninety) for ..1 [a] (bunch|bouquet|box|bottle|taxi|cake|coffee|meal|lamp|router|hair|room|night|card)
(do|done) ..1 (math|maths|sums|arithmetic|calculation)
(in|into) ..1 red
(my|our) (quarter|month|year|week|targets|target|forecast|kpi*) ..4
(cheaper|less costly|less expensive|more economical) ..1 (way*|than|for|to|>)
(already|all) ..2 (spent|used up|blown|gone through|exceeded|over) ..3 (budget|envelope|money|allowance|month)
(explain|justify|account for) ..2 (bill|cost*|expense*|amount|spending|invoice|sum)
(would|could) ..2 (coffee|apology|card|drink|voucher|flowers|half|50|20|10|smile|sorry) ..3 (done|enough|do|sufficed|been enough|worked)
hurt* ..2 (bottom|margin|budget|us)
bottom line
(for|at) that (price|money|cost|amount) ..3 (could|would|i|we)
(sum|amount|figure|price|bill|total) ..2 (is|was|of) ..3 (enormous|huge|crazy|silly|insane|ridiculous|shocking|high|steep|big)
(huge|enormous|crazy|silly|insane|hefty|massive|big|tidy|princely) ..1 (sum|amount|bill|price|cost|figure|discount|refund|credit|money)
(over|above|beyond|exceed*|through|out of) ..1 budget
(budget|money|envelope) ..1 (is|will|does) ..1 (not|run*|tight|limited|gone|empty|finite)
(eats|eating|ate|cut|cuts|cutting|bites|bite) ..2 into
(profit|profitable|margin|margins) ..3 (zero|nothing|gone|thin|lost|suffer*|kill*)
(we|company|shop|hotel) ..3 (lost|lose|losing|lose) ..2 (money|#|on this|on that|out)
(save|saving|economi*) ..2 (money|wherever|every|where)
(penny|pennies|thrift*|frugal|purse strings|belt*|wallet)
(rich|millionaire*|deep pockets|bottomless|printing money)
(pay|paying|paid) ..2 (out of|for that out|price for|dearly)
(how much|what) ..2 (did|do|will|has) ..2 (that|this|it|you) ..2 (cost|spend|give away|set us back)
set us back
(price tag|steep|whopping)
(start|begin|try|stick|go|next time) ..2 something (smaller|cheaper|less)
(keep|keeps|continue|go on|stop) ..1 (giving|handing|throwing|spending|paying) ..3 (out|away|like|this|that|so|free|money|refunds)
why so (much|high|expensive|generous)
could ..2 have (offered|given|tried|proposed|used|done) ..3 (coffee|drink|voucher|apology|instead|less|smaller|dessert|half|cheaper|card)
(give|gave|given|offer*|refund*|paid|pay|spend|spent|hand*) ..1 (too|so|that) much
(cost*|this|it|they|these) ..2 add* up
(that|it|this) is ..1 a lot (>|for|of money)
# is ..1 a lot
was it ..2 (worth|necessary|needed)
(think|thinking) ..1 (about|of) ..1 (budget|cost*|money|margin|expense)
(cut|cutting|reduce|lower|bring down) ..3 (cost*|spending|expense*|refunds|credits)
over ..1 budget
how much ..3 (room|meal|night|gesture|refund|this|that) ..1 cost*
lose ..2 money
not free
expens* (gesture|decision|mistake|idea|way|night|guest|customer)
"""

INNOCENT = """
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
(blow*|blew) ..1 (this|it|that) out of proportion
(how much|what) (does|would|will|did) ..4 cost >
if you ..3 (lose|lost)
"""
