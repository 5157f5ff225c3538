"""The entrance: passwords, the language that stays, and the demonstration's one-time link."""

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone, translation

from geste.apps.people.models import User
from geste.apps.people.services.make_sign_in_link import make_sign_in_link
from geste.demo.companies import COMPANIES
from geste.demo.company import charter_of
from geste.demo.names import NAMES
from geste.demo.telling import tell
from geste.interfaces.web.speech import amount, own
from tests.make import make_user

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"
SECRET = "a-secret-nobody-guesses"


def who(client: Client) -> str | None:
    found = User.objects.filter(pk=client.session.get("_auth_user_id", 0)).first()
    return None if found is None else found.username


def test_name_and_password_open_the_door(user: User) -> None:
    user.set_password(PASSWORD)
    user.save()
    client = Client()

    answer = client.post("/sign-in?next=/charter", {"username": "TOMAS", "password": PASSWORD, "next": "/charter"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/charter")
    assert who(client) == "tomas"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"username": "tomas", "password": "wrong"}, "do not go together"),
        ({"username": "nobody", "password": "wrong"}, "do not go together"),
        ({"username": "", "password": ""}, "Fill in your name and your password."),
    ],
)
@pytest.mark.usefixtures("user")
def test_a_wrong_password_is_said_plainly(fields: dict[str, str], said: str) -> None:
    client = Client()

    answer = client.post("/sign-in", fields)

    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert who(client) is None


def test_signing_in_never_leads_elsewhere(user: User) -> None:
    user.set_password(PASSWORD)
    user.save()

    answer = Client().post("/sign-in", {"username": "tomas", "password": PASSWORD, "next": "https://elsewhere.example"})

    assert answer.headers["Location"] == "/"


def test_signing_out_closes_the_door(visitor: Client) -> None:
    answer = visitor.post("/sign-out")

    assert answer.headers["Location"] == "/sign-in"
    assert who(visitor) is None


def test_a_chosen_language_stays(visitor: Client) -> None:
    answer = visitor.post("/language", {"language": "fr", "next": "/charter"})

    assert (answer.status_code, answer.headers["Location"]) == (302, "/charter")
    assert '<html lang="fr">' in visitor.get("/").content.decode()


@pytest.mark.parametrize(("next_page", "back"), [("https://elsewhere.example/", "/"), ("", "/"), ("//elsewhere", "/")])
def test_choosing_a_language_never_leads_elsewhere(visitor: Client, next_page: str, back: str) -> None:
    assert visitor.post("/language", {"language": "de", "next": next_page}).headers["Location"] == back
    assert "django_language" not in visitor.cookies


@pytest.mark.usefixtures("user")
def test_the_browsers_language_is_the_first_guess() -> None:
    page = Client(headers={"accept-language": "fr-CA"}).get("/sign-in").content.decode()

    assert "Mot de passe" in page


@pytest.mark.usefixtures("demo")
def test_a_demonstrations_link_opens_once(user: User) -> None:
    make_sign_in_link(user=user, secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    first, latecomer = Client(), Client()

    assert first.get(f"/demo/enter/{SECRET}/").headers["Location"] == "/demo"
    assert who(first) == "tomas"
    assert first.get(f"/demo/enter/{SECRET}/").headers["Location"] == "/demo"
    answer = latecomer.get(f"/demo/enter/{SECRET}/")
    assert answer.status_code == 410
    assert "This link no longer opens" in answer.content.decode()
    assert who(latecomer) is None


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "come_in"), [("en", "Come in as"), ("fr", "Entrer en tant que")])
@pytest.mark.usefixtures("demo", "db")
def test_one_chooses_whose_shoes_to_step_into(name: str, language: str, come_in: str) -> None:
    company = COMPANIES[name]
    tell(company)
    client = Client(headers={"accept-language": language})
    client.force_login(User.objects.get(username=company.first_person))

    page = client.get("/demo").content.decode()

    charter = charter_of(company)
    for part in company.parts:
        person = User.objects.get(username=part.username)
        with translation.override(language):
            said = (f"{come_in} {person.display_name}", own(part.does), own(part.first))
            may_give = amount(charter.cap_of(person.role)[1], charter.currency)
        assert [words for words in (*said, may_give) if words not in unescape(page)] == []
    others = [other for other in NAMES if f"geste demo {other}" in page]
    assert others == [other for other in NAMES if other != name]
    client.post("/demo/as", {"person": company.parts[-1].username})
    assert who(client) == company.parts[-1].username


@pytest.mark.usefixtures("demo")
def test_a_house_that_is_none_of_the_three_has_no_parts_to_choose(visitor: Client) -> None:
    assert visitor.get("/demo").headers["Location"] == "/"


@pytest.mark.usefixtures("demo", "user")
def test_who_has_not_come_in_cannot_choose() -> None:
    assert Client().get("/demo").headers["Location"] == "/sign-in?next=/demo"


@pytest.mark.usefixtures("demo")
def test_in_a_demonstration_one_steps_into_other_shoes(visitor: Client) -> None:
    make_user("ana")
    assert "Step into the shoes of" in visitor.get("/").content.decode()
    # A page that has people of its own does not take their place.
    assert '<option value="ana"' in visitor.get("/mine/coached").content.decode()

    visitor.post("/demo/as", {"person": "ana"})
    assert who(visitor) == "ana"
    visitor.post("/demo/as", {"person": "nobody"})
    assert who(visitor) == "ana"


def test_elsewhere_there_is_no_demonstration(visitor: Client, user: User) -> None:
    make_sign_in_link(user=user, secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    make_user("ana")

    assert Client().get(f"/demo/enter/{SECRET}/").status_code == 404
    assert visitor.get("/demo").status_code == 404
    assert visitor.post("/demo/as", {"person": "ana"}).status_code == 404
    assert "Step into the shoes of" not in visitor.get("/").content.decode()
    assert who(visitor) == "tomas"
