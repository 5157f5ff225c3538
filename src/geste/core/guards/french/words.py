"""French words: how elisions, slang and the familiar form are read, and the groups of words that patterns name."""

SPELLINGS: dict[str, str] = {
    "réglé": "arrange", "réglée": "arrange", "réglés": "arrange", "réglées": "arrange", "salé": "cher", "salée": "cher",
    "le": "", "la": "", "les": "", "l'": "", "ne": "", "n'": "", "une": "un", "du": "de", "des": "de", "d'": "de",
    "j'": "je", "qu'": "que", "c'": "ce", "s'": "se", "m'": "me", "t'": "vous", "cela": "ca", "ceci": "ca", "sa": "ca",
    "jusqu'": "jusque", "lorsqu'": "lorsque", "puisqu'": "puisque", "quelqu'": "quelque", "s'il": "si il",
    "s'ils": "si ils", "quelqu'un": "quelqu'un", "aujourd'hui": "aujourd'hui", "d'habitude": "d'habitude",
    "vs": "vous", "tu": "vous", "te": "vous", "toi": "vous", "ton": "votre", "ta": "votre", "tes": "votre",
    "vos": "votre", "nos": "notre", "mes": "mon", "ma": "mon", "ses": "son", "leurs": "leur",
    "tt": "tout", "tte": "toute", "ts": "tous", "tlm": "tout monde", "tjrs": "toujours", "tjs": "toujours",
    "toujour": "toujours", "jms": "jamais", "dsl": "desole", "jpeux": "je peux", "jpe": "je peux", "jai": "je ai",
    "jsuis": "je suis", "cest": "ce est", "ct": "ce etait", "ya": "il y a", "yavait": "il y avait", "pr": "pour",
    "qd": "quand", "pk": "pourquoi", "pq": "pourquoi", "pcq": "parce que", "bcp": "beaucoup", "qq": "quelque",
    "qqn": "quelqu'un", "pb": "probleme", "rdv": "rendez vous", "stp": "", "svp": "", "lol": "", "hein": "", "bah": "",
    "franchement": "", "vraiment": "", "tres": "", "vachement": "", "parfaitement": "parfaitement", "monsieur": "",
    "madame": "", "as": "avez", "es": "etes", "nan": "non", "fric": "argent", "pognon": "argent", "sous": "sous",
    "deux": "2", "trois": "3", "quatre": "4", "cinq": "5", "six": "6", "sept": "7", "huit": "8", "neuf": "9", "dix": "10",
    "quinze": "15", "vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "cent": "100", "deuxieme": "2e",
    "troisieme": "3e", "quatrieme": "4e", "cinquieme": "5e", "enieme": "100e", "cgv": "conditions", "cgu": "conditions",
    "boite": "maison", "boutique": "maison", "entreprise": "maison", "societe": "maison", "cf": "selon",
}  # fmt: skip
"""What is read for a word; `x'` for what precedes an apostrophe. The familiar form is read as the polite one."""

GROUPS: dict[str, str] = {
    "personne": "client|cliente|passager|passagere|personne|foyer|locataire|abonne|abonnee|assure|assuree|membre|patient|"
    "visiteur|voyageur|utilisateur|acheteur|usager|titulaire|habitant|citoyen|etudiant|famille|voisin",
    "gens": "clients|clientes|passagers|personnes|foyers|locataires|abonnes|assures|membres|patients|visiteurs|"
    "voyageurs|utilisateurs|acheteurs|usagers|titulaires|habitants|citoyens|etudiants|familles|voisins|gens|clientele",
    "tous": "tout monde|tout un chacun|chacun [de] [eux|vous|nous]|chaque [_] @personne|toute personne|tous [notre|autres|ces|"
    "ceux] [autres] [@gens]|toutes [notre|autres] [@gens]|[de|notre|aux|nombreux] autres [@gens]|ensemble de @gens|"
    "ensemble de notre @gens|ensemble notre @gens|[aux] voisins|milliers|100aines de @gens|suivant|suivants|prochain|prochains|"
    "personne suivante|toute (rue|ville|residence|salle|file)|tout (avion|immeuble|hotel|quartier|vol)|ils ..3 tous|"
    "n importe qui|reste de @gens|eux tous|terre entiere|nombreux @gens|ceux ..1 qui|ils vont|notre @gens",
    "vouloir": "veu*|voul*|voud*|demand*|attend*|exig*|reclam*|vienn*|venir|viend*|attendre|profit*|se y attendre|"
    "demande|en veul*|pretend*|faire [de] meme|debarqu*|defil*|defiler|caisse|aussi",
    "faire": "fais*|fait|faire|faisons|faites|fasse|feriez|ferais|fera|accord*|accorde|donn*|offr*|annul*|rembours*|"
    "credit*|derog*|commenc*|accept*|dis|dit|dire|disons|laiss*|propos*|consent*|prend|surclass*|chang*|trait*|autoris*|"
    "cede*|cedais|dispens*|exempt*|permet*|permett*|octroy*|aid*|refus*|une exception",
    "eux": "vous|il|elle|client|cliente|on|lui|ils|personne",
    "regle": "reglement|regle|regles|procedure|procedures|politique|consigne|consignes|conditions|condition|article|"
    "protocole|process|processus|reglementation|contrat|clause|charte qualite|normes|norme|directives|usage",
    "notre": "personnel|equipe|equipes|agents|agent|collaborateurs|employes|collegue|collegues|responsable|conseillers|"
    "conseiller|conseillere|service|technicien|techniciens|receptionniste|salaries|directeur|directrice",
    "autrui": "transporteur|livreur|fournisseur|compagnie|aeroport|meteo|prestataire|fabricant|facteur|poste|banque|"
    "chauffeur|partenaire|coursier|agence|appareil|site|operateur|sous traitant|plateforme|assureur",
    "mauvais": "irresponsable*|inconscien*|imprudent*|naif|naive|stupide*|idiot*|bete|betise|connerie|conneries|debile*|"
    "inadmissible*|inacceptable*|intolerable*|negligen*|laxis*|lamentable*|honteu*|ridicule*|absurde|incompeten*|"
    "immatur*|amateurisme|amateur|deplorable*|scandaleu*|navrant*|affligeant*|consternant*|aberrant*|impardonnable*|"
    "inexcusable*|injustifi*|inapproprie*|desinvolt*|legerete|irreflechi*|pas professionnel*|pas serieux|"
    "peu professionnel*|deraisonnable*|minable*|pathetique*|incroyable|inconsequen*|hallucinant*|insense*|"
    "indigne*|puerile|faiblesse|indefendable*|n importe quoi|bourde|boulette",
    "caisse": "marge|marges|benefice|benefices|budget|budgets|resultat|resultats|recette|recettes|prime|primes|salaires|"
    "comptes|chiffres|tresorerie|rentabilite|chiffre affaires|caisses|enveloppe|profit|profits|portefeuille",
    "sou": "argent|euro|euros|centime|centimes|sous|ronds|thunes|thune|balles|fonds|tune",
}

REAL = "attendre attendu entendu passer passee causer casser venir tenir servir charger changer mentir monter montrer"
"""Words that look like a misspelling of another, and are none."""
