"""Issue a report: the pledge in one quarter, written once, and put before a staff representative."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.pledges.events import ReportIssued
from geste.apps.pledges.lines import one_line
from geste.apps.pledges.models import Countersignature, PledgeReport
from geste.apps.pledges.models.breach import LINE_CHARACTERS
from geste.apps.pledges.policies import may_countersign_report, may_issue_report
from geste.apps.pledges.quarters import bounds_of, content_of, digest_of_content
from geste.apps.pledges.refusals import PledgeRefused
from geste.apps.pledges.selectors import pledge_report_of


@transaction.atomic(durable=True)
def issue_report(*, actor: Actor, quarter: str, now: datetime) -> PledgeReport:
    """Return the report of a quarter that is over. It is never written again: what comes to light later is later.

    Raises:
        NotPermitted: the actor neither keeps the pledge nor leads.
        PledgeRefused: it is no quarter, is not over, or was issued.
    """
    require(may_issue_report(actor))
    bounds = bounds_of(quarter, now.tzinfo)
    if bounds is None:
        raise PledgeRefused("report.no_quarter")
    since, until = bounds
    if until > now:
        raise PledgeRefused("report.not_over")

    content = content_of(since, until)
    report, is_new = PledgeReport.objects.get_or_create(
        quarter=quarter,
        defaults={
            "content": content,
            "digest": digest_of_content(quarter, content),
            "issued_at": now,
            "issued_by_id": actor.user_id,
        },
    )
    if not is_new:
        raise PledgeRefused("report.issued")
    emit(ReportIssued(at=now, quarter=quarter))
    return report


@transaction.atomic(durable=True)
def countersign_report(*, actor: Actor, quarter: str, remark: str, now: datetime) -> Countersignature:
    """Return a staff representative's name under a report, with what they have to say of it, if anything.

    Raises:
        NotPermitted: the actor represents nobody, or issued it themselves.
        NoSuchReport: none was issued for this quarter.
        PledgeRefused: it was countersigned already, or the remark is too long.
    """
    report = pledge_report_of(actor, quarter)
    require(may_countersign_report(actor, report))
    said = one_line(remark, most=LINE_CHARACTERS, code="report") if remark.strip() else ""

    signed = {"remark": said, "signed_at": now, "signed_by_id": actor.user_id}
    row, is_new = Countersignature.objects.get_or_create(report=report, defaults=signed)
    if not is_new:
        raise PledgeRefused("report.countersigned")
    return row
