"""People: one team of advisers, their lead, a shop, and two advisers of the partner. Invented."""

from geste.apps.people.services.welcome_user import Newcomer
from geste.demo.simulation.shifts import WEEKDAYS, Shift

SITE = "Mobilis+ Lyon"
PARTNER = "Mobilis+, prestataire, Lille"
SATURDAY = 5


def _adviser(username: str, display_name: str, role: str = "level_1", *, language: str = "fr") -> Newcomer:
    return Newcomer(
        username=username, display_name=display_name, role=role, language=language, site=SITE, team="Plateau B"
    )


PEOPLE = (
    _adviser("lea", "Léa Fontaine"),
    _adviser("paul", "Paul Meunier"),
    _adviser("chloe", "Chloé Bernard"),
    _adviser("moussa", "Moussa Traoré"),
    _adviser("hannah", "Hannah Reeves", language="en"),
    _adviser("jonas", "Jonas Keller", "level_2"),
    _adviser("aicha", "Aïcha Diallo", "level_2"),
    _adviser("farid", "Farid Amrani", "duty_lead"),
    _adviser("benoit", "Benoît Guérin", "billing"),
    Newcomer(username="sonia", display_name="Sonia Lopes", role="shop", language="fr", site=SITE, team="Boutique"),
    Newcomer(username="victor", display_name="Victor Masson", role="partner", language="fr", site=PARTNER),
    Newcomer(username="dalila", display_name="Dalila Cherif", role="partner", language="fr", site=PARTNER),
    # Belongs to no site, and so sees them all.
    Newcomer(username="ines", display_name="Inès Garnier", role="duty_lead", language="fr", is_steward=True),
    Newcomer(username="marc", display_name="Marc Weber", role="billing", language="fr", is_steward=True),
)

SHIFTS = (
    Shift("lea", WEEKDAYS, 8, 16),
    Shift("paul", WEEKDAYS, 9, 18),
    Shift("chloe", (1, 2, 3, 4, SATURDAY), 12, 20),
    Shift("moussa", (0, 1, 3, 4, SATURDAY), 12, 20),
    Shift("hannah", WEEKDAYS, 9, 17),
    Shift("jonas", WEEKDAYS, 9, 18),
    Shift("aicha", (1, 2, 3, 4, SATURDAY), 11, 20),
    Shift("farid", (*WEEKDAYS, SATURDAY), 8, 20),
    Shift("benoit", WEEKDAYS, 9, 17),
    Shift("sonia", (1, 2, 3, 4, SATURDAY), 10, 19),
    Shift("victor", (*WEEKDAYS, SATURDAY), 8, 16),
    Shift("dalila", (*WEEKDAYS, SATURDAY), 12, 20),
)
