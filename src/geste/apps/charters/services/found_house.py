"""Found: the owner moves in. People, places and the first version of the charter, all at once and once only."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from geste.apps.charters.first_charter import Answers, first_charter, owners_role
from geste.apps.charters.models import Part
from geste.apps.charters.services.write_version import Signed, write_version
from geste.apps.people.models import User
from geste.apps.people.selectors import is_founded
from geste.apps.people.services.open_first_run import AlreadyFounded, hold_founding
from geste.apps.people.services.welcome_user import Newcomer, welcome_user
from geste.apps.people.sign_in_names import sign_in_name_for
from geste.core.charter.formatter import format_charter

__all__ = ["AlreadyFounded", "found_house"]


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    role: str
    is_steward: bool = False


@transaction.atomic(durable=True)
def found_house(*, answers: Answers, now: datetime) -> User:
    """Return the owner, who signs the first version of the charter and looks after it.

    Raises:
        AlreadyFounded: somebody was faster, in another browser or at the command line.
        AnswersRefused: something is to be mended first.
    """
    founding = hold_founding()
    if is_founded():
        raise AlreadyFounded

    charter = first_charter(answers, now=now)

    owner = _Person(answers.owner, owners_role(charter), is_steward=True)
    team = [_Person(member.name, member.role) for member in answers.team if member.name.strip()]
    users = _welcomed([owner, *team], answers)
    write_version(format_charter(charter), written_reason="", signed=(Signed(users[0].pk, Part.ALONE, now),), now=now)
    founding.answers, founding.digest, founding.expires_at, founding.done_at = {}, "", None, now
    founding.save()
    return users[0]


def _welcomed(people: list[_Person], answers: Answers) -> list[User]:
    taken: list[str] = []
    users = []
    for person in people:
        taken.append(sign_in_name_for(person.name, taken))
        newcomer = Newcomer(
            username=taken[-1],
            display_name=" ".join(person.name.split()),
            role=person.role,
            language=answers.language,
            site=" ".join((answers.place or answers.business).split()),
            is_steward=person.is_steward,
        )
        users.append(welcome_user(newcomer, time_zone=answers.time_zone))
    return users
