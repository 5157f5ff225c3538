"""Calibration: a few people judge the same drawn decisions apart, and write the guideline again where they part."""

from django.conf import settings
from django.db import models

from geste.apps.base.records import WrittenOnce
from geste.apps.reviews.models.review import WORDS_CHARACTERS
from geste.apps.reviews.models.sample import Sample
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.verdicts import Verdict

ABOUT_CHARACTERS = 120
GUIDELINE_CHARACTERS = 500


class Calibration(WrittenOnce):
    """One sitting: what it is about, who judges, and until when."""

    about = models.CharField(max_length=ABOUT_CHARACTERS)
    judges = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(about=""), name="reviews_calibration_is_about"),)

    def __str__(self) -> str:
        return self.about


class CalibrationCase(WrittenOnce):
    """One drawn decision that everybody of a calibration judges, without knowing how it turned out or whose it is."""

    calibration = models.ForeignKey(Calibration, on_delete=models.PROTECT, related_name="cases")
    sample = models.ForeignKey(Sample, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["calibration", "sample"], name="reviews_calibrated_once_in_a_sitting"),
        )

    def __str__(self) -> str:
        return f"{self.sample} in {self.calibration}"


class Opinion(WrittenOnce):
    """What one person said of one decision before they knew what the others said."""

    case = models.ForeignKey(CalibrationCase, on_delete=models.PROTECT, related_name="opinions")
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(max_length=20)
    clarity = models.CharField(max_length=20)
    measure = models.CharField(max_length=20)
    words = models.CharField(max_length=WORDS_CHARACTERS)
    given_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["case", "given_by"], name="reviews_opinion_given_once"),
            models.CheckConstraint(
                condition=models.Q(
                    choice__in=[each.value for each in Verdict],
                    clarity__in=[each.value for each in Clarity],
                    measure__in=[each.value for each in Measure],
                )
                & ~models.Q(words=""),
                name="reviews_opinion_answers_each_question",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case}: {self.choice}"


class CalibrationEnd(WrittenOnce):
    """That whoever opened a calibration ended it before its day."""

    calibration = models.OneToOneField(Calibration, on_delete=models.PROTECT, related_name="end")
    ended_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.calibration}, ended"


class Guideline(WrittenOnce):
    """What the charter should say, as those who judged wrote it once they had seen where they part."""

    calibration = models.OneToOneField(Calibration, on_delete=models.PROTECT, related_name="guideline")
    words = models.CharField(max_length=GUIDELINE_CHARACTERS)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(words=""), name="reviews_guideline_says_something"),)

    def __str__(self) -> str:
        return f"guideline of {self.calibration}"
