"""The first run over HTTP: nothing typed is lost, what cannot stay is said beside it, and it happens once."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from geste.apps.charters.models import CharterText, Signature
from geste.apps.gestures.models import Gesture
from geste.apps.ledger.models import Entry
from geste.apps.people.models import Founding, Site, User
from geste.apps.people.services.open_first_run import AlreadyFounded, open_first_run
from geste.core.charter.reading import read_charter
from geste.interfaces.web.first_run.trades import EXAMPLES
from tests.make import make_user

pytestmark = pytest.mark.django_db
SECRET = "a-secret-nobody-guesses"
YOU = {"owner": "Sophie Martin", "business": "Chez Sophie", "language": "en", "place": "", "time_zone": "Europe/Paris"}
VISION = "Nobody leaves us angry."
STEPS = (
    ("you", YOU),
    ("vision", {"vision": VISION}),
    ("trade", {"trade": "bakery"}),
    ("room", {"currency": "EUR", "case_cap": "60", "trust_line": "10", "envelope": "200"}),
    ("team", {"name-1": "Karim", "does-1": "counter"}),
)


def link() -> str:
    open_first_run(secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    return f"/begin/open/{SECRET}/"


@pytest.fixture
def owner() -> Client:
    """Return the browser of somebody who came in with the link."""
    client = Client()
    client.get(link())
    return client


def answer(client: Client, *steps: tuple[str, dict[str, str]]) -> None:
    for step, typed in steps:
        response = client.post(f"/begin/{step}", typed)
        assert response.status_code == 302, response.content.decode()


def slips(client: Client, step: str, typed: dict[str, str], language: str = "en") -> str:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    response = client.post(f"/begin/{step}", typed)
    assert response.status_code == 422
    return response.content.decode()


@pytest.mark.parametrize("address", ["/", "/sign-in", "/studio", "/charter", "/begin", "/begin/you", "/nowhere-known"])
def test_nothing_answers_before_somebody_comes_in_with_the_link(client: Client, address: str) -> None:
    response = client.get(address)

    assert response.status_code in (404, 503)
    if response.status_code == 503:
        assert "Nobody has moved in yet" in response.content.decode()
    assert (User.objects.count(), CharterText.objects.count()) == (0, 0)


def test_a_program_is_told_a_problem(client: Client) -> None:
    response = client.get("/api/v1/charter")

    assert (response.status_code, response.json()["code"]) == (503, "house.not_founded")


def test_whoever_came_in_is_led_to_the_first_run_from_everywhere(owner: Client) -> None:
    assert owner.get("/").headers["Location"] == "/begin"
    assert owner.get("/begin").headers["Location"] == "/begin/you"


def test_the_link_opens_once_and_a_newer_one_replaces_it(client: Client) -> None:
    address = link()

    assert client.get(address).headers["Location"] == "/begin"
    assert Client().get(address).status_code == 410
    assert Client().get("/begin/open/guessed/").status_code == 410


def test_an_owner_moves_in(owner: Client) -> None:
    answer(owner, *STEPS)
    shown = owner.get("/begin/charter").content.decode()
    pdf = owner.get("/begin/charter.pdf")
    moved_in = owner.post("/begin/charter", {"go": "begin"})

    assert VISION in shown
    assert "€60" in shown
    assert pdf.content.startswith(b"%PDF")
    assert moved_in.headers["Location"] == "/cases/try-1"
    charter = read_charter(CharterText.objects.get().text).charter
    assert charter is not None
    assert (charter.id, charter.version, charter.name.en, charter.purpose.fr) == (
        "chez-sophie",
        1,
        "Chez Sophie",
        VISION,
    )
    assert (charter.case_cap, charter.trust_line, charter.envelopes[0].amount) == (60_00, 10_00, 200_00)
    assert charter.signed_by == ("Sophie Martin",)
    assert charter.roles[-1].name.fr == "Sophie (patronne)"
    people = User.objects.order_by("pk").values_list("username", "display_name", "role", "is_steward")
    assert list(people) == [("sophie-martin", "Sophie Martin", "owner", True), ("karim", "Karim", "counter", False)]
    assert Site.objects.get().time_zone == "Europe/Paris"
    assert Signature.objects.get().signed_by.username == "sophie-martin"
    assert owner.get("/cases/try-1").status_code == 200
    assert Founding.objects.get().answers == {}


@pytest.mark.parametrize("trade", EXAMPLES)
def test_the_first_decision_is_one_tap_and_counts_nowhere(owner: Client, trade: str) -> None:
    changed = {"trade": {"trade": trade}, "room": {}, "team": {}}
    answer(owner, *((step, changed.get(step, typed)) for step, typed in STEPS))
    owner.post("/begin/charter", {"go": "begin"})
    page = owner.get("/cases/try-1").content.decode()

    typed = {"gesture": EXAMPLES[trade].gesture, "key": "first-decision", "amount": ""}
    response = owner.post("/cases/try-1/give", typed, follow=True)

    said = response.content.decode()
    assert "Made up, to try things on" in page
    assert "What next" in said
    assert Gesture.objects.get().what == EXAMPLES[trade].gesture
    assert Gesture.objects.get().decision.route == "do"
    assert Entry.objects.count() == 0


def test_it_is_not_there_any_more_once_somebody_has_moved_in(owner: Client) -> None:
    answer(owner, *STEPS)
    make_user("karim")

    for address in ("/begin", "/begin/you", "/begin/charter", "/begin/charter.pdf", f"/begin/open/{SECRET}/"):
        assert owner.get(address).status_code == 404
    assert owner.post("/begin/charter", {"go": "begin"}).status_code == 404
    assert owner.post("/begin/you", YOU).status_code == 404
    assert CharterText.objects.count() == 0
    with pytest.raises(AlreadyFounded):
        link()


def test_nothing_typed_is_lost(owner: Client) -> None:
    wrong = {"currency": "EUR", "case_cap": "lots", "trust_line": "10", "envelope": "-5"}
    answer(owner, *STEPS[:3])
    slips(owner, "room", wrong)

    back = owner.post("/begin/room", {**wrong, "case_cap": "plenty", "go": "back"})
    room = owner.get("/begin/room").content.decode()

    assert back.headers["Location"] == "/begin/trade"
    assert 'value="plenty"' in room
    assert 'value="-5"' in room
    assert owner.get("/begin").headers["Location"] == "/begin/room"
    assert owner.post("/begin/charter", {"go": "begin"}).headers["Location"] == "/begin/room?mend"
    assert User.objects.count() == 0


def test_another_browser_goes_on_where_the_first_one_stopped(owner: Client) -> None:
    answer(owner, *STEPS[:2])
    other = Client()
    other.get(link())

    assert VISION in other.get("/begin/vision").content.decode()
    assert other.get("/begin").headers["Location"] == "/begin/trade"


SLIPS = [
    ("you", {**YOU, "owner": " "}, "What is your name?", "Comment vous appelez-vous ?"),
    (
        "you",
        {**YOU, "time_zone": "Mars/Base"},
        "“Mars/Base” is no time zone. Write one like Europe/Paris.",
        "« Mars/Base » n’est pas un fuseau horaire. Écrivez par exemple Europe/Paris.",
    ),
    (
        "vision",
        {"vision": ""},
        "Write one sentence, or take one of the examples.",
        "Écrivez une phrase, ou prenez un exemple.",
    ),
    (
        "vision",
        {"vision": "a" * 5000},
        "That is 5000 characters. Make it 200 at most: it has to fit on one page.",
        "Cela fait 5000 caractères. Pas plus de 200 : tout doit tenir sur une page.",
    ),
    (
        "room",
        {"case_cap": "lots"},
        "“lots” is no amount in EUR. Write it like 12.50.",
        "« lots » n’est pas un montant en EUR.",
    ),
    (
        "room",
        {"envelope": "-5"},
        "“-5” is below zero. An amount is given, never taken.",
        "« -5 » est inférieur à zéro.",
    ),
    ("room", {"currency": "EURO"}, "“EURO” is no ISO 4217 currency.", "« EURO » n’est pas une devise ISO 4217."),
    ("room", {"trust_line": "0.001"}, "“0.001” has more decimals than EUR has.", "« 0.001 » a plus de décimales"),
    ("room", {"role-counter": ""}, "Every role needs a name.", "Chaque métier a besoin d’un nom."),
    (
        "team",
        {"name-1": "Karim", "does-1": "counter", "name-2": "karim ", "does-2": "baker"},
        "Two people are called Karim. Add a letter, so that everybody knows who is meant.",
        "Deux personnes s’appellent Karim. Ajoutez une lettre, pour que chacun sache de qui on parle.",
    ),
    ("team", {"name-1": "Karim", "does-1": ""}, "What does Karim do?", "Que fait Karim ?"),
]


@pytest.mark.parametrize(("step", "typed", "english", "french"), SLIPS)
def test_what_cannot_stay_is_said_beside_its_field(
    owner: Client, step: str, typed: dict[str, str], english: str, french: str
) -> None:
    answer(owner, *STEPS[:3])

    def plain(text: str) -> str:
        return text.translate({0xA0: " ", 0x202F: " "})

    assert english in slips(owner, step, typed)
    assert plain(french) in plain(slips(owner, step, typed, "fr"))


VISIONS = [
    'Say: "yes" 🍰 # no comment\r\n- really: {x}',
    "'single' \\ back\tslash %{tag} & <b>",
    "---",
    "yes",
    "null: ~",
    "« L’accueil » : toujours !",
]


@pytest.mark.parametrize("vision", VISIONS)
def test_any_words_make_a_sound_charter(owner: Client, vision: str) -> None:
    answer(owner, *((step, {"vision": vision} if step == "vision" else typed) for step, typed in STEPS))
    owner.post("/begin/charter", {"go": "begin"})

    reading = read_charter(CharterText.objects.get().text)
    assert reading.findings == ()
    assert reading.charter is not None
    assert reading.charter.purpose.en == " ".join(vision.split())


def test_other_money_keeps_every_figure_in_its_own_minor_unit(owner: Client) -> None:
    changed = {"room": {"currency": "JPY", "case_cap": "6000", "trust_line": "1000", "envelope": ""}}
    answer(owner, *((step, changed.get(step, typed)) for step, typed in STEPS))
    owner.post("/begin/charter", {"go": "begin"})

    charter = read_charter(CharterText.objects.get().text).charter
    assert charter is not None
    assert (charter.currency.code, charter.case_cap, charter.envelopes) == ("JPY", 6000, ())


def test_the_worst_and_the_likely_month_are_said_as_one_types(owner: Client) -> None:
    answer(owner, *STEPS[:3])

    said = owner.post("/begin/room/says", {"currency": "EUR", "case_cap": "80", "envelope": "300"}).content.decode()

    assert "At worst: €300.00 a month, and €80.00 on one case." in said
    assert "at most €320.00 for 1,000 customers" in said
    assert owner.post("/begin/room/says", {"currency": "EUR", "case_cap": "lots"}).status_code == 204


def test_figures_nobody_touched_follow_the_currency(owner: Client) -> None:
    answer(owner, ("you", {**YOU, "time_zone": "Asia/Tokyo"}), *STEPS[1:3])
    assert 'name="currency" value="JPY"' in owner.get("/begin/room").content.decode()
    untouched = {"case_cap": "6000", "trust_line": "1000", "envelope": "20000"}

    answer(owner, ("room", {"currency": "GBP", **untouched}))

    room = owner.get("/begin/room").content.decode()
    assert 'name="case_cap" value="60"' in room
    assert 'name="envelope" value="200"' in room
