"""End a calibration: whoever opened it waits for nobody any longer."""

from datetime import datetime

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.events import emit
from geste.apps.base.permission import require
from geste.apps.reviews.calibrating import calibration_numbered
from geste.apps.reviews.events import CalibrationEnded
from geste.apps.reviews.models import Calibration, CalibrationEnd
from geste.apps.reviews.policies import may_end_calibration


@transaction.atomic(durable=True)
def end_calibration(*, actor: Actor, number: int, now: datetime) -> Calibration:
    """Return a calibration that is over. Ended twice it is ended once.

    Raises:
        NoSuchReview: there is none, or the actor is not in it.
        NotPermitted: somebody else opened it.
    """
    calibration = calibration_numbered(actor, number)
    require(may_end_calibration(actor, calibration))
    _, is_new = CalibrationEnd.objects.get_or_create(calibration=calibration, defaults={"ended_at": now})
    if is_new:
        emit(CalibrationEnded(at=now, calibration_id=calibration.pk))
    return calibration
