"""Asking: what many intentions are about, read together: their cases as they are now, and the charter over each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from geste.apps.base.permission import NotPermitted, require
from geste.apps.cases.models import Case
from geste.apps.cases.selectors import cases_for_writing, incidents_of, moment_of
from geste.apps.charters.selectors import CharterInForce, NoCharterInForce, charter_in_force
from geste.apps.gestures.answers import Refusal
from geste.apps.gestures.policies import may_propose
from geste.apps.gestures.proposals import Intention, ProposalRefused, require_well_formed
from geste.apps.gestures.selectors import Subject, around_case, around_nobody, subject_at_once, subject_of
from geste.apps.people.models import Site
from geste.apps.people.selectors import on_the_clock_of, sites_numbered
from geste.apps.shadow.selectors import Stages, stages_now

QUARTER_OF_AN_HOUR = 900
"""Seconds. Days begin on a quarter of an hour, whatever the time zone: inside one no envelope's period ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An intention and what it is about, or why nothing can be asked. `case` is held by the caller's transaction."""

    intention: Intention
    case: Case | None
    subject: Subject | None
    refusal: Refusal | None = None

    @property
    def key(self) -> str:
        """The key of the intention."""
        return self.intention.proposal.key

    @property
    def period(self) -> tuple[object, ...] | None:
        """What two of these have in common if the same envelopes are open to both, and holding the same."""
        if self.subject is None:
            return None
        at = self.subject.at
        return self.subject.in_force.row.pk, int(at.timestamp()) // QUARTER_OF_AN_HOUR, at.utcoffset()


def asked_together(intentions: Sequence[Intention]) -> list[Asked]:
    """Return what each intention is about. The cases are held until the caller's transaction ends."""
    cases = cases_for_writing({one.case_id for one in intentions if one.case_id is not None})
    reading = _Reading(
        cases=cases,
        incidents=incidents_of(cases),
        sites=sites_numbered({one.actor.site_id for one in intentions if one.case_id is None}),
        charters={},
        stages=stages_now(),
    )
    return [reading.asked(intention) for intention in intentions]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read for all of them."""

    cases: dict[int, Case]
    incidents: dict[int, tuple[int, ...]]
    sites: dict[int, Site]
    charters: dict[date, CharterInForce]
    stages: Stages

    def asked(self, intention: Intention) -> Asked:
        case = None if intention.case_id is None else self.cases[intention.case_id]
        try:
            require_well_formed(intention.proposal)
            subject = self._at_once(intention) if case is None else self._about(case, intention)
        except (ProposalRefused, NotPermitted, NoCharterInForce) as refusal:
            return Asked(intention=intention, case=case, subject=None, refusal=refusal)
        return Asked(intention=intention, case=case, subject=subject)

    def _about(self, case: Case, intention: Intention) -> Subject:
        require(may_propose(intention.actor, case))
        at = moment_of(case, intention.now)
        around = around_case(case, intention.actor, incident=self.incidents[case.pk], stages=self.stages)
        return subject_of(case, around, at=at, in_force=self._charter(at))

    def _at_once(self, intention: Intention) -> Subject:
        actor = intention.actor
        at = on_the_clock_of(None if actor.site_id is None else self.sites[actor.site_id], intention.now)
        around = around_nobody(actor, self.stages)
        return subject_at_once(around, intention.facts, at=at, in_force=self._charter(at))

    def _charter(self, at: datetime) -> CharterInForce:
        day = at.date()
        if day not in self.charters:
            self.charters[day] = charter_in_force(at=at)
        return self.charters[day]


def rounds_of(everything: Iterable[Asked]) -> list[list[Asked]]:
    """Cut what is asked, in order, where one has to find what another before it has written.

    That is where a key comes again, where it may be the same gesture again, and where another period begins.
    """
    rounds: list[list[Asked]] = []
    marks: set[object] = set()
    for asked in everything:
        own: set[object] = {asked.key}
        if asked.case is not None:
            own.add((asked.case.pk, asked.intention.proposal.gesture))
        if not rounds or marks & own or rounds[-1][0].period != asked.period:
            rounds.append([])
            marks = set()
        rounds[-1].append(asked)
        marks |= own
    return rounds
