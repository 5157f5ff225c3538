"""Policies of practice: who may share, tell, thank, ask, contribute and answer. Thanks go from anybody to anybody."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.cases.models import Case
from geste.apps.cases.policies import may_see
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holds
from geste.apps.practice.models import Contribution, Naming, Practice, Question, Story, Thanks


def may_share_practice(actor: Actor, case: Case) -> Permission:
    """Whoever worked on a case themselves: heard it, or gave something on it."""
    seen = _person_seeing(actor, case)
    if not seen.allowed:
        return seen
    worked = case.opened_by_id == actor.user_id or case.gestures.filter(given_by=actor.user_id).exists()
    return ALLOWED if worked else refused("permission.own_case_only")


def may_word_practice(actor: Actor, practice: Practice) -> Permission:
    """Whoever shared it."""
    return _theirs(actor, practice.author_id)


def may_withdraw_practice(actor: Actor, practice: Practice) -> Permission:
    """Whoever shared it, at any time."""
    return _theirs(actor, practice.author_id)


def may_reuse_practice(actor: Actor, case: Case) -> Permission:
    """Whoever sees the case in which it is used."""
    return _person_seeing(actor, case)


def may_tell_story(actor: Actor, case: Case) -> Permission:
    """Whoever sees each case it tells of."""
    return _person_seeing(actor, case)


def may_withdraw_story(actor: Actor, story: Story) -> Permission:
    """Whoever told it, at any time."""
    return _theirs(actor, story.told_by_id)


def may_answer_naming(actor: Actor, naming: Naming) -> Permission:
    """Only whoever is named says whether they agree."""
    return _theirs(actor, naming.person_id)


def may_note_consent(actor: Actor, case: Case) -> Permission:
    """Whoever sees the case notes what its customer said, and that they changed their mind."""
    return _person_seeing(actor, case)


def may_say_thanks(actor: Actor) -> Permission:
    """Anybody, in person."""
    return _in_person(actor)


def may_share_thanks(actor: Actor, thanks: Thanks) -> Permission:
    """Only whoever was thanked lets others read it."""
    return _theirs(actor, thanks.said_to_id)


def may_ask_colleague(actor: Actor, case: Case) -> Permission:
    """Whoever sees the case."""
    return _person_seeing(actor, case)


def may_reply(actor: Actor, question: Question) -> Permission:
    """Whoever sees the case, but whoever asked: one does not ask oneself."""
    if question.asked_by_id == actor.user_id:
        return refused("permission.own_question")
    return _person_seeing(actor, question.case)


def may_contribute(actor: Actor, case: Case | None) -> Permission:
    """Anybody, in person, about a case they see or about none."""
    return _in_person(actor) if case is None else _person_seeing(actor, case)


def may_answer_contribution(actor: Actor, contribution: Contribution) -> Permission:
    """A leader, or the manager of the team it came from; a manager does not answer themselves."""
    if actor.kind == "agent" and holds(actor, DutyKind.LEADER):
        return ALLOWED
    is_own = contribution.said_by_id == actor.user_id
    team = contribution.team_id
    is_manager = team is not None and not is_own and holds(actor, DutyKind.MANAGER, team)
    return ALLOWED if is_manager else refused("permission.managers_only")


def may_set_answer_days(actor: Actor) -> Permission:
    """The house promises: whoever leads it says within how many days."""
    return ALLOWED if holds(actor, DutyKind.LEADER) else refused("permission.leader_only")


def may_be_told(actor: Actor, story: Story) -> Permission:
    """A story told to a team is the team's; without a team it is everybody's. Whoever told it reads it anyway."""
    is_for_them = story.team_id in (None, actor.team_id) or story.told_by_id == actor.user_id
    return ALLOWED if is_for_them else refused("permission.other_team")


def _in_person(actor: Actor) -> Permission:
    return ALLOWED if actor.kind == "agent" else refused("permission.in_person_only")


def _person_seeing(actor: Actor, case: Case) -> Permission:
    seen = may_see(actor, case)
    return _in_person(actor) if seen.allowed else seen


def _theirs(actor: Actor, user_id: int) -> Permission:
    is_theirs = actor.kind == "agent" and actor.user_id == user_id
    return ALLOWED if is_theirs else refused("permission.theirs_alone")
