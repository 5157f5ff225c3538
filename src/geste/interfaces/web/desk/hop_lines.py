"""Hop lines: what was asked about a case and how far each question has got, as the case page shows it."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import moment_of
from geste.apps.charters.selectors import charter_of
from geste.apps.hops.models import Hop
from geste.apps.hops.selectors import Standing, hops_on
from geste.interfaces.web.frame import asked_words
from geste.interfaces.web.speech import gesture_words, hour


@dataclass(frozen=True, slots=True, kw_only=True)
class HopLine:
    """One question: what about, where it stands, what was said, and whether this person may act on it now."""

    number: int
    name: str
    state: str
    words: str
    because: str = ""
    instead: str = ""
    instead_name: str = ""
    idea: str = ""
    can_act: bool = False
    key: str = ""

    @property
    def is_live(self) -> bool:
        """Whether an answer may still come in time."""
        return self.state == "asked"


def hop_lines(case: Case, actor: Actor, *, at: datetime) -> tuple[HopLine, ...]:
    """Return the questions about a case that nothing was given by yet, newest first."""
    return tuple(hop_line(standing, actor) for standing in hops_on(case, actor, at=at) if not standing.is_used)


def hop_line(standing: Standing, actor: Actor) -> HopLine:
    """Return one question as a line."""
    hop, answer = standing.hop, standing.answer
    instead = "" if answer is None else answer.instead
    return HopLine(
        number=hop.pk,
        name=asked_words(hop),
        state=standing.state,
        words=state_words(standing),
        because="" if answer is None else answer.because,
        instead=instead,
        instead_name=gesture_words(charter_of(hop.charter_text), instead) if instead else "",
        idea="" if answer is None else answer.idea,
        can_act=standing.may_act and hop.asked_by_id == actor.user_id,
        key=uuid.uuid4().hex,
    )


def state_words(standing: Standing) -> str:
    """Return where a question stands, in words."""
    hop, answer = standing.hop, standing.answer
    told = {
        "names": ", ".join(person.display_name for person in hop.asked.all()),
        "asked": local_hour(hop, hop.asked_at),
        "until": local_hour(hop, hop.due_at),
        "name": "" if answer is None else answer.answered_by.display_name,
    }
    if standing.state == "asked":
        return _("%(names)s: asked at %(asked)s, an answer until %(until)s.") % told
    if standing.state == "yes":
        return _("%(name)s says yes.") % told
    if standing.state == "no_because":
        return _("%(name)s says no. Acting first stays open to you.") % told
    if standing.has_green_light:
        return _("No answer until %(until)s: silence means act.") % told
    return _("No answer until %(until)s. Acting first stays open to you.") % told


def local_hour(hop: Hop, at: datetime) -> str:
    """Return a time of day by the clocks of the place a question comes from."""
    return hour(at.astimezone(moment_of(hop.case, at).tzinfo))
