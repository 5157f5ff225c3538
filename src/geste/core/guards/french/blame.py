"""Blame, in French: how it sounds when somebody is told off, or judged, for what they decided."""

SAID = """
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
(avez|etes) ..2 (merde|plante|foire|gaffe|outrepass*|ignore|desobei|meprise|contourne|transgress*|enfrein*|viole|bafoue|neglige|craque|depass* les bornes|nui|compromis|ridiculise|decredibilise|trahi|failli|derape|deconne|cede|passe outre|abime|terni|sape|court-circuite|manque a)
(merde|merdes|foirer|foire|chie|deconne|cafouille)
(tombe*|tomber|tombes) ..1 [dans] ..1 (panneau|piege|dedans)
(fait|fais|faire|faites|laisse*|laisser) ..2 (avoir|berner|rouler|manipuler|duper|embobiner|marcher dessus|pigeonner|manger|endormir|attendrir|faire par)
vous (laisser|laisse|laissez) ..2 faire (par|comme|>)
(pigeon*|dindon*|gogo|credule*)
(marche*|marcher) (dessus|sur pieds)
passe* pour (de|un) ..1 (idiots|imbeciles|guignols|rigolos|clowns|amateurs|faibles|pigeons|betes|charlots)
pass* pour ..1 (idiot*|imbecile*|guignol*|amateur*)
(vous|agi|decide|lache|donne|accorde|avoir) ..6 sans ..2 (autorisation|permission|accord|demander|reflech*|consult*|preven*|validation|meme demander|aval|feu vert|en parler|en referer|avertir|me prevenir)
(agi|decide|fait) ..4 (tout seul|toute seule|sans moi)
(dans votre coin|de votre propre chef|derriere mon dos|dans mon dos)
pas ..2 a vous de
pas (votre|de votre) (role|place|travail|ressort|boulot|affaire)
(outrepass*|depass*|exced*) ..2 (fonction*|role|prerogative*|limite*|borne*|attribution*|competence*|pouvoir*)
(decev*|decu*|deception|decoi*|decois)
(attendais|espérais|attendait) ..2 (à mieux|mieux|à plus|plus|autre chose|de vous|de votre|davantage)
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
(plus jamais ca|jamais plus ca|ce est derniere fois que)
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
(en reviens|en revient|en crois|comprends) pas ..2 [que] ..1 (vous|que|a croire)
(si|tellement|pourtant|trop) (difficile|complique|sorcier)
pas (sorcier|complique|difficile)
(visiblement|manifestement|clairement|apparemment|de toute evidence) ..3 (vous|pas|rien|avez)
(vous avez|vous) pas (lu|ecoute|respecte|suivi|reflechi|pense|fait attention|compris|verifie) ..4
(pas) (lu|respecte|suivi) ..1 (consigne*|regle*|charte|procedure*|liste|note)
(mis|mise|met|mettez|place*) ..2 [moi|me|m|nous|equipe] ..3 (difficulte|porte a faux|embarras|mauvaise posture|merde|delicate)
(trop|bien trop|beaucoup trop|un peu trop) (gentil*|bon avec|bonne avec|tendre|mou|molle|faible|laxiste|indulgent*|conciliant*|facile*|coulant*|cool|genereu*|impulsif*)
(etes|as ete|avez ete) ..1 (desagreable*|froid*|sec|seche|agressif*|impoli*|malpoli*|mechant*|cassant*|grossier*|dur|dure|rude)
(mal|sechement|grossierement|durement) (parle|repondu|traite|recu|comporte|accueilli|agi)
[encore|deja] mal (parle|repondu|traite)
(point|point final|point barre) >
(pourquoi) ..4 (cede|craque|lache)
(ce est|etait) ..2 (cinema|comedie|du flan|mensonge|du vent)
(ce est|que ce est|ce etait) quoi ..3 (ce|delire|bordel|cirque|bazar|foutoir|travail|ces manieres)
(delire|bordel|cirque|foutoir)
serieux . qui
[donc] ..1 [avez] ..1 decide (ca|tout) ..3 seul*
(avez|est) (agi|decide) ..2 (sans|seul*|coup de tete|legere)
(a coup de tete|sur un coup de tete|a legere)
(je vous prie|priere|veuillez|merci) de ..3 (abstenir|plus|cesser|respecter|vous en tenir|ne pas recommencer|refrener)
(prochaine fois|a avenir|desormais) ..4 (reflech*|demandez|consultez|respectez|suivez|tenez|abstene*|evitez)
jouer ..1 (heros|genereux|grand*|bon)
croyez que argent
(brade*|bradez|bradent)
facile ..4 genereu*
combien de fois ..6 (vous|me) ..1 (dire|repeter)
vous ecoute* jamais
vous avez ..1 (gaspille|dilapide)
# par fenetre ..3 merci
(bien joué|bravo|félicitations|beau travail|bien) ..1 pour ..3 (piège|coup|avoir|bourde|gaffe)
(piège|panneau)
(demande|doute|interroge) ..1 si vous ..3 (êtes|place|fait*|capable*|savez|devriez|pouvez)
(à votre place|fait pour) ..1 (à|ce|ici|au|aux)
pas ..1 (malin*|maligne|futé*|intelligent*|brillant*|fameux|glorieux|terrible|professionnel*|sérieu*)
(n'importe qui|tout le monde|même un|le premier venu) ..8 (aurait|saurait|verrait|sait|voit) ..3 (vu|su|compris|fait|remarqué|que|ça)
vu venir
(apprendre|apprenez|apprends|savoir|sachez) ..2 dire non
pas comme ça que ..2 (on|nous|ça) ..3
on vous ..2 (l'a dit|a dit|avait dit|a prévenu|avait prévenu|l'avait dit)
(j'ai|on a|nous avons) honte
(je suis|suis|on est) ..1 (furieu*|choqué*|atterré*|consterné*|déçu*|en colère|fâché*|stupéfait*|effaré*|excédé*|navré*)
(effleur*|travers*|venu) ..2 (pas|esprit|à l'esprit)
(idée|réflexe) de ..6 (effleur*|travers*|pas venu*)
(laissiez|laisser|laissez|laisse) ..3 à (ceux|celles|d'autres|des gens|des professionnels)
(craqué|cédé|flanché|plié) ..1 (à|au|devant|dès|trop|comme|>)
(savez|saviez|connaissez|connaissiez) ..1 (très bien|parfaitement|pourtant|pertinemment)
pas ..1 (réfléchi|pensé|anticipé|mesuré)
(quel genre|quelle sorte) de
(c'est|c'était) ..1 (trop|si) (demand*|difficile|compliqué|dur)
(pas|in) (acceptable*|tolérable*|admissible*|digne|sérieux)
(fiasco|désastre|bévue|gâchis|bazar|farce|catastrophe|ratage|gabegie)
(répare*|rattrap*|ramass*|nettoy*|recoll*) ..3 (derrière vous|vos bêtises|vos erreurs|les morceaux|vos conneries|après vous)
(votre|c'est) ..1 (faute|bêtise|erreur de jugement|échec|orgueil)
(incapable*|inapte*|maladroit*|lâcheté|mollesse|faible|inconséquence|complaisan*|fautif*|fautive)
(grave|grosse|énorme|lourde|belle|monumentale) (erreur|faute|bêtise|bourde|gaffe|bévue)
(vous) (devez|devriez|allez devoir) ..1 (arrêter|apprendre|suivre|demander|réfléchir|vous ressaisir|grandir|cesser)
(ressaisi*|réveill*|secou*) vous
(pas|nullement) (autorisé*|habilité*|en position|en droit) ..1 (à|de) (décider|donner|accorder|promettre|offrir|faire)
(conséquence*|réprimand*|sermon*|remontrance*|recadr*)
(fallait|faut|falloir) ..1 (m'appeler|me demander|me prévenir|me consulter|m'en parler|m'avertir|me réveiller)
comprends pas ..1 pourquoi vous
(être|soyez|montrez vous|vous montrer) ..1 plus (ferme*|strict*|dur*|prudent*|vigilant*|professionnel*|attentif*|attentive|exigeant*|rigoureu*|sérieu*)
pas ..2 content* ..6 (façon|manière|vous|votre)
(distribue|fait|donne|offre) pas ..3 (cadeaux|nuits|argent|remises)
(laissé*|laissez) ..2 (profiter|abuser|mener|marcher)
(profit*|abus*) de vous
(en a|en avait|en avons|on a) ..2 déjà parlé
(allé*|êtes allé) trop loin
pourquoi ..1 avez vous pas
pourquoi vous avez pas
vous avez ..1 (tort|mal agi|mal fait|mal géré|mal réagi|mal jugé)
vous avez eu tort
(faites|fais|faire) ..1 [plus] attention
(arrêtez|cessez) de ..3
(inquiet|inquiète|préoccupé*|surpris*|étonné*|ennuyé*|contrarié*|mécontent*) ..3 (votre|vous|décision)
vous avez fait ..2 (erreur|bêtise|mauvais choix|faute)
(vous rendez|rendez vous) compte de ce que vous
ça (va pas|ne va pas)
(décision|geste|choix) légère*
"""

INNOCENT = """
(je ai|nous avons|on a|je me suis|nous nous) ..3 (mauvais|trompe*|plante|fait|merde)
(je|nous|on) (aurais|aurions|aurait) ..1 du
qu est ce que je aurais
(merci|bravo|joli|jolie|super|chapeau) ..2 (de|pour)
(suis|sommes|etais|serais|est) [si|bien|tellement] (content*|heureu*|fier*|ravi*)
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
(note|noté|inscrit*) ..3 votre dossier que vous (préférez|aimez|souhaitez)
(pour|notre|un|le) ..1 point >
soupe
note dans votre dossier que vous avez
(nous|je|on) ..2 (arrêter|arrêtons) de
attention (assiette|à la marche|c'est chaud|chaud)
faites attention (à vous|assiette|marche)
(sans|avec) ..1 (personne|aucun chef|chef) ..3 a qui (demander|parler|poser|faire appel)
(jamais|pas) ..5 il faut me (réveiller|appeler|demander)
"""
