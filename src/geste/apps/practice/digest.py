"""Digest: what a week was for a team or the house, in words alone, and the stories of today, the week and the month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from django.db.models import Q, QuerySet

from geste.apps.charters.models import CharterText
from geste.apps.charters.selectors import charter_of
from geste.apps.gestures.models import DecisionRecord
from geste.apps.people.models import Site, Team
from geste.apps.people.selectors import clock_of_the_house, on_the_clock_of
from geste.apps.practice.contributions import ended_between
from geste.apps.practice.models import Fate, Practice, Story
from geste.apps.practice.selectors import practices, readable_stories, thanks_shared
from geste.phrases.catalogue import sentence
from geste.phrases.digest import Letter, Said, Section, letter
from geste.phrases.names import gesture_name
from geste.phrases.typography import set_words

MOST_LINES = 5
"""Of each kind: a page that is read in five minutes."""
DARED = ("act_first", "one_hop")
A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days, by the clocks of a place. `last` is the last of them: a Friday, where a letter tells of them."""

    last: date
    zone: tzinfo

    @property
    def since(self) -> datetime:
        """The first moment of it."""
        return datetime.combine(self.last - timedelta(days=6), time.min, self.zone)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return datetime.combine(self.last + timedelta(days=1), time.min, self.zone)


@dataclass(frozen=True, slots=True)
class Digest:
    """A week in one language: its sections, in the order in which they are read, each of them perhaps empty."""

    week: Week
    team: Team | None
    language: str
    sections: tuple[Section, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all came of the week yet."""
        return not any(section.lines for section in self.sections)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What is told today at the start, the team's story of this week, the rule that changed this month; or none yet."""

    line_up: Said | None
    story: Said | None
    rules: tuple[Said, ...]


def zone_for(team: Team | None, now: datetime) -> tzinfo:
    """Return the time zone in which a team counts its days; the owner's for the house."""
    site: Site | None = None if team is None else team.site
    zone = clock_of_the_house() if site is None else on_the_clock_of(site, now).tzinfo
    assert zone is not None, "every place has its clocks"
    return zone


def digest_for(*, day: date, team: Team | None, language: str, now: datetime) -> Digest:
    """Return seven days that end with `day`, as a team reads them, or the whole house. No figure, no name unasked."""
    week = Week(day, zone_for(team, now))
    sections = (
        Section("dared", tuple(_dared(week, team, language))),
        Section("learned", tuple(_stories(week, team))),
        Section("thanks", tuple(_thanks(week, team, language))),
        Section("practices", tuple(_practices(week, team))),
        Section("rules", tuple(_rules(week.since, week.until, language))),
        Section("needs", tuple(_answered(week, team, language))),
    )
    return Digest(week, team, language, sections)


def letter_of(digest: Digest, address: str = "") -> Letter:
    """Return a digest as a letter: subject, text and HTML. `address` is where the page is, if it is known."""
    about = "" if digest.team is None else digest.team.name
    return letter(digest.sections, digest.language, day=digest.week.last, about=about, address=address)


def rhythm(*, team: Team | None, language: str, now: datetime) -> Rhythm:
    """Return the stories of today, of this week and of this month, each as far as there is one."""
    zone = zone_for(team, now)
    today = now.astimezone(zone).date()
    week = Week(today, zone)
    told = [_story(story) for story in _told_to(team).filter(told_at__gte=now - A_WEEK)]
    shared = [_practice(row) for row in _shared_in(team).filter(shared_at__gte=now - A_WEEK, story=None)]
    stories = _stories(week, team)
    # Each morning another one of the last seven days, whoever asks and however often.
    found = told + shared
    line_up = found[today.toordinal() % len(found)] if found else None
    month = datetime.combine(today.replace(day=1), time.min, zone)
    return Rhythm(line_up, stories[0] if stories else None, tuple(_rules(month, week.until, language)))


def _dared(week: Week, team: Team | None, language: str) -> Iterable[Said]:
    """What somebody dared: acting first, asking and then acting, bending a rule. Each once, by nobody."""
    rows = DecisionRecord.objects.filter(decided_at__gte=week.since, decided_at__lt=week.until, gesture__isnull=False)
    rows = rows.exclude(case__is_training=True).filter(Q(route__in=DARED) | Q(gesture__bends__isnull=False))
    if team is not None:
        rows = rows.filter(decided_by__team=team)
    found: dict[tuple[str, str], None] = {}
    for row in rows.select_related("charter_text").order_by("decided_at", "pk").distinct():
        name = gesture_name(charter_of(row.charter_text), str(row.request["proposal"]["gesture"]), language)
        found[row.route if row.route in DARED else "bend", set_words(name, language)] = None
    for how, name in list(found)[:MOST_LINES]:
        yield Said(sentence(f"digest.dared.{how}", language), name)


def _stories(week: Week, team: Team | None) -> list[Said]:
    found = _told_to(team).filter(told_at__gte=week.since, told_at__lt=week.until)
    return [_story(story) for story in found[:MOST_LINES]]


def _thanks(week: Week, team: Team | None, language: str) -> Iterable[Said]:
    rows = thanks_shared(since=week.since, until=week.until)
    if team is not None:
        rows = rows.filter(said_to__team=team)
    for thanks in rows[:MOST_LINES]:
        yield Said(sentence("digest.thanks.to", language).format(name=thanks.said_to.display_name), thanks.words)


def _practices(week: Week, team: Team | None) -> Iterable[Said]:
    rows = _shared_in(team).filter(shared_at__gte=week.since, shared_at__lt=week.until, story=None)
    return [_practice(row) for row in rows[:MOST_LINES]]


def _rules(since: datetime, until: datetime, language: str) -> Iterable[Said]:
    """What changed in the charter, why, and what was asked for and done about authority."""
    rows = CharterText.objects.filter(effective__gte=since.date(), effective__lt=until.date(), version__gt=1)
    for row in rows.order_by("effective", "version")[:MOST_LINES]:
        named = sentence("digest.rules.version", language).format(version=row.version)
        yield Said(named, row.written_reason or sentence("digest.rules.no_reason", language))
    done = ended_between(since, until).filter(fate=Fate.DONE, contribution__about="authority")
    for step in done[:MOST_LINES]:
        yield Said(sentence("digest.rules.thanks_to_you", language), step.words)


def _answered(week: Week, team: Team | None, language: str) -> Iterable[Said]:
    rows = ended_between(week.since, week.until)
    if team is not None:
        rows = rows.filter(contribution__team=team)
    for step in rows[:MOST_LINES]:
        about = sentence(f"digest.about.{step.contribution.about}", language)
        fate = sentence(f"digest.fate.{step.fate}", language)
        yield Said(sentence("digest.answered", language).format(about=about, fate=fate), step.words)


def _told_to(team: Team | None) -> QuerySet[Story]:
    return readable_stories().filter(Q(team=None) if team is None else Q(team=None) | Q(team=team))


def _shared_in(team: Team | None) -> QuerySet[Practice]:
    return practices() if team is None else practices().filter(author__team=team)


def _story(story: Story) -> Said:
    return Said(story.title, story.after)


def _practice(practice: Practice) -> Said:
    return Said(practice.title, practice.done)
