"""Amount rule: which amount may go with a gesture or is owed, and what is rounded down by it."""

from dataclasses import dataclass

from geste.core.charter.expression import Arithmetic, Constant, Expression, Fact


@dataclass(frozen=True, slots=True)
class Rounding:
    """An amount of money rounded down: the fact that holds it, if one is named, and the step in minor units."""

    of: str
    to: int


@dataclass(frozen=True, slots=True)
class AmountRule:
    """What amount may be given: none, exactly this, or between a floor and a ceiling."""

    none: bool = False
    exactly: Expression | None = None
    at_most: Expression | None = None
    at_least: Expression | None = None

    @property
    def rounding(self) -> Rounding | None:
        """What is rounded down, if that is the amount: what a fact leaves above a whole number of steps."""
        match self.exactly:
            case Arithmetic(operator="%", left=Fact(path=path), right=Constant(value=int(step))):
                return Rounding(path, step)
        return None
