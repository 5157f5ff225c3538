"""Rows of notices: what somebody should hear, where they want to hear it, and the letters under way."""

from geste.apps.notices.models.letter import Letter, Round
from geste.apps.notices.models.mailbox import Choice, Mailbox
from geste.apps.notices.models.notice import ASKS, AT_ONCE, ON_PAGE, Kind, Notice, Way

__all__ = ["ASKS", "AT_ONCE", "ON_PAGE", "Choice", "Kind", "Letter", "Mailbox", "Notice", "Round", "Way"]
