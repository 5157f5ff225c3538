"""Give together: as many intentions as there are, decided in the order they came and written down in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Self

from geste.apps.gestures.admitting import admitted_together
from geste.apps.gestures.answers import REFUSALS, Answer
from geste.apps.gestures.asking import Asked, asked_together, rounds_of
from geste.apps.gestures.costing import Spot, purses_of
from geste.apps.gestures.deciding import Decided, decide_on
from geste.apps.gestures.green_lights import Lit, lights_named
from geste.apps.gestures.history import UNWRITTEN, History, Past, Wanted
from geste.apps.gestures.proposals import Intention
from geste.apps.gestures.repeats import answers_before
from geste.apps.gestures.selectors import Subject, question_on, standing_from
from geste.apps.gestures.services.write_down import write_down
from geste.apps.gestures.services.write_down_only import write_down_only
from geste.apps.ledger.selectors import left_in
from geste.apps.ledger.services.open_book import open_book
from geste.core.charter.syntax import Envelope
from geste.core.ledger.purse import Purse


def give_gestures(intentions: Sequence[Intention]) -> list[Answer]:
    """Answer each intention as if they had come one after the other, inside the caller's transaction.

    Posts the cost to the company, never to the agent. Nothing is carried out here: that starts when `GestureGiven` is
    handed on. Of whoever is in shadow it is only written down what they would give: no entry, no receipt, no news.
    The same key gives once, whoever is faster; a no is recorded like a yes, and stays a no. A refusal among
    the answers wrote nothing. The number of statements grows neither with the intentions nor with what was ever given.
    """
    open_book()

    admitted = admitted_together(intentions)
    asked = asked_together([one for one in admitted if isinstance(one, Intention)])
    answers = iter([answer for together in rounds_of(asked) for answer in _answered(together)])
    return [next(answers) if isinstance(one, Intention) else one for one in admitted]


def _answered(together: Sequence[Asked]) -> list[Answer]:
    """Answer what can be decided without the rows of one another: keys first, then what stands in the way, then all."""
    answers = answers_before([asked.intention for asked in together])
    answers.update({asked.key: asked.refusal for asked in together if asked.refusal and asked.key not in answers})
    standing = _Standing.around([asked for asked in together if asked.key not in answers])
    decided: list[Decided] = []
    for asked in together:
        if asked.key in answers or asked.subject is None:
            continue
        try:
            decided.append(standing.decide(asked, asked.subject))
        except REFUSALS as refusal:
            answers[asked.key] = refusal
    in_earnest = [one for one in decided if not one.surroundings.is_shadow]
    for one, outcome in zip(in_earnest, write_down(in_earnest), strict=True):
        answers[one.intention.proposal.key] = outcome
    answers.update(write_down_only([one for one in decided if one.surroundings.is_shadow]))
    return [answers[asked.key] for asked in together]


@dataclass(slots=True)
class _Standing:
    """What has been given and what the envelopes have left, kept in step with every decision of a round."""

    history: History
    wanted: Mapping[str, Wanted]
    purses: Mapping[Spot, Sequence[Purse]]
    left: dict[tuple[str, str], int]
    lights: dict[int, Lit]
    decided: int = 0

    @classmethod
    def around(cls, everything: Sequence[Asked]) -> Self:
        """Read what stands for all of them: one round, under one charter."""
        subjects = {asked.key: asked.subject for asked in everything if asked.subject}
        wanted = {key: Wanted.of(one.surroundings, one.in_force, one.at) for key, one in subjects.items()}
        charters = {one.surroundings.spot: one.in_force.charter for one in subjects.values()}
        open_to = {spot: purses_of(charter, spot) for spot, charter in charters.items()}
        purses = {purse.name: purse for several in open_to.values() for purse in several}
        left = left_in([*purses.values()], at=next(iter(subjects.values())).at) if subjects else ()
        lights = lights_named([asked.intention.proposal for asked in everything])
        return cls(
            history=History.around(wanted.values()),
            wanted=wanted,
            purses=open_to,
            left=dict(zip(purses, left, strict=True)),
            lights=lights,
        )

    def decide(self, asked: Asked, subject: Subject) -> Decided:
        """Decide on one, and count what it gives.

        Raises:
            InputRefused: the charter knows no such gesture or fact, or a value cannot be read.
            ProposalRefused: it cannot be taken as it stands.
        """
        intention = asked.intention
        earlier = self.history.of(self.wanted[asked.key])
        standing = standing_from(earlier, subject.surroundings, subject.in_force, self._left_for(subject))
        question = question_on(subject, standing, intention.proposal.in_wire_form())
        decided = decide_on(
            intention,
            question,
            case=asked.case,
            surroundings=subject.surroundings,
            earlier=earlier,
            light=self.lights.get(intention.proposal.green_light or 0),
        )
        if decided.route is not None:
            self._count(decided)
        return decided

    def _left_for(self, subject: Subject) -> Iterator[tuple[Envelope, int]]:
        charter = subject.in_force.charter
        for envelope, purse in zip(charter.envelopes, self.purses[subject.surroundings.spot], strict=True):
            yield envelope, self.left[purse.name]

    def _count(self, one: Decided) -> None:
        self.decided += 1
        self.history.add(past_of(one, UNWRITTEN + self.decided))
        if one.posting is not None and one.posting.purse is not None:
            self.left[one.posting.purse.name] -= one.posting.amount


def past_of(one: Decided, number: int) -> Past:
    """Return what was just decided as history tells it."""
    around = one.surroundings
    return Past(
        number=number,
        what=one.intention.proposal.gesture,
        amount=one.decision.amount,
        given_at=one.question.at.astimezone(UTC),
        written_at=one.intention.now,
        case_id=None if one.case is None else one.case.pk,
        customer=around.customer,
        is_training=around.is_training,
        given_by_id=around.actor.user_id,
        team_id=around.actor.team_id,
        site_id=around.site_id,
        in_shadow=around.is_shadow,
        told=around.told,
    )
