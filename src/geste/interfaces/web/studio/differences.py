"""Differences: what a version gives, takes back or moves, each in one sentence, what takes back first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from geste.apps.charters.notice import takes_back
from geste.core.charter.differ import Change
from geste.core.charter.syntax import Charter
from geste.interfaces.web.speech import language
from geste.phrases.changes import say_change

ORDER = ("taken", "unproven", "given", "moved", "changed")


@dataclass(frozen=True, slots=True)
class Difference:
    """One sentence, and its kind: `unproven` counts as taken because nobody can show that it takes nothing."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that differs between two versions."""

    lines: tuple[Difference, ...]

    @property
    def is_tightening(self) -> bool:
        """Whether anything counts as taken back."""
        return any(line.kind in ("taken", "unproven") for line in self.lines)

    @property
    def is_unproven(self) -> bool:
        """Whether something counts as taken back only for want of proof."""
        return any(line.kind == "unproven" for line in self.lines)

    @property
    def summary(self) -> str:
        """How much is taken back and given, in a few words."""
        taken = sum(line.kind in ("taken", "unproven") for line in self.lines)
        given = sum(line.kind == "given" for line in self.lines)
        parts = []
        if taken:
            parts.append(
                ngettext("takes %(count)d thing back", "takes %(count)d things back", taken) % {"count": taken}
            )
        if given:
            parts.append(ngettext("gives %(count)d thing", "gives %(count)d things", given) % {"count": given})
        return " · ".join(parts) or _("takes nothing back")


def differences(changes: Iterable[Change], old: Charter, new: Charter) -> Differences:
    """Return changes in words, in the language of the page. A new day alone is told elsewhere, so it is left out."""
    said = [
        Difference(_kind(change, old, new), say_change(change, old, new, language()))
        for change in changes
        if (change.section, change.aspect) != ("charter", "effective")
    ]
    return Differences(tuple(sorted(said, key=lambda line: ORDER.index(line.kind))))


def _kind(change: Change, old: Charter, new: Charter) -> str:
    if change.kind != "taken" and takes_back(change, old, new):
        return "unproven"
    return change.kind
