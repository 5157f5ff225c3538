"""People: who works at the shop, and when. Invented; three of them have signed its charter."""

from geste.apps.people.services.welcome_user import Newcomer
from geste.demo.simulation.shifts import WEEKDAYS, Shift

SITE = "Atelier Lumen"
SATURDAY = 5

PEOPLE = (
    Newcomer(username="julie", display_name="Julie Caron", role="adviser", language="fr", site=SITE, team="Conseil"),
    Newcomer(username="samir", display_name="Samir Haddou", role="adviser", language="fr", site=SITE, team="Conseil"),
    Newcomer(
        username="nadia", display_name="Nadia Benali", role="adviser", language="fr", site=SITE, team="Conseil",
        is_steward=True,
    ),
    Newcomer(username="theo", display_name="Théo Lambert", role="seller", language="fr", site=SITE, team="Vente"),
    Newcomer(username="emma", display_name="Emma Clarke", role="seller", language="en", site=SITE, team="Vente"),
    Newcomer(username="yanis", display_name="Yanis Roche", role="packer", language="fr", site=SITE, team="Entrepôt"),
    Newcomer(username="lucie", display_name="Lucie Perrot", role="packer", language="fr", site=SITE, team="Entrepôt"),
    Newcomer(
        username="odile", display_name="Odile Garnier", role="accounts", language="fr", site=SITE, team="Comptabilité",
    ),
    Newcomer(username="claire", display_name="Claire Morel", role="owner", language="fr", site=SITE, is_steward=True),
)  # fmt: skip

SHIFTS = (
    Shift("julie", WEEKDAYS, 8, 17),
    Shift("samir", (1, 2, 3, 4, SATURDAY), 10, 19),
    Shift("nadia", WEEKDAYS, 9, 18),
    Shift("theo", (0, 1, 2, 3, SATURDAY), 9, 19),
    Shift("emma", WEEKDAYS, 9, 18),
    Shift("yanis", WEEKDAYS, 7, 15),
    Shift("lucie", (1, 2, 3, 4, SATURDAY), 10, 18),
    Shift("odile", WEEKDAYS, 9, 17),
    Shift("claire", (*WEEKDAYS, SATURDAY), 8, 20),
)
