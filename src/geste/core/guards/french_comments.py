"""French comments: how somebody is told off, told the price, or told that they always do it."""

BLAME = """
(auriez|aurais|aurait|devriez|devrais) ..2 du ..3 (demander|consult*|savoir|reflech*|attend*|inform*|refus*|dire non|dire|appel*|verifi*|preven*|penser|parler|remonter|escalad*|venir me)
(deviez|devais|fallait) ..2 (me demander|demander avant|consult*|reflech*|refus*|savoir)
auriez pas du
(aurais|auriez) pas du
devr* ..2 (savoir|avoir honte|le savoir)
que ..6 (passe|passait|passee|pris|prend|prit) ..3 (tete|prend|pris|vous a pris)
(vous a|qui vous) ..1 pris
(ou aviez|aviez) ..3 tete
a quoi ..2 (pensiez|pensais|jouez|joues)
qui ..4 (autorise|permis|valide|dit que vous|donne droit|dit de|approuve) ..3 (ca|faire|a|cette|geste|>)
qui a valide (ca|cette|ce)
pour qui ..4 prenez
comment ..2 (avez|pouvez|pu|as|oses|osez|pouviez|peut on) ..5 (pu|laisser|faire|croire|donner|dire|oublier|etre|agir)
(osez|oses|oser|culot|toupet)
pourquoi ..2 (avez|vous|diable) ..3 (fait ca|cede|pas demande|laisse|pas appele|dit oui|donne autant|accept*)
@mauvais
(mauvais|mauvaise|mauvaises|pietre|triste|sale|drole de) (decision|choix|idee|reflexe|jugement|appreciation|initiative|calcul|attitude|comportement|travail|gestion|exemple)
(manque|absence|defaut) ..2 (bon sens|jugement|discernement|rigueur|serieux|fermete|respect|professionnalisme|reflexion|discipline|recul|maturite|autorite)
(bon sens)
(peu|plus|davantage|mieux) de (discernement|jugement|rigueur|serieux|fermete|bon sens|reflexion|recul|retenue|professionnalisme|jugeote)
(utilis*|servez|serv*|branch*|laisse*|ou est|connect*|reflech*) ..2 (votre|vous) ..1 (cerveau|tete|neurones|jugeote|cervelle)
(reflech*|pensez|pense) ..2 (avant|fois|peu|prochaine|>)
(avez|etes|vous|a) ..2 (merde|plante|foire|rate|gaffe|outrepass*|ignore|desobei|meprise|contourne|transgress*|enfrein*|viole|bafoue|neglige|craque|depass* les bornes|nui|compromis|ridiculise|decredibilise|trahi|failli|derape|deconne|cede|passe outre|abime|terni|sape|court-circuite|manque a)
(merde|merdes|foirer|foire|chie|deconne|cafouille)
(tombe*|tomber|tombes) ..1 [dans] ..1 (panneau|piege|dedans)
(fait|fais|faire|faites|laisse*|laisser) ..2 (avoir|berner|rouler|manipuler|duper|embobiner|marcher dessus|pigeonner|manger|endormir|attendrir|faire par)
[vous] (laisser|laisse|laissez) ..2 faire (par|comme|>)
(pigeon*|dindon*|gogo|credule*)
(marche*|marcher) (dessus|sur pieds)
passe* pour (de|un) ..1 (idiots|imbeciles|guignols|rigolos|clowns|amateurs|faibles|pigeons|betes|charlots)
pass* pour ..1 (idiot*|imbecile*|guignol*|amateur*)
sans ..2 (autorisation|permission|accord|demander|reflech*|consult*|preven*|validation|meme demander|aval|feu vert|en parler|en referer|avertir|me prevenir)
(tout seul|toute seule|dans votre coin|de votre propre chef|derriere mon dos|dans mon dos|sans moi)
pas ..2 a vous de
pas (votre|de votre) (role|place|travail|ressort|boulot|affaire)
(outrepass*|depass*|exced*) ..2 (fonction*|role|prerogative*|limite*|borne*|attribution*|competence*|pouvoir*)
(decev*|decu*|deception|decoi*|decois) 
(attend*|esper*) ..2 (mieux|plus|autre chose|de vous|de votre|davantage) ..10
pas ..3 que je ..1 (attend*|esper*|veux|demande)
(croyais|pensais|imaginais|prenais|savais) ..3 (vous|plus) ..3 (plus|mieux|serieu*|profession*|capable|pour|patron)
(pas|loin|en dessous) ..3 (hauteur|niveau)
(experiment*|professionnel*|serieu*|digne) ..6 (aurait pas|aurait jamais|fait pas|ferait pas|agit pas|aurait)
(debutant*|stagiaire*|amateur*|gamin*|novice*|apprenti*)
(erreur|faute) de (debutant|amateur|jeunesse|stagiaire|gamin|jugement|parcours)
(enfant|gosse|gamin|stagiaire|enfant de|n importe qui|aveugle) ..3 (aurait|saurait|sait|comprend*|voit|aurait vu)
(aucune|pas ..1|la moindre|moindre) idee ..6 (comment|dont|facon|marche|metier|fonctionne|travail|ce que)
(pas|rien) ..1 (compris|comprenez|comprend*) ..4 (metier|travail|maison|regle*|role|rien)
(paie|paye|payons|embauche|recrute) ..1 [pas] ..2 [vous] ..2 pour
pas paye* pour
(avertissement|blame|sanction*|mise a pied|rappel a ordre|derniere chance)
(considere*|prene*|voyez) ..4 (avertissement|derniere|remarque|sommation)
(figurer*|notee*|inscri*|note|consigne*|verse*|ira|reste*|restera) ..3 (dans|a|au|sur) ..1 votre (dossier|evaluation|entretien|fiche)
(a oeil|a l oeil|oeil sur vous|surveill* vous|vous surveill*|de pres desormais)
(tien*|tenu*) ..4 responsable*
(parle*|parler|discussion|conversation|explication|entretien) ..5 (serieuse*|attitude|comportement|conduite|a propos de votre)
votre (attitude|comportement|conduite)
votre (decision|traitement|travail|gestion|initiative|geste|maniere|facon|reaction) ..6 (inacceptable|pas a|laisse a|mauvais*|pose|contestable|discutable|erron*|regrett*|inquiet*|hauteur|surpren*|incompre*|maladr*|deplor*|desastr*|catastroph*)
(justifi*|expliqu*) vous
(abstenir|abstene*|eviter*|evitez|cesse*|cessez|dispenser|arrete*) ..5 (initiative*|ce genre|a avenir|ca|decision*|comportement|fantaisie*)
que ..2 [se] ..1 (reproduise|recommence|arrive) ..2 (pas|plus)
(plus jamais|jamais plus|ce est derniere fois) ..2 (ca|>|que)
(pas|plus) ..2 (vous faire confiance|faire confiance|compter sur vous|confiance en vous|se fier)
(mal|peine|difficile*|du mal|rien|pas) ..1 [a] ..1 (comprend*|comprendre|saisir|saisis|concevoir|concois|m expliquer) ..3 votre (decision|choix|geste|raison*|logique|demarche)
comprends (mal|pas) votre
[et] ca se (dit|pretend|croit)
(saint|sainte|heros|heroine|mere teresa|pere noel|robin|samaritain*|sauveur|grand seigneur|bon prince)
(felicitations|bravo|chapeau) ..12 (menteur*|mentir|tricheur*|apprendre|triche*|arnaqu*|bradez|naif*)
(mentir|tricher|crier|raler|raleur*|menteur*) ..3 (paie|paye|marche)
(patron*|chef*|directeur|directrice|proprietaire) (maintenant|desormais|ici)
[que] (vous) ..2 (etiez|etes|est) ..4 (patron*|chef|proprietaire)
(tout sur vous|pour votre pomme|votre faute|votre probleme|ta faute)
(guere|pas|peu|moyennement) ..1 (apprecie|appreci*|ravi*|amuse*|content*|enchante*|satisfait*|impressionne*)
(reviens|revient|reviens|crois|comprends|arrive) pas ..2 [que] ..1 (vous|que|a croire)
(si|tellement|pourtant|trop) (difficile|complique|dur|sorcier)
pas (sorcier|complique|difficile)
(visiblement|manifestement|clairement|apparemment|de toute evidence) ..3 (vous|pas|rien|avez)
(vous avez|vous) pas (lu|ecoute|respecte|suivi|reflechi|pense|fait attention|compris|verifie) ..4
(pas) (lu|respecte|suivi) ..1 (consigne*|regle*|charte|procedure*|liste|note)
(mis|mise|met|mettez|place*) ..2 [moi|me|m|nous|equipe] ..3 (difficulte|porte a faux|embarras|mauvaise posture|merde|delicate)
(trop|bien trop|beaucoup trop|un peu trop) (gentil*|bon avec|bonne avec|tendre|mou|molle|faible|laxiste|indulgent*|conciliant*|facile*|coulant*|cool|genereu*|impulsif*)
(etes|ete|as ete|avez ete|etait) ..1 (desagreable*|froid*|sec|seche|agressif*|impoli*|malpoli*|mechant*|cassant*|grossier*|dur|dure|rude)
(mal|sechement|grossierement|durement) (parle|repondu|traite|recu|comporte|accueilli|agi)
[encore|deja] mal (parle|repondu|traite)
(point|point final|point barre) >
(pourquoi) ..4 (cede|craque|lache)
(ce est|etait) ..2 (cinema|comedie|du flan|mensonge|du vent)
(ce est|que ce est|ce etait) quoi ..3 (ce|delire|bordel|cirque|bazar|foutoir|travail|ces manieres)
(delire|bordel|cirque|foutoir)
serieux . qui
[donc] ..1 [avez] ..1 decide (ca|tout) ..3 seul*
(agi|decide) ..2 (sans|seul*|coup de tete|legere)
(a coup de tete|sur un coup de tete|a legere)
(je vous prie|priere|veuillez|merci) de ..3 (abstenir|plus|cesser|respecter|vous en tenir|ne pas recommencer|refrener)
(prochaine fois|a avenir|desormais) ..4 (reflech*|demande*|consult*|respect*|suivez|tenez|abstene*|evitez)
jouer ..1 (heros|genereux|grand*|bon)
croyez que argent
(brade*|bradez|bradent)
facile ..4 genereu*
combien de fois ..6 (vous|me) ..1 (dire|repeter)
vous ecoute* jamais
vous avez ..1 (gaspille|dilapide)
# par fenetre ..3 merci
"""

BLAME_INNOCENT = """
(je ai|nous avons|on a|je me suis|nous nous) ..3 (mauvais|trompe*|plante|fait|merde|rate)
(je|nous|on) (aurais|aurions|aurait) ..1 du
qu est ce que je aurais
(merci|bravo|content*|heureu*|fier*|joli|jolie|super|chapeau) ..2 (de|pour)
(bien fait|eu raison|bonne decision|courage)
(joli|jolie) ..2
auriez pas du ..1 avoir
(pas|besoin|jamais) ..3 [a|de] ..1 [vous] justifi*
pas a vous justifier
(mon|ma) ..3 (maladroit*|injuste*|erreur|faute|commentaire)
(etait|ete) ..1 injuste envers vous
(excuses|pardon|desole*)
(fausse|faux)
pas de vous
valide ..1 (nouvelle carte|nouveau|menu)
raconter histoire
"""

MONEY = """
(compte|rendez|rend|savez|sais|idee|imagine*|regard*|vu|voyez|songe*|pens*) ..6 (cout|coute*|coutent|couter|cout*)
(coute*|couter*|revient|revenir|cout) ..1 (nous|me|a hotel|a maison|hotel|equipe|maison|cher|trop|gros|bonbon|bras|fortune|beaucoup|les yeux|une fortune|un bras|un max|une blinde)
(nous|me) ..1 (coute*|revient|reviennent|couter*)
[un] fortune
(avez|a) ..1 coute ..4 (a|hotel|maison|equipe|si|cher)
(trop|si|bien|tres|assez|un peu|plutot|un poil) (cher|chere|chers|couteu*|onereu*|eleve*|genereu*|depens*|gros)
(cher|chere|chers) (paye*|pour|>)
(coute*|revient|paye*) ..1 (cher)
(couteux|couteuse|onereu*|exorbitant*|excessi*|disproportionn*|sale|salee|ruineu*|somptuaire*|dispendieu*|astronomique*)
(hors|sans|aucune) ..1 [de] proportion
(sort|sorti|pris|preleve*|part|vient|retir*) ..3 (sur|de|dans) ..2 @caisse
(explos*|plomb*|creus*|mang*|rogn*|grev*|diminu*|reduit|reduis*|entam*|fait sauter|bouff*|tue|tuer|rui*|amput*|crev*|depass*|pese*|vide*|pens* au|penser au|pens*|attention|impact*|engloti*|englout*|saign*|fonc*) ..5 @caisse
@caisse ..5 (explos*|part*|fond*|rouge|souffr*|plonge*|vide*|pas beaux|pas bons|baiss*|envol*|fondu|mauvais)
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
(beaucoup|bien|largement|nettement|vraiment|>|est|etait) trop ..1 (pour|>|eleve*|cher|genereu*|donne)
< trop (cher|pour|genereu*|eleve*)
ce est trop pour
beaucoup trop
(moitie|tiers|moins|somme|montant|dixieme|quart) ..6 (suffi*|aurait|auraient|assez|affaire)
(aurais|aurait|auriez|aurions) ..3 (donne|offert|propose|accorde|mis|suffi|pu) ..6 (#|moins|moitie|pas plus|grand maximum)
(bien|beaucoup) moins >
tirer ..1 (a|pour) ..2 moins
(trouve*|choisi*|prene*|propose*|offre*|cherche*|donne*) ..4 (moins cher|moins couteu*|meilleur marche|plus modeste|plus economique|plus raisonnable)
(moins cher|moins couteux) >
(depens*|donn*|pay*|offr*|lach*|mettre) ..2 (autant|tant|trop|a ce point)
(surveill*|attention|oeil|maitris*|limit*|redui*|mod*|freine*|regard*|economi*|serr*|gaffe) ..4 (depense*|cout|couts|frais|budget|portefeuille|caisse|sous|argent|ceinture|porte monnaie|vis)
(lache|claque|donne|file|gaspille|depense|jete|balance|perdu|brule|sorti|verse|offert|paye|crame|distribue|mis) ..2 # ..3 (sans|dans|pour|euros|>|comme|par|a)
# (par|de perdus|envoles|perdus|partis|foutus|jetes|en air|en fumee|de moins)
# ..4 (reverra*|reverrai*|reverrons|retrouvera*|revoit)
# . pour un
# pour un (cheveu|cafe|sourire|rayure|retard|repas|petit)
# ce est (un somme|beaucoup|enorme|une somme|cher|trop|pas rien|pas donne)
(cadeau*|largesse*|generosite*|faveur*) ..3 (pareil*|comme|a tout va|de|encore|tom|sans cesse)
(donne*|accorde*|offre*|lache*|va*) ..2 (maximum|max|plafond)
(donne*|distribue*|depense*|offre*) plus que
(encore|nouveau|nouvel) ..1 [un] ..1 (remboursement|cadeau|avoir|nuit offerte|remise|bon|dedommagement|geste)
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
"""

MONEY_INNOCENT = """
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
combien (coute*|couterait)
(chambre|livraison) (coute|est)
fait son journee
ouvert a heure
bonne fortune
"""

ABSOLUTE = """
vous ..4 (toujours|jamais|constamment|systematiquement|perpetuellement|eternellement|continuellement|sempiternellement|invariablement|regulierement|sans arret|sans cesse|tout le temps|tout temps|en permanence|continuel*|a longueur)
(toujours|jamais|constamment|eternellement) ..3 vous
votre ..2 (eternel*|sempiternel*|perpetuel*|habituel*|continuel*|constant*|incessant*)
sans (cesse|arret)
en permanence
arrete* pas ..2 de
(passe*|passez) ..2 [votre] temps a
[un] ..1 fois de plus
(encore) ..1 [un] fois ..4 (vous|votre|sans|pas|>|que)
encore et (encore|toujours)
(une nouvelle|nouvelle) fois
(chaque|toutes) ..1 fois (que|vous|je|on|il|nous|ca|pareil|meme)
a (chaque|tous) ..1 (fois|coup|coups)
(chaque) (semaine|jour|mois|nuit|service|lundi|week|fois|matin|soir) ..2 vous
tous (jours|soirs|mois|matins) ..2 vous
< [et] encore (vous|lui|elle|tom)
encore vous (>|combien|qui)
< encore _ >
_ encore >
encore ..6 encore
encore un ..6 (vous|votre|tom|lui)
encore ..4 de votre part
(vous avez|vous) encore ..3 (mal|oubli*|fait|donne|parle|depass*|rate|accorde)
ce est reparti (>|pour)
(ca|ce) recommence
recommence* ..3 (sans|encore|>|toujours)
combien de fois ..2 (faut|dois|vous|vais|devrai|il|je|faudra)
[pour] (100e|nieme|3e|2e|4e|5e|6e) fois ..2 [que] vous
ce est ..1 (3e|2e|4e|5e|6e|100e|deuxieme) fois (que vous|que tu|ce mois)
comme (d'habitude|toujours|de habitude|a votre habitude|a accoutumee|derniere fois|chaque fois|d habitude|les autres fois)
d'habitude
[ce est] ..1 (bien|tout|typique|du pur) ..1 [de] (vous|toi) ..1 (ca|>)
(typique|typiquement)
meme (histoire|chose|refrain|chanson|erreur|rengaine|cinema|probleme|cirque) ..4 (vous|avec|encore|chaque|toujours|que)
meme histoire
(toujours|encore) ..1 (memes|meme|pareil|comme ca|exception|pareille|ca|pour les memes)
comme toujours
pas ..1 (premiere|seule|1ere|2e|derniere) fois
(des que|sitot que|a peine) ..8 (vous|votre)
avec vous ..4 (toujours|jamais|chaque|sans|pareil|meme|encore|systemat*)
(manie|sale habitude|mauvaise habitude|facheuse|habitude|specialite|don) ..2 de
(jamais) ..3 (apprendre*|ecoute*|note|demande*|retenir|retiendr*|compris|utilise*|laisse*|prevene*)
(pas|pas meme) ..1 seule fois
pas un fois
pas un seule fois
(apprendr*|retiendr*|comprendr*) ..2 jamais
tout bout de champ
(il y a|y a) que vous
que vous pour
(a maintes|maintes|a plusieurs|nombreuses) reprises
maintes reprises
(perpetuellement|systematiquement|continuellement|inlassablement|constamment)
(vous|il) oubli* (toujours|encore|systematiquement|a chaque)
"""

ABSOLUTE_INNOCENT = """
(merci|remerci*|sauve|beau|belle|jolie|plaisir|genial*|bravo|super|adore*|sourire|trouvez|mots|reprend|idee|aimable*|gentil*|contente|content|pardon|desole*|excus*|aide*|aider)
jamais ..2 (a|besoin|impression|hesit*|obligat*|forc*|laisse ..2 seul)
(hesitez|hesite|change|changez|dites|dis) jamais
(transporteur|fournisseur|machine|panne|colis|appareil|systeme)
(elle|ils|nous|je|on) ..1 (toujours|jamais)
pouvez vous
toujours (un|bienvenu*|possible|dispo*|la|rappeler|valable)
vous avez jamais ..1 a
encore un (journee|instant|minute)
dej etait encore
"""
