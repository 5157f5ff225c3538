"""Clientele: who buys lamps."""

from geste.core.charter.vocabulary import Text
from geste.demo.simulation.customers import Clientele
from geste.demo.simulation.draws import OneOf

FRENCH_NAMES = (
    "André", "Arnaud", "Aubert", "Bailly", "Barre", "Benoît", "Berger", "Besson", "Bouvier", "Brun", "Carpentier",
    "Charpentier", "Collet", "Cordier", "Cousin", "Da Silva", "David", "Deschamps", "Diallo", "Dumas", "Dupuis",
    "Étienne", "Fabre", "Fontaine", "Gaillard", "Garcia", "Gilbert", "Gonçalves", "Hamon", "Henry", "Huet", "Jacquet",
    "Joly", "Klein", "Lebrun", "Lefort", "Legrand", "Lemaire", "Lopez", "Maillard", "Marty", "Masson", "Mercier",
    "Meunier", "Millet", "Monnier", "Nguyen", "Ollivier", "Paris", "Pelletier", "Poulain", "Prévost", "Renault",
    "Riviere", "Robin", "Rolland", "Sanchez", "Schmitt", "Tessier", "Traoré", "Vallet", "Verdier", "Weber",
)  # fmt: skip
ENGLISH_NAMES = (
    "Adeyemi", "Barrett", "Byrne", "Claes", "De Vries", "Ellis", "Flynn", "Hoffmann", "Janssens", "Keane", "Lindqvist",
    "Maes", "Nolan", "Peeters", "Ramsay", "Shaw", "Thorne", "Visser",
)  # fmt: skip
TOWNS = (
    "Angers", "Annecy", "Arras", "Bayonne", "Besançon", "Bordeaux", "Brest", "Caen", "Dijon", "Grenoble", "La Rochelle",
    "Le Mans", "Lille", "Limoges", "Lyon", "Marseille", "Montpellier", "Mulhouse", "Nancy", "Nice", "Nîmes", "Orléans",
    "Paris", "Pau", "Poitiers", "Quimper", "Reims", "Rennes", "Rouen", "Strasbourg", "Toulon", "Toulouse", "Tours",
)  # fmt: skip

CLIENTELE = Clientele(
    names={"fr": FRENCH_NAMES, "en": ENGLISH_NAMES},
    places=TOWNS,
    label=Text("{title} {name}, {place}", "{title} {name}, {place}"),
    # Invented: the shop sells to neighbouring countries too.
    speaks_french=86,
    # Invented: one case in seven is of somebody who has had one before.
    comes_back=14,
    same_trouble=45,
    back_after_days=2,
    # Invented shares; the average basket of 74 and the architect's 9,000 a year are the worked examples' (E1, E6).
    sorts={"new": 46, "knows us": 38, "regular": 13, "trade": 3},
    known={
        "new": {"customer.spent_last_year": OneOf({"0": 30, "39": 20, "64": 25, "74": 25})},
        "knows us": {"customer.spent_last_year": OneOf({"128": 40, "196": 35, "310": 25})},
        "regular": {"customer.spent_last_year": OneOf({"540": 50, "890": 30, "1240": 20})},
        "trade": {"customer.spent_last_year": OneOf({"3200": 60, "6800": 40})},
    },
)
