"""Typed: what a till passed in the address or a person filled in, as facts of the sale and as a proposal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from django.http import QueryDict

from geste.apps.cases.services.state_facts import with_stated
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import PROPOSAL
from geste.interfaces.web.desk.fields import FACT, read_fields


@dataclass(frozen=True, slots=True)
class Typed:
    """Facts as they were typed, by path; and for which gesture, how much, which item and why, if anybody said so."""

    texts: Mapping[str, str] = field(default_factory=dict)
    gesture: str = ""
    amount: str = ""
    note: str = ""
    item: str = ""
    pick: str = ""

    @property
    def of_the_sale(self) -> dict[str, str]:
        """What is known of the sale itself, whatever is proposed."""
        return {path: text for path, text in self.texts.items() if not path.startswith(PROPOSAL)}


NOTHING_TYPED = Typed()


def read_typed(sent: QueryDict, charter: Charter) -> Typed:
    """Return what an address or a form says. A till names facts as the charter does, a form says that they are facts.

    What an address says that is no fact of the charter is not meant for us.
    """
    return Typed(
        texts=dict(_texts(sent, charter)),
        gesture=sent.get("gesture", "")[:200],
        amount=sent.get("amount", ""),
        note=sent.get("note", ""),
        item=sent.get("item", ""),
        pick=sent.get("pick", ""),
    )


def _texts(sent: QueryDict, charter: Charter) -> Iterator[tuple[str, str]]:
    declared = {fact.path for fact in charter.facts if not fact.built_in}
    for name in sent:
        path = name.removeprefix(FACT)
        if name != path or path in declared:
            yield path[:200], str(sent[name])


def facts_typed(typed: Typed, charter: Charter, zone: tzinfo) -> dict[str, object]:
    """Return the facts of the sale in the wire form. Nothing is judged here: the core says what is wrong."""
    posted = {f"{FACT}{path}": text for path, text in typed.of_the_sale.items()}
    return with_stated({}, read_fields(charter, posted, zone))
