"""Typed: what stands in the forms of the first run, what stands there before anybody types, and what it comes to.

Answers are kept under the name of their field; those that mean something else in every trade, with the trade before it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from babel.core import get_global
from babel.numbers import get_territory_currencies
from django.conf import settings

from geste.apps.charters.first_charter import TEAM, Answers, Member, month_of, names_of_roles, trade_charter
from geste.apps.charters.presets import preset_names
from geste.core.charter.syntax import Charter
from geste.core.charter.vocabulary import Text
from geste.core.money import Currency, currency_of
from geste.interfaces.web.desk.fields import plain_amount
from geste.interfaces.web.first_run.steps import ROLE
from geste.interfaces.web.speech import figure, language, own

AMOUNTS = ("case_cap", "trust_line", "envelope")
EURO = Currency("EUR", 2)
CHARACTERS = 20_000
"""What is kept of one answer. Longer than anything anybody types, short enough to be read back."""


@dataclass(frozen=True)
class Typed:
    """What has been typed so far."""

    kept: Mapping[str, str]

    @property
    def trade(self) -> str:
        """The trade that was picked, or nothing."""
        trade = self.kept.get("trade", "")
        return trade if trade in preset_names() else ""

    @cached_property
    def charter(self) -> Charter | None:
        """The ready charter of the trade, once one is picked."""
        return trade_charter(self.trade) if self.trade else None

    @property
    def currency(self) -> Currency:
        """The currency that amounts are written in."""
        return currency_of(self.code) or EURO

    @property
    def code(self) -> str:
        """The code of the currency as it was typed, or the one of the place."""
        return self.get("currency").strip().upper()

    def get(self, field: str) -> str:
        """Return what stands in a field: what was typed there, else what most people would type."""
        return self.kept.get(self.key(field), self.default(field))

    def key(self, field: str) -> str:
        """Return the name under which the answer of a field is kept."""
        depends = field in AMOUNTS or field.startswith((ROLE, "does-"))
        return f"{self.trade}.{field}" if depends else field

    def default(self, field: str) -> str:
        """Return what stands in a field before anybody types."""
        if field == "currency":
            return _currency_at(self.get("time_zone"))
        if field in AMOUNTS:
            return self._amount(field)
        if field.startswith(ROLE):
            name = self.role_names.get(field.removeprefix(ROLE))
            return "" if name is None else own(name)
        return {"language": language(), "time_zone": settings.TIME_ZONE}.get(field, "")

    @cached_property
    def role_names(self) -> dict[str, Text]:
        """What the roles of people are called in the trade's own charter."""
        return {} if self.charter is None else names_of_roles(self.charter, self.kept.get("owner", ""))

    @property
    def fields_of_roles(self) -> tuple[str, ...]:
        """The fields in which roles are named."""
        return tuple(f"{ROLE}{role}" for role in self.role_names)

    @property
    def answers(self) -> Answers:
        """What was typed, as answers."""
        return Answers(
            owner=self.get("owner"),
            business=self.get("business"),
            language=self.get("language") if self.get("language") in ("en", "fr") else "en",
            place=self.get("place"),
            time_zone=self.get("time_zone").strip(),
            vision=self.get("vision"),
            trade=self.trade,
            currency=self.code,
            **{name: plain_amount(self.get(name)) for name in AMOUNTS},
            roles={field.removeprefix(ROLE): self.get(field) for field in self.fields_of_roles},
            team=tuple(Member(self.get(f"name-{row}"), self.get(f"does-{row}")) for row in range(1, TEAM + 1)),
        )

    def _amount(self, field: str) -> str:
        if self.charter is None:
            return ""
        month = month_of(self.charter)
        minor = {
            "case_cap": self.charter.case_cap,
            "trust_line": self.charter.trust_line,
            "envelope": None if month is None else month.amount,
        }[field]
        return "" if minor is None else rounded(minor, self.currency)


def rounded(minor: int, currency: Currency) -> str:
    """Return an amount as people type it, without decimals where there are none: `60`, `12.50`."""
    return str(minor // currency.unit) if minor % currency.unit == 0 else figure(minor, currency)


def _currency_at(time_zone: str) -> str:
    """The currency people pay with where this time zone is; euros where that is not known."""
    territory = get_global("zone_territories").get(time_zone.strip(), "")
    paid = get_territory_currencies(territory) if territory else []
    known = [code for code in paid if currency_of(code)]
    return known[0] if known else EURO.code
