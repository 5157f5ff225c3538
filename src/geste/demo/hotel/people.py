"""People: who works at the hotel, and when. Invented; the first seven appear in its worked examples."""

from geste.apps.people.services.welcome_user import Newcomer
from geste.demo.simulation.shifts import EVERY_DAY, WEEKDAYS, Shift

SITE = "Hôtel Baie Double"
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

PEOPLE = (
    Newcomer(username="tomas", display_name="Tomás Rivera", role="night_audit", site=SITE, team="Night"),
    Newcomer(username="ana", display_name="Ana Petit", role="restaurant", language="fr", site=SITE, team="Day"),
    Newcomer(username="mei", display_name="Mei Tanaka", role="housekeeping", site=SITE, team="Day"),
    Newcomer(username="nora", display_name="Nora Haddad", role="reception", language="fr", site=SITE, team="Day"),
    Newcomer(username="hugo", display_name="Hugo Marsh", role="concierge", site=SITE, team="Day"),
    Newcomer(username="priya", display_name="Priya Nair", role="duty_manager", site=SITE, team="Day"),
    Newcomer(username="grace", display_name="Grace Okafor", role="duty_manager", site=SITE, is_steward=True),
    Newcomer(username="helen", display_name="Helen Marsh", role="duty_manager", site=SITE, is_steward=True),
    Newcomer(username="sam", display_name="Sam Whitlock", role="night_audit", site=SITE, team="Night"),
    Newcomer(username="yuki", display_name="Yuki Mori", role="reception", site=SITE, team="Evening"),
    Newcomer(username="olive", display_name="Olive Grant", role="reception", site=SITE, team="Day"),
    Newcomer(username="leo", display_name="Léo Martin", role="restaurant", language="fr", site=SITE, team="Evening"),
    Newcomer(username="rosa", display_name="Rosa Lim", role="housekeeping", site=SITE, team="Day"),
    Newcomer(username="dan", display_name="Dan Kovac", role="engineering", site=SITE, team="Day"),
)

SHIFTS = (
    Shift("tomas", (TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY), 22, 31),
    Shift("sam", (SUNDAY, MONDAY), 22, 31),
    Shift("nora", (SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY), 6, 15),
    Shift("yuki", (WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY), 13, 23),
    Shift("olive", (FRIDAY, SATURDAY), 6, 15),
    Shift("olive", (MONDAY, TUESDAY), 13, 23),
    Shift("hugo", EVERY_DAY, 7, 18),
    Shift("ana", (WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY), 6, 14),
    Shift("leo", EVERY_DAY, 12, 23),
    Shift("mei", WEEKDAYS, 8, 16),
    Shift("rosa", (SATURDAY, SUNDAY), 8, 16),
    Shift("dan", WEEKDAYS, 7, 17),
    Shift("priya", EVERY_DAY, 7, 22),
)
