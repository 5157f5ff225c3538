"""Policies of pledges: who may word, sign, tell, answer and see. Duties are asked for when they are needed."""

from geste.apps.base.actor import Actor
from geste.apps.base.permission import ALLOWED, Permission, refused
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holds
from geste.apps.pledges.models import Invitation, LeaderAct, PledgeReport


def may_put_forward_wording(actor: Actor) -> Permission:
    """The pledge is leadership's promise: only leaders write it."""
    return _holding(actor, DutyKind.LEADER)


def may_sign_wording(actor: Actor) -> Permission:
    """Whoever leads signs, each for themselves."""
    return _holding(actor, DutyKind.LEADER)


def may_sign_pact(actor: Actor) -> Permission:
    """Every person has a side of the pact; software promises nothing."""
    return _in_person(actor)


def may_report_breach(actor: Actor) -> Permission:
    """Anybody who works here may say that a promise was broken."""
    return _in_person(actor)


def may_read_breaches(actor: Actor) -> Permission:
    """Keepers and staff representatives read reports; leaders only those of somebody who was made to pay."""
    if any(holds(actor, kind) for kind in (*READERS, DutyKind.LEADER)):
        return ALLOWED
    return refused("permission.keepers_only")


def may_issue_report(actor: Actor) -> Permission:
    """A keeper or a leader issues the report of a quarter."""
    return _holding(actor, DutyKind.PLEDGE_KEEPER, DutyKind.LEADER)


def may_see_reports(actor: Actor) -> Permission:
    """What became of the pledge is for everybody it protects."""
    return _in_person(actor)


def may_countersign_report(actor: Actor, report: PledgeReport) -> Permission:
    """A staff representative countersigns, and not what they issued themselves."""
    if report.issued_by_id == actor.user_id:
        return refused("permission.own_report")
    return _holding(actor, DutyKind.STAFF_REPRESENTATIVE)


def may_go_aboard(actor: Actor, team_id: int) -> Permission:
    """A team's manager commits themselves, for that team and in their own name."""
    return ALLOWED if holds(actor, DutyKind.MANAGER, team_id) else refused("permission.manager_of_the_team_only")


def may_name_department(actor: Actor) -> Permission:
    """A leader says which teams the others rely on."""
    return _holding(actor, DutyKind.LEADER)


def may_see_coverage(actor: Actor) -> Permission:
    """Everybody sees whose manager stands behind the charter: it is their protection."""
    return _in_person(actor)


def may_set_start_up(actor: Actor) -> Permission:
    """A leader says how long reviews are for learning alone."""
    return _holding(actor, DutyKind.LEADER)


def may_log_act(actor: Actor) -> Permission:
    """Leaders and managers say what they did themselves."""
    return _holding(actor, DutyKind.LEADER, DutyKind.MANAGER)


def may_confirm_act(actor: Actor, act: LeaderAct) -> Permission:
    """Anybody who saw it confirms it, but nobody their own."""
    return refused("permission.own_act") if act.said_by_id == actor.user_id else _in_person(actor)


def may_answer_pulse(actor: Actor) -> Permission:
    """Whoever is of a team answers, once a week."""
    if actor.team_id is None:
        return refused("permission.of_no_team")
    return _in_person(actor)


def may_see_fears(actor: Actor, team_id: int) -> Permission:
    """People see what their own team fears; managers that of the teams they manage; leaders and representatives all."""
    if actor.team_id == team_id or holds(actor, DutyKind.MANAGER, team_id):
        return _in_person(actor)
    return _holding(actor, DutyKind.LEADER, *READERS)


def may_invite_feedback(actor: Actor) -> Permission:
    """Everybody, whatever their post: nobody is above a useful word."""
    return _in_person(actor)


def may_say_feedback(actor: Actor, invitation: Invitation) -> Permission:
    """Whoever is asked, and nobody to themselves."""
    if invitation.asked_by_id == actor.user_id:
        return refused("permission.asked_yourself")
    if invitation.team_id is not None and invitation.team_id != actor.team_id:
        return refused("permission.not_asked")
    return _in_person(actor)


def may_answer_feedback(actor: Actor, invitation: Invitation) -> Permission:
    """Whoever asked answers, and nobody in their stead."""
    return ALLOWED if invitation.asked_by_id == actor.user_id else refused("permission.asked_by_somebody_else")


READERS = (DutyKind.PLEDGE_KEEPER, DutyKind.STAFF_REPRESENTATIVE)


def _in_person(actor: Actor) -> Permission:
    return ALLOWED if actor.kind == "agent" else refused("permission.in_person_only")


def _holding(actor: Actor, *kinds: DutyKind) -> Permission:
    if any(holds(actor, kind) for kind in kinds):
        return ALLOWED
    return refused(f"permission.{kinds[0]}_only")
