"""Money, in French: how it sounds when whoever decided is told what it cost."""

SAID = """
(compte|rendez|rend|savez|sais|idee|imagine*|regard*|vu|voyez|songe*|pens*) ..6 (cout|coute*|coutent|couter|cout*)
(coute*|couter*|revient|revenir|cout) ..1 (nous|me|a hotel|a maison|hotel|equipe|maison|cher|trop|gros|bonbon|bras|fortune|beaucoup|les yeux|une fortune|un bras|un max|une blinde)
(nous|me) ..1 (coute*|revient|reviennent|couter*)
[un] fortune
(avez|a) ..1 coute ..4 (a|hotel|maison|equipe|si|cher)
(trop|si|bien|tres|assez|un peu|plutot|un poil) (cher|chere|chers|couteu*|onereu*|eleve*|genereu*|depens*|gros)
(cher|chere|chers) (paye*|pour|>)
(coute*|revient|paye*) ..1 (cher)
(couteux|couteuse|onereu*|exorbitant*|excessi*|disproportionn*|ruineu*|somptuaire*|dispendieu*|astronomique*)
(hors|sans|aucune) ..1 [de] proportion
(sort|sorti|pris|preleve*|part|vient|retir*) ..3 (sur|de|dans) ..2 @caisse
(explos*|plomb*|creus*|mang*|rogn*|grev*|diminu*|reduit|reduis*|entam*|fait sauter|bouff*|tue|tuer|rui*|amput*|crev*|depass*|pese*|vide*|pens* au|penser au|pens*|attention|impact*|engloti*|englout*|saign*|fonc*) ..5 @caisse
@caisse ..5 (explos*|fond*|rouge|souffr*|plonge*|vide*|pas beaux|pas bons|baiss*|envol*|fondu|mauvais)
(frais|couts|depenses|charges) ..3 (envol*|explos*|grimp*|flamb*|deriv*)
adieu ..1 [mon|notre] ..1 @caisse
(jet*|gaspill*|dilapid*|brul*|flamb*|cram*|claqu*|perd*|perdu|balanc*|distribu*|dispers*|dépens*|depens*|foutu|lach*|file*|refile*|tant de|beaucoup de|trop de|plein de) ..5 (@sou|#|recette*|fenetre*|maison|nuit)
argent ..3 (pousse|arbres|fenetre*|tombe|autres|maison|facile|en air|par)
(par) ..1 (fenetre|fenetres)
(chaque|un) (euro|centime|sou) ..1 (compte|est un)
[un] sou est un sou
(peut|pouvons|peux|peuvent|pourra) ..2 (pas|plus) ..2 (permettre|payer|suivre|assumer|offrir ca|continuer)
(pas|plus) les moyens
pas moyens
pas ..2 (oeuvre|banque|vache|mecene|distributeur|charite|association|restos|croix rouge|guichet|secours)
roule* pas sur or
pas sur or
(faillite|ruine|ruiner|couler|dans le rouge|banqueroute|sur la paille|paille)
(qui|et qui) ..2 [va] ..1 (payer|paie|paye|regle*|finance*|note) ..2 (ca|tout|facture|note|addition|>)
(paie*|paye*|payer) ..3 avec quoi
avec quoi ..4 (paie*|paye*|payer)
(cles|clefs|cle) ..3 (coffre|caisse)
(champagne|caviar)
(beaucoup|bien|largement|nettement|vraiment|>|est|etait) trop (pour|eleve*|cher|genereu*|donne)
< trop (cher|pour|genereu*|eleve*)
ce est trop pour
beaucoup trop
(moitie|tiers|moins|somme|montant|dixieme|quart) ..6 (suffi*|aurait|auraient|assez|affaire)
(aurais|aurait|auriez|aurions) ..3 (donne|offert|propose|accorde|mis|suffi|pu) ..6 (#|moins|moitie|pas plus|grand maximum)
tirer ..1 (a|pour) ..2 moins
(trouve*|choisi*|prene*|propose*|offre*|cherche*|donne*) ..4 (moins cher|moins couteu*|meilleur marche|plus modeste|plus economique|plus raisonnable)
(moins cher|moins couteux) >
(depens*|donn*|pay*|offr*|lach*|mettre) ..2 (autant|tant|trop|a ce point)
(surveill*|attention|oeil|maitris*|limit*|redui*|mod*|freine*|regard*|economi*|serr*|gaffe) ..4 (depense*|cout|couts|frais|budget|portefeuille|caisse|sous|argent|ceinture|porte monnaie|vis)
(lache|claque|donne|file|gaspille|depense|jete|balance|perdu|brule|sorti|verse|offert|paye|crame|distribue|mis) ..2 # ..3 (sans|dans|pour|euros|>|comme|par|a)
# (par fenêtre|par terre|de perdus|envoles|perdus|partis|foutus|jetes|en air|en fumee|de moins)
# ..4 (reverra*|reverrai*|reverrons|retrouvera*|revoit)
# . pour un
# pour un (cheveu|cafe|sourire|rayure|retard|repas|petit)
# ce est (un somme|beaucoup|enorme|une somme|cher|trop|pas rien|pas donne)
(cadeau*|largesse*|generosite*|faveur*) ..3 (pareil*|comme|a tout va|de|encore|tom|sans cesse)
(donne*|accorde*|offre*|lache*|va*) ..2 (maximum|max|plafond)
(donne*|distribue*|depense*|offre*) plus que
encore [un] (remboursement|cadeau|avoir|nuit offerte|remise|dedommagement|geste)
(compta|comptabilite|finance*|comptable|controleur|direction|siege|patron) ..4 (demand*|plain*|reclam*|appel*|interrog*|fait remarquer|tique*) ..8 (cout*|cher|argent|montant|depens*|pourquoi|chiffre*|somme)
(dedommagement|montant|geste|remboursement|avoir|remise|somme|compensation) ..5 (excessif*|eleve*|gros*|trop|demesur*|hors|exager*|important*|genereu*)
(dilapid*|gaspill*|brad*|flamb*)
votre generosite
(facile|beau|joli|bien) ..3 genereu*
payer ..6 genereu*
genereu* avec ..1 argent
(serre*|serrer) ceinture
economi* de bouts
[a] ce rythme
bon marche
pas donne
(#|soixante|quatre vingt) pour (un|une|du|des|le|la) (bouquet|bouteille|taxi|gâteau|repas|lampe|box|chambre|nuit|carte|boîte|cheveu)
(faites|fais|faisons|refaites|fait) ..1 (calcul*|compte*|addition)
dans le rouge
(mon|notre) (trimestre|mois|année|semaine|objectif*|prévision*) ..6 (bien|jusqu|fichu*|mort*|tombe*|plomb*|atteint*|mal)
(moins|plus) (coûteux|coûteuse*|économique*|cher|chère*|raisonnable*) ..2 (de|pour|que|>)
(déjà) ..2 (mangé|dépensé|épuisé|consommé|dépassé|bouffé|vidé) ..3 (enveloppe|budget|argent|tout|moitié)
(expliqu*|justifi*) ..2 (facture|coût|dépense*|montant|note|somme|addition)
(café|excuse*|carte|verre|bon|fleurs|moitié|50|20|10|sourire) ..2 (aurait|auraient|n'aurait) ..2 (suffi|fait)
(résultat|résultats|compte*|marge*|chiffre*) ..2 (s'en ressent*|en pâti*|trinqu*|souffr*|en pren*)
(à|pour) ce (prix|montant|tarif) ..3 (pourrait|pouvait|aurait|on|autant)
(somme|montant|facture|note|addition|total) ..2 (énorme*|folle|fou|dingue|délirant*|rondelet*|lourd*|salé*|indécent*)
(énorme|folle|sacrée|jolie|belle|grosse|rondelette) (somme|facture|note|ardoise|addition|remise)
(au delà|au dessus|hors|dépass*) ..1 (du|de) budget
(budget|argent|enveloppe) ..1 (est|n'est|sera|va) ..1 (pas|vide|serré|limité|extensible|épuis*|fini)
(pas|n'est) ..1 extensible*
(rogn*|grignot*|mord*|tape*|pioch*) ..2 (sur|dans)
(bénéfice*|marge*|profit*|rentab*) ..3 (zéro|rien|nul*|disparu*|envol*)
(on|maison|hôtel|société) ..3 (perd*|perdu) ..2 (argent|#|dessus|gros)
(économis*|épargn*) ..3 (@sou|maison|caisse|budget)
(sou|centime|euro) ..1 (est un|près)
(rentier*|millionnaire*|milliardaire*|planche à billets|puits sans fond|robinet)
(combien|ce que) ..2 (ça|cela|vous) ..2 (coûté|coûte|dépensé|a coûté|revient)
(ardoise|gouffre|hémorragie)
(générosité|largesse|générositée) ..6 (coût*|prix|cher|résultat|pay*)
généreux mais
(commenc*|essay*|prochaine fois) ..4 (plus petit|moins cher|plus modeste|moins gros)
pourquoi (autant|tant|si cher|si généreux|une telle somme)
(auriez|aurait|aurais) pu (proposer|offrir|donner|essayer|tenter) ..3 (café|verre|bon|à la place|moins|excuses|dessert|moitié|plutôt)
(continuer|continue|arrête*|cesse*) ..2 (à|de) ..1 (offrir|donner|distribuer|dépenser|payer|jeter|rembourser) ..3
(savez|sais|demandé) ..3 combien ..1 coût*
(donn*|offert|remboursé|payé|dépensé) ..2 (trop|autant|tant)
(finit|finissent) par ..2 (chiffrer|coûter|peser)
c'est (énorme|beaucoup|une somme|trop cher)
(pensez|pense|penser|songez) ..2 (au budget|aux coûts|à la marge|aux dépenses|à l'argent|au coût)
(perd|perdons|perdez|perdre) ..2 argent
(réduire|baisser|diminuer|couper|limiter) ..3 (coûts|dépenses|remboursements|frais|gestes)
(dépassé|dépasse|explosé) ..2 budget
(valait|vaut) il ..2 (coup|peine|prix)
pas gratuit*
"""

INNOCENT = """
(coutera*|coute|cout) ..1 (rien|zero|0)
vous coutera rien
valait ..3 (centime|cout|coup)
(cout) (va|est|de|sur|a)
impute ..1 cout
budget (passe|de geste*|geste*|est)
reunion budget
a reparer
(prix) (de nuit|de revient|d une|de un)
ce est prix
(remplace|remplacer) pas
montant etait juste
(merci (de|pour|a)|genial|bravo ..1 pour|super idee)
pas cher et
(argent) (est) ..2 (deja|sur votre)
combien couterait
(chambre|livraison) (coute|est)
fait son journee
ouvert a heure
bonne fortune
(combien|ce que) ..3 (coûte|coûtera) ..2 (livraison|pour moi|client)
(c'est énorme|c'est beaucoup) (merci|pour)
"""
