"""Schemas: the shapes that questions and answers have on the wire, as the OpenAPI document shows them."""

from typing import Any, Literal

from ninja import Schema

Authority = Literal["within", "beyond", "unknown", "forbidden"]
Route = Literal["do", "ask", "one_hop", "act_first", "hand_over"]


class Actor(Schema):
    """Who would give."""

    role: str
    kind: Literal["agent", "assistant"] | None


class Given(Schema):
    """One earlier gesture and the scopes it shares with the case at hand."""

    gesture: str
    amount: str | None
    at: str | None
    scopes: list[str]


class Left(Schema):
    """What an envelope has left."""

    left: str


class Standing(Schema):
    """What has been given already."""

    given: list[Given]
    envelopes: dict[str, Left]


class Question(Schema):
    """One question to the charter. Without `proposal` the answer lists the options."""

    id: str | int | None
    actor: Actor
    facts: dict[str, Any]
    standing: Standing | None
    proposal: dict[str, Any] | None


class Reason(Schema):
    """Why: a stable code and its values, amounts as decimal texts."""

    code: str
    values: dict[str, str | int]


class Option(Schema):
    """One thing the actor could do, with its own decision."""

    gesture: str
    group: Literal["owed", "fix", "free", "match", "other", "money"]
    authority: Authority
    routes: list[Route]
    clause: str
    reasons: list[Reason]
    amount: str | None
    headroom: str | None


class Answer(Schema):
    """The decision on the proposal, nulls if there was none, and everything the actor could do, best first."""

    id: str
    authority: Authority | None
    routes: list[Route]
    clause: str | None
    reasons: list[Reason]
    amount: str | None
    headroom: str | None
    options: list[Option]


class Proposal(Schema):
    """What to give. The same key never gives twice. Other members are what the charter asks of the proposal itself."""

    key: str
    gesture: str
    amount: str | None
    act_first: bool
    note: str
    distinct_from: int | None


class GivenGesture(Schema):
    """What was given, on whose authority, under which charter."""

    receipt: int
    decision: int
    key: str
    case: str
    gesture: str
    amount: str | None
    currency: str
    route: Route
    authority: Authority
    clause: str
    reasons: list[Reason]
    sentences: list[str]
    charter_version: int
    charter_digest: str
    given_at: str
    to_settle: bool


class InShadow(Schema):
    """What would be given: decided by the charter and written down. Nothing was given, booked or sent."""

    would_give: int
    gesture: str
    amount: str | None
    cost: str | None
    currency: str
    authority: Authority
    route: Route | None
    clause: str


class HopAsked(Schema):
    """What to ask about: a gesture as it would be given, and one line of why. Other members go on to the charter."""

    key: str
    gesture: str
    amount: str | None
    because: str | None


class HopAnswered(Schema):
    """Yes, or no because; beside a no another gesture of the charter, or an idea in own words."""

    key: str
    word: Literal["yes", "no_because"]
    because: str | None
    instead: str | None
    idea: str | None


class Act(Schema):
    """The key of what is given by a question: it is given as it was asked."""

    key: str


class HopAnswer(Schema):
    """What was said to a question, and by whom."""

    word: Literal["yes", "no_because"]
    because: str
    instead: str | None
    idea: str
    answered_by: str
    answered_at: str


class Hop(Schema):
    """One question to one person as it stands now. With `may_act` whoever asked may give it."""

    hop: int
    kind: Literal["one_hop", "extraordinary"]
    case: str
    gesture: str
    amount: str | None
    currency: str
    because: str
    clause: str
    reasons: list[Reason]
    asked_by: str
    asked_at: str
    due_at: str
    silence_acts: bool
    state: Literal["asked", "yes", "no_because", "silence"]
    may_act: bool
    answer: HopAnswer | None


Cause = Literal[
    "beyond_cap",
    "no_authority",
    "did_not_know",
    "customers_wish",
    "non_negotiable",
    "overload",
    "second_failure",
    "safety",
]
SuperiorCause = Literal["no_authority", "did_not_know", "distrust", "beyond_cap", "customers_wish"]


class No(Schema):
    """That a customer heard no or was put off. What is left out is read off what was declined last."""

    key: str
    kind: Literal["refused", "deflected"]
    cause: Cause | None
    clause: str | None
    policy: str | None


class NotedNo(Schema):
    """A no as it is kept: what stood in the way, and what was at stake as far as the charter reckons it."""

    no: int
    case: str
    kind: Literal["refused", "deflected"]
    cause: Cause
    clause: str | None
    policy: str | None
    at_stake: str | None
    currency: str | None
    said_at: str


class SuperiorAskedFor(Schema):
    """That the customer asked for a superior, and why."""

    key: str
    cause: SuperiorCause
    policy: str | None


class SuperiorNoted(Schema):
    """A wish for a superior as it is kept, with what stood in the way. Who noted it is not kept."""

    request: int
    case: str
    cause: SuperiorCause
    clause: str | None
    policy: str | None
    asked_at: str


class HandingOver(Schema):
    """To whom a case goes, by sign-in name, why, and a word with it."""

    key: str
    to: str
    cause: Cause
    word: str | None


class HandedOver(Schema):
    """A case handed over. Until it is taken up, whoever hands it over has it."""

    handover: int
    case: str
    by: str
    to: str
    cause: Cause
    word: str
    handed_at: str
    taken_up_at: str | None


class Wish(Schema):
    """What somebody wished they could have done, in one line, and what it is about."""

    key: str
    words: str
    touchpoint: str | None
    clause: str | None
    policy: str | None
    anonymous: bool | None


class WishKept(Schema):
    """A wish as it is kept."""

    wish: int
    words: str
    said_on: str
    anonymous: bool


class BatchedProposal(Proposal):
    """What to give, and on which case."""

    case: str


class Batch(Schema):
    """At most 500 proposals, decided in this order."""

    gestures: list[BatchedProposal]


class BatchedAnswer(Schema):
    """The status and the body of one answer, as it would be alone, and whether its key was answered before."""

    status: int
    replayed: bool
    body: dict[str, Any]


class BatchAnswers(Schema):
    """One answer for each proposal, in the same order."""

    answers: list[BatchedAnswer]


class KeyAlone(Schema):
    """What needs nothing but a key."""

    key: str


class TakenBackGesture(Schema):
    """What was taken back, and when. It counts for nothing any more, and its cost was moved back."""

    receipt: int
    key: str
    gesture: str
    amount: str | None
    currency: str
    taken_back_at: str


Booked = Literal["by_charter", "apart", "as_it_stands"]


class Settlement(Schema):
    """Where the cost of what was done first is to go, and what the charter should say. The same key settles once."""

    key: str
    booked: Booked
    note: str


class SettledGesture(Schema):
    """What was settled: the account its cost went to and the envelope it drew on, if anything moved."""

    receipt: int
    key: str
    gesture: str
    amount: str | None
    currency: str
    booked: Booked
    note: str
    account: str | None
    cost: str | None
    envelope: str | None
    settled_at: str


Satisfaction = Literal["satisfied", "not_satisfied", "unclear"]
Source = Literal["customer_reply", "customer_returned", "agent_note"]


class Heard(Schema):
    """How a decision left the customer, and where that is known from. The same key notes it once."""

    key: str
    satisfaction: Satisfaction
    source: Source
    words: str
    happened_on: str | None


class Feedback(Schema):
    """What was noted on a decision, by whom, and when it was withdrawn if it was noted by mistake."""

    number: int
    decision: int
    satisfaction: Satisfaction
    source: Source
    words: str
    happened_on: str
    noted_by: str
    noted_at: str
    withdrawn_at: str | None


class FeedbackList(Schema):
    """Everything noted on one decision, the newest first. What was withdrawn stands there and counts no longer."""

    feedback: list[Feedback]


class Charter(Schema):
    """The charter in force."""

    id: str
    version: int
    digest: str
    effective: str
    currency: str
    purpose: dict[str, str]
    text: str
