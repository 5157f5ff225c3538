"""Words of the floor: verdicts, reasons why a word is owed, words to begin with, and what is missing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from geste.apps.charters.models import Draft, Ending
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import Booked, DecisionRecord
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.reviews.strata import Interest, gesture_of
from geste.apps.reviews.wording import Wording
from geste.core.guards.remark import Remark
from geste.core.reviews.calibration import Clarity, Measure, Question
from geste.core.reviews.verdicts import Settled, Verdict
from geste.interfaces.web.speech import gesture_words, language, moment
from geste.phrases.remarks import Offer, say_remark, say_rewritten

RELIABLE, TENTATIVE = 0.8, 0.667
"""From where on answers may be relied on, and from where on with caution, as Krippendorff (2004) reads alpha."""
ENOUGH_DECISIONS = 5
"""Of fewer, one answer alone moves alpha from one end to the other."""


class Again(NamedTuple):
    """What is worth a second thought in a word: what was noticed, of which kinds, and the whole word said anew."""

    offers: tuple[Offer, ...] = ()
    offered: str = ""
    anew: str = ""


class About(NamedTuple):
    """One decision, told without what it cost: by whom, what, for whom, when."""

    by: str
    what: str
    customer: str
    when: str
    note: str


def about(decision: DecisionRecord) -> About:
    """Return what a decision was about."""
    gesture = gesture_of(decision)
    asked = decision.request.get("proposal", {}).get("gesture", "")
    charter = charter_of(decision.charter_text)
    return About(
        by=decision.decided_by.display_name,
        what=gesture_words(charter, asked) if gesture is not None else no_words(gesture_words(charter, asked)),
        customer="" if decision.case is None else decision.case.customer_label or decision.case.reference,
        when=moment(on_the_clock_of(decision.site, decision.decided_at)),
        note="" if gesture is None else gesture.note,
    )


def no_words(name: str) -> str:
    """Return what was not given, as a no."""
    return _("%(gesture)s: not given") % {"gesture": name}


def interest_words(interest: Interest) -> str:
    """Return why a word is owed."""
    return {
        Interest.ACT_FIRST: _("Acted first"),
        Interest.BEND: _("Bent a rule"),
        Interest.ONE_HOP: _("Asked, then acted"),
        Interest.ABOVE_TRUST_LINE: _("Above the trust line"),
    }[interest]


def first_words(interest: Interest) -> str:
    """Return words to begin with: they back the decision, and are there to be changed."""
    return {
        Interest.ACT_FIRST: _("You acted when the customer needed it. That was yours to decide: thank you."),
        Interest.BEND: _("You saw that the rule did not fit this customer. Thank you for looking at the person first."),
        Interest.ONE_HOP: _("You asked, and then you decided. Thank you for staying with the customer."),
        Interest.ABOVE_TRUST_LINE: _("You took a large decision and said why. Thank you for making it right."),
    }[interest]


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict in words. It is about the choice, and none is a sanction."""
    return {
        Verdict.GOOD_CALL: _("A good call"),
        Verdict.OTHER_WAY: _("A good call; another way next time"),
        Verdict.LEARN: _("We learn: the charter was not clear"),
        Verdict.COACH: _("To talk over: this drifts from the charter"),
        Verdict.BREACH: _("What is not negotiable was not kept"),
    }[verdict]


def settled_words(verdict: Settled) -> str:
    """Return what is said of something done first. The charter's part comes before the person's."""
    return {
        Settled.EXTEND_CHARTER: _("The charter should cover this: propose the line"),
        Settled.LEARN: _("We learn: the charter was not clear"),
        Settled.COACH: _("To talk over: this drifts from the charter"),
        Settled.BREACH: _("What is not negotiable was not kept"),
    }[verdict]


def booked_words(booked: Booked) -> str:
    """Return where the cost of something done first goes. Never to a person, and never to a team's target."""
    return {
        Booked.BY_CHARTER: _("To its envelope, as if the charter had covered it"),
        Booked.APART: _("To the same account, from no envelope"),
        Booked.AS_IT_STANDS: _("It stays where it is"),
    }[booked]


def fate_words(draft: Draft) -> str:
    """Return what became of the draft a proposed line stands in."""
    return {
        "": _("It waits for whoever writes the charter."),
        Ending.PUBLISHED.value: _("The draft was published."),
        Ending.PUT_AWAY.value: _("The draft was put away."),
    }[draft.ending]


def question_words(question: Question) -> str:
    """Return what a calibration asks of each decision."""
    return {
        Question.CHOICE: _("What do you say of the choice?"),
        Question.CLARITY: _("Does the charter say what to do here?"),
        Question.MEASURE: _("Was it too little, right, or too much?"),
    }[question]


def clarity_words(clarity: Clarity) -> str:
    """Return whether the charter says what to do."""
    return {
        Clarity.CLEAR: _("Yes, clearly"),
        Clarity.UNCLEAR: _("One may read it either way"),
        Clarity.SILENT: _("It says nothing of it"),
    }[clarity]


def measure_words(measure: Measure) -> str:
    """Return how much it was."""
    return {
        Measure.TOO_LITTLE: _("Too little"),
        Measure.RIGHT: _("About right"),
        Measure.TOO_MUCH: _("Too much"),
    }[measure]


def answer_words(question: Question, value: str) -> str:
    """Return an answer to one of these questions."""
    match question:
        case Question.CHOICE:
            return verdict_words(Verdict(value))
        case Question.CLARITY:
            return clarity_words(Clarity(value))
        case Question.MEASURE:
            return measure_words(Measure(value))


def agreement_words(alpha: float | None, *, of: int, is_alike: bool) -> str:
    """Return how much alike people judged: by the usual readings of alpha, where there is enough to read it from."""
    if is_alike:
        return _("All said the same.")
    if alpha is None or of < ENOUGH_DECISIONS:
        return _("You part: the words show where.")
    if alpha >= RELIABLE:
        return _("You read it alike.")
    return (
        _("You mostly read it alike.") if alpha >= TENTATIVE else _("Here you part: the words do not say enough yet.")
    )


def slip_words(code: str) -> str:
    """Return what is missing before something can be kept."""
    return {
        "strength.missing": _("Name first what was good in this decision."),
        "verdict.start_up": _("Nobody breaches anything in their first decisions, or in the first days of a house."),
        "charter.what_should_it_say": _("Say what the charter should say: that is what is learned here."),
        "note.reaction_first": _("A first good word comes before any note. Send one."),
        "review.done": _("This was done before."),
        "words.missing": _("Say something."),
        "words.too_long": _("These words are too long."),
        "apology.missing": _("Say sorry first."),
        "promise.missing": _("Say again what holds."),
        "help.missing": _("Say what would help the person."),
        "settle.not_needed": _("There is nothing to settle here."),
        "settle.settled_before": _("This was settled before."),
        "settle.too_soon": _("It was given a moment ago, and may still be taken back. Try again in half a minute."),
        "settle.envelope_holds_less": _(
            "The envelope holds less than that. Book it from no envelope, or as it stands."
        ),
        "about.missing": _("Say in a few words what it is about."),
        "calibration.how_many_decisions": _("Choose two to eight decisions."),
        "calibration.two_judge": _("At least two people judge."),
        "calibration.over": _("This is over: what was said is open to everybody in it."),
        "calibration.not_over": _("Not everybody has judged yet."),
        "reason.missing": _("Say why: whoever decided reads it."),
    }[code]


def offers(remarks: Iterable[Remark]) -> list[Offer]:
    """Return what was noticed in words, each kind once, with a better sentence."""
    return list(dict.fromkeys(say_remark(remark, language()) for remark in remarks))


def again(wording: Wording, remarks: Sequence[Remark]) -> Again:
    """Return what is worth a second thought in a word on its way."""
    kinds = wording.offered | {str(remark.kind) for remark in remarks}
    anew = say_rewritten(wording.words, remarks, wording.language)
    return Again(tuple(offers(remarks)), " ".join(sorted(kinds)), anew)
