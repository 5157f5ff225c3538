"""Absolute, in French: how it sounds when always, never and again are held against a person."""

SAID = """
vous ..4 (toujours|jamais|constamment|systematiquement|perpetuellement|eternellement|continuellement|sempiternellement|invariablement|regulierement|sans arret|sans cesse|tout le temps|tout temps|en permanence|continuel*|a longueur)
(toujours|constamment|eternellement) ..1 vous
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
(c'est|ce sont) toujours (vous|votre|pendant votre|sur votre|avec vous|quand vous|la même|les mêmes|pareil)
vous (faites|donnez|oubliez|dites|refaites) ..4 (toutes les|tous les|à chaque|chaque|sans arrêt)
vous arrive ..1 (de|jamais) (lire|écouter|demander|réfléchir|vérifier|suivre|noter|prévenir|regarder)
(je|on) vous ..2 (répète|rappelle|redis|le répète|le redis)
à longueur (de|d'année|de journée)
comme (à|de) (l'accoutumée|accoutumée|coutume|l'habitude)
(exception|remboursement|erreur|avoir|cadeau|geste|plainte) de plus
jamais (un|une|le moindre|la moindre) ..4 (votre|vous)
[à] (chaque|tout) (ennui|problème|souci|incident|fois|coup) ..4 (vous|votre|nom)
pourquoi faut il ..8
(rien|ça) [ne] ..1 (change|changera) ..2 (jamais|avec vous)
(pas|jamais) ..1 (un seul|une seule|le moindre|la moindre) ..2 (note|mot|appel|fois)
(je|on|nous) vous ..2 (ai|a|avons|avait|avais) ..1 (déjà|cent fois|mille fois|plusieurs fois) ..2 (dit|demandé|prévenu|répété|rappelé|averti)
(cent|mille|# cents|trente six) fois
(déjà|encore) ..2 (la dernière fois|la semaine dernière|hier) ..2 (vous|pareil)
(encore|toujours) et toujours
vous ..4 tout le temps
(vous|votre) ..3 (une fois encore|encore une fois|à nouveau|derechef|de nouveau)
(récidiv*|coutumier*|multirécidiv*|chronique*|abonné au)
[ça] vous reprend
vous (remettez|repassez|recommencez) (ça|le couvert|encore|une couche)
(chassez le naturel|on ne vous changera|on ne vous refera)
encore . (c'est|ça)
(ça) ..1 (arrête|cesse|finit) ..2 (pas|plus|jamais) ..2 avec vous
c'est ..1 (2e|3e|4e|5e|6e) (cette|ce|en|de la|du)
pourquoi ..3 vous ..2 (toujours|jamais)
(quand|un jour) ..3 (allez vous|apprendrez|comprendrez|finirez)
encore un (de vous|de votre)
(vous|tom) encore >
"""

INNOCENT = """
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
(mot|minute) de plus et
encore . c'est ..8 (idée|ton|votre gâteau|reprend)
vous (pouvez|pourrez) toujours
"""
