"""Rows of pledges."""

from geste.apps.pledges.models.aboard import Aboard, Department
from geste.apps.pledges.models.breach import ENDS, Breach, BreachStep, Fate, Protection
from geste.apps.pledges.models.invitation import DirectionTally, FeedbackLine, Invitation
from geste.apps.pledges.models.leader_act import ActKind, LeaderAct
from geste.apps.pledges.models.pledge_report import Countersignature, PledgeReport
from geste.apps.pledges.models.pulse import PulseMark, PulseTally
from geste.apps.pledges.models.start_up_period import StartUpPeriod
from geste.apps.pledges.models.wording import PactSignature, PledgeSignature, Wording

__all__ = [
    "ENDS",
    "Aboard",
    "ActKind",
    "Breach",
    "BreachStep",
    "Countersignature",
    "Department",
    "DirectionTally",
    "Fate",
    "FeedbackLine",
    "Invitation",
    "LeaderAct",
    "PactSignature",
    "PledgeReport",
    "PledgeSignature",
    "Protection",
    "PulseMark",
    "PulseTally",
    "StartUpPeriod",
    "Wording",
]
