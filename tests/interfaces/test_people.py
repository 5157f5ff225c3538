"""People: stewards welcome them, let them in and say that they have left; cards name what a role may give."""

import re

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.base.permission import NotPermitted
from geste.apps.people.models import ApiToken, Duty, SignInLink, Team, User
from geste.apps.people.selectors import actor_for, everybody
from geste.apps.people.services.add_person import Person, PersonRefused, add_person
from geste.apps.people.services.let_in import HasLeft, let_in
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.people.services.say_goodbye import LastSteward, say_goodbye
from geste.printing.qr import QUIET, qr_of
from tests.make import NOW, SITE

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<code id="address">http://testserver(/enter/[^<]+/)</code>')
KARIM = {"name": "Karim", "role": "reception", "language": "fr", "site": SITE}


@pytest.fixture
def steward(user: User) -> Actor:
    return actor_for(User.objects.get(username="grace"))


@pytest.fixture
def office(steward: Actor) -> Client:
    """Return the steward's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=steward.user_id))
    return client


def test_somebody_new_comes_in_with_the_link_that_is_shown_once(office: Client) -> None:
    page = office.post("/people/add", KARIM).content.decode()
    found = LINK.search(page)
    assert found is not None
    telephone = Client()

    looked = telephone.get(found[1])
    came_in = telephone.post(found[1])

    assert "<svg" in page
    assert looked.status_code == 200
    assert came_in.headers["Location"] == "/"
    assert "Dossiers ouverts" in telephone.get("/").content.decode()
    karim = User.objects.get(username="karim")
    assert (karim.role, karim.language, karim.site and karim.site.name, karim.is_steward) == (
        "reception",
        "fr",
        SITE,
        False,
    )
    assert Client().post(found[1]).status_code == 410
    assert found[1] not in office.get("/people").content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({**KARIM, "name": " "}, "What is this person called?"),
        ({**KARIM, "name": "a" * 81}, "Keep the name to 80 characters."),
        ({**KARIM, "name": "TOMAS"}, "Somebody here has this name already."),
        ({**KARIM, "role": "pilot"}, "Pick what this person does."),
        ({**KARIM, "site": "Mars"}, "Pick one of the places of this house."),
    ],
)
def test_who_cannot_be_welcomed_is_said_and_what_was_typed_stays(
    office: Client, typed: dict[str, str], words: str
) -> None:
    before = User.objects.count()

    answer = office.post("/people/add", typed)

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert f'value="{typed["name"]}"' in answer.content.decode()
    assert User.objects.count() == before


def test_who_has_left_has_no_way_in_and_is_not_forgotten(office: Client, steward: Actor) -> None:
    add_person(actor=steward, person=Person(name="Karim", role="reception"))
    let_in(actor=steward, username="karim", secret="a-way-in", expires_at=NOW)
    make_api_token(user=User.objects.get(username="karim"), label="till", secret="till", now=NOW)

    page = office.post("/people/karim/goodbye", follow=True).content.decode()

    assert "Karim has left. What they gave stays theirs." in page
    assert "has left" in page
    assert (User.objects.get(username="karim").is_active, ApiToken.objects.get().revoked_at is None) == (False, False)
    assert SignInLink.objects.get().used_at is not None
    assert office.post("/people/karim/link").status_code == 409
    with pytest.raises(HasLeft):
        let_in(actor=steward, username="karim", secret="another", expires_at=NOW)


def test_the_last_steward_stays(office: Client, steward: Actor) -> None:
    assert office.post("/people/grace/goodbye").status_code == 409
    with pytest.raises(LastSteward):
        say_goodbye(actor=steward, username="grace", now=NOW)
    assert User.objects.get(username="grace").is_active


def test_only_stewards_look_after_people(visitor: Client, agent: Actor) -> None:
    assert visitor.get("/people").status_code == 403
    for address in ("/people/add", "/people/grace/link", "/people/grace/goodbye"):
        assert visitor.post(address, KARIM).status_code == 403
    with pytest.raises(NotPermitted):
        add_person(actor=agent, person=Person(name="Karim", role="reception"))
    with pytest.raises(NotPermitted):
        everybody(agent)
    assert not User.objects.filter(username="karim").exists()


def test_nobody_unknown_is_let_in(office: Client) -> None:
    assert office.post("/people/nobody/link").status_code == 404
    assert office.post("/people/nobody/goodbye").status_code == 404


def test_two_names_alike_have_two_sign_in_names(steward: Actor) -> None:
    first = add_person(actor=steward, person=Person(name="José  Núñez", role="reception"))
    second = add_person(actor=steward, person=Person(name="Jose Nunez", role="reception"))
    third = add_person(actor=steward, person=Person(name="山田", role="reception"))

    assert [it.username for it in (first, second, third)] == ["jose-nunez", "jose-nunez-2", "person"]
    assert first.display_name == "José Núñez"
    with pytest.raises(PersonRefused):
        add_person(actor=steward, person=Person(name="josé núñez", role="reception"))


def test_a_card_says_how_far_one_may_go(visitor: Client) -> None:
    page = visitor.get("/charter/card?role=reception").content.decode()

    assert page.count('class="pocket-card') == 10
    card = page.partition('class="pocket-card')[2].partition("</li>")[0]
    assert re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", card) == [
        ("Credit", "A$500"),
        ("A drink", "A$60"),
        ("Waive the fee", "A$40"),
        ("A note", "freely"),
    ]
    assert "Every guest should want to come back." in card
    assert "All in all, on one case: A$500." in card
    assert "Safety first." in card


def test_a_card_in_french_for_ones_own_role(visitor: Client) -> None:
    visitor.cookies["django_language"] = "fr"

    page = visitor.get("/charter/card").content.decode()

    assert "Réception" in page
    assert "En tout, sur un même dossier" in page


def test_the_code_has_light_around_it() -> None:
    code = qr_of("http://192.168.1.20:8000/")

    corners = [tuple(map(int, found)) for found in re.findall(r"M(\d+) (\d+)h1", code.path)]
    assert code.size == 25 + 2 * QUIET
    assert min(min(corner) for corner in corners) == QUIET
    assert max(max(corner) for corner in corners) == code.size - QUIET - 1
    # Three finder patterns: the dark ring, the light ring, the dark heart.
    for column, row in ((QUIET, QUIET), (QUIET + 18, QUIET), (QUIET, QUIET + 18)):
        ring = {(column + step, row) for step in range(7)}
        assert ring <= set(corners)
        assert (column + 1, row + 1) not in corners
        assert (column + 3, row + 3) in corners


def test_somebody_is_found_by_name_with_or_without_accents_and_a_long_list_has_pages(
    office: Client, steward: Actor
) -> None:
    assert b'role="search"' not in office.get("/people").content, "nobody searches a handful of people"
    for number in range(30):
        add_person(actor=steward, person=Person(name=f"Zoé Núñez {number:02}", role="reception"))

    first = office.get("/people").content.decode()
    assert first.count('<li class="card">') == 25
    assert "?q=&amp;page=2" in first
    found = office.get("/people", {"q": "nunez 07 zoe"}).content.decode()
    assert [found.count(name) > 0 for name in ("Zoé Núñez 07", "Zoé Núñez 08")] == [True, False]
    assert "<ul" not in (nobody := office.get("/people", {"q": "<Xaver>"}).content.decode()).split("roster", 1)[1]
    assert "&lt;Xaver&gt;" in nobody


def test_duties_are_given_and_ended_where_people_are(office: Client, visitor: Client) -> None:
    night = Team.objects.get(name="Night")

    given = office.post("/people/tomas/duties", {"kind": "manager", "team": str(night.pk)}, follow=True)
    keeps = office.post("/people/tomas/duties", {"kind": "pledge_keeper", "team": ""}, follow=True)
    duty = Duty.objects.get(kind="manager")

    assert "Tomas: manager of a team (Night), from now on." in given.content.decode()
    assert "Tomas: keeps the pledge, from now on." in keeps.content.decode()
    ended = office.post(f"/people/duties/{duty.pk}/end", follow=True).content.decode()
    assert "This duty has ended." in ended
    assert "manager of a team (Night)" not in ended
    assert Duty.objects.filter(until=None).count() == 1
    assert visitor.post("/people/tomas/duties", {"kind": "leader"}).status_code == 403
    assert visitor.post(f"/people/duties/{duty.pk}/end").status_code == 403


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"kind": "king"}, "Pick what this person looks after."),
        ({"kind": "manager"}, "Say which team."),
        ({"kind": "leader", "team": "{night}"}, "This duty is one of the whole house: leave the team open."),
    ],
)
def test_a_duty_that_cannot_be_is_refused_in_words(office: Client, typed: dict[str, str], words: str) -> None:
    night = Team.objects.get(name="Night")

    answer = office.post("/people/tomas/duties", {name: it.format(night=night.pk) for name, it in typed.items()})

    assert (answer.status_code, Duty.objects.count()) == (422, 0)
    assert words in answer.content.decode()
    assert office.post("/people/nobody/duties", {"kind": "leader"}).status_code == 404
