"""Precedent, in French: how it sounds when a customer is refused because of all the others."""

SAID = """
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
(à chaque|toute) demande ..3 (ce genre|pareille|de ce type|comme)
en finir* pas
(reste|tout reste) de (groupe|file|rue|immeuble|classe|bus|tablée)
(toute|tout) votre (tablée|groupe|famille|file|équipe|étage)
(tout le monde|tous|les gens) (à|dans|derrière|de) ..3 (va|vont|veu*|demand*|voud*)
ce qui vaut pour
(favoriser|favorise|avantager|privilégi*|préférentiel|préférence)
(égal|pareil|identique|même chose|le même tarif) pour (tous|tout le monde|chacun)
(en un rien de temps|avant qu'on ait|et bientôt|et après|et ensuite|dans un mois|dans une semaine) ..6
(justifi*|expliqu*) ..3 (auprès|aux|devant) ..2 (autres|tous|@gens)
(pourraient|peuvent|pourrait) ..2 (dire|en dire|demander) ..2 (autant|même)
en dire autant
# (personnes|clients|gens|autres) ..4 (attend*|autant|pareil|veulent|demand*)
(moitié|tout) ..2 (immeuble|rue|ville|hôtel|avion|bus|étage|quartier) ..3 (exige*|demand*|veut|veul*|voud*|va)
(fixer|mettre|poser|tracer) ..2 (limite|limites)
(faut bien|il faut) ..2 (s'arrêter|une limite|des limites)
(queue|file) ..3 (jusqu|devant|à la porte)
(les autres|tout le monde|autres clients) ..3 (accept*|respect*|pay*|fait comme|doivent|doit|ont dû|a dû) ..4
parce que vous (demandez|le demandez|insistez)
(pas|jamais) ..2 (commencer|ouvrir|créer|mettre|lancer) ..2 (habitude|porte|brèche|précédent|exception|mode)
(lâche*|laisse*) (plus|pas) ..2 (après|tranquille|si)
me lâche* plus
(dire|dis|dit|répond*) ..2 (non|pareil|la même chose) ..2 aux autres
pas ..1 (premier|première|seul|seule) à ..3 (demand*|vouloir|réclam*|me le demander)
si ..4 pour (chaque|tous|tout)
si (tout le monde|chacun) (faisait|fait)
la même réponse (à|pour) (tous|tout le monde|chacun)
(règle|règles|règlement) ..3 pour tout le monde
"""

INNOCENT = """
(pas|aucun|sans) ..1 precedent
(tout monde|tous|chacun|chacune) ..3 (droit|merite*|content*|credit*|accord|courant|adore*|se trompe|auron*)
(ferais|ferons|ferai|fera) ..2 (meme) ..2 (chose|pour)
faites passer
pas ..2 seul ..6 (trompe|induit|erreur|concerne)
si ..3 (reste|oublie|recasse)
autre chose
"""
