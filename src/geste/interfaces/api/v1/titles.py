"""Titles: the sentence of each problem, for whoever reads an answer instead of its code."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "address.not_known": _("There is nothing at this address."),
    "body.not_json": _("Send the request as JSON, with the header Content-Type: application/json."),
    "caller.not_known": _("Sign in, or send a token."),
    "case.not_known": _("There is no such case, or it belongs to another site."),
    "charter.none_in_force": _("No charter is in force yet."),
    "csrf.missing": _("A signed-in browser sends the CSRF token with every write; a program sends a token."),
    "day.before_decision": _("The day lies before the decision it is about."),
    "day.not_yet": _("The day has not come yet."),
    "decision.not_known": _("There is no such decision, or it belongs to another site."),
    "feedback.not_known": _("Nobody noted that, or it belongs to another site."),
    "gesture.not_given": _(
        "Nothing was given. The decision says why, and what else is open. This key keeps this answer: to decide "
        "again, make a new one."
    ),
    "gesture.possible_duplicate": _(
        "The same was given on this case minutes ago. If this is besides, a person says so: send distinct_from "
        "with the number of that receipt."
    ),
    "house.not_founded": _("Nobody has moved in yet: the first run comes first."),
    "because.missing": _("A no needs its reason: send because."),
    "green_light.used": _("It was given by this question already."),
    "handover.nobody": _("Nobody with this sign-in name may take this case."),
    "handover.not_known": _("There is no such hand-over, or it belongs to another site."),
    "handover.waiting": _("It is being handed over already: somebody has to take it up first."),
    "hop.answered": _("Somebody has answered already."),
    "hop.beyond": _("There is nobody to ask about this: it is only to be handed over."),
    "hop.forbidden": _("This is a red line: nobody may say yes to it."),
    "hop.no_green_light": _("There is no yes and no silence to act on. Acting first stays open."),
    "hop.nobody": _("There is nobody to ask at the moment. Acting first stays open."),
    "hop.not_known": _("There is no such question, or it belongs to another site."),
    "hop.unknown": _("One fact is missing: state it, and the charter may cover it."),
    "hop.within": _("There is nothing to ask: the charter covers it. Give it."),
    "instead.not_known": _("The charter has no such gesture to give instead."),
    "line.too_long": _("Keep it to one line: 300 characters at most."),
    "host.not_known": _("Geste does not answer to this name here. GESTE_ALLOWED_HOSTS lists the names it answers to."),
    "input.refused": _("The request cannot be read as it stands; each finding says where and why."),
    "key.differs": _("The header Idempotency-Key and the member key name two different keys: send one."),
    "key.malformed": _("The key must be 8 to 64 letters, digits, hyphens or underscores."),
    "key.reused": _("This key was used before for something else."),
    "method.not_allowed": _("This address does not answer this method; the header Allow names those it answers."),
    "amount.missing": _("Nothing is left within the charter, so nothing can be suggested: give an amount."),
    "cost.missing": _("What the goods cost is not known, and it is what is booked: state the fact it is read from."),
    "note.missing": _("Above the trust line, acting first needs a note: why is it right?"),
    "note.too_long": _("The note must be 500 characters at most."),
    "permission.case_closed": _("This case is closed."),
    "permission.asked_by_another": _("Whoever asked acts: they stay with the customer."),
    "permission.handed_to_another": _("It was handed to somebody else."),
    "permission.hands_over": _("Only a person does this: software hands over."),
    "permission.not_asked": _("Only somebody who was asked answers."),
    "policy.too_long": _("Keep the name of the rule short: 120 characters at most."),
    "wish.missing": _("Write one line: what would you have liked to do?"),
    "wish.too_long": _("Keep it to one line: 200 characters at most."),
    "word.too_long": _("Keep it to one line: 300 characters at most."),
    "permission.given_by_another": _("Only the person who gave it takes it back."),
    "permission.noted_by_another": _("Only the person who noted it, or a steward, withdraws it."),
    "permission.other_site": _("This case belongs to another site."),
    "permission.person_only": _("Only a person can have seen that."),
    "permission.reviewer_only": _(
        "In person, whoever looks after the charter, reviews, or manages a team settles this."
    ),
    "permission.settled_by_another": _("Somebody else settles what you gave."),
    "receipt.not_known": _("There is no such gesture, or it belongs to another site."),
    "settle.envelope_holds_less": _("The envelope holds less than this would take: book it apart, or raise it first."),
    "settle.not_needed": _("There is nothing to settle here: the charter covered it, or it counts no longer."),
    "settle.settled_before": _("This has been settled already."),
    "settle.too_soon": _("This may still be taken back: settle it in a minute."),
    "take_back.carried_out": _("It is too late to take this back: it is being carried out."),
    "take_back.too_late": _("It is too late to take this back: it was given more than 30 seconds ago."),
    "words.too_long": _("The words must be 500 characters at most."),
    "request.unreadable": _("The request cannot be read."),
    "server.busy": _("There was no answer in time. Send the same request with the same key again: it gives once."),
    "money.stopped": _("Money stands still: the books are not as they must be. Everything can still be read."),
    "server.cannot_write": _("Nothing can be written at the moment: send the same request again."),
    "server.failed": _("Something went wrong on our side. Nothing was half written: send the same request again."),
}


def title_of(code: str) -> str:
    """Return the sentence of a problem, in the language of the request."""
    return str(TITLES.get(code, _("The request was refused.")))
