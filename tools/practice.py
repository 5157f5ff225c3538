"""Practice: what the guards and the nearest cases are worth, measured on the labelled sentences and cases."""

from collections.abc import Iterable, Iterator

from tests.guards import labelled, measure
from tests.practice import measure as likeness
from tests.practice.alike import houses

LANGUAGES = {"en": "English", "fr": "French"}
GUARDS = {
    "phrase": "phrase guard",
    "comment": "comment guard",
    "minimising": "minimising guard",
    "deflection": "deflection guard",
    "all": "all kinds together",
}


def guards_held_out() -> str:
    """Return precision and recall of each guard on the half of the sentences that was held out."""
    return _table(
        (language, guard, labelled.half(language, "held_out")) for language in LANGUAGES for guard in measure.GUARDS
    )


def guards_afterwards() -> str:
    """Return precision and recall on sentences written when the guards were finished."""
    written = {language: labelled.sentences(language, "last") for language in LANGUAGES}
    shares = _rows(
        ("language", "hurtful sentences in which anything is remarked on", "innocent ones"),
        (
            (
                LANGUAGES[language],
                *(f"{measure.share_remarked_on(sentences, innocent=innocent):.2f}" for innocent in (False, True)),
            )
            for language, sentences in written.items()
        ),
    )
    kinds = _table((language, guard, sentences) for language, sentences in written.items() for guard in measure.GUARDS)
    return f"{kinds}\n\n{shares}"


def nearest() -> str:
    """Return the precision at three of each way of finding a case like another, by business."""
    rows: Iterator[tuple[str, ...]] = (
        (
            way,
            *(f"{share:.2f}" for share in likeness.by_house(way).values()),
            f"**{likeness.precision(way, houses()):.3f}**",
        )
        for way in likeness.WAYS
    )
    return _rows(("found by", *(house.name for house in houses()), "all"), rows)


def _table(measured: Iterable[tuple[str, str, tuple[labelled.Labelled, ...]]]) -> str:
    return _rows(
        ("language", "guard", "sentences", "right", "wrong", "missed", "precision", "recall"),
        (_row(language, guard, sentences) for language, guard, sentences in measured),
    )


def _row(language: str, guard: str, sentences: tuple[labelled.Labelled, ...]) -> tuple[str, ...]:
    found = measure.measured(sentences, measure.GUARDS[guard])
    counts = (len(sentences), found.right, found.wrong, found.missed)
    shares = (f"{found.precision:.3f}", f"{found.recall:.3f}")
    return (LANGUAGES[language], GUARDS[guard], *map(str, counts), *shares)


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))
