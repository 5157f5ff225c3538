"""Options: what an operator may set, each from one environment variable, each with its type, default and meaning."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})
LANGUAGES = ("en", "fr")
SECRET_CHARACTERS = 32


class OptionRefused(ValueError):
    """A variable of the environment holds something its option cannot be."""

    def __init__(self, variable: str, value: str, expected: str) -> None:
        super().__init__(f"{variable} is {value[:60]!r}; expected {expected}.")
        self.variable = variable


def _yes_no(variable: str, value: str) -> bool:
    if value.lower() not in TRUE | FALSE:
        raise OptionRefused(variable, value, "yes or no")
    return value.lower() in TRUE


def _path(_: str, value: str) -> Path:
    return Path(value).expanduser()


def _text(_: str, value: str) -> str:
    return value


def _secret(variable: str, value: str) -> str:
    """A key that could be guessed, or was copied from somebody's example, protects nobody."""
    if len(value) < SECRET_CHARACTERS or len(set(value)) < SECRET_CHARACTERS // 4:
        raise OptionRefused(variable, "…", f"{SECRET_CHARACTERS} characters or more, made at random")
    return value


def _words(_: str, value: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in value.split(",") if word.strip())


def _language(variable: str, value: str) -> str:
    if value not in LANGUAGES:
        raise OptionRefused(variable, value, " or ".join(LANGUAGES))
    return value


def _mail(variable: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise OptionRefused(variable, parts.scheme, "smtp://user:password@host:587")
    return value


def _address(variable: str, value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise OptionRefused(variable, value, "an address such as https://geste.example.org")
    return value.rstrip("/")


def _time_zone(variable: str, value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise OptionRefused(variable, value, "a time zone such as Australia/Sydney") from error
    return value


def _set_by(variable: str, read: Callable[[str, str], object], meaning: str) -> dict[str, object]:
    return {"variable": variable, "read": read, "meaning": meaning}


@dataclass(frozen=True, slots=True)
class Options:
    """Everything an operator may set. The reference page is made from this class."""

    data_dir: Path = field(
        default=Path("~/.local/share/geste").expanduser(),
        metadata=_set_by("GESTE_DATA_DIR", _path, "Where the embedded database and the secret key live."),
    )
    database_url: str = field(
        default="",
        metadata=_set_by(
            "GESTE_DATABASE_URL",
            _text,
            "A PostgreSQL server, postgresql://user:password@host/name; none means the embedded database.",
        ),
    )
    backup_dir: Path = field(
        default=Path("~/geste-backups").expanduser(),
        metadata=_set_by("GESTE_BACKUP_DIR", _path, "Where backups are kept; on another disk than the data."),
    )
    secret_key: str = field(
        default="",
        metadata=_set_by(
            "GESTE_SECRET_KEY",
            _secret,
            "Signs sessions, 32 characters or more. None means the key in the data directory, made at the first start.",
        ),
    )
    allowed_hosts: tuple[str, ...] = field(
        default=("127.0.0.1", "localhost", "[::1]"),
        metadata=_set_by("GESTE_ALLOWED_HOSTS", _words, "Names this installation answers to, separated by commas."),
    )
    https: bool = field(
        default=False,
        metadata=_set_by("GESTE_HTTPS", _yes_no, "Whether people reach it over HTTPS: cookies are then kept to HTTPS."),
    )
    language: str = field(
        default="en",
        metadata=_set_by("GESTE_LANGUAGE", _language, "The language for people who have chosen none: en or fr."),
    )
    time_zone: str = field(
        default="UTC",
        metadata=_set_by("GESTE_TIME_ZONE", _time_zone, "The time zone of an organisation without sites."),
    )
    stripe_key: str = field(
        default="",
        metadata=_set_by("GESTE_STRIPE_KEY", _text, "A restricted key of your Stripe account: refunds and customers."),
    )
    stripe_signing_secret: str = field(
        default="",
        metadata=_set_by("GESTE_STRIPE_SIGNING_SECRET", _text, "What Stripe signs its news to /hooks/stripe with."),
    )
    mail_url: str = field(
        default="",
        metadata=_set_by("GESTE_MAIL_URL", _mail, "The mail server, smtp://user:password@host:587 or smtps://…:465."),
    )
    mail_from: str = field(
        default="",
        metadata=_set_by("GESTE_MAIL_FROM", _text, "Who letters and vouchers come from: Name <address@example.org>."),
    )
    address: str = field(
        default="",
        metadata=_set_by(
            "GESTE_ADDRESS",
            _address,
            "Where people reach it, https://geste.example.org: e-mails to them link there; without it there are none.",
        ),
    )
    mail_stewards: tuple[str, ...] = field(
        default=(),
        metadata=_set_by(
            "GESTE_MAIL_STEWARDS",
            _words,
            "Who is written to when an envelope is nearly used up: addresses, separated by commas.",
        ),
    )
    demo: bool = field(
        default=False,
        metadata=_set_by("GESTE_DEMO", _yes_no, "Whether this is a demonstration: invented data and a sign-in link."),
    )
    debug: bool = field(
        default=False,
        metadata=_set_by("GESTE_DEBUG", _yes_no, "Whether error pages show the inside; never in front of customers."),
    )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Options":
        """Return the options `environment` sets; `DATABASE_URL`, as hosting platforms name it, serves too.

        Raises:
            OptionRefused: a value cannot be read; the message names the variable and what it may be.
        """
        values = {"GESTE_DATABASE_URL": environment.get("DATABASE_URL", ""), **environment}
        given: dict[str, Any] = {}
        for option in fields(cls):
            variable = option.metadata["variable"]
            if values.get(variable):
                given[option.name] = option.metadata["read"](variable, values[variable].strip())
        return cls(**given)

    @property
    def ways_set_up(self) -> frozenset[str]:
        """The names of the ways out of the house that have what they need. A demonstration has none but hands."""
        if self.demo:
            return frozenset({"manual"})
        needs = {"email": self.mail_url and self.mail_from, "stripe": self.stripe_key}
        return frozenset({"manual", "webhook"} | {name for name, is_set in needs.items() if is_set})

    @property
    def secret_key_file(self) -> Path:
        """Where the key is kept that the first start makes."""
        return self.data_dir / "secret-key"

    @property
    def receipt_key_file(self) -> Path:
        """Where the key is kept that signs receipts."""
        return self.data_dir / "receipt-key"
