"""Ranges: how large the result of whole-number arithmetic can become, so that nothing can overflow at run time."""

from geste.core.charter.expression import Operation
from geste.core.charter.types import Money, Number


def quotient(left: int, right: int) -> int:
    """Return `left / right` rounded towards zero, as CEL divides; `right` is positive."""
    return left // right if left >= 0 else -(-left // right)


def remainder(left: int, right: int) -> int:
    """Return what `quotient` leaves, with the sign of `left`."""
    return left - right * quotient(left, right)


def computed(operator: Operation, left: int, right: int) -> int:
    """Return `left operator right` on whole numbers."""
    match operator:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return quotient(left, right)
        case "%":
            return remainder(left, right)


def result_range(operator: Operation, left: Number | Money, right: Number | Money) -> tuple[int, int]:
    """Return the lowest and highest value `left operator right` can take."""
    if operator == "%":
        bound = right.high - 1
        return (-bound if left.low < 0 else 0), (bound if left.high > 0 else 0)
    if operator == "-":
        return left.low - right.high, left.high - right.low
    rights = [right.low, right.high] if operator != "/" else [bound for bound in (right.low, right.high) if bound > 0]
    corners = [computed(operator, bound, other) for bound in (left.low, left.high) for other in rights]
    return min(corners, default=0), max(corners, default=0)
