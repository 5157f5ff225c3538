"""Pages: every page of the web door, found by asking each of its addresses. Nobody keeps a list of them.

An address with a parameter nobody gives an example of is refused here, so that no page goes unseen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status
from geste.apps.charters.models import Candidate, CharterText, Draft
from geste.apps.charters.selectors import charter_to_show, version_to_begin_with
from geste.apps.charters.services.put_forward_draft import put_forward_draft
from geste.apps.charters.services.save_draft import Typed, save_draft
from geste.apps.charters.services.start_draft import start_draft
from geste.apps.gestures.models import Gesture
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.purses import purses_everywhere
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.hops.models import Hop
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.ledger.models import ClosedPeriod, Entry
from geste.apps.ledger.services.change_envelope import change_envelope
from geste.apps.ledger.services.close_period import close_period
from geste.apps.ledger.services.open_book import open_book
from geste.apps.ledger.services.post_entry import post_entry
from geste.apps.people.models import Duty, DutyKind, User
from geste.apps.people.selectors import actor_for, teams
from geste.apps.people.services.give_duty import give_duty
from geste.apps.pledges.models import Breach, LeaderAct, PledgeReport
from geste.apps.portraits.models import EvidenceFile
from geste.apps.portraits.services.keep_file import Piece, begin_file, pick_piece
from geste.apps.portraits.services.share_file import share_file
from geste.apps.practice.models import About, Practice, Question, Story
from geste.apps.practice.services.ask_colleague import ask_colleague
from geste.apps.practice.services.contribute import contribute
from geste.apps.practice.services.say_thanks import Word, say_thanks
from geste.apps.practice.services.share_practice import Shared, share_practice
from geste.apps.practice.services.tell_story import Telling, tell_story
from geste.apps.refusals.models import Cause, Handover
from geste.apps.refusals.selectors import people_to_hand_to
from geste.apps.refusals.services.hand_over import hand_over
from geste.apps.reviews.calibrating import cases_to_judge
from geste.apps.reviews.models import Calibration, CalibrationCase, Sample
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.open_calibration import Sitting, open_calibration
from geste.core.ledger.life import Booking, sent
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.verdicts import Verdict
from geste.interfaces.web.books.reader import today
from geste.interfaces.web.first_run.steps import STEPS
from geste.interfaces.web.visitor import now

DOOR = "web"
CLOSED, SECRET = "2025-12", "nobody-has-this-link"
Kind = Literal["page", "part", "file", "way", "act"]
"""A whole page, a live part of one, something to download, the way to another page, something only done."""


class AddressUnseen(Exception):
    """An address of the web door that nothing here can look at."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one address answers to somebody."""

    name: str
    address: str
    kind: Kind


def names() -> dict[str, tuple[str, ...]]:
    """Return the name of every address of the web door, with its parameters."""
    return dict(_named(get_resolver().url_patterns, inside=False))


def _named(patterns: Iterable[URLPattern | URLResolver], *, inside: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _named(pattern.url_patterns, inside=inside or pattern.namespace == DOOR)
        elif inside:
            assert pattern.name, f"{pattern} has no name"
            yield pattern.name, tuple(pattern.pattern.converters)


def _cases() -> list[str]:
    """An open case, the oldest, where the story says the most; one with a danger; a closed one."""
    waiting = list(Case.objects.filter(status=Status.OPEN).order_by("reference"))
    closed = Case.objects.exclude(status=Status.OPEN).order_by("reference")
    in_danger = [case for case in waiting if "danger" in str(case.facts)]
    return [case.reference for case in (*waiting[:1], *in_danger[:1], *closed[:1])]


EXAMPLES: dict[str, Callable[[], Iterable[object]]] = {
    "reference": _cases,
    "gesture_id": lambda: Gesture.objects.order_by("pk").values_list("pk", flat=True)[:1],
    "decision_id": lambda: Gesture.objects.order_by("pk").values_list("decision", flat=True)[:1],
    "feedback_id": lambda: [1],
    "version": lambda: CharterText.objects.order_by("-version").values_list("version", flat=True)[:1],
    "draft": lambda: Draft.objects.order_by("-pk").values_list("pk", flat=True)[:2],
    "candidate": lambda: Candidate.objects.order_by("pk").values_list("pk", flat=True),
    "secret": lambda: [SECRET],
    "username": lambda: User.objects.filter(is_steward=False).order_by("pk").values_list("username", flat=True)[:1],
    "step": lambda: STEPS,
    "sample": lambda: Sample.objects.order_by("pk").values_list("pk", flat=True)[:2],
    "review": lambda: [1],
    "reaction": lambda: [1],
    "coaching": lambda: [1],
    "conclusion": lambda: [1],
    "calibration": lambda: Calibration.objects.order_by("pk").values_list("pk", flat=True),
    "vignette": lambda: CalibrationCase.objects.order_by("-pk").values_list("pk", flat=True)[:1],
    "settling": lambda: (
        Gesture.objects.filter(settling="to_settle", reversal=None).order_by("pk").values_list("pk", flat=True)[:2]
    ),
    "flag": lambda: [1],
    "promise": lambda: [1],
    "notice": lambda: [1],
    "news": lambda: [1],
    "endpoint": lambda: [1],
    "kind": lambda: ["money_now"],
    "envelope": lambda: [envelope.id for envelope in charter_to_show(at=now()).charter.envelopes][:1],
    "hop": lambda: Hop.objects.order_by("pk").values_list("pk", flat=True)[:3],
    "handover": lambda: Handover.objects.order_by("pk").values_list("pk", flat=True)[:1],
    "variant": lambda: [1],
    "gap": lambda: [1],
    "asked": lambda: [1],
    "entry": lambda: Entry.objects.order_by("-pk").values_list("pk", flat=True)[:1],
    "quarter": lambda: PledgeReport.objects.values_list("quarter", flat=True)[:1],
    "breach": lambda: Breach.objects.order_by("pk").values_list("pk", flat=True)[:1],
    "team": lambda: [team.pk for team in teams()][:1],
    "act": lambda: LeaderAct.objects.order_by("pk").values_list("pk", flat=True)[:1],
    "person": lambda: [1],
    "consent_id": lambda: [1],
    "evidence": lambda: EvidenceFile.objects.order_by("pk").values_list("pk", flat=True)[:1],
    "invitation": lambda: [1],
    "item": lambda: [1],
    "link": lambda: [1],
    "duty": lambda: Duty.objects.order_by("-pk").values_list("pk", flat=True)[:1],
    "practice": lambda: (
        Practice.objects.filter(story=None, withdrawn_at=None).order_by("-pk").values_list("pk", flat=True)[:1]
    ),
    "story": lambda: Story.objects.filter(withdrawn_at=None).order_by("pk").values_list("pk", flat=True)[:2],
    "question": lambda: Question.objects.order_by("pk").values_list("pk", flat=True)[:1],
    "thanks": lambda: [1],
    "contribution": lambda: [1],
    "week": lambda: ["2026-05-14"],
    "closed": lambda: ClosedPeriod.objects.values_list("name", flat=True),
}
"""What stands for each parameter of an address."""


def furnish(steward: User) -> None:
    """Put something on each page of the studio and of the books.

    A text to sign, one that cannot be read, two written at once; an envelope raised, a month closed, money on its way.
    """
    writer, moment = actor_for(steward), now()
    text = version_to_begin_with(CharterText.objects.order_by("-version")[0].text, today=moment.date())
    _put_forward(writer, text)
    faulty = start_draft(actor=writer, text=text.replace("case_cap: ", "case_cap: lots # "), now=moment)
    typed = Typed(text=text, written_reason="", revision=0, page="another")
    save_draft(actor=writer, number=faulty.pk, typed=typed, now=moment)
    _keep_books(writer)
    _draw_decisions(writer)
    _turn_to_others(actor_for(User.objects.get(username="tomas")))
    _learn_together(writer, actor_for(User.objects.get(username="tomas")))


def _turn_to_others(agent: Actor) -> None:
    """A question that waits for its answer, something done first, and a case that waits to be taken up."""
    moment = now()
    asked, handed = Case.objects.filter(status=Status.OPEN).order_by("reference")[:2]
    proposal = Proposal(key="beyond-the-charter", gesture="night_credit", amount="700.00")
    ask_hop(actor=agent, case=asked, proposal=proposal, because="Two bad nights.", now=moment)
    first = replace(proposal, key="done-first", act_first=True, note="Two bad nights.")
    give_gesture(actor=agent, case=handed, proposal=first, now=moment)
    to = people_to_hand_to(agent, handed)[0]
    hand_over(actor=agent, case=handed, to=to.pk, cause=Cause.DID_NOT_KNOW, word="Knows the lift.", now=moment)
    file = begin_file(actor=agent, title="Towards duty manager", now=moment)
    pick_piece(actor=agent, file_id=file.pk, piece=Piece("help", "Showed Sam the night desk."), now=moment)
    share_file(actor=agent, file_id=file.pk, given_to="Helen", days=30, secret=SECRET, now=moment)


def _learn_together(writer: Actor, agent: Actor) -> None:
    """A practice, a story that waits for somebody it names, thanks, a question, and something that is needed."""
    moment = now()
    case = Case.objects.filter(status=Status.CLOSED).select_related("opened_by").order_by("-opened_at")[0]
    sharer = actor_for(case.opened_by)
    share_practice(actor=sharer, case=case, shared=Shared(title="A fan first", done="Then the lift."), now=moment)
    named = Telling(title="A night", before=f"{writer.name} was asleep.", after="The fan came up.")
    tell_story(actor=agent, cases=[case], telling=named, now=moment)
    open_case = Case.objects.filter(status=Status.OPEN).order_by("reference")[0]
    ask_colleague(actor=agent, case=open_case, to=None, words="Fan or lift?", now=moment)
    contribute(actor=agent, about=About.TOOL, words="A second fan.", now=moment)
    thanked = Word(to=writer.user_id, words="You read every line of the draft with us.", language="en")
    say_thanks(actor=agent, word=thanked, now=moment)


def _put_forward(writer: Actor, text: str) -> None:
    moment = now()
    put_forward_draft(actor=writer, number=start_draft(actor=writer, text=text, now=moment).pk, revision=1, now=moment)


def _draw_decisions(reviewer: Actor) -> None:
    """Let a steward look at two decisions of others, one of them judged already, and hear a word on their own."""
    give_duty(actor=reviewer, username=_name_of(reviewer), kind=DutyKind.REVIEWER, now=now())
    others = Gesture.objects.exclude(given_by=reviewer.user_id).order_by("-pk").values_list("decision", flat=True)
    drawn = [
        draw_for_reason(actor=reviewer, decision_id=decision, reason="To learn from it.", now=now())
        for decision in others[:2]
    ]
    judgement = Judgement(strength="The person was asked first.", verdict=Verdict.GOOD_CALL)
    for name in ("hugo", "helen"):
        give_duty(actor=reviewer, username=name, kind=DutyKind.REVIEWER, now=now())
    judges = User.objects.filter(pk=reviewer.user_id) | User.objects.filter(username="hugo")
    for about in ("Late check-outs", "Goodwill at night"):
        samples = [sample.pk for sample in drawn]
        sitting = Sitting(about=about, samples=samples, judges=[judge.pk for judge in judges])
        opened = open_calibration(actor=reviewer, sitting=sitting, now=now())
    _judge_apart(opened, [actor_for(judge) for judge in judges])
    for sample in drawn[1:]:
        judge_choice(actor=reviewer, sample_id=sample.pk, judgement=judgement, now=now())


def _judge_apart(calibration: Calibration, judges: list[Actor]) -> None:
    """Let two people judge alike in one question, and part in another."""
    for judge in judges:
        for case in cases_to_judge(calibration, judge):
            clarity = Clarity.CLEAR if judge == judges[0] else Clarity.SILENT
            words = "I read it so."
            view = View(choice=Verdict.GOOD_CALL, clarity=clarity, measure=Measure.RIGHT, words=words)
            give_opinion(actor=judge, case_id=case.pk, view=view, now=now())


def _name_of(actor: Actor) -> str:
    return str(User.objects.values_list("username", flat=True).get(pk=actor.user_id))


def _keep_books(writer: Actor) -> None:
    at = today()
    close_period(actor=writer, month=CLOSED, now=at)
    charter = charter_to_show(at=at).charter
    for purse in purses_everywhere(charter):
        change_envelope(actor=writer, purse=purse, by=100, reason="A busy weekend lies ahead.", now=at)
    with transaction.atomic():
        open_book()
        for days in (1, 9):
            key = f"under-way-for-{days}"
            booking = Booking(gesture_key=key, books="gesture", amount=1800, currency=charter.currency.code)
            post_entry(sent(booking, via="manual", at=at - timedelta(days=days)))


def seen_by(user: User | None) -> list[Seen]:
    """Return what every address answers to somebody who has signed in, or to nobody.

    Raises:
        AddressUnseen: an address has a parameter without an example.
    """
    client = Client()
    if user is not None:
        client.force_login(user)
    return [seen for name, parameters in names().items() for seen in _seen(client, name, _addresses(name, parameters))]


def _seen(client: Client, name: str, addresses: list[str]) -> Iterator[Seen]:
    for address in addresses:
        kind = _kind(client.get(address))
        if kind is not None:
            yield Seen(name, address, kind)
        if kind == "act":
            return


def _addresses(name: str, parameters: tuple[str, ...]) -> list[str]:
    if not parameters:
        return [reverse(f"{DOOR}:{name}")]
    if len(parameters) > 1 or parameters[0] not in EXAMPLES:
        raise AddressUnseen(f"{name}: nothing stands for {', '.join(parameters)} in tests/stories/pages.py")
    return [reverse(f"{DOOR}:{name}", args=[example]) for example in EXAMPLES[parameters[0]]()]


def _kind(answer: HttpResponseBase) -> Kind | None:
    """What an answer is, or None if it is a refusal."""
    by_status: Mapping[int, Kind] = {302: "way", 405: "act"}
    if answer.status_code != 200:
        return by_status.get(answer.status_code)
    if not answer.headers["Content-Type"].startswith("text/html") or "Content-Disposition" in answer.headers:
        return "file"
    return "page" if b"<html" in getattr(answer, "content", b"") else "part"
