"""Settle the root issue: say that it is fixed, or why it cannot be tonight. Only this moves it."""

from django.db import transaction

from geste.apps.base.actor import Actor
from geste.apps.base.permission import require
from geste.apps.cases.models import Case, RootIssue
from geste.apps.cases.policies import may_work_on
from geste.apps.cases.selectors import case_for_writing

BECAUSE_CHARACTERS = 300


class BecauseRefused(Exception):
    """The reason why it cannot be fixed now is missing or too long; `code` says which. Nothing was written."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@transaction.atomic(durable=True)
def settle_root_issue(*, actor: Actor, case: Case, state: RootIssue, because: str = "") -> Case:
    """Return the case with its root issue fixed, not fixable now, or open again.

    Raises:
        NotPermitted: the actor may not work on this case.
        BecauseRefused: it is not fixable now and nobody says why, or says it at length.
    """
    case = case_for_writing(case)
    require(may_work_on(actor, case))

    because = because.strip()
    if state is RootIssue.NOT_NOW and not because:
        raise BecauseRefused("because.missing")
    if len(because) > BECAUSE_CHARACTERS:
        raise BecauseRefused("because.too_long")

    case.root_issue = state
    case.root_issue_note = because
    case.save(update_fields=["root_issue", "root_issue_note"])
    return case
