"""Names: what facts, parameters, roles and rules may be called."""

import re

_NAME = re.compile(r"[a-z][a-z0-9_]{0,59}", re.ASCII)
_RULE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,79}", re.ASCII)


def is_name(text: str) -> bool:
    """Return whether `text` may name a fact, a parameter or a role."""
    return _NAME.fullmatch(text) is not None


def is_rule_id(text: str) -> bool:
    """Return whether `text` may name a charter, clause, gesture, limit or the like."""
    return _RULE_ID.fullmatch(text) is not None
