"""Tell of practice: thanks, what was used again, questions between colleagues, stories and needs that were answered."""

from datetime import datetime

from django.db import transaction

from geste.apps.notices.models import Kind
from geste.apps.notices.telling import News, end, tell
from geste.apps.people.models import DutyKind
from geste.apps.people.selectors import holders
from geste.apps.practice.events import (
    ColleagueAsked,
    ColleagueReplied,
    Contributed,
    ContributionAnswered,
    PracticeReused,
    StoryTold,
    ThanksSaid,
)
from geste.apps.practice.models import Contribution, ContributionStep, Question, Reply, Reuse, Story, Thanks


@transaction.atomic
def tell_practice_reused(event: PracticeReused, now: datetime) -> None:
    """Tell whoever shared it."""
    reuse = Reuse.objects.select_related("practice", "reused_by").get(pk=event.reuse_id)
    news = News(Kind.PRACTICE_REUSED, f"reuse:{reuse.pk}", name=reuse.reused_by.display_name)
    tell([reuse.practice.author_id], news, at=event.at, now=now)


@transaction.atomic
def tell_thanked(event: ThanksSaid, now: datetime) -> None:
    """Tell whoever was thanked."""
    thanks = Thanks.objects.select_related("said_by").get(pk=event.thanks_id)
    news = News(Kind.THANKED, f"thanks:{thanks.pk}", name=thanks.said_by.display_name)
    tell([thanks.said_to_id], news, at=event.at, now=now)


@transaction.atomic
def tell_colleague_asked(event: ColleagueAsked, now: datetime) -> None:
    """Tell the colleague who was asked by name; a question to everybody stands on the case."""
    question = Question.objects.select_related("asked_by").get(pk=event.question_id)
    if question.asked_to_id is not None:
        name = question.asked_by.display_name
        news = News(Kind.COLLEAGUE_ASKED, f"question:{question.pk}", str(question.pk), name)
        tell([question.asked_to_id], news, at=event.at, now=now)
        if question.replies.exists():
            end(Kind.COLLEAGUE_ASKED, news.about)


@transaction.atomic
def tell_colleague_replied(event: ColleagueReplied, now: datetime) -> None:
    """Tell whoever asked."""
    reply = Reply.objects.select_related("question", "said_by").get(pk=event.reply_id)
    end(Kind.COLLEAGUE_ASKED, f"question:{reply.question_id}")
    name, where = reply.said_by.display_name, str(reply.question_id)
    tell(
        [reply.question.asked_by_id],
        News(Kind.COLLEAGUE_REPLIED, f"reply:{reply.pk}", where, name),
        at=event.at,
        now=now,
    )


@transaction.atomic
def tell_need_said(event: Contributed, now: datetime) -> None:
    """Tell those who owe it an answer: the managers of the team it came from, or, where none is, those who lead."""
    said = Contribution.objects.select_related("said_by").get(pk=event.contribution_id)
    managers = [] if said.team_id is None else holders(DutyKind.MANAGER, said.team_id)
    others = [user.pk for user in managers if user.pk != said.said_by_id]
    leaders = [user.pk for user in holders(DutyKind.LEADER) if user.pk != said.said_by_id]
    news = News(Kind.NEED_SAID, f"need:{said.pk}", name=said.said_by.display_name)
    if not said.steps.exists():
        tell(others or leaders, news, at=event.at, now=now)


@transaction.atomic
def tell_need_answered(event: ContributionAnswered, now: datetime) -> None:
    """Tell whoever said what they need, or what would have prevented it; nobody owes it a first answer any more."""
    step = ContributionStep.objects.select_related("contribution").get(pk=event.step_id)
    end(Kind.NEED_SAID, f"need:{step.contribution_id}")
    tell([step.contribution.said_by_id], News(Kind.NEED_ANSWERED, f"step:{step.pk}"), at=event.at, now=now)


@transaction.atomic
def tell_story_names(event: StoryTold, now: datetime) -> None:
    """Ask everybody a story names whether they agree."""
    story = Story.objects.select_related("told_by").get(pk=event.story_id)
    people = story.namings.filter(agrees=None).values_list("person", flat=True)
    news = News(Kind.STORY_NAMES_YOU, f"story:{story.pk}", str(story.pk), story.told_by.display_name)
    tell(people, news, at=event.at, now=now)
