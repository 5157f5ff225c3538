"""French replies: how a customer is refused because of the others, made small, or told about us instead of the issue."""

PRECEDENT = """
si ..4 @faire ..9 @tous
si ..6 (fois|un seul|oui) ..7 (@tous|ils) ..3 @vouloir
(des lors que|de lors que|une fois que|quand|lorsque) ..5 @faire ..9 @tous
(peux|peut|pouvons|pourrais|saurais|saurions|pouvez|puis|impossible) ..2 (pas|plus|guere|de) ..4 @faire ..6 @tous
(pas|plus) ..3 @faire ..4 pour (elle|lui|vous) ..8 autres
(fais|faire|fait|offre*|donne*|faveur|exception|accorde*) ..5 pour un ..6 (tous|tout|autres|reste)
(offre*|donne*|accorde*) ..4 un @personne ..8 (@tous|ils) ..3 (@vouloir|tous)
exception* ..8 (@tous|tous)
@tous ..8 exception*
(pas|aucune|sans|ni|impossible) ..4 exception*
exception ..2 (entrain*|amen*|appel*)
exception individuelle
(cree*|creer*|creera*|constitu*|etabli*|fait|ferait|faire|serait|poser*|pose) ..3 precedent
(dangereux|facheux|mauvais) precedent
porte ouverte
ouvr* ..2 (porte|vannes|brech*|boite)
(engrenage|pente glissante|effet boule|boite de pandore|appel air|appel de air)
(sinon|apres|autrement|ou alors|ensuite|demain|bientot|semaine prochaine|et puis|alors) ..6 @tous ..6 (@vouloir|tous|savoir)
@tous (va|vont|voudra*|voudrai*|pourra*|viendr*|demander*|serai*|risqu*) ..4 (@vouloir|demander|savoir|attendre|plaindre)
ou (irait|va|irions|irons|allons|vait) ..2 [on|nous] ..2 si
ou irait on
(imaginez|imagine|supposez|pensez) ..2 (@tous|si @tous)
et si tout monde
(pas|peu|in|guere) ..2 (juste|equitable|correct|honnete) ..4 (@tous|pour|envers|vis)
(injuste|inequitable|injustice) ..4 (pour|envers|vis|a)
(egalite|equite|principe de egalite) ..3 (traitement|entre|vis|de @gens|de @personne)
(souci|principe|raison) ..3 (egalite|equite)
trait* ..5 (pareil|egal*|differemment|meme facon|meme maniere|autrement)
(pareil|meme chose|memes|meme) ..3 pour (tous|tout|chacun|@gens)
(regle|regles|tarifs|conditions) ..3 memes
(coheren*) ..8 (@tous|@gens)
traitement* ..2 (faveur|special|particulier|meme)
passe droit*
ce que (je|on|nous) (fais|fait|accorde|faisons) ..2 pour un
(dois|devrais|devoir|devrai|devrions|devrait|doit|faut|faudrait|faudra|fallait|oblig*|tenu*|contrain*|devons|forc*) ..7 (@faire|en faire|proposer) ..7 (@tous|tous)
(devient|deviendra*|devenir|deviendrait|cree*) ..3 (norme|habitude|regle|usage|coutume)
(comment|pourquoi) ..3 (dis|dire|refus*) ..2 non ..2 aux
(comment|que|quoi|qu) ..3 (dis|dire|dirai|explique*|repondre|reponds) ..2 (aux|a) ..1 (autres|suivant*|personne|prochain*|gens|clients)
dis quoi ..8
pourquoi pas (eux|moi|nous|lui)
(demander|demandent|demanderont) pourquoi
(si|quand) ..2 (ca se savait|se sait|s apprend|bruit court|ca se sait|cela se savait)
si ca se (savait|sait|apprend)
(dire|disent|diront|raconter*|repeter*|passer ..1 mot) ..3 tout monde
(en finir|plus de fin|jamais fini|pas fini)
pas ..2 seul ..1 @personne ..6 si
autres ..4 (attend*|paye*|patient*) aussi
(@tous|clients) ..4 (pas|jamais) ..2 (benefici*|recu*|eu|droit|obten*)
(penser|songer|pensons) ..3 (autres|nombreux|tous|ensemble)
(centaines|milliers|dizaines) ..3 (demandes|reclamations|requetes|dossiers|autres|courriers)
(amener*|conduir*|incite*|pousse*|encourage*) ..4 @tous ..3 @vouloir
(surclass*|rembours*|offr*|donn*) ..2 (tout|toute|chacun) ..2 (avion|vol|hotel|rue|immeuble|eux|monde|salle)
tous @gens ..2 (pareil*|egaux|memes)
derog* ..8 (@tous|regle)
"""

PRECEDENT_INNOCENT = """
(pas|aucun|sans) ..1 precedent
(tout monde|tous|chacun|chacune) ..3 (droit|merite*|content*|credit*|accord|courant|adore*|se trompe|auron*)
(ferais|ferons|ferai|fera) ..2 (meme) ..2 (chose|pour)
faites passer
pas ..2 seul ..6 (trompe|induit|erreur|concerne)
si ..3 (reste|oublie|recasse)
autre chose
"""

MINIMISING = """
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
(tout un|toute un|un) (histoire*|plat|fromage|montagne|drame|scandale|affaire) ..2
(histoire|histoires|plat|drame|fromage|montagne|scandale|bruit) ..2 pour ..1 (rien|peu|si|un)
(beaucoup de|tant de) bruit
exager*
(dramatis*|sur reag*|surreag*|paniqu*|monter sur grands chevaux)
un drame
(susceptible|tatillon*|difficile*|pointilleu*|maniaque*|chochotte) >
sensible* (au|aux|a|a ce)
calm* (vous|>)
calm* vous
(relax|zen|cool|tranquille|detend*|respirez)
pas ..1 (peine|besoin|utile|lieu) ..2 (se|vous|de) ..2 (enerver|fach*|mettre|cri*|hauss*|enerv*|alarm*|plaind*|inquiet*)
pas ..2 de quoi
(inutile) de [vous] ..1 (enerv*|cri*|hauss*|plaindre|insister)
(ce|ca|ces choses|choses) ..4 arriv* (>|pas|a|souvent|parfois|que)
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
compar* ..1 (a|aux|avec) ..6
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
a votre place je
(peut|pourrait|pouvons|pourrions|pourra*) (encore|toujours|tres bien|aussi) ..2 (factur*|compt*|preleve*|annul*|refus*)
"""

MINIMISING_INNOCENT = """
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
"""

DEFLECTION = """
(ce est|ce sont) [que|dans|bien|comme ca] [notre|votre|un] @regle
(selon|conforme*|conformement|suivant|suivi|applique*|respect*|application|vertu|prevu|prevoit|suivre|suis|applique|appliquons|observ*|strict) ..6 @regle
(reglement|regles|procedure*|politique|conditions|consignes|contrat) ..1 (dit|disent|prevoi*|stipul*|exig*|impos*|interdi*|oblig*|veut|veulent|precis*|indiqu*)
(explique|informe|informee|dit|rappele|renvoye*|expose|cite|oriente*|communique|indique) ..6 (procedure*|reglement|regle*|heure limite|conditions|faq|politique|consigne*|delai*|site)
@regle ce est ..1 @regle
(politique|regle|regles|reglement) ..2 (maison|interne*|hotel|magasin|compagnie|groupe|enseigne)
procedures internes
(comme|ainsi que|tel que) ..3 (dit|explique|indique|mentionne|precise|signale|rappele|annonce|ecrit|convenu|deja|stipule)
[ne] (peux|puis|peut|pouvons) que ..1 (repeter|redire|confirmer|rappeler|renvoyer|constater|reiterer|inviter)
(suivi|respecte|applique|observe|suivies|respectee*|appliquee*|respectes) ..4 (@regle|lettre|etapes|delai*)
delai* ..1 respecte*
a lettre
pas ..2 (moi|nous) qui ..4 (regle*|decid*|fix*)
que travailler ici
[je] ..2 travaille* ici
(comme ca|ainsi) ..3 (ici|que ca marche|marche|fonctionne|systeme|chez nous)
(ordinateur|systeme|logiciel|machine|informatique|ecran|outil|application) ..4 (refus*|permet|laisse|accept*|bloqu*|dit|empech*|veut|interdit|pas)
(peux|peut|pouvons|puis|pourrai|pourra) ..1 [y] ..1 rien
rien ..3 (faire|peux|peut|pouvons) ..1 (>|de plus|pour vous|ce est|a faire|malheureusement)
y (peux|pouvons|peut) rien
mains ..2 liees
(pas|plus) ..1 [de] ..1 (mon|notre) ..1 ressort
pas ..2 (autorise*|habilite*|mandat*|en mesure|pouvoir|droit|competent*|qualifie*|main)
(siege|direction|hierarchie|haut lieu|en haut|responsables|service central) ..3 (decid*|qui|tranch*)
(pas|ni) ..2 (mon|notre) ..1 (service|faute|probleme|responsabilite|domaine|affaire|rayon|metier|role|boulot|erreur|choix|fait)
pas (nous|moi) (ce est|mais|c'est|>)
ce est [la faute de|un probleme de|a] @autrui (>|qui|de|et|pas)
(voir|relève*|ce est|gere par) ..3 (un|de) autre* (service|departement|equipe|interlocuteur|societe|agence)
(voir|adresse*|contact*|appele*|tourn*|rapproch*) ..3 (avec|vers|de|a) ..1 (eux|@autrui|autre)
(equipe|service) ..3 qui ..2 (gere*|traite*|occupe*|decid*) ..4 [pas|et non] ..2 nous
@autrui ..7 (responsable*|faute|en cause|incomb*|imput*)
(imputable*|due|du|incomb*) ..2 (a|au) ..2 @autrui
(faute|erreur|panne|probleme|dysfonctionnement|cause|souci|origine) ..3 (vient|provient|venait|venant|se situe|relève) ..3 (vous|votre|client|cliente|appareil|chez|equipement|installation|manipulation|livreur|transporteur)
et non ..2 (notre|nous) 
(fallait|auriez du|auriez pu|aurait du|aurait pu|aviez qu|suffisait|devait|deviez|aurait fallu|aurait ete preferable) ..3 (lire|nous dire|dire|verifi*|appel*|contact*|prevenir|reserv*|venir|arriv*|signal*|nous|regard*|consult*|demand*|souscri*|choisi*|achet*|gard*|conserv*|relire|mentionn*|preven*|parler|payer|mesur*)
(client|cliente|elle|il) ..2 (aurait du|aurait pu|devait)
si (vous|client|cliente|elle|il) ..2 (aviez|avait|auriez) ..8
(vous|client|cliente|il|elle) ..2 (omis|oublie|neglige|manque|refuse) ..1 de
(vous|client|cliente|il|elle) ..2 (avez|aviez|a|avait|etes) ..2 (pas|jamais|rien) ..2 (lu|verifie|regarde|repondu|appele|prevenu|signale|fourni|respecte|suivi|dit|donne|conserve|garde|present*|rappele|coche|mentionne|confirme|vu)
(a|avez) ..1 (pas|jamais) ..1 lu
avez ..2 lu ..6 (au moins|conditions|contrat|notice|mode|consignes)
(au moins) ..2 lu
(avez|aviez) vous ..2 (lu|verifie|regarde|essaye|redemarre|conserve|pense)
vous [avez|devez|auriez] (avez du|forcement|surement|sans doute|certainement|probablement|mal|devez vous|du vous) ..4 (tromp*|appuye|entre|saisi|clique|mal|err*|faire|fait|oublie)
[vous etes] tromp* ..1 (de adresse|d adresse|adresse|bouton|numero)
(faute|erreur|responsabilite|tort) [de] (client|cliente|votre|son|utilisateur|voyageur|usager|vous)
(votre|sa|son|propre) (faute|erreur|responsabilite|tort)
(appartient|incombe|charge|revient|responsabilite) ..2 (client|vous|voyageur|cliente|passager|usager|acheteur|au client|a vous)
a vous de (verif*|lire|prevoir|vous|nous|prendre|payer|penser|regard*)
(avez|aviez|a) ..2 (signe|accepte|coche|choisi|valide|souscrit|clique|opte|reserve|pris|commande|consenti) ..5 (formulaire|conditions|case|tarif|contrat|option|formule|offre|ca|cher|vous meme|devis|bon)
(conditions|contrat|clauses|regles) que vous
(dans|sur) conditions
conditions generales
(apprendre|savoir|sachez|apprenez) ..2 lire
(lire|relire|lisez|relisez|consulter|consultez|voir|voyez) ..2 (son|votre|notre|conditions|petites|contrat|mode|notice) ..1 (contrat|conditions|lignes|emploi|notice|site|faq|facture)
relire ..2 contrat
(dit|invite*) ..3 [client*] ..2 (relire|lire|consulter)
petites lignes
attirer ..3 attention
(a quoi|quoi) ..4 (attend*)
(a|pour) ce prix
prochaine fois ..4 (reserv*|command*|lisez|lire|appele*|venez|verifi*|arriv*|prevene*|choisiss*|prenez|prevoy*|pensez)
tarif ..2 (moins cher|bas|econom*|de base|reduit)
(moins cher|bas prix|economique|premier prix) ..5 (comprend|inclu*|donne|prevoi*|assist*)
(gere|traite*|geree|prise en charge|pris en charge) ..6 (situation|correctement|conforme*|dans regles|selon|rigueur|parfaitement|procedure*|comme il faut|comme il se doit|delai*)
(agi|fait|reagi|repondu|travaille|intervenu*|procede) ..5 (correctement|notre part|notre possible|tout ce que|de notre mieux|delai*|conforme*|dans regles|respect|consignes|son possible|notre travail)
(tout) ..2 [ete] ..1 (fait|faite*) ..2 (correctement|comme|dans|selon|possible)
tout ce qui ..3 (pouvoir|possible)
(en son|en leur|en notre) pouvoir
(notre|ensemble notre|ensemble de notre|tous notre|ensemble du|ces) ..1 @notre ..7 (form*|debord*|compet*|professionn*|qualifi*|experiment*|courtois*|repondu|rapid*|mieux|occupe*|agi|sollicit*)
(personnel|equipe*|reception|service) ..3 (etait|etaient|est|sont) ..2 (debord*|occupe*|surcharg*|sollicit*|sous effectif|form*)
(processus|procedure|procedures|dispositif|systeme|controles|demarche) ..2 (eprouve*|rigoureu*|strict*|robuste*|en place|qualite|certifi*|precis*)
(prenons|accordons|attachons) ..5 (serieux|importance)
(prix|recompense*|trophee*|label*|certifi*|etoiles|distinction*|iso) ..7 (qualite|service|accueil|client*|relation|hotel|prime*|decern*|obtenu)
(hotel|maison|service|groupe|marque) ..3 (remporte|recompense*|certifie*|distingue*|elu*)
service (qualite|client|reclamation*|relation client*) ..4 (suit|suivi|analys*|examin*|veill*|mesur*|control*|transm*|note)
(delai*|temps) ..2 (reponse|traitement|intervention|prise) ..6 (objectif*|conform*|respect*|normal*|norme*|standard*|dans|inferieur*|prevu*)
(dans|respect*) ..1 delai* ..1 (impart*|prevu*|annonce*|contractuel*|>)
position ..2 (inchangee|meme|reste|demeure|maintenue|ferme)
(maintenons|maintient|campons) ..2 position
ce que ..1 (mon|notre) ..1 collegue
collegue vous a ..1 (dit|explique)
(notre|mon) ..1 (releves|dossiers|dossier|systeme|historique|journaux|enregistrements|fichiers|outils) ..1 (montre*|indiqu*|confirm*|fait|font|prouv*|attest*|revel*)
nous vous avons (contact*|appel*|relance*|ecrit|prevenu*|inform*|propos*) ..6 (pas|sans|jamais|2 fois|plusieurs fois|fois)
(pas|sans) (repondu|reponse|retour de votre)
(avons|avait|avions|a) ..1 jamais ..1 (promis|dit|garanti|annonce|pretendu|indique|parle|engage*)
(vous) ..1 (avons|a) (pas|jamais|rien) (promis|garanti|vendu)
(on|nous) vous ..1 (a|avons) ..2 (propos*|offert|fourni|donne|envoye|laisse) ..6 (part|donc|deja|refuse*|pourtant|mais)
fait notre (part|travail|devoir|maximum)
(que|qu) ..3 vous (faut|voulez|demandez) ..2 de plus
vois pas ce (que|qu)
(doit|devait|devra|doivent|faut|devez) ..2 [etre] ..1 (remis|rempli|envoye|depose|adresse|complet*|transmis|fait*|renvoy*|remplir|deposer) ..5 (avant|exemplaires|ecrit|formulaire|ligne|prealable|signe|recommande|delai)
formulaire ..2 (doit|obligatoire)
ce est ..2 (ecrit|indique|mentionne|affiche|precise|marque|stipule) ..2 (sur|dans|au|en) ..2 (site|ticket|contrat|billet|confirmation|bon|conditions|dos|porte|panneau|courriel|mail)
aucun* (remboursement|dedommagement|indemnisation|compensation|avoir|geste) ..3 (est|du|due|possible|prevu*|envisage*)
(article|clause|paragraphe|alinea) #
faut ..1 comprendre (>|que ..2 nous|que on)
"""

DEFLECTION_INNOCENT = """
(notre|mon|ma) (faute|erreur|retard)
(erreur|faute|panne|retard|probleme|tort) ..2 (venait|vient|est|etait) ..2 (de nous|nous|notre|chez nous|sur notre)
(vous avez|elle a|il a|vous aviez) raison
(pas|jamais) ..2 (derriere|dire|dis) ..3 (procedure*|reglement)
dis pas que ce est
regle ..2 (change*|avait|a guere|saison*|sens)
regles de jeu
(changeons|chang*) ..1 regle
(remplace) ..1 procedure
(appuye|trompe*|annule|j ai) ..6 (desole*|excus*)
(sommes|suis) ..1 (desole*|trompe*|responsable*)
excus* ..6 (nous|dont)
je ai lu ..6 pour vous
(je|j|nous) ..1 (aurais|aurions) du
auriez pas du
conditions ..1 (vous laissent|ont change)
contrat (couvre)
dans charte
(me a|m a|a) lu ..1 contrat
pas ..3 besoin
(transporteur|fournisseur) ..2 prevenu
(laissez tomber|pas peine|donnez pas)
faux
prochaine revue
mise de cote
(grave|serieux) >
"""
