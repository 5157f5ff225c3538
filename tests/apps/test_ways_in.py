"""Ways in: a link opens once and not for ever; a token works until it is revoked; secrets are not kept."""

from datetime import timedelta

import pytest

from geste.apps.people.models import ApiToken, SignInLink, Site, Team, User
from geste.apps.people.selectors import actor_for, colleagues, user_of_token
from geste.apps.people.services.make_api_token import make_api_token
from geste.apps.people.services.make_sign_in_link import make_sign_in_link
from geste.apps.people.services.use_sign_in_link import use_sign_in_link
from geste.apps.people.services.welcome_user import Newcomer, welcome_user
from tests.make import NOW, make_user

pytestmark = pytest.mark.django_db
SECRET = "a-secret-nobody-guesses"
HOUR = timedelta(hours=1)


def test_a_link_opens_once() -> None:
    user = make_user()
    make_sign_in_link(user=user, secret=SECRET, expires_at=NOW + HOUR)

    assert use_sign_in_link(secret=SECRET, now=NOW) == user
    assert use_sign_in_link(secret=SECRET, now=NOW) is None
    assert use_sign_in_link(secret="another", now=NOW) is None


def test_a_link_grows_old() -> None:
    make_sign_in_link(user=make_user(), secret=SECRET, expires_at=NOW + HOUR)

    assert use_sign_in_link(secret=SECRET, now=NOW + HOUR) is None


def test_who_has_left_does_not_come_in() -> None:
    user = make_user()
    make_sign_in_link(user=user, secret=SECRET, expires_at=NOW + HOUR)
    make_api_token(user=user, label="till", secret=SECRET, now=NOW)
    User.objects.update(is_active=False)

    assert use_sign_in_link(secret=SECRET, now=NOW) is None
    assert user_of_token(SECRET) is None
    assert colleagues() == []


def test_a_token_works_until_it_is_revoked() -> None:
    user = make_user()
    make_api_token(user=user, label="till", secret=SECRET, now=NOW)

    assert user_of_token(SECRET) == user
    ApiToken.objects.update(revoked_at=NOW)
    assert user_of_token(SECRET) is None


def test_only_digests_are_kept() -> None:
    user = make_user()
    make_sign_in_link(user=user, secret=SECRET, expires_at=NOW)
    make_api_token(user=user, label="till", secret=SECRET, now=NOW)

    kept = [*SignInLink.objects.values_list("digest", flat=True), *ApiToken.objects.values_list("digest", flat=True)]

    assert [len(digest) for digest in kept] == [64, 64]
    assert SECRET not in kept


def test_welcomed_again_a_person_moves_and_keeps_the_password() -> None:
    make_user("ana", password="correct horse battery")

    ana = welcome_user(Newcomer(username="ana", display_name="Ana Petit", role="concierge", site="Airport"))

    assert User.objects.count() == 1
    assert ana.check_password("correct horse battery")
    assert (actor_for(ana).name, actor_for(ana).role, ana.team) == ("Ana Petit", "concierge", None)
    assert sorted(Site.objects.values_list("name", flat=True)) == ["Airport", "Harbour"]
    assert Team.objects.count() == 1


def test_a_name_is_found_whatever_its_case() -> None:
    user = make_user("tomas")

    assert User.objects.get_by_natural_key("ToMaS") == user
