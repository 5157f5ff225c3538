"""Words of practice: situations, endings without a name, where a contribution stands, and what is missing."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from geste.apps.charters.selectors import CharterInForce, charter_to_show
from geste.apps.people.selectors import on_the_clock_of
from geste.apps.practice.contributions import Standing, Status
from geste.apps.practice.models import About, Fate, Practice
from geste.apps.practice.refusing import PracticeRefused
from geste.apps.practice.situations import tag_words
from geste.interfaces.web.speech import day, language
from geste.interfaces.web.visitor import now
from geste.phrases.typography import set_words

NUMBER_CHARACTERS = 18


def number_in(typed: str) -> int | None:
    """Return the number a form sends, or None if it is none."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= NUMBER_CHARACTERS else None


def situation_words(tags: Iterable[tuple[str, str]], in_force: CharterInForce | None = None) -> list[str]:
    """Return the tags of a situation in words."""
    charter = in_force or charter_to_show(at=now())
    return [set_words(tag_words(charter, path, word, language()), language()) for path, word in tags]


def tags_in(practice: Practice) -> list[tuple[str, str]]:
    """Return the tags of a practice, as they were read with it."""
    return [(tag.path, tag.word) for tag in sorted(practice.tags.all(), key=lambda tag: tag.pk)]


def author_of(practice: Practice) -> str:
    """Return whose practice it is, if they want that to be read."""
    return practice.author.display_name if practice.is_named else _("a colleague")


def about_words(about: str) -> str:
    """Return what a contribution is about."""
    return {
        About.SERVICE: _("What would have prevented it"),
        About.SALES: _("What would have prevented it, when selling"),
        About.TOOL: _("A tool"),
        About.INFORMATION: _("Information"),
        About.AUTHORITY: _("Room to act"),
    }[About(about)]


def status_words(standing: Standing) -> str:
    """Return where a contribution stands, with the day of the next word where one is owed."""
    words = {
        Status.RECEIVED: _("Received: an answer is due by %(day)s"),
        Status.ANSWERED: _("Being looked into: the next word is due by %(day)s"),
        Status.LATER: _("It will be done by %(day)s"),
        Status.DONE: _("Done"),
        Status.NOT: _("It will not be done"),
    }[standing.status]
    return words % {"day": last_day(standing)} if standing.due_at is not None else words


def last_day(standing: Standing) -> str:
    """Return the last day on which a word is in time."""
    assert standing.due_at is not None, "something is owed"
    return day(before(on_the_clock_of(standing.contribution.site, standing.due_at)))


def before(moment: datetime) -> datetime:
    """Return a moment of the day that ends just before another one."""
    return moment.fromtimestamp(moment.timestamp() - 1, tz=moment.tzinfo)


def fates() -> list[tuple[str, str]]:
    """Return what may become of a contribution, as a form asks."""
    return [
        (Fate.DONE, _("Done")),
        (Fate.LATER, _("It will be, by the day below")),
        (Fate.NOT, _("It will not be, because…")),
        (Fate.ANSWERED, _("We look into it")),
    ]


def slip_words(refused: PracticeRefused) -> str:
    """Return what is missing before something can be kept."""
    sentences = {
        "answer.missing": _("Say in a few words what becomes of it, or why not."),
        "answer.which_day": _("Say by which day it will be: today or later."),
        "days.out_of_range": _("Promise between 1 and 60 days."),
        "practice.same_case": _("It comes from this very case."),
        "question.nobody": _("Pick a colleague who may see this case."),
        "story.after_missing": _("Say how it became: what was done, and what came of it."),
        "story.before_missing": _("Say how it was: what went wrong for the customer."),
        "story.cases": _("A story tells of one case or a few. Write their references."),
        "thanks.nobody": _("Pick a colleague to thank."),
        "title.missing": _("Give it a title: a few words are enough."),
        "words.missing": _("Write a few words."),
        "words.name_customer": _("Tell it without the customer: no name, no room, no number of an order."),
        "words.name_colleague": _("Tell it without %(named)s, or tell it as a story: whoever it names is asked."),
        "words.too_long": _("These words are too long."),
    }
    return sentences[refused.code] % {"named": ", ".join(refused.named)} if refused.named else sentences[refused.code]
