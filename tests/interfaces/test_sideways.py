"""Sideways: nobody comes in by what a request says of itself, by a secret that is nearly right, or by words."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from geste.apps.base.actor import Actor
from geste.apps.people.models import User
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.people.services.make_sign_in_link import make_sign_in_link
from tests.make import NOW, make_case, make_gesture, propose

pytestmark = pytest.mark.django_db
SECRET = "Zb81-a-secret-nobody-guesses"
NEARLY = [f"{SECRET} ", f" {SECRET}", SECRET[:-1], SECRET.lower(), f"{SECRET}\u200b", f"{SECRET}%00", f"{SECRET}/", ""]
CLAIMS = ("remote-user", "x-remote-user", "x-forwarded-user", "x-forwarded-email", "x-auth-request-user", "x-user-id")
MARKUP = '<img src=x onerror="alert(1)"><script>alert(2)</script>'


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_name_that_comes_along_with_a_request_is_nobodys(user: User, claim: str) -> None:
    claimed = Client(headers={claim: user.username}, REMOTE_USER=user.username)

    assert claimed.get("/").headers["Location"].startswith("/sign-in")
    assert claimed.get("/api/v1/charter").status_code == 401


@pytest.mark.parametrize("nearly", NEARLY)
def test_a_secret_is_right_to_the_letter_or_opens_nothing(user: User, demo: None, nearly: str) -> None:
    make_sign_in_link(user=user, secret=SECRET, expires_at=timezone.now() + timedelta(hours=1))
    make_api_token(user=user, label="till", secret=SECRET, now=NOW)
    visitor, program = Client(), Client(headers={"authorization": f"Bearer {nearly}"})

    visitor.get(f"/demo/enter/{nearly}/")

    assert "_auth_user_id" not in visitor.session
    assert program.get("/api/v1/charter").status_code == 401
    visitor.get(f"/demo/enter/{SECRET}/")
    assert visitor.session["_auth_user_id"] == str(user.pk)


def test_whether_there_is_such_a_name_is_not_told(user: User) -> None:
    user.set_password("correct horse battery")
    user.save()

    pages = [
        re.sub(r"(csrfmiddlewaretoken\W+value=.)\w+", "", page.replace(name, ""))
        for name in (user.username, "nobody")
        for page in [Client().post("/sign-in", {"username": name, "password": "wrong"}).content.decode()]
    ]

    assert "do not go together" in pages[0]
    assert pages[0] == pages[1]


def test_words_of_customers_and_colleagues_are_words_and_nothing_else(visitor: Client, agent: Actor) -> None:
    case = make_case(agent, reference="C-9", customer="lee", facts={"stay": {"price": "390"}})
    case.words, case.customer_label = MARKUP, MARKUP[:60]
    case.save()
    gesture = make_gesture(agent, case, "credit", "20")
    propose(agent, case, "credit", "700", act_first=True, note=MARKUP)

    for address in ("/", "/cases/C-9", f"/receipts/{gesture.pk}", "/cases/C-9/hand-over", "/receipts/mine"):
        page = visitor.get(address)
        assert page.status_code == 200, address
        assert "<img src=x" not in page.content.decode(), address
        assert "<script>alert" not in page.content.decode(), address
    assert "&lt;img src=x" in visitor.get("/cases/C-9").content.decode()
