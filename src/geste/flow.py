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
from geste.apps.pledges.events import BreachMoved, BreachReported, PledgeInForce, ReportIssued
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
    CalibrationOpened,
    CommentFlagged,
    CommentRepaired,
    Concluded,
    ReactionSent,
    ReviewAnswered,
    ReviewGiven,
)
from geste.apps.shadow.events import GivingBegun, ShadowBegun

FLOW: Flow = {
    CharterPutForward: (),
    CharterPublished: (),
    LineProposed: (),
    CaseOpened: (),
    GestureGiven: (promise, follow_gesture),
    GestureDeclined: (see_declined,),
    GestureTakenBack: (),
    GestureSettled: (),
    EnvelopeLow: (note_low,),
    CaseClosed: (see_closed,),
    HelpCalled: (),
    HelpAnswered: (),
    CarriedOut: (),
    CarryingOutFailed: (),
    PersonNeeded: (),
    ReactionSent: (),
    ReviewGiven: (),
    ReviewAnswered: (),
    CommentFlagged: (),
    CommentRepaired: (),
    Concluded: (),
    CalibrationOpened: (),
    HopAsked: (),
    HopAnswered: (),
    HopFellSilent: (),
    ExtraordinaryActGiven: (),
    RuleBent: (),
    RefusalKept: (),
    SuperiorAskedFor: (),
    HandedOver: (),
    HandoverTakenUp: (),
    WishMade: (),
    SecondIncidentMarked: (),
    PledgeInForce: (),
    BreachReported: (),
    BreachMoved: (),
    ReportIssued: (),
    PracticeShared: (),
    PracticeReused: (),
    StoryTold: (),
    ThanksSaid: (),
    ColleagueAsked: (),
    ColleagueReplied: (),
    Contributed: (),
    ContributionAnswered: (),
    ShadowBegun: (),
    GivingBegun: (),
    ConsentGiven: (),
    ConsentEnded: (),
    LookedAt: (),
}
