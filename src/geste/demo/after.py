"""After: what people say of a no, whom they ask, hand over to and what they wish, told through the same services."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from geste.apps.base.actor import Actor
from geste.apps.base.models import EventRow
from geste.apps.cases.events import CaseClosed
from geste.apps.cases.models import Case, Outcome
from geste.apps.gestures.events import GestureDeclined, GestureGiven
from geste.apps.gestures.models import DecisionRecord, Gesture
from geste.apps.gestures.proposals import Proposal
from geste.apps.hops.models import Hop, LocalVariant
from geste.apps.hops.refusals import HopRefused
from geste.apps.hops.services.answer_hop import Said, answer_hop, note_look, notice_silences
from geste.apps.hops.services.ask_hop import ask_hop
from geste.apps.hops.services.bend_rule import Declared, declare_variant, follow_gesture
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for
from geste.apps.people.services.give_duty import give_duty
from geste.apps.refusals.declining import BY_OUTCOME
from geste.apps.refusals.models import Cause, Handover, SupervisorCause, SupervisorRequest, Wish
from geste.apps.refusals.refusing import NoteRefused
from geste.apps.refusals.services.hand_over import hand_over, take_up
from geste.apps.refusals.services.make_wish import Wished, make_wish
from geste.apps.refusals.services.note_refusal import note_supervisor_request, see_closed, see_declined
from geste.core.charter.vocabulary import Text
from geste.demo.company import Company, charter_of
from geste.demo.frictions import tell_frictions
from geste.demo.names import SEED
from geste.demo.simulation.chance import Chance
from geste.demo.story import ToldCase
from geste.phrases.typography import set_words

# Invented, like everything that follows: how often in a hundred.
ASKS, ANSWERS, SUPERIOR, WISHES = 60, 70, 35, 30
HALF = 50
NO = Text("There is a way within the charter for this one.", "La charte offre une voie pour ce cas-ci.")
STORM = Text("The storm: nobody gets away today.", "La tempête : personne ne peut partir aujourd’hui.")
WISHED = (
    Text("Say yes without looking it up.", "Dire oui sans aller vérifier."),
    Text("Decide it while they were standing there.", "Décider pendant que le client était là."),
    Text("Not send them to somebody else.", "Ne pas renvoyer le client vers quelqu’un d’autre."),
)
RULES: Mapping[str, Text] = {
    "hotel": Text("Vouchers need two signatures", "Deux signatures pour un bon"),
    "shop": Text("Photographs before every return", "Des photos avant chaque retour"),
    "contact_centre": Text("No call back after six", "Pas de rappel après 18 h"),
}


def lead(company: Company, steward: Actor, at: datetime) -> None:
    """Let whoever keeps the charter lead: what is extraordinary, and what is handed over, reaches them."""
    give_duty(actor=steward, username=company.steward, kind=DutyKind.LEADER, now=at)


def chance_of(told: ToldCase, concern: str) -> Chance:
    """Return the chance of one case, the same whenever and however often it is told."""
    return Chance(SEED, f"{concern} {told.reference}")


def ask_about(told: ToldCase, case: Case, actors: Mapping[str, Actor]) -> None:
    """Let somebody ask about what the charter does not cover, before they act first or do without. Twice is once."""
    chance = chance_of(told, "asking")
    refused = next((proposed for proposed in told.proposed if proposed.act_first or not proposed.is_given), None)
    if refused is None or not chance.happens(ASKS) or Hop.objects.filter(case=case).exists():
        return
    actor = actors.get(refused.by, actors[told.heard_by])
    proposal = Proposal(key=f"story-{told.reference}-asked", gesture=refused.gesture, amount=refused.amount)
    try:
        hop = ask_hop(actor=actor, case=case, proposal=proposal, because=refused.note, now=told.moment)
    except HopRefused:  # what is forbidden, or is only handed over, is asked of nobody
        return
    asked = hop.asked.order_by("pk").first()
    if asked is not None and chance.happens(ANSWERS):
        looked = told.moment + timedelta(seconds=chance.between(5, 90))
        note_look(actor=actor_for(asked), hop=hop, now=looked)
        said = Said(word="no_because", because=_in_words(NO, asked.language))
        at = looked + timedelta(seconds=chance.between(15, 240))
        answer_hop(actor=actor_for(asked), number=hop.pk, said=said, now=at)


def tell_after(company: Company, cases: Iterable[ToldCase], actors: Mapping[str, Actor]) -> None:
    """Tell what became of cases that have ended: who took them over, who asked for a superior, what was wished."""
    ended = [told for told in cases if told.ended is not None]
    rows = Case.objects.in_bulk([told.reference for told in ended], field_name="reference")
    leader = actors[company.steward]
    is_first_telling = not Wish.objects.exists()
    for number, told in enumerate(ended):
        case, actor, chance = rows[told.reference], actors[told.heard_by], chance_of(told, "after")
        is_no = told.ended in (Outcome.DECLINED_WITH_ALTERNATIVE, Outcome.HANDED_OVER, Outcome.NO_OPTION)
        if is_no and chance.happens(SUPERIOR) and not SupervisorRequest.objects.filter(case=case).exists():
            cause = chance.one_of(tuple(SupervisorCause))
            note_supervisor_request(actor=actor, case=case, cause=cause, now=told.moment)
        if is_no and chance.happens(WISHES) and is_first_telling:
            _wish(company, actor, told.moment, chance)
        handing = chance_of(told, "handing")
        if told.ended is Outcome.HANDED_OVER and handing.happens(_share_left(number, len(ended))):
            _hand_over(case, actor, leader, told.moment, handing)
    if ended:
        _set_aside(company, leader, ended[-1].moment)
        _hear_news(company, max(told.moment for told in ended))
        by_number = {actor.user_id: actor for actor in actors.values()}
        tell_frictions(company, leader, by_number, max(told.moment for told in ended))


def _share_left(number: int, of: int) -> int:
    """How many in a hundred still go to whoever leads: nearly all in the first weeks, a third in the last."""
    return 90 - 60 * number // max(1, of)


def _hand_over(case: Case, actor: Actor, leader: Actor, at: datetime, chance: Chance) -> None:
    if Handover.objects.filter(case=case).exists():
        return
    cause = chance.one_of((Cause.BEYOND_CAP, Cause.NO_AUTHORITY, Cause.DID_NOT_KNOW))
    try:
        handed = hand_over(actor=actor, case=case, to=leader.user_id, cause=cause, word="", now=at)
    except NoteRefused:  # whoever leads heard it themselves
        return
    taken = at + timedelta(minutes=chance.between(1, 6))
    take_up(actor=leader, number=handed.pk, now=taken)
    interruption = handed.interruption
    assert interruption is not None, "whoever leads is interrupted"
    interruption.refresh_from_db()
    interruption.ended_at = taken + timedelta(minutes=chance.between(3, 20))
    interruption.save(update_fields=["ended_at"])


def _wish(company: Company, actor: Actor, at: datetime, chance: Chance) -> None:
    language = User.objects.get(pk=actor.user_id).language
    wished = Wished(
        words=_in_words(chance.one_of(WISHED), language),
        policy=_in_words(RULES[company.id], "en"),
        is_anonymous=chance.happens(HALF),
    )
    make_wish(actor=actor, wished=wished, now=at)


def _set_aside(company: Company, leader: Actor, at: datetime) -> None:
    """One rule that was bent for a day of the last week."""
    bendable = charter_of(company).bendable
    if not bendable or LocalVariant.objects.exists():
        return
    declared = Declared(
        rule=bendable[0].id, because=_in_words(STORM, "en"), since=at - timedelta(days=2), until=at + timedelta(hours=6)
    )
    declare_variant(actor=leader, declared=declared, now=at - timedelta(days=2))


def _hear_news(company: Company, now: datetime) -> None:
    """Keep every no that decisions and endings were, and every rule bent, all at once: a story waits for no worker."""
    notice_silences(now=now + timedelta(hours=1))
    rules = [bend.id for bend in charter_of(company).bendable]
    declined = DecisionRecord.objects.filter(gesture=None, refusals=None).exclude(authority="unknown")
    closed = Case.objects.filter(outcome__in=[str(outcome) for outcome in BY_OUTCOME], refusals=None)
    bent = Gesture.objects.filter(Q(what__in=rules) | Q(decision__reasons__icontains="rule.bent"), bends=None)
    with transaction.atomic():
        for decision in declined.only("pk", "decided_at"):
            see_declined(GestureDeclined(at=decision.decided_at, decision_id=decision.pk), now)
        for case in closed.only("pk", "closed_at"):
            see_closed(CaseClosed(at=case.closed_at or now, case_id=case.pk), now)
        for gesture in bent.only("pk", "given_at"):
            follow_gesture(GestureGiven(at=gesture.given_at, gesture_id=gesture.pk), now)
        heard = EventRow.objects.filter(handed_on_at=None, name__in=[GestureDeclined.name(), CaseClosed.name()])
        heard.filter(at__lte=now).update(handed_on_at=now)


def _in_words(words: Text, language: str) -> str:
    return set_words(words.in_language(language), language)
