"""Agreement: how much alike people judge, by Krippendorff's alpha. Told of a question, never of a person."""

from collections.abc import Callable, Iterable

from geste.core.reviews.calibration import STEPS, Measure, Question, Rating


def alpha(question: Question, ratings: Iterable[Rating]) -> float | None:
    """Return how far answers agree beyond chance: 1 is wholly, 0 is no more than chance would have it.

    None where it cannot be told: no decision was answered about twice, or everybody said one and the same everywhere.
    Answers may be missing.
    """
    # It takes a while to load, and only whoever opens the result of a calibration needs it.
    from nltk.metrics.agreement import AnnotationTask  # noqa: PLC0415
    from nltk.metrics.distance import binary_distance, interval_distance  # noqa: PLC0415

    told = list(ratings)
    answered = [rating.decision for rating in told]
    compared = [rating for rating in told if answered.count(rating.decision) > 1]
    if len({rating.value for rating in compared}) <= 1:
        return None
    is_in_steps = question is Question.MEASURE
    distance: Callable[..., float] = interval_distance if is_in_steps else binary_distance
    data = [(str(it.judge), str(it.decision), STEPS[Measure(it.value)] if is_in_steps else it.value) for it in compared]
    return float(AnnotationTask(data=data, distance=distance).alpha())
