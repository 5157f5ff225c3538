"""Open a calibration: ask a few reviewers to judge the same drawn decisions apart."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.reviews.calibrating import judges_to_ask
from geste.apps.reviews.events import CalibrationOpened
from geste.apps.reviews.models import Calibration, CalibrationCase
from geste.apps.reviews.models.calibration import ABOUT_CHARACTERS
from geste.apps.reviews.policies import may_open_calibration
from geste.apps.reviews.refusals import ReviewRefused, written
from geste.apps.reviews.selectors import visible_samples

LASTS = timedelta(days=7)
FEWEST, MOST_CASES = 2, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What is to be judged, and by whom."""

    about: str
    samples: Collection[int]
    judges: Collection[int]


@transaction.atomic(durable=True)
def open_calibration(*, actor: Actor, sitting: Sitting, now: datetime) -> Calibration:
    """Return a calibration that is open for a week, or until everybody has judged.

    Raises:
        NotPermitted: the actor does not review.
        ReviewRefused: it is about nothing, there are too few decisions or too many, or fewer than two judge.
    """
    require(may_open_calibration(actor))
    about = written(sitting.about, "about.missing")
    if len(about) > ABOUT_CHARACTERS:
        raise ReviewRefused("words.too_long")
    samples = list(visible_samples(actor).filter(pk__in=sitting.samples).order_by("drawn_at", "pk"))
    if not FEWEST <= len(samples) <= MOST_CASES:
        raise ReviewRefused("calibration.how_many_decisions")
    judges = [user for user in judges_to_ask() if user.pk in sitting.judges]
    if len(judges) < FEWEST:
        raise ReviewRefused("calibration.two_judge")

    calibration = Calibration.objects.create(
        about=about, opened_by_id=actor.user_id, opened_at=now, closes_at=now + LASTS
    )
    calibration.judges.set(judges)
    for sample in samples:
        CalibrationCase.objects.create(calibration=calibration, sample=sample)
    emit(CalibrationOpened(at=now, calibration_id=calibration.pk))
    return calibration
