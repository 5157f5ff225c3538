"""Bend: keep which rules a gesture bent, how far and for how long; declare a rule bent somewhere for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import case_for_writing
from geste.apps.charters.selectors import charter_in_force
from geste.apps.gestures.answers import Outcome
from geste.apps.gestures.events import GestureGiven
from geste.apps.gestures.models import Gesture, GreenLight
from geste.apps.gestures.policies import may_propose
from geste.apps.gestures.proposals import Proposal
from geste.apps.gestures.selectors import gesture_numbered, is_taken_back
from geste.apps.gestures.services.give_gesture import give_gesture
from geste.apps.hops.bending import rules_bent, variants_over
from geste.apps.hops.events import ExtraordinaryActGiven, RuleBent
from geste.apps.hops.models import Bend, HopKind, LocalVariant
from geste.apps.hops.policies import may_declare_variant, may_note_bend
from geste.apps.hops.refusals import HopRefused, require_line
from geste.apps.hops.selectors import hop_behind
from geste.apps.people.models import Site, Team
from geste.apps.people.selectors import on_the_clock_of_the_house

HOW_FAR_CHARACTERS = 80
LONGEST = timedelta(days=31)
"""A rule that is bent for longer than a month is on trial: it is the charter that changes then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """A rule to be bent at a site, by a team, or everywhere, and why; from `since` to just before `until`."""

    rule: str
    because: str
    since: datetime
    until: datetime
    site: Site | None = None
    team: Team | None = None


@transaction.atomic
def follow_gesture(event: GestureGiven, now: datetime) -> None:
    """Keep every rule a gesture bent, and tell of an extraordinary act. What is kept already is left alone."""
    related = ("decision__charter_text", "given_by", "case", "reversal")
    gesture = Gesture.objects.select_related(*related).get(pk=event.gesture_id)
    if is_taken_back(gesture):
        return
    _bends_of(gesture, now)
    hop = hop_behind(gesture)
    if hop is not None and hop.kind == HopKind.EXTRAORDINARY:
        emit(ExtraordinaryActGiven(at=now, hop_id=hop.pk, gesture_id=gesture.pk))


@transaction.atomic(durable=True)
def note_bend(
    *, actor: Actor, gesture_id: int, how_far: str, lasts_until: datetime | None, now: datetime
) -> list[Bend]:
    """Return the rules a gesture bent, with how far and for how long whoever bent them says; nothing bent is nothing.

    Raises:
        NoSuchGesture: there is none this actor may see.
        NotPermitted: somebody else gave it.
        HopRefused: how far is told at length.
    """
    gesture = gesture_numbered(actor, gesture_id)
    require(may_note_bend(actor, gesture))
    if len(how_far.strip()) > HOW_FAR_CHARACTERS:
        raise HopRefused("how_far.too_long")

    bends = _bends_of(gesture, now)
    for bend in bends:
        bend.how_far, bend.lasts_until = how_far.strip(), lasts_until
        bend.save(update_fields=["how_far", "lasts_until"])
    return bends


def _bends_of(gesture: Gesture, now: datetime) -> list[Bend]:
    """The rules a gesture bent, kept now if they were not yet, each under the variant that covered it."""
    kept = []
    for rule, clause in rules_bent(gesture):
        over = variants_over(gesture.site_id, gesture.given_by.team_id, at=gesture.given_at, rule=rule)
        first = {
            "case": gesture.case,
            "clause": clause,
            "bent_at": gesture.given_at,
            "variant": over[0] if over else None,
        }
        bend, is_new = Bend.objects.get_or_create(gesture=gesture, rule=rule, defaults=first)
        if is_new:
            emit(RuleBent(at=now, bend_id=bend.pk))
        kept.append(bend)
    return kept


@transaction.atomic(durable=True)
def declare_variant(*, actor: Actor, declared: Declared, now: datetime) -> LocalVariant:
    """Return a rule declared bent in one place for a while. It ends by itself.

    Raises:
        NotPermitted: the actor does not lead.
        HopRefused: the charter does not let this rule be bent; it lasts no time, too long, or is over; or the line of
            why is missing or too long.
    """
    require(may_declare_variant(actor))
    in_force = charter_in_force(at=on_the_clock_of_the_house(now))
    if declared.rule not in {bend.id for bend in in_force.charter.bendable}:
        raise HopRefused("rule.not_bendable")
    because = require_line(declared.because, missing="because.missing")
    if not declared.since < declared.until or declared.until <= now:
        raise HopRefused("variant.over")
    if declared.until - declared.since > LONGEST:
        raise HopRefused("variant.too_long")

    return LocalVariant.objects.create(
        rule=declared.rule,
        charter_text=in_force.row,
        site=declared.site,
        team=declared.team,
        because=because,
        declared_by_id=actor.user_id,
        declared_at=now,
        since=declared.since,
        until=declared.until,
    )


@transaction.atomic(durable=True)
def end_variant(*, actor: Actor, number: int, now: datetime) -> None:
    """End a variant before its time. One that is over stays as it was; what was given under it stays given.

    Raises:
        NotPermitted: the actor does not lead.
    """
    require(may_declare_variant(actor))
    LocalVariant.objects.filter(pk=number, until__gt=now, since__lte=now).update(until=now, ended_by=actor.user_id)
    LocalVariant.objects.filter(pk=number, since__gt=now).update(since=now, until=now, ended_by=actor.user_id)


def bend_under(*, actor: Actor, case: Case, number: int, key: str, now: datetime) -> Outcome:
    """Bend a rule on a case as a leader declared, for anybody in its place, whatever their role.

    Raises:
        NotPermitted: the actor may not work on this case.
        HopRefused: it does not hold here, or no longer.
        ProposalRefused: the key is malformed or stands for something else.
        TooBusy: it was not answered in time. The same key may be sent again.
    """
    rule, light = _light_under(actor=actor, case=case, number=number, now=now)
    return give_gesture(actor=actor, case=case, proposal=Proposal(key=key, gesture=rule, green_light=light), now=now)


@transaction.atomic(durable=True)
def _light_under(*, actor: Actor, case: Case, number: int, now: datetime) -> tuple[str, int]:
    """The rule, and the green light by which it is bent on a case: one for each person."""
    case = case_for_writing(case)
    require(may_propose(actor, case))
    variants = variants_over(case.site_id, actor.team_id, at=case.staged_at or now)
    variant = next((variant for variant in variants if variant.pk == number), None)
    if variant is None:
        raise HopRefused("variant.elsewhere")
    light = GreenLight.objects.filter(
        case=case, held_by=actor.user_id, what=variant.rule, asked_at=variant.declared_at
    ).first()
    lit = light or GreenLight.objects.create(
        case=case,
        what=variant.rule,
        held_by_id=actor.user_id,
        said_by=variant.declared_by,
        asked_at=variant.declared_at,
        opened_at=now,
    )
    return variant.rule, lit.pk
