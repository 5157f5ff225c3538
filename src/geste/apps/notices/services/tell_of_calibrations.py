"""Tell of calibrations: whoever is asked to judge apart hears of it, until they have judged or it is over."""

from datetime import datetime

from django.db import transaction

from geste.apps.notices.models import Kind
from geste.apps.notices.telling import News, end, tell
from geste.apps.people.selectors import actor_for
from geste.apps.reviews.calibrating import cases_to_judge, is_over
from geste.apps.reviews.events import CalibrationEnded, CalibrationOpened, OpinionGiven
from geste.apps.reviews.models import Calibration, Opinion


@transaction.atomic
def tell_calibration_opened(event: CalibrationOpened, now: datetime) -> None:
    """Tell whoever was asked to judge and has something to judge in it, but not whoever asked."""
    calibration = Calibration.objects.select_related("opened_by").get(pk=event.calibration_id)
    if is_over(calibration, now):
        return
    judges = calibration.judges.exclude(pk=calibration.opened_by_id).order_by("pk")
    asked = [judge.pk for judge in judges if cases_to_judge(calibration, actor_for(judge))]
    news = News(
        Kind.CALIBRATION_OPENED, _about(calibration.pk), str(calibration.pk), calibration.opened_by.display_name
    )
    tell(asked, news, at=event.at, now=now)


@transaction.atomic
def end_judged(event: OpinionGiven, now: datetime) -> None:
    """Keep that somebody has nothing left to judge in a calibration."""
    del now
    opinion = Opinion.objects.select_related("case__calibration", "given_by").get(pk=event.opinion_id)
    calibration = opinion.case.calibration
    if not cases_to_judge(calibration, actor_for(opinion.given_by)):
        end(Kind.CALIBRATION_OPENED, _about(calibration.pk), to=opinion.given_by_id)


@transaction.atomic
def end_calibration_opened(event: CalibrationEnded, now: datetime) -> None:
    """Keep that nobody is waited for any longer."""
    del now
    end(Kind.CALIBRATION_OPENED, _about(event.calibration_id))


def _about(calibration: int) -> str:
    return f"calibration:{calibration}"
