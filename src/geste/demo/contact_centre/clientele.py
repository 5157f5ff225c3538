"""Clientele: who calls."""

from geste.core.charter.vocabulary import Text
from geste.demo.simulation.customers import Clientele
from geste.demo.simulation.draws import DaysAgo

FRENCH_NAMES = (
    "Allard", "Antoine", "Auger", "Barbé", "Baron", "Belkacem", "Bensaïd", "Blanchet", "Bonnet", "Boyer", "Briand",
    "Camara", "Cartier", "Chauvin", "Clément", "Coulibaly", "Courtois", "Delaunay", "Descamps", "Diop", "Dubreuil",
    "Durand", "Evrard", "Ferrand", "Ferreira", "Fleury", "Fournel", "Gomez", "Grondin", "Guillot", "Hamdi", "Hervé",
    "Imbert", "Jacob", "Jourdan", "Keita", "Labbé", "Langlois", "Laurent", "Leclerc", "Lefèvre", "Legros", "Levy",
    "Mahé", "Mallet", "Marin", "Martel", "Mendes", "Merle", "Moulin", "Nicolas", "Pages", "Payet", "Pires", "Poirier",
    "Raymond", "Rey", "Ribeiro", "Rigaud", "Sauvage", "Simon", "Toure", "Vaillant", "Vincent", "Yahiaoui",
)  # fmt: skip
ENGLISH_NAMES = (
    "Andrews",
    "Brennan",
    "Cole",
    "Dawson",
    "Finch",
    "Hale",
    "Marsden",
    "Okafor",
    "Pryce",
    "Sinclair",
    "Tully",
)
TOWNS = (
    "Lyon 3e", "Lyon 7e", "Lyon 8e", "Villeurbanne", "Bron", "Vénissieux", "Oullins", "Caluire", "Givors", "Vienne",
    "Bourgoin-Jallieu", "Saint-Étienne", "Roanne", "Mâcon", "Bourg-en-Bresse", "Chambéry", "Valence", "Annonay",
)  # fmt: skip
YEAR = 365

CLIENTELE = Clientele(
    names={"fr": FRENCH_NAMES, "en": ENGLISH_NAMES},
    places=TOWNS,
    label=Text("{title} {name}, {place}", "{title} {name}, {place}"),
    # Invented: some of the customers would rather speak English.
    speaks_french=91,
    # Invented: one call in five is of somebody who has called before.
    comes_back=20,
    same_trouble=55,
    back_after_days=2,
    # Churn of 1.3 % a month, as in the worked examples, leaves about this many of each age.
    sorts={"first year": 15, "one to five years": 39, "five years and more": 46},
    known={
        "first year": {"customer.since": DaysAgo(20, YEAR)},
        "one to five years": {"customer.since": DaysAgo(YEAR, 5 * YEAR)},
        "five years and more": {"customer.since": DaysAgo(5 * YEAR + 2, 16 * YEAR)},
    },
)
