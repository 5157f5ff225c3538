"""Policies of portraits: everybody sees their own; a coach of the team by consent, words only; nobody else, ever."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import holds
from geste.apps.portraits.models import Consent, EvidenceFile, Look


def may_open_room(actor: Actor) -> Permission:
    """Every person, their own; software uses no room of its own."""
    return _in_person(actor)


def may_give_consent(actor: Actor, coach: User) -> Permission:
    """Everybody, about themselves, to a coach of their own team."""
    if not _in_person(actor).allowed:
        return _in_person(actor)
    return ALLOWED if _coaches(coach.pk, actor.team_id) else refused("permission.coach_of_the_team_only")


def may_end_consent(actor: Actor, consent: Consent) -> Permission:
    """Whoever gave it."""
    return ALLOWED if consent.person_id == actor.user_id else refused("permission.own_only")


def may_look_at_room(actor: Actor, person: User) -> Permission:
    """A coach of the person's team, as long as the person consents, and never before the person has looked.

    No other duty opens it: managers, leaders, stewards and representatives see nothing.
    """
    if not _in_person(actor).allowed:
        return _in_person(actor)
    if not holds(actor, DutyKind.COACH, person.team_id or 0):
        return refused("permission.coach_of_the_team_only")
    if not Consent.objects.filter(person=person, coach=actor.user_id, ended_at=None).exists():
        return refused("permission.consent_missing")
    has_looked = Look.objects.filter(person=person, looker=person.pk).exists()
    return ALLOWED if has_looked else refused("permission.person_first")


def may_see_looks(actor: Actor, person_id: int) -> Permission:
    """Who looked is told to the person alone."""
    return ALLOWED if actor.user_id == person_id else refused("permission.own_only")


def may_see_access_log(actor: Actor) -> Permission:
    """A staff representative sees that looks were taken, by whom and when; never at whom."""
    return ALLOWED if holds(actor, DutyKind.STAFF_REPRESENTATIVE) else refused("permission.staff_representative_only")


def may_begin_file(actor: Actor) -> Permission:
    """Every person, about their own work."""
    return _in_person(actor)


def may_change_file(actor: Actor, file: EvidenceFile) -> Permission:
    """Whose work it is, and nobody in their stead."""
    return ALLOWED if file.person_id == actor.user_id else refused("permission.own_only")


def may_share_file(actor: Actor, file: EvidenceFile) -> Permission:
    """Whose work it is, and nobody in their stead."""
    return may_change_file(actor, file)


def _in_person(actor: Actor) -> Permission:
    return ALLOWED if actor.kind == "agent" else refused("permission.in_person_only")


def _coaches(user_id: int, team_id: int | None) -> bool:
    coach = Actor(user_id=user_id, name="", role="")
    return team_id is not None and holds(coach, DutyKind.COACH, team_id)
