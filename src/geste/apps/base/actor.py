"""Actor: who acts, as a plain value. Services take an actor, never a request or a user row."""

from dataclasses import dataclass

from geste.core.charter.syntax import ActorKind


@dataclass(frozen=True, slots=True)
class Actor:
    """A person at the frontline (agent), or software acting for one (assistant).

    `role` is the role the charter knows. `is_steward` says who may publish a charter.
    """

    user_id: int
    name: str
    role: str
    kind: ActorKind = "agent"
    site_id: int | None = None
    team_id: int | None = None
    is_steward: bool = False
