"""Policies of reviews: who looks at whose decisions again, and who may put a word right."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holds, in_line
from geste.apps.reviews.models import Calibration, CalibrationCase, Conclusion, Review


def may_review(actor: Actor, decision: DecisionRecord) -> Permission:
    """A reviewer, or a coach of the author's team; nobody themselves or their own line."""
    if in_line(actor, decision.decided_by_id):
        return refused("permission.own_line")
    team = decision.decided_by.team_id
    is_coach = team is not None and holds(actor, DutyKind.COACH, team)
    return ALLOWED if is_coach or holds(actor, DutyKind.REVIEWER) else refused("permission.reviewers_only")


def may_look_again(actor: Actor) -> Permission:
    """A reviewer or a coach, whoever's decision it is."""
    reviews = any(holds(actor, kind) for kind in (DutyKind.REVIEWER, DutyKind.COACH))
    return ALLOWED if reviews else refused("permission.reviewers_only")


def may_conclude(actor: Actor, decision: DecisionRecord) -> Permission:
    """A reviewer, whoever manages a team, or a steward, in person; nobody what they or their own line did first."""
    if in_line(actor, decision.decided_by_id):
        return refused("permission.own_line")
    return ALLOWED if settles(actor) else refused("permission.reviewer_only")


def settles(actor: Actor) -> bool:
    """Return whether somebody looks at what others did first."""
    is_steward = actor.is_steward and actor.kind == "agent"
    return is_steward or any(holds(actor, kind) for kind in (DutyKind.REVIEWER, DutyKind.MANAGER))


def may_consider(actor: Actor, decision: DecisionRecord) -> Permission:
    """Whoever made a decision says what they thought about, and nobody for them."""
    return may_hear(actor, decision)


def may_open_calibration(actor: Actor) -> Permission:
    """A reviewer."""
    return ALLOWED if holds(actor, DutyKind.REVIEWER) else refused("permission.reviewers_alone")


def may_give_opinion(actor: Actor, case: CalibrationCase) -> Permission:
    """Whoever was asked to judge, in person; nobody on what they or their own line decided."""
    if in_line(actor, case.sample.decision.decided_by_id):
        return refused("permission.own_line")
    is_asked = actor.kind == "agent" and case.calibration.judges.filter(pk=actor.user_id).exists()
    return ALLOWED if is_asked else refused("permission.not_asked")


def may_end_calibration(actor: Actor, calibration: Calibration) -> Permission:
    """Whoever opened it."""
    is_theirs = actor.kind == "agent" and calibration.opened_by_id == actor.user_id
    return ALLOWED if is_theirs else refused("permission.opened_by_another")


def may_write_guideline(actor: Actor, calibration: Calibration) -> Permission:
    """Whoever judges in it."""
    is_asked = actor.kind == "agent" and calibration.judges.filter(pk=actor.user_id).exists()
    return ALLOWED if is_asked else refused("permission.not_asked")


def may_add_note(actor: Actor, review: Review) -> Permission:
    """Whoever made the review, as long as they may."""
    if review.reviewer_id != actor.user_id:
        return refused("permission.reviewed_by_another")
    return may_review(actor, review.sample.decision)


def may_answer(actor: Actor, review: Review) -> Permission:
    """Whoever made the decision."""
    return may_hear(actor, review.sample.decision)


def may_read_answer(actor: Actor, conclusion: Conclusion) -> Permission:
    """Whoever concluded it reads what is answered."""
    is_theirs = actor.kind == "agent" and conclusion.settlement.settled_by_id == actor.user_id
    return ALLOWED if is_theirs else refused("permission.concluded_by_another")


def may_hear(actor: Actor, decision: DecisionRecord) -> Permission:
    """What is said of a decision is said to whoever made it."""
    is_theirs = actor.kind == "agent" and decision.decided_by_id == actor.user_id
    return ALLOWED if is_theirs else refused("permission.decided_by_another")


def may_react(actor: Actor, decision: DecisionRecord) -> Permission:
    """The manager or a coach of the author's team, or a reviewer; nobody pats their own back."""
    if decision.decided_by_id == actor.user_id:
        return refused("permission.own_line")
    team = decision.decided_by.team_id
    of_team = team is not None and any(holds(actor, kind, team) for kind in (DutyKind.MANAGER, DutyKind.COACH))
    return ALLOWED if of_team or holds(actor, DutyKind.REVIEWER) else refused("permission.managers_only")


def may_repair(actor: Actor, said_by: int) -> Permission:
    """Whoever said it, or leadership in their stead."""
    is_said = actor.kind == "agent" and actor.user_id == said_by
    return ALLOWED if is_said or holds(actor, DutyKind.LEADER) else refused("permission.leader_only")


def may_see_repairs(actor: Actor) -> Permission:
    """Leadership sees how many words hurt and were put right, and no name."""
    return ALLOWED if holds(actor, DutyKind.LEADER) else refused("permission.leader_only")


def may_see_owed(actor: Actor, team_id: int) -> Permission:
    """What a team is owed, its manager sees, and nobody above or beside."""
    return ALLOWED if holds(actor, DutyKind.MANAGER, team_id) else refused("permission.managers_only")
