"""Own pages: somebody looks at how they use their room, lets a coach look, practises, keeps work; a leader asks."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from geste.apps.base.actor import Actor
from geste.apps.people.models import DutyKind, Team, User
from geste.apps.people.selectors import in_line
from geste.apps.people.services.give_duty import give_duty
from geste.apps.pledges.feedback import questions_asked_by
from geste.apps.pledges.services.invite_feedback import answer_feedback, invite_feedback, say_feedback
from geste.apps.portraits.files import files_of, offers_for
from geste.apps.portraits.selectors import consents_given
from geste.apps.portraits.services.give_consent import give_consent
from geste.apps.portraits.services.keep_file import Piece, begin_file, pick_piece, word_file
from geste.apps.portraits.services.look_at_room import look_at_room
from geste.apps.portraits.services.note_own_look import note_own_look
from geste.apps.training.selectors import Part, practice_of
from geste.apps.training.services.say_to_situation import say_to_situation, say_trust
from geste.core.charter.vocabulary import Text
from geste.phrases.typography import set_words

PRACTISED, ASKED = 4, 3
TITLE = Text("My first year", "Ma première année")
WORDS = Text(
    "What I decided, and what I would do the same way again.",
    "Ce que j’ai décidé, et ce que je referais de la même façon.",
)
CASE = Text(
    "I saw that it could not wait, said so, and settled it on the spot.",
    "J’ai vu que cela ne pouvait pas attendre, je l’ai dit, et je l’ai réglé tout de suite.",
)
HELP = Text(
    "Showed a new colleague how to bend a rule and say why.",
    "Montré à une nouvelle collègue comment assouplir une règle, et dire pourquoi.",
)
QUESTION = Text("What should I stop doing when it gets busy?", "Que devrais-je arrêter de faire quand ça chauffe ?")
LINES = (
    Text("Answering for us when a customer asks us.", "Répondre à notre place quand c’est à nous qu’on parle."),
    Text(
        "Asking how much it cost before asking how they are.",
        "Demander combien ça a coûté avant de demander comment ils vont.",
    ),
    Text("Nothing: you were there on Friday, and that helped.", "Rien : vous étiez là vendredi, et cela a aidé."),
)
ANSWER = Text(
    "Heard. I count to ten first, and ask about the person first.",
    "Entendu. Je compte jusqu’à dix, et je demande d’abord pour la personne.",
)


def live_with_own_pages(
    first: str, leader: str, actors: Mapping[str, Actor], *, steward: Actor, tonight: datetime
) -> None:
    """Tell what somebody did on their own pages lately, and what a leader asked to hear. Twice is once."""
    person = actors[first]
    coach = _coach(person, actors, steward, tonight - timedelta(days=20))
    if coach is not None and not consents_given(person):
        note_own_look(actor=person, now=tonight - timedelta(days=9))
        give_consent(actor=person, coach_id=coach.user_id, now=tonight - timedelta(days=9))
        look_at_room(actor=coach, person_id=person.user_id, now=tonight - timedelta(days=6))
    _practise(person, tonight)
    _keep_work(person, tonight - timedelta(days=3))
    _ask(actors[leader], [actor for actor in actors.values() if actor.kind == "agent"], tonight - timedelta(days=8))


def _coach(person: Actor, actors: Mapping[str, Actor], steward: Actor, at: datetime) -> Actor | None:
    """Somebody of the same team coaches it: who does not manage it, if there is one."""
    team = [actor for actor in actors.values() if actor.team_id == person.team_id and actor.user_id != person.user_id]
    if person.team_id is None or not team:
        return None
    coach = min(team, key=lambda actor: (in_line(person, actor.user_id), actor.user_id))
    username = User.objects.get(pk=coach.user_id).username
    give_duty(actor=steward, username=username, kind=DutyKind.COACH, team=Team.objects.get(pk=person.team_id), now=at)
    return coach


def _practise(person: Actor, tonight: datetime) -> None:
    practice = practice_of(person, now=tonight)
    if practice.trust:
        return
    for number, tried in enumerate(practice.tried[:PRACTISED]):
        said = tried.scenario.answer if number else "beyond"
        say_to_situation(actor=person, scenario=tried.scenario.id, said=said, now=tonight - timedelta(days=12))
    for part, step in zip(Part, (5, 4, 3), strict=True):
        say_trust(actor=person, part=part.value, step=step, now=tonight - timedelta(days=12))


def _keep_work(person: Actor, at: datetime) -> None:
    if files_of(person):
        return
    file = begin_file(actor=person, title=_said(TITLE, person), now=at)
    word_file(actor=person, file_id=file.pk, title=_said(TITLE, person), words=_said(WORDS, person), now=at)
    offered = next((offer for offer in offers_for(person) if offer.case is not None), None)
    if offered is not None and offered.case is not None:
        piece = Piece(offered.kind.value, _said(CASE, person), offered.case.reference)
        pick_piece(actor=person, file_id=file.pk, piece=piece, now=at)
    pick_piece(actor=person, file_id=file.pk, piece=Piece("help", _said(HELP, person)), now=at)


def _ask(leader: Actor, people: list[Actor], at: datetime) -> None:
    if questions_asked_by(leader):
        return
    asked = invite_feedback(actor=leader, question=_said(QUESTION, leader), of_team=False, now=at)
    others = [actor for actor in people if actor.user_id != leader.user_id]
    for actor, line in zip(others[:ASKED], LINES, strict=False):
        say_feedback(actor=actor, number=asked.pk, words=_said(line, leader), now=at + timedelta(days=1))
    answer_feedback(actor=leader, number=asked.pk, words=_said(ANSWER, leader), now=at + timedelta(days=4))


def _said(words: Text, actor: Actor) -> str:
    language = User.objects.values_list("language", flat=True).get(pk=actor.user_id)
    return set_words(words.in_language(language), language)
