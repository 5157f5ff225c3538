"""Minimising, in French: how it sounds when what a customer lived through is made small, or they are threatened."""

SAID = """
@eux ..5 (chance|bol|veine|chanceu*|pot)
(chance|bol|veine) (que|pour vous|vous)
estim* ..1 (heureu*|content*|chanceu*)
(heureusement|coup de chance) pour (vous|lui|elle)
(tire*|tirez|sort*|sortez) ..1 (bien|bon compte|a bon compte) (>|par|quand|malgre|comme|finalement)
fait grace
(ce est|ce etait|ca|y a|il y a|est|a dure|dure|dure*|n est|il) que ..1 (un|#|quelque*|petit*|peu)
que # (jour*|heure*|minute*|min|h|nuit*|semaine*|seconde*|degre*|mois)
(ce est|ce etait|ca fait|seulement|a dure|dure|juste|etait) ..1 (juste|seulement|a peine|simplement) ..2 (un|#|quelque*|petit*)
(juste|seulement|a peine) # (jour*|heure*|minute*|min|h|nuit*)
(pas|rien) ..2 (fin de monde|mort de homme|catastrophe|drame|tragedie|grave)
pas [bien|si|tellement] grave
(tout un|toute un|tout|toute) (histoire*|plat|fromage|montagne|drame|scandale|affaire)
(histoire|histoires|plat|drame|fromage|montagne|scandale|bruit) ..2 pour ..1 (rien|peu|si|un)
(beaucoup de|tant de) bruit
exager*
(dramatis*|sur reag*|surreag*|paniqu*|monter sur grands chevaux)
un drame
(susceptible|tatillon*|difficile*|pointilleu*|maniaque*|chochotte) >
sensible* (au|aux|a|a ce)
(on se calme|du calme)
calm* vous
(relax|zen|cool|detend*|respirez)
pas ..1 (peine|besoin|utile|lieu) ..2 (se|vous|de) ..2 (enerver|fach*|mettre|cri*|hauss*|enerv*|alarm*|plaind*|inquiet*)
pas ..2 de quoi
(inutile) de [vous] ..1 (enerv*|cri*|hauss*|plaindre|insister)
(ca|ces choses) [peut] arrive* (>|pas|a|souvent|parfois)
choses ..1 [qui] arrivent
(ce est|ainsi va) vie
(passez|passer|passe) ..2 autre chose
tourn* page
(aurait|auraient|pouvait) ..4 pire*
(vu|connu|entendu|eu) ..4 pire*
y a ..2 pire
au moins (ce|ca|il|elle|vous|on|rien|personne|votre)
(personne|aucun|nul|pas un) (de autre|autre|a|ailleurs|client|autre client|se est|ne|avant vous) ..4 (plain*|remarqu*|signal*|apercu*|rend*|derang*|reclam*|soucie*|gene*)
(presque) personne
(seul|seule|1er|premier|premiere|seuls) ..3 (a|qui) ..4 (plain*|remarqu*|apercevoir|derang*|avoir|signal*|reclam*|l)
(plupart|majorite|autres) ..1 (de) ..1 [notre|autres] ..1 (@gens|gens) ..5 (pas|tres bien|content*|satisf*|ador*|aim*|habitu*|trouv*)
vrais (problemes|soucis)
vrai probleme ailleurs
problemes de (riches|riche|pays|premier)
(gene|desagrement|incident|retard|probleme|inconvenient|prejudice|defaut) ..6 (mineur*|minime*|leger*|legere|negligeable*|limite*|insignifian*|relatif|relative|faible|modeste|banal*)
(petit|simple|leger) (contretemps|souci|desagrement|incident|inconvenient|retard|detail|probleme|accroc)
un detail
(details|broutille*|bagatelle*|peccadille*|vetille*)
(purement|simplement|uniquement|seulement) (esthetique*|cosmetique*|visuel*)
(tolerable*|supportable*|acceptable*|raisonnable*) >
(tout a fait|parfaitement|completement|totalement|absolument) (normal*|tolerable*|supportable*|acceptable*|courant*|banal*)
(malgre tout|quand meme|neanmoins|toutefois|tout de meme) ..4 (pu|profit*|benefici*|utilis*|marche*|dorm*|eu|recu)
(eu|recu|arriv*) ..2 au final
au final ..4 (pas|rien|donc|eu|recu)
mais ..2 (marchait|fonctionnait|marche|fonctionne)
(comparé|comparée|comparés|comparées|comparativement) ..1 (à|aux|avec) ..6
par rapport aux ..2 autres
rapport ..1 autres
de autres ..6 (longu*|pire*|semaines|mois|bien plus|encore plus|davantage|endur*)
de autres @gens ..8 (longu*|pire*|semaines|mois|plus)
(est|etait|sont) ..1 rien (>|du tout|a cote)
peu de patience
un peu de (patience|comprehension|indulgence)
(patience|patient) ..4 (aurait|vous)
(oubli*) ..3 (incident|affaire|ca|mesaventure)
encore (en vie|vivant*)
pauvre (de vous|vous|petit*|cheri*|chou)
(drole|curieux|bizarre|marrant|etonnant) ..3 (seul|premier)
(soyez|devriez|pouvez|devez|pourriez|faudrait|etre) ..3 (content*|heureu*|reconnaissant*|remerci*|satisfait*|estimer)
tout monde attend (>|ce|et|comme|son|ici)
(si @eux|sinon) ..8 (securite|police|avocat*|resili*|coupe*|coupons|clotur*|justice|porter plainte|portons plainte|annul*|raccroch*|descendre|debarqu*|expuls*|dehors|sort*|gendarm*|vigile*|poursui*|fiche*|exclu*)
(faute|defaut) de ..8 (clotur*|resili*|suspen*|poursui*|annul*|bloqu*)
(reserv*) ..2 droit
(engager*|entam*|exercer) ..3 (poursuite*|action*|procedure*|recours)
(suite judiciaire|suites judiciaires|action en justice|mise en demeure|huissier)
(clotur*|resili*|suspen*|coup*) ..2 (votre|son|ligne|compte|contrat) ..3 (definitivement|ferm*|compte|contrat|ligne|abonnement)
(compte|contrat|ligne) pourra* ..2 [etre] (clotur*|resili*|suspend*|coup*)
(prevenu|menac*|averti|avertie) ..4 (si|que si)
nouvelles de ..2 (avocat*|service juridique)
(notre|mon) (avocat*|service juridique)
a votre place je (insiste*|insister*|laisse*|passe*|ferais pas|dirais rien|me tairais|parlerais)
(peut|pourrait|pouvons|pourrions|pourra*) (encore|toujours|tres bien|aussi) ..2 (factur*|compt*|preleve*|annul*|refus*)
(jamais|pas) ..1 tué personne
(mort|morts) d'homme
(personne|nul) ..1 (est mort|est blessé|n'est mort)
mont* ..2 en épingle
(à part|hormis|excepté) (ça|cela) ..6
(autrement|bien|beaucoup) plus (à plaindre|grave*|embêt*|important*|malheureu*)
(bon côté|côté positif)
(agressif*|agressive|impoli*|difficile|virulent*) ..4 dossier
dossier ..6 (agressif*|agressive|impoli*|difficile|virulent*)
est ..1 de ça que il se agit
c'est (tout|ça) (le problème|votre problème|que)
(un mot|une insulte|une remarque) de plus et
(chercher|trouver|aller voir|voir) ..1 (un autre|une autre|ailleurs) ..1 (hôtel|magasin|opérateur|boutique|>)
(pour|que|juste|c'est|c'était) (quelques|deux trois) (gouttes|minutes|heures|jours|miettes|rayures|taches|degrés)
(à peine|presque pas|peu) ..1 (visible*|perceptible*|remarquable|gênant*)
(vous) ..2 (survivre*|en remettr*|en mourr*|vous en remettrez|y survivrez)
(pas|rien) ..2 (tragédie|drame|catastrophe|urgence|crime|insurmontable|dramatique|méchant)
(arrêtez|cessez|assez) de ..1 (plaind*|râl*|cri*|vous plaindre|gémir|hurler|geindre|pleurnich*)
(faire|faites|fait|faisiez) ..2 (scène|scandale|cinéma|comédie|tragédie|cirque|caprice)
(tout ce|autant de) (bruit|cirque|cinéma|foin|tintouin)
(vaut|valait|mérite) (pas|vraiment pas) ..2 (plainte|coup|peine|réclamation|scandale)
(première|seule) (fois|personne) ..4 (plain*|dit|entends|reproch*)
(jamais|pas) (eu|reçu) ..3 (plainte*|réclamation*|reproche*|remarque*)
(vous) ..2 (aviez|aviez l'air|sembliez|paraissiez) ..2 (content*|ravi*|satisfait*|heureu*) ..4
(pu|pourrait) être ..1 (plus|bien plus) (long*|froid*|sale*|tard*)
(où est|quel est|c'est quoi) ..1 (problème|souci|drame)
un peu de (bruit|poussière|pluie|chaleur|fumée|retard|saleté|eau)
(faut|faudrait|allez|finirez) ..2 (vous y habituer|s'y habituer|s'y faire|faire avec)
(attention|surveillez|mesurez|faites attention) ..2 (à ce que vous dites|votre ton|votre langage|vos paroles|vos propos)
(on a vu|y a) pire
(vaut|vaille|valait|mérite) ..2 (réclamation|peine|plainte|scandale|histoire)
(retard|attente|coupure|délai) de # (minutes|heures|min|h|jours)
(poser|pose|posé) ..2 problème à personne
pas ..2 (si|aussi|tellement) (terrible|grave|mal|dramatique|long|horrible|méchant)
pas aussi ..2 que vous
c'est rien
pas de (panique|drame|quoi en faire)
(ça arrive|arrive) ..2 (à tout le monde|partout|tous les jours|aux meilleurs|à n'importe qui)
vous ..1 (vous en remettrez|survivrez)
(devriez|devez|pouvez) ..3 (content*|heureu*|satisfait*) ..3
(pourquoi|faut pas) ..4 (énerv*|fâch*|mettre dans)
vous êtes ..1 trop (sensible|exigeant*|difficile|pointilleu*|susceptible)
"""

INNOCENT = """
(nous|on|je|me) ..3 (chance) ..3 (de|avoir|je)
je ai de chance
bonne chance
par chance
(porte|coup de) (bonheur|chance elle)
(dit|dis|dites|dire|entendu|dira|pas ..1 dire) ..8 (chance|heureux|estimer) ..8 (desole*|pas du|aurait pas|mais|auriez)
(jamais|pas) ..6 (client|dire) ..4 chance
(entendu|disait) que ..6 (heureu*|chance)
dit que vous aviez ..2 chance
pas ..2 seul ..3 (avoir ete|concerne|trompe|induit)
notre avocats (confirm*)
(que|qu) un (cle|moment|instant)
juste un (instant|moment|seconde|minute)
coup de chance elle
votre avocat
(est|etait) ..1 grave
laissez nous
(desole*|excus*|regret*) ..4 (attente|retard|colis|que)
(creditee|credite|offert*|surclass*) ..3 (compt*|ce jour)
montant etait
autre chance
que le # >
enveloppe
(désolé*|excus*|pardon|regrett*) ..6 (retard|attente)
(payé*|règlement) ..4 retard
remboursé ..6 retard
"""
