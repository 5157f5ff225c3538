"""Queue: the cases, newest first, searched and filtered. What is looked for stays in the address."""

from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Kind, Status
from geste.apps.cases.selectors import Search, cases_found, known_customer, known_customers, moment_of
from geste.apps.charters.selectors import charter_to_show
from geste.apps.execution.selectors import promised_not_done
from geste.apps.gestures.selectors import gestures_on
from geste.apps.hops.interruptions import reached_this_week
from geste.apps.hops.policies import may_see_floor
from geste.interfaces.web.desk.endings import ending_words
from geste.interfaces.web.desk.failures import failures
from geste.interfaces.web.desk.low import low_words
from geste.interfaces.web.desk.terms import terms
from geste.interfaces.web.desk.today import room_lines, upcoming
from geste.interfaces.web.speech import moment, own
from geste.interfaces.web.visitor import for_agents, now

CASES_A_PAGE = 25
TEXT_CHARACTERS = 200
EVERY, MINE = "all", "mine"


@dataclass(frozen=True, slots=True)
class Line:
    """One case in the list."""

    case: Case
    opened: str
    gestures: int
    ending: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked for, as the address says it. Open cases unless it says otherwise."""

    q: str = ""
    state: str = Status.OPEN.value
    kind: str = EVERY
    whose: str = EVERY
    customer: str = ""

    @property
    def address(self) -> str:
        """The address of the list as it is looked at; what is usual is left out."""
        usual = Looked()
        said = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) != getattr(usual, name)}
        return f"?{urlencode(said)}" if said else "?"

    @property
    def search(self) -> Search:
        """The same for the database."""
        return Search(
            text=self.q,
            kind="" if self.kind == EVERY else self.kind,
            status="" if self.state == EVERY else self.state,
            customer=self.customer,
            is_mine=self.whose == MINE,
        )


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to a filter's question, and the address it leads to."""

    words: str
    address: str
    is_taken: bool


@require_safe
@for_agents
def show(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the cases that are looked for."""
    looked = looked_for(request)
    found = Paginator(cases_found(actor, looked.search), CASES_A_PAGE).get_page(request.GET.get("page"))
    elsewhere = replace(looked, state=EVERY)
    is_hidden = not found.object_list and looked.state != EVERY
    shown = {
        "looked": looked,
        "filters": _filters(looked),
        "found": found,
        "lines": _lines(found, actor),
        "customer": known_customer(actor, looked.customer),
        "customers": [] if looked.customer else _customers(actor, looked),
        "elsewhere": elsewhere.address,
        "elsewhere_count": cases_found(actor, elsewhere.search).count() if is_hidden else 0,
        "is_everything": replace(looked, state=Status.OPEN.value) == Looked(),
        "room_lines": room_lines(actor),
        "failures": failures(actor),
        "low": low_words(actor),
        "promised": promised_not_done(actor).count(),
        "upcoming": upcoming(),
        "term": terms()["envelope"],
        "reached": reached_this_week(at=now()) if may_see_floor(actor).allowed else None,
        "purpose": own(charter_to_show(at=now()).charter.purpose),
    }
    return render(request, "web/desk/queue.html", shown)


def looked_for(request: HttpRequest) -> Looked:
    """Return what an address looks for; what no filter knows is taken for what is usual."""
    asked, usual = request.GET, Looked()

    def one_of(name: str, *known: str) -> str:
        value = asked.get(name, "")
        return value if value in known else str(getattr(usual, name))

    return Looked(
        q=asked.get("q", "").strip()[:TEXT_CHARACTERS],
        state=one_of("state", Status.OPEN, Status.CLOSED, EVERY),
        kind=one_of("kind", Kind.COMPLAINT, Kind.REQUEST),
        whose=one_of("whose", MINE),
        customer=asked.get("customer", "")[:TEXT_CHARACTERS],
    )


def _lines(found: Page[Case], actor: Actor) -> list[Line]:
    given = Counter(gesture.case_id for gesture in gestures_on(found.object_list, actor=actor))
    return [
        Line(
            case,
            moment(moment_of(case, case.opened_at)),
            given[case.pk],
            ending_words(case.outcome, case.kind) if case.outcome else "",
        )
        for case in found.object_list
    ]


def _customers(actor: Actor, looked: Looked) -> list[tuple[str, str, int]]:
    """Customers whose name is looked for: the name, the way to their cases, and how many there are."""
    all_of = Looked(state=EVERY)
    return [
        (known.label or known.key, replace(all_of, customer=known.key).address, known.cases)
        for known in known_customers(actor, looked.q)
    ]


def _filters(looked: Looked) -> list[tuple[str, list[Way]]]:
    """The questions one may ask of the list, each with its answers."""
    questions: list[tuple[str, str, dict[str, str]]] = [
        (_("Which"), "state", {"open": _("Open"), "closed": _("Closed"), EVERY: pgettext("cases", "All")}),
        (
            _("Kind"),
            "kind",
            {EVERY: _("Every kind"), "complaint": _("Complaints"), "request": _("Requests")},
        ),
        (_("Opened by"), "whose", {EVERY: _("Everybody"), MINE: _("Me")}),
    ]
    return [
        (
            question,
            [
                Way(words, replace(looked, **{name: value}).address, is_taken=getattr(looked, name) == value)
                for value, words in answers.items()
            ],
        )
        for question, name, answers in questions
    ]
