"""Ready charters: each trade's, and each again with other words, numbers and money, goes the same way at the desk."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.charters.next_version import respelled
from geste.apps.charters.presets import preset_names, preset_text
from geste.apps.charters.selectors import charter_in_force
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.selectors import question_about
from geste.apps.people.models import User
from geste.apps.people.selectors import actor_for
from geste.core.charter.reading import read_charter
from tests.interfaces.test_desk import text_of
from tests.make import NOW, SUMMER, make_case, make_charter, make_user

pytestmark = pytest.mark.django_db

PURPOSE = re.compile(r"^purpose:\n  en: .*\n  fr: .*\n", re.MULTILINE)
OTHER_PURPOSE = "purpose:\n  en: Nobody goes home cross.\n  fr: Que personne ne rentre fâché.\n"
SWISS = "CHF"
MORE = 7
"""What the caps of a changed charter are above those of the ready one."""


@dataclass(frozen=True, slots=True)
class House:
    """Somebody at the frontline of a house with this charter, one of its cases, and the browser they sit at."""

    visitor: Client
    agent: Actor
    case: Case
    currency: str
    purpose: str

    def page(self, address: str, language: str) -> str:
        self.visitor.cookies["django_language"] = language
        return text_of(self.visitor.get(address).content)


def other(text: str) -> str:
    """Return a ready charter in Swiss francs, with another purpose and more room to act."""
    text = text.replace("currency: EUR", f"currency: {SWISS}").replace("currency: AUD", f"currency: {SWISS}")
    text = re.sub(r"^(case_cap): (\d+)$", lambda cap: f"{cap[1]}: {int(cap[2]) + MORE}", text, flags=re.MULTILINE)
    changed, count = PURPOSE.subn(OTHER_PURPOSE, text)
    assert count == 1
    return changed


@pytest.fixture(params=["ready", "changed"])
def house(request: pytest.FixtureRequest, trade: str) -> House:
    ready = preset_text(trade)
    text = respelled(ready if request.param == "ready" else other(ready), version=1, effective=SUMMER)
    make_charter(text.replace("{", "{{").replace("}", "}}"))
    charter = charter_in_force(at=NOW).charter
    role = next(role for role in charter.roles if role.kind == "agent")
    user = make_user(role=role.id)
    visitor, agent = Client(), actor_for(User.objects.get(pk=user.pk))
    visitor.force_login(user)
    return House(visitor, agent, make_case(agent, reference="C-1"), charter.currency.code, charter.purpose.en)


@pytest.fixture(params=preset_names())
def trade(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.item("S0.48")
def test_every_trade_decides_and_gives_in_its_own_words_and_money(house: House) -> None:
    question = question_about(house.case, actor=house.agent, now=NOW)
    charter = question.in_force.charter
    options = question.in_force.prepared.options(question.request)
    given = next(
        option
        for option in options
        if option.decision.authority == "within" and (found := charter.gesture(option.gesture)) and found.has_amount
    )

    for language, symbol in (("en", {"EUR": "€", "AUD": "A$", "CHF": "CHF"}), ("fr", {"EUR": "€", "AUD": "$AU"})):
        page = house.page("/cases/C-1", language)
        assert (charter.purpose.en if language == "en" else charter.purpose.fr) in page
        assert symbol.get(house.currency, "CHF") in page
        assert not [sign for code, sign in symbol.items() if code != house.currency and sign in page]
    answer = house.visitor.post("/cases/C-1/give", {"gesture": given.gesture, "amount": "", "key": "one-tap-of-a-test"})

    gesture = Gesture.objects.get()
    assert answer.headers["Location"] == f"/receipts/{gesture.pk}"
    assert (gesture.what, gesture.amount, gesture.currency) == (given.gesture, given.decision.amount, house.currency)
    assert charter.purpose.en in house.page(f"/receipts/{gesture.pk}", "en")
    assert DecisionRecord.objects.get().authority == "within"


def test_a_changed_charter_is_another_one(trade: str) -> None:
    ready, changed = (read_charter(text).charter for text in (preset_text(trade), other(preset_text(trade))))

    assert ready is not None
    assert changed is not None
    assert (changed.currency.code, changed.purpose.en) == (SWISS, "Nobody goes home cross.")
    assert changed.case_cap == ready.case_cap + MORE * 100


@pytest.mark.item("S2.3")
@pytest.mark.parametrize("trade", ["public"])
@pytest.mark.parametrize("house", ["ready"], indirect=True)
def test_a_public_service_weighs_nobody(house: House, trade: str) -> None:
    charter = charter_in_force(at=NOW).charter
    facts = {fact.path for fact in charter.facts}

    options = question_about(house.case, actor=house.agent, now=NOW)
    listed = options.in_force.prepared.options(options.request)

    assert charter.sizing is None
    assert not [path for path in facts if re.search(r"value|loyal|spen[dt]|tier|member|years", path)]
    assert {gesture.kind for gesture in charter.gestures} <= {
        "fix",
        "explanation",
        "attention",
        "time",
        "extra",
        "fee_waiver",
    }
    assert {gesture.line for gesture in charter.gestures} & {"sale"} == set()
    assert not [reason for option in listed for reason in option.decision.reasons if reason.code == "uplift.applied"]
