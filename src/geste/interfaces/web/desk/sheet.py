"""Sheet: one case with everything a person needs to decide, gathered once per page."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, partial

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status
from geste.apps.cases.selectors import earlier_cases, linked_cases, moment_of
from geste.apps.execution.selectors import promises_of
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.offering import offered
from geste.apps.gestures.selectors import Question, crossed_red_lines, gestures_on, given_moment, question_about
from geste.apps.gestures.worth import leaves_because_of_us
from geste.apps.shadow.selectors import is_in_shadow
from geste.core.charter.syntax import Charter, RedLine
from geste.core.decision.decision import Option
from geste.interfaces.web.desk.bends import VariantLine, variant_lines
from geste.interfaces.web.desk.cards import Card, Dealer, Section, sections_of
from geste.interfaces.web.desk.closer import Closer, closer_for
from geste.interfaces.web.desk.endings import endings
from geste.interfaces.web.desk.failures import Failure, failures_on
from geste.interfaces.web.desk.feedback import Panel, panel_on
from geste.interfaces.web.desk.fields import NOTHING_STATED, Choice, FactForm, Field, fields_for
from geste.interfaces.web.desk.forgetting import forgetting_words, forgotten_words
from geste.interfaces.web.desk.glance import GlanceLine, Past, Remembered, glance_lines
from geste.interfaces.web.desk.hop_lines import HopLine, hop_lines
from geste.interfaces.web.desk.noes import NoPanel, panel_for
from geste.interfaces.web.desk.pledged import Pledged, pledged
from geste.interfaces.web.desk.safety import Safety, fields_without_money, safety_of, without_money
from geste.interfaces.web.desk.saying import Step, five_steps, teaching
from geste.interfaces.web.desk.seen import seen_in
from geste.interfaces.web.desk.shadow import would_give_lines
from geste.interfaces.web.desk.terms import Term, terms
from geste.interfaces.web.desk.thinking import ThoughtLine, thoughts_for
from geste.interfaces.web.desk.today import room_lines
from geste.interfaces.web.promises.words import state_words
from geste.interfaces.web.speech import amount, gesture_words, language, moment, own, role_words, say
from geste.phrases.explain_bounds import one_hop_lines
from geste.phrases.measures import say_span
from geste.phrases.typography import set_words
from geste.phrases.voice import Voice


@dataclass(frozen=True, slots=True)
class Room:
    """What this actor may still give on this case, of how much."""

    left: str
    cap: str
    given: str
    percent_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What could not be done with the last thing sent, so that nothing typed is lost.

    `stated` is what the form of facts held, `problems` are by path of the fact, `changed` are the facts that somebody
    else changed meanwhile and `news` says so, `seen` is what the page went by; `card` stands in place of its gesture's
    card; `because` and `outcome` are what was filled in about the root issue and the end, `other` the case to link it
    with, and `second` what was said about our handling.
    """

    words: str = ""
    stated: FactForm = NOTHING_STATED
    problems: Mapping[str, str] = field(default_factory=dict)
    card: Card | None = None
    changed: frozenset[str] = frozenset()
    news: str = ""
    seen: str = ""
    because: str = ""
    outcome: str = ""
    other: str = ""
    second: str = ""


NO_SLIP = Slip()


@dataclass(frozen=True, slots=True)
class OneHopWords:
    """Whom one may ask instead of acting first, within what time, and what silence means."""

    role: str
    time: str
    silence: str


@dataclass(frozen=True, slots=True)
class CardSheet:
    """What a card that is sent alone shows of its case: the rest of the page stays as it is."""

    case: Case
    one_hop: OneHopWords | None
    in_shadow: bool


def card_sheet(case: Case, charter: Charter, actor: Actor) -> CardSheet:
    """Return the little a single card needs."""
    # Training is no shadow.
    return CardSheet(case, _one_hop(charter), in_shadow=not case.is_training and is_in_shadow(actor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything the case page shows. What only the whole page shows is asked for by it, not by its live parts."""

    case: Case
    charter: Charter
    charter_version: int
    purpose: str
    opened: str
    room: Room
    room_lines: Callable[[], tuple[str, ...]]
    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    seen: str
    page: str
    given: Callable[[], tuple[Remembered, ...]]
    feedback: Callable[[], Panel | None]
    hops: Callable[[], tuple[HopLine, ...]]
    variants: Callable[[], tuple[VariantLine, ...]]
    noes: Callable[[], NoPanel]
    failures: Callable[[], list[Failure]]
    history: Callable[[], Past]
    closer: Callable[[], Closer | None]
    glance: Callable[[], tuple[GlanceLine, ...]]
    leaves_because_of_us: bool
    linked: Callable[[], list[Case]]
    forgetting: tuple[str, ...]
    forgotten: str
    safety: Safety
    red_lines: tuple[tuple[str, str], ...]
    uplift: str
    one_hop: OneHopWords | None
    in_shadow: bool
    would_give: Callable[[], list[str]]
    trust_line: str
    pledge: Callable[[], Pledged]
    terms: Mapping[str, Term]
    slip: Slip

    @property
    def has_glance(self) -> bool:
        """Whether the four things to decide by stand at the head of the page."""
        return self.is_open and not self.safety.is_silent

    @property
    def now_count(self) -> int:
        """How many things may be done right now."""
        return sum(card.can_give for section in self.sections for stack in section.stacks for card in stack.cards)

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self.case.status == Status.OPEN

    @property
    def endings(self) -> tuple[Choice, ...]:
        """How a case of this kind may end."""
        return endings(self.slip.outcome, self.case.kind)

    @property
    def teaching(self) -> str:
        """What to say to a customer who is mistaken."""
        return teaching(self.case)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The five steps, in the customer's language."""
        return five_steps(self.case.language)

    @property
    def thoughts(self) -> tuple[ThoughtLine, ...]:
        """Questions that help to judge."""
        return thoughts_for(self.case.kind)

    @property
    def is_complaint(self) -> bool:
        """Whether something went wrong; a request has no failure and no blame."""
        return self.case.kind == "complaint"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What follows from the question alone: what is open, what is asked, and what must not be crossed."""

    sections: tuple[Section, ...]
    fields: tuple[Field, ...]
    seen: str
    safety: Safety
    red_lines: tuple[tuple[str, str], ...]
    uplift: str


def _shown(case: Case, question: Question, slip: Slip) -> _Shown:
    charter, options = question.in_force.charter, offered(question)
    cards = Dealer(question, case.language).cards(options)
    asked = frozenset(ask.path for card in cards for ask in card.asks)
    crossed, safety = crossed_red_lines(question), safety_of(case, question)
    dealt = without_money(cards) if safety.is_silent else with_card(cards, slip.card)
    fields = fields_for(charter, case, question.at.tzinfo, asked=asked, form=slip.stated, problems=slip.problems)
    return _Shown(
        sections=sections_of(dealt),
        fields=fields_without_money(fields, charter) if safety.is_silent else fields,
        seen=slip.seen or seen_in(fields, case),
        safety=safety,
        red_lines=_red_lines(crossed),
        uplift=_uplift(options, charter),
    )


def sheet_for(case: Case, *, actor: Actor, now: datetime, slip: Slip = NO_SLIP) -> Sheet:
    """Return the sheet of a case, with what went wrong with the last thing sent."""
    question = question_about(case, actor=actor, now=now)
    charter = question.in_force.charter
    shown = _shown(case, question, slip)
    # Each is asked for by two parts of the page, and read once.
    given = cache(lambda: _given(case, actor, charter))
    history = cache(lambda: _past(earlier_cases(actor, case), actor, charter))
    return Sheet(
        case=case,
        charter=charter,
        charter_version=question.in_force.row.version,
        purpose=own(charter.purpose),
        opened=moment(moment_of(case, case.opened_at)),
        room=room_of(question),
        room_lines=partial(room_lines, actor),
        sections=shown.sections,
        fields=shown.fields,
        seen=shown.seen,
        page=uuid.uuid4().hex,
        given=given,
        feedback=partial(panel_on, case, actor),
        hops=lambda: hop_lines(case, actor, at=now),
        variants=lambda: variant_lines(case, actor, at=question.at),
        noes=partial(panel_for, case),
        failures=failures_on(case, actor),
        history=history,
        closer=lambda: closer_for(case, actor, at=question.at),
        glance=lambda: glance_lines(shown.sections, history(), given()),
        leaves_because_of_us=leaves_because_of_us(question),
        linked=lambda: linked_cases(actor, case),
        forgetting=forgetting_words(case, actor),
        forgotten=forgotten_words(case),
        safety=shown.safety,
        red_lines=shown.red_lines,
        uplift=shown.uplift,
        one_hop=_one_hop(charter),
        in_shadow=question.is_shadow,
        would_give=lambda: would_give_lines(case, actor),
        trust_line=amount(charter.trust_line, charter.currency),
        pledge=pledged,
        terms=terms(),
        slip=slip,
    )


def _one_hop(charter: Charter) -> OneHopWords | None:
    one_hop = charter.one_hop
    if one_hop is None:
        return None
    voice = Voice(charter, language(), lambda minor: amount(minor, charter.currency))
    silence = set_words(one_hop_lines(voice, one_hop)[-1], language())
    return OneHopWords(role_words(charter, one_hop.to), say_span(one_hop.answer_within, language()), silence)


def _red_lines(crossed: tuple[RedLine, ...]) -> tuple[tuple[str, str], ...]:
    """What is not negotiable here, and what to do instead, in words."""
    return tuple((own(line.says), own(line.help) if line.help else "") for line in crossed)


def _uplift(options: tuple[Option, ...], charter: Charter) -> str:
    """Why suggestions are raised, if they are: said once, not on every card."""
    reasons = (reason for option in options for reason in option.decision.reasons)
    raised = next((reason for reason in reasons if reason.code == "uplift.applied"), None)
    return "" if raised is None else say(raised, charter)


def room_of(question: Question) -> Room:
    """Return what is left for this actor on this case: the cap less everything given on the incident so far."""
    charter, prepared = question.in_force.charter, question.in_force.prepared
    _, cap = charter.cap_of(question.request.actor.role)
    given = question.request.standing.amounts[prepared.plan.case_total]
    left = max(0, cap - given)
    return Room(
        left=amount(left, charter.currency),
        cap=amount(cap, charter.currency),
        given=amount(given, charter.currency),
        percent_left=left * 100 // cap if cap else 0,
    )


def with_card(cards: tuple[Card, ...], sent: Card | None) -> tuple[Card, ...]:
    """Return the cards with one replaced; a gesture that is no option any more is put in front, with its verdict."""
    if sent is None:
        return cards
    if all(card.gesture != sent.gesture for card in cards):
        return (sent, *cards)
    return tuple(sent if card.gesture == sent.gesture else card for card in cards)


def remembered(gestures: list[Gesture], charter: Charter) -> tuple[Remembered, ...]:
    """Return earlier gestures as lines, in the names today's charter gives them."""
    return tuple(
        Remembered(
            gesture,
            gesture_words(charter, gesture.what),
            "" if gesture.amount is None else amount(gesture.amount, charter.currency),
            moment(given_moment(gesture)),
        )
        for gesture in gestures
    )


def _given(case: Case, actor: Actor, charter: Charter) -> tuple[Remembered, ...]:
    """What was given on this case, with how far each promise has got."""
    gestures = gestures_on([case], actor=actor)
    promises = promises_of(gestures)
    lines = remembered(gestures, charter)
    return tuple(
        replace(line, carried=state_words(promises[line.gesture.pk])) if line.gesture.pk in promises else line
        for line in lines
    )


def _past(cases: list[Case], actor: Actor, charter: Charter) -> Past:
    given = remembered(gestures_on(cases, actor=actor), charter)
    return tuple((case, tuple(line for line in given if line.gesture.case_id == case.pk)) for case in cases)
