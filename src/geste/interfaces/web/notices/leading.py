"""Leading: which page each kind of news is about."""

from django.urls import reverse

from geste.apps.notices.models import Kind, Notice

WITH_ITS_NUMBER: dict[Kind, str] = {
    Kind.ASKED: "web:hop",
    Kind.ANSWERED: "web:hop",
    Kind.NOBODY_ANSWERED: "web:hop",
    Kind.HANDED_OVER: "web:handover",
    Kind.TAKEN_UP: "web:handover",
    Kind.HELP_CALLED: "web:case",
    Kind.COLLEAGUE_ASKED: "web:question",
    Kind.COLLEAGUE_REPLIED: "web:question",
    Kind.STORY_NAMES_YOU: "web:story",
    Kind.REPORT_ISSUED: "web:pledge-quarter",
    Kind.CHARTER_WAITS: "web:candidate",
    Kind.CALIBRATION_OPENED: "web:calibration",
    Kind.LINE_PROPOSED: "web:draft",
}
PAGES: dict[Kind, str] = {
    Kind.PROMISE_BROKEN: "web:pledge-keepers",
    Kind.BREACH_MOVED: "web:pledge-broken",
    Kind.PLEDGE_IN_FORCE: "web:pledge",
    Kind.WORD_OWED: "web:floor",
    Kind.WORD_HURT: "web:floor",
    Kind.REVIEW_ANSWERED: "web:floor",
    Kind.WORD_SAID: "web:heard",
    Kind.REVIEWED: "web:heard",
    Kind.CONCLUDED: "web:heard",
    Kind.WORD_PUT_RIGHT: "web:heard",
    Kind.PERSON_NEEDED: "web:promised",
    Kind.ENVELOPE_LOW: "web:books",
    Kind.LOOKED_AT: "web:mine-looks",
    Kind.CONSENT_GIVEN: "web:mine-coached",
    Kind.PRACTICE_REUSED: "web:practices",
    Kind.THANKED: "web:thanks",
    Kind.NEED_ANSWERED: "web:needs",
    Kind.NEED_SAID: "web:needs",
    Kind.CONCLUSION_ANSWERED: "web:floor",
    Kind.FEEDBACK_INVITED: "web:pledge-feedback",
    Kind.FEEDBACK_ANSWERED: "web:pledge-feedback",
}


def page_of_news(notice: Notice) -> str:
    """Return the address of the page that a piece of news is about."""
    kind = Kind(notice.kind)
    if kind in WITH_ITS_NUMBER:
        return reverse(WITH_ITS_NUMBER[kind], args=[notice.where])
    return reverse(PAGES[kind])
