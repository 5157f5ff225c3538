"""Rising: what has to be true before caps rise, beside what is true. A notice, and never more than that."""

from dataclasses import dataclass
from enum import StrEnum

from geste.apps.shadow.models import Plan


class Evidence(StrEnum):
    """What a plan looks at."""

    FEAR = "fear"
    GAP = "gap"
    BELOW_LINE = "below_line"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What has to be true: the strongest fear and the gap at most so many points, so many percent at least below."""

    fear_at_most: int = 30
    gap_at_most: int = 20
    below_line_at_least: int = 80
    step: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that has to be true: what is wanted, what is, and whether it is so. Unknown is not so."""

    evidence: Evidence
    wanted: int
    found: int | None

    @property
    def is_so(self) -> bool:
        """Return whether it is true."""
        if self.found is None:
            return False
        return self.found >= self.wanted if self.evidence is Evidence.BELOW_LINE else self.found <= self.wanted


def wanted_now() -> Wanted:
    """Return what the newest plan wants, or what a plan begins with."""
    plan = Plan.objects.order_by("-pk").first()
    if plan is None:
        return Wanted()
    return Wanted(
        fear_at_most=plan.fear_at_most,
        gap_at_most=plan.gap_at_most,
        below_line_at_least=plan.below_line_at_least,
        step=plan.step,
    )


def signs(wanted: Wanted, *, fear: int | None, gap: int | None, below_line: int | None) -> tuple[Sign, ...]:
    """Return each thing that has to be true, beside what is."""
    return (
        Sign(Evidence.FEAR, wanted.fear_at_most, fear),
        Sign(Evidence.GAP, wanted.gap_at_most, gap),
        Sign(Evidence.BELOW_LINE, wanted.below_line_at_least, below_line),
    )
