"""Looking: what colleagues say of decisions afterwards: first words, what was done first, and where they part."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.gestures.feedback import visible_decisions
from geste.apps.gestures.models import Booked, DecisionRecord, Gesture
from geste.apps.people.models import DutyKind, User
from geste.apps.people.selectors import actor_for, holders
from geste.apps.people.services.give_duty import give_duty
from geste.apps.reviews.calibrating import cases_to_judge
from geste.apps.reviews.models import Calibration, Consideration, Sample
from geste.apps.reviews.owed import Owed, reactions_owed
from geste.apps.reviews.policies import may_review
from geste.apps.reviews.selectors import has_reaction
from geste.apps.reviews.services.conclude import Concluding, conclude
from geste.apps.reviews.services.draw_for_reason import draw_for_reason
from geste.apps.reviews.services.give_opinion import View, give_opinion
from geste.apps.reviews.services.judge_choice import Judgement, judge_choice
from geste.apps.reviews.services.note_considerations import note_considerations
from geste.apps.reviews.services.open_calibration import Sitting, open_calibration
from geste.apps.reviews.services.react import react
from geste.apps.reviews.services.write_guideline import write_guideline
from geste.apps.reviews.settling import gestures_to_settle
from geste.apps.reviews.strata import Interest
from geste.apps.reviews.wording import Wording
from geste.core.charter.vocabulary import Text
from geste.core.reviews.calibration import Clarity, Measure
from geste.core.reviews.questions import Thought
from geste.core.reviews.verdicts import Settled, Verdict
from geste.demo.names import SEED
from geste.demo.simulation.chance import Chance
from geste.phrases.typography import set_words

# Invented, like everything that follows: how many wait too long, are settled and drawn.
WAITING, SETTLED, DRAWN = 2, 4, 4
ANSWERED_AFTER, SETTLED_AFTER = timedelta(days=4), timedelta(days=10)
FIRST_WORDS: Mapping[Interest, tuple[Text, ...]] = {
    Interest.ACT_FIRST: (
        Text("You did not let them wait. Thank you.", "Vous ne les avez pas fait attendre. Merci."),
        Text("Right to act, and well said why.", "Vous avez bien fait d’agir, et bien dit pourquoi."),
    ),
    Interest.BEND: (Text("The rule did not fit, and you saw it.", "La règle n’allait pas, et vous l’avez vu."),),
    Interest.ONE_HOP: (Text("Good that you asked and then decided.", "C’est bien d’avoir demandé, puis décidé."),),
    Interest.ABOVE_TRUST_LINE: (
        Text("A large one, and right for this customer.", "C’était beaucoup, et juste pour ce client."),
    ),
}
LINES = (
    Text("After a second failure, up to twice the usual.", "Après un second raté, jusqu’au double habituel."),
    Text("What was promised on the phone holds at the counter.", "Ce qui est promis au téléphone vaut au comptoir."),
)
HELP = Text("A short word on what may be given late.", "Un mot sur ce que l’on peut donner tard le soir.")
REASON = Text("To learn from it as a team.", "Pour en apprendre ensemble.")
STRENGTH = Text("The customer was asked first.", "Le client a été interrogé d’abord.")
ABOUT = Text("What a long wait is worth", "Ce que vaut une longue attente")
SAID = (
    Text("The waiting clause covers it.", "La clause sur l’attente le couvre."),
    Text("It says nothing of a second wait.", "Elle ne dit rien d’une seconde attente."),
)
GUIDELINE = Text("A second wait on one day counts twice.", "Une seconde attente dans la même journée compte double.")
THOUGHT = Text("That I stayed until it was solved.", "D’être restée jusqu’à la solution.")


def look_back(reviewers: tuple[str, str], actors: Mapping[str, Actor], *, steward: Actor, tonight: datetime) -> None:
    """Tell what became of decisions that took courage, by those who look after others. Twice is once."""
    if holders(DutyKind.REVIEWER):
        return
    for name in reviewers:
        give_duty(actor=steward, username=name, kind=DutyKind.REVIEWER, now=tonight - timedelta(weeks=10))
    judges = [actor_for(User.objects.get(username=name)) for name in reviewers]
    _send_first_words(actors, tonight)
    _settle(judges[0], tonight)
    samples = _draw(judges, tonight)
    if len(samples) > 1:
        _judge_apart(judges, samples, tonight)


def _send_first_words(actors: Mapping[str, Actor], tonight: datetime) -> None:
    """Managers answer what is a few days old, but for two they forgot; what is newer still waits for them."""
    chance = Chance(SEED, "first words")
    for manager in actors.values():
        owed = [each for each in reactions_owed(manager, now=tonight) if tonight - _given(each) > ANSWERED_AFTER]
        for each in owed[: max(0, len(owed) - WAITING)]:
            words = chance.one_of(FIRST_WORDS[each.interest])
            at = _given(each) + timedelta(hours=chance.between(2, 60))
            _back(manager, each.gesture, words, at)


def _back(actor: Actor, gesture: Gesture, words: Text, at: datetime) -> None:
    language = gesture.given_by.language
    wording = Wording(words=_in_words(words, language), language=language, is_meant=True)
    react(actor=actor, decision_id=gesture.decision_id, wording=wording, now=at)


def _given(owed: Owed) -> datetime:
    return owed.gesture.written_at


def _settle(reviewer: Actor, tonight: datetime) -> None:
    """The oldest things done first are settled; one of them becomes a line in a draft."""
    chance = Chance(SEED, "settling")
    waiting = gestures_to_settle(reviewer).filter(written_at__lt=tonight - SETTLED_AFTER)
    verdicts = (Settled.EXTEND_CHARTER, Settled.LEARN, Settled.LEARN, Settled.COACH)
    for number, gesture in enumerate(waiting[:SETTLED]):
        said = Concluding(
            key=f"story-settled-{gesture.pk}",
            charter_should_say=_in_words(LINES[number % len(LINES)], gesture.given_by.language),
            would_help=_in_words(HELP, gesture.given_by.language) if number == SETTLED - 1 else "",
            verdict=verdicts[number],
            booked=Booked.AS_IT_STANDS,
            is_meant=True,
        )
        at = gesture.written_at + timedelta(days=3)
        if not has_reaction(gesture.decision):
            _back(reviewer, gesture, chance.one_of(FIRST_WORDS[Interest.ACT_FIRST]), at)
        conclude(actor=reviewer, gesture_id=gesture.pk, said=said, now=at)


def _draw(judges: list[Actor], tonight: datetime) -> list[Sample]:
    """A few decisions are drawn for a reason; one of them is judged, and its author had said what they thought."""
    rows = DecisionRecord.objects.filter(gesture__isnull=False, case__isnull=False).exclude(case__is_training=True)
    rows = rows.filter(gesture__reversal=None, decided_at__lt=tonight - SETTLED_AFTER).select_related("decided_by")
    for judge in judges:
        rows = rows.filter(pk__in=visible_decisions(judge).values("pk"))
    chosen = [row for row in rows.order_by("-decided_at")[:40] if all(may_review(it, row).allowed for it in judges)]
    samples = []
    for decision in chosen[:DRAWN]:
        language = decision.decided_by.language
        at = decision.decided_at + timedelta(days=2)
        if not Consideration.objects.exists():
            answers = {Thought.PROUD: _in_words(THOUGHT, language)}
            author = actor_for(decision.decided_by)
            note_considerations(actor=author, decision_id=decision.pk, answers=answers, now=decision.decided_at)
        reason = _in_words(REASON, language)
        samples.append(draw_for_reason(actor=judges[0], decision_id=decision.pk, reason=reason, now=at))
    if samples:
        strength = _in_words(STRENGTH, samples[0].decision.decided_by.language)
        judgement = Judgement(strength=strength, verdict=Verdict.GOOD_CALL)
        judge_choice(actor=judges[1], sample_id=samples[0].pk, judgement=judgement, now=tonight - timedelta(days=5))
    return samples


def _judge_apart(judges: list[Actor], samples: list[Sample], tonight: datetime) -> None:
    """One calibration is over, and a sentence came of it; another one waits for the second judge."""
    language = User.objects.get(pk=judges[0].user_id).language
    numbers = [sample.pk for sample in samples]
    for days in (6, 1):
        at = tonight - timedelta(days=days)
        sitting = Sitting(about=_in_words(ABOUT, language), samples=numbers, judges=[judge.user_id for judge in judges])
        calibration = open_calibration(actor=judges[0], sitting=sitting, now=at)
        _give_opinions(judges if days > 1 else judges[:1], calibration, language, at)
        if days > 1:
            words = _in_words(GUIDELINE, language)
            write_guideline(actor=judges[1], number=calibration.pk, words=words, now=at + timedelta(hours=2))


def _give_opinions(judges: list[Actor], calibration: Calibration, language: str, at: datetime) -> None:
    for place, judge in enumerate(judges):
        for number, case in enumerate(cases_to_judge(calibration, judge)):
            parts = place == 1 and number == 0
            view = View(
                choice=Verdict.GOOD_CALL,
                clarity=Clarity.SILENT if parts else Clarity.CLEAR,
                measure=Measure.TOO_LITTLE if parts else Measure.RIGHT,
                words=_in_words(SAID[parts], language),
            )
            give_opinion(actor=judge, case_id=case.pk, view=view, now=at + timedelta(hours=1))


def _in_words(words: Text, language: str) -> str:
    return set_words(words.in_language(language), language)
