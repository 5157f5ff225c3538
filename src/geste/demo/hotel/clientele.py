"""Clientele: who stays at the hotel."""

from geste.core.charter.vocabulary import Text
from geste.demo.simulation.customers import Clientele
from geste.demo.simulation.draws import Between

ENGLISH_NAMES = (
    "Adler", "Ahmed", "Bauer", "Bianchi", "Chan", "Chen", "Clarke", "Cohen", "Costello", "Cruz", "Dhillon", "Doyle",
    "Edwards", "Farrell", "Fischer", "Fraser", "Gibson", "Grech", "Hansen", "Hart", "Hughes", "Ibrahim", "Jensen",
    "Kapoor", "Kaya", "Kelly", "Khan", "Kowalski", "Larsen", "Le", "Lund", "Mancini", "Mbeki", "McKenna", "Mehta",
    "Moore", "Murphy", "Nguyen", "Novak", "O'Brien", "Okada", "Papadakis", "Park", "Patterson", "Pham", "Quinn",
    "Reid", "Rossi", "Santos", "Sato", "Schmidt", "Singh", "Sutton", "Tan", "Taylor", "Tran", "Turner", "Vance",
    "Walsh", "Wang", "Watanabe", "Webb", "Wilson", "Wong", "Wright", "Yilmaz", "Young", "Zhang",
)  # fmt: skip
FRENCH_NAMES = (
    "Barbier", "Beaulieu", "Bertin", "Blanc", "Caron", "Chevalier", "Colin", "Delmas", "Faure", "Gagnon", "Gauthier",
    "Girard", "Guérin", "Lacroix", "Lambert", "Leroux", "Marchal", "Mercier", "Moreau", "Noël", "Perrin", "Picard",
    "Renaud", "Roussel", "Tremblay", "Vasseur", "Vidal",
)  # fmt: skip
ROOMS = tuple(str(floor * 100 + door) for floor in range(2, 8) for door in range(1, 25))

CLIENTELE = Clientele(
    names={"en": ENGLISH_NAMES, "fr": FRENCH_NAMES},
    # 144 doors on six floors: the worked examples speak of 140 rooms.
    places=ROOMS,
    label=Text("{title} {name}, room {place}", "{title} {name}, chambre {place}"),
    # Invented: one guest in six is more at home in French.
    speaks_french=16,
    # Invented: one case in six is of somebody whose case the house knows already, half of those with the same trouble.
    comes_back=16,
    same_trouble=50,
    # Invented: nobody comes back with a second case before the third day.
    back_after_days=3,
    # Invented shares; the regular with 31 nights is worked example H1.
    sorts={"first stay": 48, "comes back": 34, "regular": 14, "at home here": 4},
    known={
        "first stay": {"customer.nights_last_year": Between(0, 2)},
        "comes back": {"customer.nights_last_year": Between(3, 11)},
        "regular": {"customer.nights_last_year": Between(12, 29)},
        "at home here": {"customer.nights_last_year": Between(30, 48)},
    },
)
