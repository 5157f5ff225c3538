"""Tell of questions: asked and answered, handed over and taken up, and calls for help. What cannot wait."""

from datetime import datetime

from django.db import transaction

from geste.apps.cases.events import HelpAnswered, HelpCalled
from geste.apps.cases.models import Case, HelpCall, Step
from geste.apps.cases.selectors import newest_help_call
from geste.apps.hops.events import HopAnswered, HopAsked, HopFellSilent
from geste.apps.hops.models import Hop
from geste.apps.notices.models import Kind
from geste.apps.notices.telling import News, end, tell
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holders
from geste.apps.refusals.events import HandedOver, HandoverTakenUp
from geste.apps.refusals.models import Handover


@transaction.atomic
def tell_asked(event: HopAsked, now: datetime) -> None:
    """Tell those who are asked for a quick yes or no."""
    hop = Hop.objects.select_related("asked_by").get(pk=event.hop_id)
    news = News(Kind.ASKED, f"hop:{hop.pk}", str(hop.pk), hop.asked_by.display_name)
    tell(hop.asked.values_list("pk", flat=True), news, at=event.at, now=now)
    if hasattr(hop, "answer"):
        end(Kind.ASKED, f"hop:{hop.pk}")


@transaction.atomic
def tell_answered(event: HopAnswered, now: datetime) -> None:
    """Tell whoever asked; the others who were asked have nothing left to do."""
    hop = Hop.objects.select_related("answer__answered_by").get(pk=event.hop_id)
    end(Kind.ASKED, f"hop:{hop.pk}")
    name = hop.answer.answered_by.display_name
    tell([hop.asked_by_id], News(Kind.ANSWERED, f"hop:{hop.pk}", str(hop.pk), name), at=event.at, now=now)


@transaction.atomic
def tell_silent(event: HopFellSilent, now: datetime) -> None:
    """Tell whoever asked that nobody answered in time."""
    hop = Hop.objects.get(pk=event.hop_id)
    end(Kind.ASKED, f"hop:{hop.pk}")
    tell([hop.asked_by_id], News(Kind.NOBODY_ANSWERED, f"hop:{hop.pk}", str(hop.pk)), at=event.at, now=now)


@transaction.atomic
def tell_handed_over(event: HandedOver, now: datetime) -> None:
    """Tell whoever a case was handed to."""
    handover = Handover.objects.select_related("handed_by").get(pk=event.handover_id)
    about, name = f"handover:{handover.pk}", handover.handed_by.display_name
    tell([handover.handed_to_id], News(Kind.HANDED_OVER, about, str(handover.pk), name), at=event.at, now=now)
    if handover.taken_up_at is not None:
        end(Kind.HANDED_OVER, about)


@transaction.atomic
def tell_taken_up(event: HandoverTakenUp, now: datetime) -> None:
    """Tell whoever handed a case over that somebody has it."""
    handover = Handover.objects.select_related("handed_to").get(pk=event.handover_id)
    about, name = f"handover:{handover.pk}", handover.handed_to.display_name
    end(Kind.HANDED_OVER, about)
    tell([handover.handed_by_id], News(Kind.TAKEN_UP, about, str(handover.pk), name), at=event.at, now=now)


@transaction.atomic
def tell_help_called(event: HelpCalled, now: datetime) -> None:
    """Tell who manages at that place, or who leads where nobody does. Everybody there sees it on their page anyway."""
    case = Case.objects.get(pk=event.case_id)
    call = newest_help_call(case)
    if call is None or call.step != Step.CALLED:
        return
    managers = [user for user in holders(DutyKind.MANAGER) if user.site_id in (None, case.site_id)]
    people = [user.pk for user in managers or holders(DutyKind.LEADER) if user.pk != call.said_by_id]
    news = News(Kind.HELP_CALLED, f"call:{call.pk}", case.reference, call.said_by.display_name)
    tell(people, news, at=event.at, now=now)


@transaction.atomic
def end_help(event: HelpAnswered, now: datetime) -> None:
    """Keep that somebody is there, or that it is over."""
    del now
    for call in HelpCall.objects.filter(case=event.case_id, step=Step.CALLED).values_list("pk", flat=True):
        end(Kind.HELP_CALLED, f"call:{call}")
