"""Tell of the house: promises that were broken or hold, envelopes, versions that wait, and what was looked at."""

from datetime import datetime

from django.db import transaction

from geste.apps.charters.events import CharterPublished, CharterPutForward, LineProposed
from geste.apps.charters.models import Candidate, CharterText, Draft
from geste.apps.execution.events import CarriedOut, CarryingOutFailed, PersonNeeded
from geste.apps.ledger.events import EnvelopeLow
from geste.apps.notices.models import Kind, Notice
from geste.apps.notices.telling import News, end, tell
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import colleagues, holders, stewards
from geste.apps.pledges.events import (
    BreachMoved,
    BreachReported,
    FeedbackAnswered,
    FeedbackInvited,
    PledgeInForce,
    ReportIssued,
)
from geste.apps.pledges.feedback import people_asked
from geste.apps.pledges.models import Breach, Invitation
from geste.apps.pledges.selectors import readers_of
from geste.apps.portraits.events import ConsentGiven, LookedAt
from geste.apps.portraits.models import Consent, Look


@transaction.atomic
def tell_promise_broken(event: BreachReported, now: datetime) -> None:
    """Tell those who may read it, and nobody whom it concerns. What was said stands in the report alone."""
    breach = Breach.objects.get(pk=event.breach_id)
    people = readers_of(breach.promise, said_by=breach.said_by_id, concerns=breach.concerns_id)
    tell([user.pk for user in people], News(Kind.PROMISE_BROKEN, f"breach:{breach.pk}"), at=event.at, now=now)


@transaction.atomic
def tell_breach_moved(event: BreachMoved, now: datetime) -> None:
    """Tell whoever reported it, where they gave their name."""
    breach = Breach.objects.get(pk=event.breach_id)
    end(Kind.PROMISE_BROKEN, f"breach:{breach.pk}")
    if breach.said_by_id is not None:
        tell([breach.said_by_id], News(Kind.BREACH_MOVED, f"breach:{breach.pk}:{event.fate}"), at=event.at, now=now)


@transaction.atomic
def tell_pledge_in_force(event: PledgeInForce, now: datetime) -> None:
    """Tell everybody whom it protects."""
    news = News(Kind.PLEDGE_IN_FORCE, f"pledge:{event.version}")
    tell([user.pk for user in colleagues()], news, at=event.at, now=now)


@transaction.atomic
def tell_report_issued(event: ReportIssued, now: datetime) -> None:
    """Tell the staff representatives that a report waits for one of them."""
    news = News(Kind.REPORT_ISSUED, f"quarter:{event.quarter}", event.quarter)
    tell([user.pk for user in holders(DutyKind.STAFF_REPRESENTATIVE)], news, at=event.at, now=now)


@transaction.atomic
def tell_charter_waits(event: CharterPutForward, now: datetime) -> None:
    """Tell the other stewards that a version waits for a second name."""
    candidate = Candidate.objects.select_related("put_forward_by").get(pk=event.candidate_id)
    others = [user.pk for user in stewards() if user.pk != candidate.put_forward_by_id]
    news = News(
        Kind.CHARTER_WAITS, f"candidate:{candidate.pk}", str(candidate.pk), candidate.put_forward_by.display_name
    )
    tell(others, news, at=event.at, now=now)


@transaction.atomic
def end_charter_waits(event: CharterPublished, now: datetime) -> None:
    """Keep that a version waits no longer: it, or another, was published."""
    del now
    assert CharterText.objects.filter(pk=event.charter_text_id).exists()
    Notice.objects.filter(kind=Kind.CHARTER_WAITS.value, is_over=False).update(is_over=True)


@transaction.atomic
def tell_line_proposed(event: LineProposed, now: datetime) -> None:
    """Tell those who write the charter, but not whoever proposed the line: once for a draft, however many gather."""
    draft = Draft.objects.get(pk=event.draft_id)
    others = [user.pk for user in stewards() if user.pk != draft.saved_by_id]
    tell(others, News(Kind.LINE_PROPOSED, f"draft:{draft.pk}", str(draft.pk)), at=event.at, now=now)


@transaction.atomic
def tell_feedback_invited(event: FeedbackInvited, now: datetime) -> None:
    """Tell those who are asked that somebody wants to hear what they could do better."""
    invitation = Invitation.objects.select_related("asked_by").get(pk=event.invitation_id)
    if invitation.answered_at is None:
        news = News(Kind.FEEDBACK_INVITED, f"invitation:{invitation.pk}", name=invitation.asked_by.display_name)
        tell(people_asked(invitation), news, at=event.at, now=now)


@transaction.atomic
def tell_feedback_answered(event: FeedbackAnswered, now: datetime) -> None:
    """Tell everybody who was asked, whether or not they said a line: nobody knows who did."""
    invitation = Invitation.objects.select_related("asked_by").get(pk=event.invitation_id)
    about = f"invitation:{invitation.pk}"
    end(Kind.FEEDBACK_INVITED, about)
    news = News(Kind.FEEDBACK_ANSWERED, about, name=invitation.asked_by.display_name)
    tell(people_asked(invitation), news, at=event.at, now=now)


@transaction.atomic
def tell_person_needed(event: PersonNeeded, now: datetime) -> None:
    """Tell the stewards that a promise to a customer waits for one of them."""
    news = News(Kind.PERSON_NEEDED, f"promise:{event.commitment_id}")
    tell([user.pk for user in stewards()], news, at=event.at, now=now)


@transaction.atomic
def end_person_needed(event: CarriedOut | CarryingOutFailed, now: datetime) -> None:
    """Keep that a promise waits for nobody any more."""
    del now
    end(Kind.PERSON_NEEDED, f"promise:{event.commitment_id}")


@transaction.atomic
def tell_envelope_low(event: EnvelopeLow, now: datetime) -> None:
    """Tell the stewards. Their letter has a sender of its own."""
    tell([user.pk for user in stewards()], News(Kind.ENVELOPE_LOW, f"period:{event.period_id}"), at=event.at, now=now)


@transaction.atomic
def tell_consent_given(event: ConsentGiven, now: datetime) -> None:
    """Tell the coach."""
    consent = Consent.objects.select_related("person").get(pk=event.consent_id)
    news = News(Kind.CONSENT_GIVEN, f"consent:{consent.pk}", name=consent.person.display_name)
    tell([consent.coach_id], news, at=event.at, now=now)


@transaction.atomic
def tell_looked_at(event: LookedAt, now: datetime) -> None:
    """Tell whoever was looked at by another."""
    look = Look.objects.select_related("looker").get(pk=event.look_id)
    if look.looker_id == look.person_id:
        return
    name = "" if look.looker is None else look.looker.display_name
    tell([look.person_id], News(Kind.LOOKED_AT, f"look:{look.pk}", name=name), at=event.at, now=now)
