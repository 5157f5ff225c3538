"""Deflection, in French: how it sounds when procedures come up, or the customer's own part, instead of the issue."""

SAID = """
(ce est|ce sont) [que|dans|bien|comme ca] [notre|votre|un] @regle
(selon|conforme*|conformement|suivant|suivi|applique*|respect*|application|vertu|suivre|suis|applique|appliquons|observ*|strict) ..3 @regle
(reglement|regles|procedure*|politique|conditions|consignes|contrat) ..1 (dit|disent|prevoi*|stipul*|exig*|impos*|interdi*|oblig*|veut|veulent|precis*|indiqu*)
(explique|informe|informee|dit client|dit au client|dit a la cliente|rappele|renvoye*|oriente*) ..6 (procedure*|reglement|regle*|heure limite|conditions|faq|politique|consigne*|delai*|site)
@regle ce est ..1 @regle
(politique|regle|regles|reglement) ..2 (maison|interne*|hotel|magasin|compagnie|groupe|enseigne)
procedures internes
comme (je|nous|on|mon|notre|vous le) ..4 (dit|explique|indique|mentionne|precise|signale|rappele|annonce|ecrit|deja|stipule)
comme (deja|indique|mentionne|stipule|explique|precise|convenu)
[ne] (peux|puis|peut|pouvons) que ..1 (repeter|redire|confirmer|rappeler|renvoyer|constater|reiterer|inviter)
(suivi|respecte|applique|observe|suivies|respectee*|appliquee*|respectes) ..4 (@regle|lettre|etapes|delai*)
delai* ..1 respecte*
a lettre
pas ..2 (moi|nous) qui ..4 (regle*|decid*|fix*)
que travailler ici
(comme ca|ainsi) ..3 (ici|que ca marche|marche|fonctionne|systeme|chez nous)
(ordinateur|systeme|logiciel|machine|informatique|ecran|outil|application) ..4 (refus*|permet|laisse|accept*|bloqu*|dit|empech*|veut|interdit|pas)
(peux|peut|pouvons|puis|pourrai|pourra) [y] rien
rien ..3 (faire|peux|peut|pouvons) ..1 (>|de plus|pour vous|ce est|a faire|malheureusement)
y (peux|pouvons|peut) rien
mains ..2 liees
(pas|plus) ..1 [de] ..1 (mon|notre) ..1 ressort
(je|nous|on|suis|sommes|ai) ..2 pas ..2 (autorise*|habilite*|mandat*|en mesure|pouvoir de|le pouvoir|le droit|competent*|main)
(siege|direction|hierarchie|haut lieu|en haut|responsables|service central) ..3 (decid*|qui decide*|tranch*)
(pas|ni) ..2 (mon|notre) ..1 (service|faute|probleme|responsabilite|domaine|affaire|rayon|metier|role|boulot|erreur)
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
vous ..1 (avez|aviez) ..2 (signe|accepte|coche|choisi|valide|souscrit|clique|opte|reserve|pris|commande|consenti) ..5 (formulaire|conditions|case|tarif|contrat|option|formule|cher|vous meme|devis)
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
prochaine fois ..4 (reserv*|command*|lisez|lire|arriv*|choisiss*|prenez|prevoy*)
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
(vous ..2 pas repondu|sans (reponse|retour) de votre part)
(avons|avait|avions|a) ..1 jamais ..1 (promis|dit|garanti|annonce|pretendu|indique|parle|engage*)
(vous) ..1 (avons|a) (pas|jamais|rien) (promis|garanti|vendu)
(on|nous) vous ..1 (a|avons) ..2 (propos*|offert|fourni|donne) ..6 (part|donc|deja|refuse*|pourtant)
fait notre (part|travail|devoir|maximum)
(que|qu) ..3 vous (faut|voulez|demandez) ..2 de plus
vois pas ce (que|qu)
(doit|devait|devra|doivent|faut|devez) ..2 [etre] ..1 (remis|rempli|envoye|depose|adresse|complet*|transmis|fait*|renvoy*|remplir|deposer) ..5 (avant|exemplaires|ecrit|formulaire|ligne|prealable|signe|recommande|delai)
formulaire ..2 (doit|obligatoire)
ce est ..2 (ecrit|indique|mentionne|affiche|precise|marque|stipule) ..2 (sur|dans|au|en) ..2 (site|ticket|contrat|billet|confirmation|bon|conditions|dos|porte|panneau|courriel|mail)
aucun* (remboursement|dedommagement|indemnisation|compensation) ..3 (est|du|due|possible|prevu*|envisage*)
(article|clause|paragraphe|alinea) #
faut ..1 comprendre (>|que ..2 nous|que on)
vois pas comment ..2 (on|nous)
(coché|cliqué|confirmé|paraphé|validé) ..1 (case|bouton)
(mon|ma|notre) (responsable|collègue|supérieur|équipe|chef) ..2 vous ..4 (expliqué|dit|répondu|informé)
vous (a|avons|ai|ont) déjà ..2 (expliqué|dit|répondu|informé|indiqué)
(brochure|site|billet|contrat|courriel|mail|confirmation|dépliant|affiche|étiquette|notice|manuel|page|facture|ticket) ..2 (mentionn*|précis*|indiqu*|stipul*)
(demander|voir|adresser|régler) ..3 (au site|avec le site|à l'agence|au service|avec le service|à la banque|à la compagnie|avec la compagnie|au transporteur|au fabricant|au siège|avec eux)
ce est votre ..1 (choix|propre choix|problème)
(panne|faute|problème|défaut) ..3 votre (appareil|téléphone|ordinateur|ligne|installation)
c'est vous qui avez ..2 (choisi|décidé|voulu|insisté|préféré)
(mal|incorrectement) (rempli*|complété*|signé*|renseigné*|envoyé*|enregistré*|étiqueté*)
(rejeté*|refusé*|bloqué*|annulé*|clos*) ..1 (par|parce|automatiquement|d'office)
(ce que|comme) ..2 (écran|système|logiciel|ordinateur|script|machine|outil) ..2 (dit|dis*|affich*|indiqu*|demand*)
ce que me ..2 (écran|système|logiciel|ordinateur|script)
(ligne|standard|numéro|chat|service client|service|appli) ..2 (est|était|sont) ..1 (ouvert*|disponible*|joignable*|accessible*)
(jour et nuit|24 h|7 jours|sept jours sur sept)
(prix|trophée|récompense|label) ..5 (années de suite|hospitalité|qualité|accueil)
(élu|élue|classé|classée|noté|notée) ..2 (meilleur*|premier*|numéro|service)
(nous avons|on a|j'ai) ..1 fait (tout|tout ce|de mon mieux|de notre mieux|mon travail|ce qu'il fallait|le nécessaire|le maximum)
(sommes|suis|est|être) ..1 (pas|nullement|aucunement) ..1 (responsable*|en cause|tenu*|comptable*)
(décline*|déclinons|dégage*) ..3 responsabilité
(hors de|indépendant* de|échappe*) ..1 (notre|mon) (contrôle|volonté|portée)
rien à voir avec nous
vous (étiez|êtes|aviez été|avez été) ..2 (informé*|prévenu*|averti*|avisé*)
(pratique|procédure|délai|usage|temps) (standard|normal*|habituel*|courant*|classique*|d'usage)
(protocole|procédure|processus|consigne*|script|checklist|marche à suivre) ..2 (a été|ont été|est|sont|était) ..2 (suivi*|respecté*|appliqué*|observé*)
(votre|la) (demande|dossier|réclamation|ticket) ..2 (a été|a bien été) ..2 (traité*|pris*|examiné*|clos*|géré*|étudié*)
(comme ça|ainsi) que ..2 (ça marche|ça fonctionne|ça se passe|on fait|on procède|fonctionne)
(autre|précédent*) (conseiller|collègue|équipe|service) ..4 (faute|erreur|responsable|trompé)
(notre|la) (politique|règlement) ..3 (permet|autorise|prévoit|interdit|exclut|veut|pas)
(problème|affaire|faute|responsabilité|travail) de ..1 @autrui
c'est (marqué|écrit|précisé|indiqué|inscrit|imprimé) ..3 (billet|contrat|site|réservation|facture|confirmation|conditions|ticket|étiquette|emballage)
(permet|autorise) pas ..2 (remboursement*|retour*|échange*|modification*|annulation*|de faire|de le faire)
(on|nous) y (suis|est|sommes) pour rien
c'est comme ça >
c'est le règlement
vous (le saviez|étiez au courant|connaissiez) ..4 (conditions|règle*|risque*|réserv*|avant)
(contactez|appelez|adressez vous|tournez vous|voyez) ..2 (@autrui|fabricant|assurance|vendeur)
(pas|plus) ..1 possible ..3 (système|règlement|conditions|procédure)
(système|logiciel|outil) ..1 (me|le|nous) ..1 permet pas
"""

INNOCENT = """
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
(sommes|suis) ..2 (desole*|trompe*|responsable*) [que|de|pour|>]
désolé* (que|de|du|pour|d')
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
(nous|moi) qui ..2 (coch*|tromp*)
vous avez pas choisi
on travaille ici
(consigne|charte|directive|liste) >
(fallait|dû|auriez dû) ..1 (me|m')
vous ..1 avez besoin
vous aviez besoin
pas à vous de
(respectez|suivez|appliquez) règles
(nous|on) ..1 bien un règle
"""
