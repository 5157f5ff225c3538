"""Flow: what happens after what. The one page that sees both ends: events on the left, their handlers on the right."""

from geste.apps.base.services.hand_on_events import Flow
from geste.apps.cases.events import CaseClosed, CaseOpened, HelpAnswered, HelpCalled
from geste.apps.charters.events import CharterPublished, CharterPutForward, LineProposed
from geste.apps.execution.events import CarriedOut, CarryingOutFailed, PersonNeeded
from geste.apps.execution.services.promise import promise
from geste.apps.gestures.events import GestureDeclined, GestureGiven, GestureSettled, GestureTakenBack
from geste.apps.hops.events import ExtraordinaryActGiven, HopAnswered, HopAsked, HopFellSilent, RuleBent
from geste.apps.hops.services.bend_rule import follow_gesture
from geste.apps.ledger.events import EnvelopeLow
from geste.apps.ledger.services.note_low import note_low
from geste.apps.notices.services.tell_of_calibrations import (
    end_calibration_opened,
    end_judged,
    tell_calibration_opened,
)
from geste.apps.notices.services.tell_of_decisions import (
    tell_concluded,
    tell_conclusion_answered,
    tell_review_answered,
    tell_reviewed,
    tell_word_hurt,
    tell_word_put_right,
    tell_word_said,
)
from geste.apps.notices.services.tell_of_house import (
    end_charter_waits,
    end_person_needed,
    tell_breach_moved,
    tell_charter_waits,
    tell_consent_given,
    tell_envelope_low,
    tell_feedback_answered,
    tell_feedback_invited,
    tell_line_proposed,
    tell_looked_at,
    tell_person_needed,
    tell_pledge_in_force,
    tell_promise_broken,
    tell_report_issued,
)
from geste.apps.notices.services.tell_of_practice import (
    tell_colleague_asked,
    tell_colleague_replied,
    tell_need_answered,
    tell_need_said,
    tell_practice_reused,
    tell_story_names,
    tell_thanked,
)
from geste.apps.notices.services.tell_of_questions import (
    end_help,
    tell_answered,
    tell_asked,
    tell_handed_over,
    tell_help_called,
    tell_silent,
    tell_taken_up,
)
from geste.apps.pledges.events import (
    BreachMoved,
    BreachReported,
    FeedbackAnswered,
    FeedbackInvited,
    PledgeInForce,
    ReportIssued,
)
from geste.apps.portraits.events import ConsentEnded, ConsentGiven, LookedAt
from geste.apps.practice.events import (
    ColleagueAsked,
    ColleagueReplied,
    Contributed,
    ContributionAnswered,
    PracticeReused,
    PracticeShared,
    StoryTold,
    ThanksSaid,
)
from geste.apps.refusals.events import (
    HandedOver,
    HandoverTakenUp,
    RefusalKept,
    SecondIncidentMarked,
    SuperiorAskedFor,
    WishMade,
)
from geste.apps.refusals.services.note_refusal import see_closed, see_declined
from geste.apps.reviews.events import (
    CalibrationEnded,
    CalibrationOpened,
    CommentFlagged,
    CommentRepaired,
    Concluded,
    ConclusionAnswered,
    OpinionGiven,
    ReactionSent,
    ReviewAnswered,
    ReviewGiven,
)
from geste.apps.shadow.events import GivingBegun, ShadowBegun

FLOW: Flow = {
    CharterPutForward: (tell_charter_waits,),
    CharterPublished: (end_charter_waits,),
    LineProposed: (tell_line_proposed,),
    CaseOpened: (),
    GestureGiven: (promise, follow_gesture),
    GestureDeclined: (see_declined,),
    GestureTakenBack: (),
    GestureSettled: (),
    EnvelopeLow: (note_low, tell_envelope_low),
    CaseClosed: (see_closed,),
    HelpCalled: (tell_help_called,),
    HelpAnswered: (end_help,),
    CarriedOut: (end_person_needed,),
    CarryingOutFailed: (end_person_needed,),
    PersonNeeded: (tell_person_needed,),
    ReactionSent: (tell_word_said,),
    ReviewGiven: (tell_reviewed,),
    ReviewAnswered: (tell_review_answered,),
    CommentFlagged: (tell_word_hurt,),
    CommentRepaired: (tell_word_put_right,),
    Concluded: (tell_concluded,),
    ConclusionAnswered: (tell_conclusion_answered,),
    CalibrationOpened: (tell_calibration_opened,),
    OpinionGiven: (end_judged,),
    CalibrationEnded: (end_calibration_opened,),
    HopAsked: (tell_asked,),
    HopAnswered: (tell_answered,),
    HopFellSilent: (tell_silent,),
    ExtraordinaryActGiven: (),
    RuleBent: (),
    RefusalKept: (),
    SuperiorAskedFor: (),
    HandedOver: (tell_handed_over,),
    HandoverTakenUp: (tell_taken_up,),
    WishMade: (),
    SecondIncidentMarked: (),
    PledgeInForce: (tell_pledge_in_force,),
    BreachReported: (tell_promise_broken,),
    BreachMoved: (tell_breach_moved,),
    ReportIssued: (tell_report_issued,),
    FeedbackInvited: (tell_feedback_invited,),
    FeedbackAnswered: (tell_feedback_answered,),
    PracticeShared: (),
    PracticeReused: (tell_practice_reused,),
    StoryTold: (tell_story_names,),
    ThanksSaid: (tell_thanked,),
    ColleagueAsked: (tell_colleague_asked,),
    ColleagueReplied: (tell_colleague_replied,),
    Contributed: (tell_need_said,),
    ContributionAnswered: (tell_need_answered,),
    ShadowBegun: (),
    GivingBegun: (),
    ConsentGiven: (tell_consent_given,),
    ConsentEnded: (),
    LookedAt: (tell_looked_at,),
}
