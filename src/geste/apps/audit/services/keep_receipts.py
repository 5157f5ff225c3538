"""Keep receipts: one for each decision, a no like a yes, signed in the transaction that makes the decision true."""

from collections.abc import Mapping, Sequence

from geste.apps.audit.models import Receipt, VaultKey
from geste.apps.audit.pledge import current_pledge, pledge_named
from geste.apps.audit.ports import keyring
from geste.apps.audit.services.add_leaves import Draft, add_leaves
from geste.apps.audit.subjects import subject_of_person
from geste.apps.base.rows import add_rows, add_rows_not_there
from geste.apps.base.spelled import Asked, Spelled
from geste.core.receipts.commitment import KEY_BYTES
from geste.core.receipts.envelope import RECEIPT
from geste.core.receipts.payload import Decided, Hiding, receipt_payload

HANDLE_BYTES = 16
_kept_keys = Spelled(lambda: VaultKey.objects.filter(subject__among=Asked("subjects")))


def keep_receipts(decided: Sequence[Decided]) -> None:
    """Sign and keep a receipt for each of these decisions, in this order, whatever came of them.

    Called once for a batch, inside the deciding transaction, after its rows exist. It takes a fixed number of
    statements, and holds the end of the log until the transaction is over: it comes last.

    Raises:
        KeyMissing: the key that signs for this house cannot be found; without a receipt nothing is decided.
    """
    if not decided:
        return
    people = {subject_of_person(each.person_id): each.person for each in decided}
    keys = _vault_keys({**{each.subject: "" for each in decided}, **people})
    pledge = pledge_named(current_pledge())
    leaves = add_leaves([_draft(each, keys, pledge) for each in decided], at=decided[0].at)
    add_rows([Receipt(leaf_id=leaf.index, decision=each.decision) for leaf, each in zip(leaves, decided, strict=True)])


def _draft(decided: Decided, keys: Mapping[str, VaultKey], pledge: Mapping[str, object]) -> Draft:
    person, subject = keys[subject_of_person(decided.person_id)], keys[decided.subject]
    hiding = Hiding(bytes(person.key), person.name, bytes(subject.key))
    return Draft(
        RECEIPT,
        lambda index, key_id: receipt_payload(decided, hiding, index=index, key_id=key_id, pledge=pledge),
    )


def _vault_keys(names: Mapping[str, str]) -> dict[str, VaultKey]:
    """The keys of these subjects, made where there are none; each comes with the name it is made with.

    Always asked for in one order: two batches never wait for each other in a circle.
    """
    wanted = sorted(names)
    kept = _kept(wanted)
    missing = [subject for subject in wanted if subject not in kept]
    if missing:
        chance = keyring().chance
        made = [
            VaultKey(subject=subject, handle=chance(HANDLE_BYTES).hex(), name=names[subject], key=chance(KEY_BYTES))
            for subject in missing
        ]
        kept.update({row.subject: row for row in made})
        if add_rows_not_there(made) < len(made):
            kept = _kept(wanted)
    return kept


def _kept(subjects: Sequence[str]) -> dict[str, VaultKey]:
    return {row.subject: row for row in _kept_keys(subjects=subjects)}
