"""Learning: what people of the demonstration shared, told, thanked for, asked and needed, through the same services."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.cases.models import Case, Status
from geste.apps.gestures.models import Gesture
from geste.apps.practice.models import About, Contribution, Fate, Practice, Story
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.selectors import namings_of
from geste.apps.practice.services.ask_colleague import ask_colleague, reply
from geste.apps.practice.services.contribute import Answer, answer_contribution, contribute
from geste.apps.practice.services.reuse_practice import reuse_practice
from geste.apps.practice.services.say_thanks import Word, say_thanks, share_thanks
from geste.apps.practice.services.share_practice import Shared, share_practice
from geste.apps.practice.services.tell_story import Telling, answer_naming, tell_story

A_DAY = timedelta(days=1)
REUSED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A way that worked: the gesture of its case, so many days ago, and what is told of it."""

    gesture: str
    days: int
    title: str
    done: str
    why: str
    is_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """A story: of the newest case with this gesture, told by whoever gave it; whoever it names agrees."""

    gesture: str
    days: int
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked:
    """A word of thanks; one that is shared may be read by everybody on Friday."""

    by: str
    to: str
    days: int
    words: str
    is_shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """What somebody contributed so many days ago, and what became of it: nothing yet without `fate`."""

    by: str
    about: About
    days: int
    words: str
    fate: Fate | None = None
    answer: str = ""
    until_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Everything a company learned from deciding; `answered_by` leads, `asked` is a question and its answer."""

    language: str
    answered_by: str
    found: tuple[Found, ...]
    tales: tuple[Tale, ...]
    thanks: tuple[Thanked, ...]
    needs: tuple[Needed, ...]
    asked: tuple[str, str, str]


def learn(learned: Learned, actors: Mapping[str, Actor], *, tonight: datetime) -> None:
    """Tell what was learned until tonight. Told twice, nothing is there twice."""
    by_number = {actor.user_id: actor for actor in actors.values()}
    if not Practice.objects.exists():
        for found in learned.found:
            _share(found, by_number, tonight)
    if not Story.objects.exists():
        for tale in learned.tales:
            _tell(tale, by_number, tonight)
    for thanked in learned.thanks:
        _thank(thanked, actors, learned.language, tonight)
    for needed in learned.needs if not Contribution.objects.exists() else ():
        _need(needed, actors, learned.answered_by, tonight)
    _ask(learned.asked, actors, tonight)


def _share(found: Found, people: Mapping[int, Actor], tonight: datetime) -> None:
    """Share what was done in the newest case of that time, and use it again in those that came after."""
    until = tonight - found.days * A_DAY
    cases = _cases_with(found.gesture)
    first = next((gesture for gesture in reversed(cases) if gesture.given_at <= until), None)
    if first is None or first.case is None:
        return
    shared = Shared(title=found.title, done=found.done, why=found.why, is_named=found.is_named)
    practice = share_practice(actor=people[first.given_by_id], case=first.case, shared=shared, now=until)
    later = (gesture for gesture in cases if gesture.given_at > until and gesture.given_by_id != first.given_by_id)
    for gesture, _number in zip(_of_cases(later), range(REUSED), strict=False):
        assert gesture.case is not None, "looked for with its case"
        actor = people[gesture.given_by_id]
        reuse_practice(actor=actor, case=gesture.case, practice=practice, now=gesture.given_at)


def _cases_with(gesture: str) -> list[Gesture]:
    rows = Gesture.objects.filter(what=gesture, case__status=Status.CLOSED.value, reversal=None)
    return list(rows.select_related("case__site", "given_by").order_by("given_at", "pk"))


def _of_cases(gestures: Iterator[Gesture]) -> Iterator[Gesture]:
    seen: set[int | None] = set()
    for gesture in gestures:
        if gesture.case_id not in seen:
            seen.add(gesture.case_id)
            yield gesture


def _tell(tale: Tale, people: Mapping[int, Actor], tonight: datetime) -> None:
    at = tonight - tale.days * A_DAY
    told = next((gesture for gesture in reversed(_cases_with(tale.gesture)) if gesture.given_at <= at), None)
    if told is None or told.case is None:
        return
    telling = Telling(title=tale.title, before=tale.before, after=tale.after)
    story = tell_story(actor=people[told.given_by_id], cases=[told.case], telling=telling, now=at)
    for naming in namings_of(story):
        answer_naming(actor=people[naming.person_id], naming=naming, agrees=True, now=at + timedelta(hours=2))


def _thank(thanked: Thanked, actors: Mapping[str, Actor], language: str, tonight: datetime) -> None:
    at, to = tonight - thanked.days * A_DAY, actors[thanked.to]
    word = Word(to=to.user_id, words=thanked.words, language=language)
    thanks = say_thanks(actor=actors[thanked.by], word=word, now=at)
    if thanked.is_shared and thanks.shared_at is None:
        share_thanks(actor=to, thanks=thanks, is_shared=True, now=at + timedelta(hours=1))


def _need(needed: Needed, actors: Mapping[str, Actor], answered_by: str, tonight: datetime) -> None:
    at = tonight - needed.days * A_DAY
    line = contribute(actor=actors[needed.by], about=needed.about, words=needed.words, now=at)
    if needed.fate is not None:
        until = (tonight + needed.until_days * A_DAY).date() if needed.until_days else None
        answer = Answer(fate=needed.fate, words=needed.answer, until=until)
        answered = min(at + 5 * A_DAY, tonight - A_DAY)
        answer_contribution(actor=actors[answered_by], contribution=line, answer=answer, now=answered)


def _ask(asked: tuple[str, str, str], actors: Mapping[str, Actor], tonight: datetime) -> None:
    """A colleague is asked about a case that waits tonight, and answers within minutes."""
    by, to, words = asked
    case = Case.objects.filter(status=Status.OPEN.value, opened_by=actors[by].user_id).order_by("reference").first()
    if case is None or case.questions.exists():
        return
    with suppress(PracticeRefused):
        question = ask_colleague(actor=actors[by], case=case, to=actors[to].user_id, words="", now=tonight)
        reply(actor=actors[to], question=question, words=words, now=tonight + timedelta(minutes=3))
