"""First charter: what an owner answers in the first run becomes a charter, or says answer by answer what to mend.

It begins with the ready charter of a trade. Everything the answers do not touch stays as it stands there.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from unicodedata import category
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from geste.apps.charters.presets import NoSuchPreset, preset_text
from geste.apps.charters.readings import reading_of
from geste.apps.people.sign_in_names import plain_name
from geste.core.charter.formatter import format_charter
from geste.core.charter.syntax import Charter, Envelope, RedLine, Role
from geste.core.charter.vocabulary import Text
from geste.core.findings import NOWHERE, Finding, finding, suggested, unknown_word
from geste.core.money import AmountRefused, Currency, currency_of, known_currencies, parse_amount

NAME_CHARACTERS = 80
VISION_CHARACTERS = 200
TEAM = 12
"""How many people one names before there is a charter; everybody else is welcomed afterwards."""

MONTH = Text("Gestures of the month", "Gestes du mois")
NO_NAME = "house"


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the team: what they are called, and the charter's word for what they do."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the owner has answered, as it was typed. An amount is a decimal text; `roles` says what a role is called."""

    owner: str = ""
    business: str = ""
    language: str = "en"
    place: str = ""
    time_zone: str = ""
    vision: str = ""
    trade: str = ""
    currency: str = ""
    case_cap: str = ""
    trust_line: str = ""
    envelope: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    team: tuple[Member, ...] = ()


class AnswersRefused(Exception):
    """Something is to be mended before there is a charter; `slips` says what, by the name of the answer."""

    def __init__(self, slips: Mapping[str, Finding]) -> None:
        super().__init__(f"{len(slips)} answers")
        self.slips = slips


def first_charter(answers: Answers, *, now: datetime) -> Charter:
    """Return the first version of the charter these answers make, in force from today wherever one stands.

    Raises:
        AnswersRefused: something is to be mended first.
    """
    slips = slips_in(answers)
    if slips:
        raise AnswersRefused(slips)
    began = min(now.date(), now.astimezone(ZoneInfo(answers.time_zone)).date())
    text = format_charter(_filled_in(trade_charter(answers.trade), answers, began))
    # What is kept is a text, and it is read like everybody's.
    reading = reading_of(text)
    if reading.charter is None:
        raise AnswersRefused({"": reading.errors[0]})
    return reading.charter


def trade_charter(trade: str) -> Charter:
    """Return the ready charter of a trade.

    Raises:
        NoSuchPreset: there is none.
    """
    charter = reading_of(preset_text(trade)).charter
    assert charter is not None, "the ready charters are sound"
    return charter


def owners_role(charter: Charter) -> str:
    """Return the role that an owner has: whoever answers when somebody asks, else whoever may give most."""
    if charter.one_hop is not None:
        return charter.one_hop.to
    return max(charter.roles, key=lambda role: charter.cap_of(role.id)[1]).id


def month_of(charter: Charter) -> Envelope | None:
    """Return the envelope that everybody draws on in a month, if there is one."""
    shared = (it for it in charter.envelopes if it.every == "month" and it.roles == ("everyone",))
    return next(shared, None)


def slips_in(answers: Answers) -> dict[str, Finding]:
    """Return what is to be mended, by the name of the answer."""
    found: dict[str, Finding] = {}
    for name, slip in _slips(answers):
        found.setdefault(name, slip)
    return found


def _slips(answers: Answers) -> Iterator[tuple[str, Finding]]:
    yield from _named("owner", answers.owner)
    yield from _named("business", answers.business)
    yield from _short("place", answers.place, NAME_CHARACTERS)
    if not _is_time_zone(answers.time_zone):
        yield "time_zone", finding("time_zone.not_known", NOWHERE, found=answers.time_zone[:40])
    if not answers.vision.strip():
        yield "vision", finding("vision.missing", NOWHERE)
    yield from _short("vision", answers.vision, VISION_CHARACTERS)
    try:
        charter = trade_charter(answers.trade)
    except NoSuchPreset:
        yield "trade", finding("trade.missing", NOWHERE)
        return
    yield from _money_slips(answers)
    for role, name in answers.roles.items():
        yield from _named(f"role-{role}", name)
    yield from _team_slips(answers, {role.id for role in charter.roles if role.kind == "agent"})


def _named(answer: str, text: str) -> Iterator[tuple[str, Finding]]:
    if not text.strip():
        yield answer, finding(f"{answer.partition('-')[0]}.missing", NOWHERE)
    yield from _short(answer, text, NAME_CHARACTERS)


def _short(answer: str, text: str, limit: int) -> Iterator[tuple[str, Finding]]:
    if len(text.strip()) > limit:
        yield answer, finding("answer.too_long", NOWHERE, length=len(text.strip()), limit=limit)
    if any(category(letter) in ("Cc", "Cs") and not letter.isspace() for letter in text):
        yield answer, finding("answer.unprintable", NOWHERE)


def _is_time_zone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _money_slips(answers: Answers) -> Iterator[tuple[str, Finding]]:
    currency = currency_of(answers.currency)
    if currency is None:
        unknown = unknown_word("currency.not_known", NOWHERE, answers.currency, known_currencies())
        yield "currency", suggested(unknown)
        return
    amounts = {"case_cap": answers.case_cap, "trust_line": answers.trust_line}
    # No envelope is an answer, too.
    if answers.envelope.strip():
        amounts["envelope"] = answers.envelope
    for answer, text in amounts.items():
        slip = _amount_slip(text, currency)
        if slip is not None:
            yield answer, slip


def _amount_slip(text: str, currency: Currency) -> Finding | None:
    """What a charter's own reader says of an amount."""
    try:
        minor = parse_amount(text, currency)
    except AmountRefused as refused:
        return finding(refused.code, NOWHERE, found=refused.text, currency=currency.code)
    return finding("amount.negative", NOWHERE, found=text[:40]) if minor < 0 else None


def _team_slips(answers: Answers, roles: set[str]) -> Iterator[tuple[str, Finding]]:
    called = Counter(_folded(name) for name in (answers.owner, *(member.name for member in answers.team)))
    for number, member in enumerate(answers.team, 1):
        if not member.name.strip():
            continue
        yield from _short(f"name-{number}", member.name, NAME_CHARACTERS)
        if called[_folded(member.name)] > 1:
            yield f"name-{number}", finding("name.twice", NOWHERE, name=member.name.strip()[:NAME_CHARACTERS])
        if member.role not in roles:
            yield f"does-{number}", finding("does.missing", NOWHERE, name=member.name.strip()[:NAME_CHARACTERS])


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _filled_in(charter: Charter, answers: Answers, began: date) -> Charter:
    """The ready charter with the answers in it. Amounts nobody asked about keep their figures in minor units."""
    currency = currency_of(answers.currency)
    assert currency is not None, "no slips, so the currency is known"
    in_charge = _first_name(charter.signed_by[0])
    owner = " ".join(answers.owner.split())

    def of_this_house(text: Text) -> Text:
        return _reworded(text, lambda words: words.replace(in_charge, _first_name(owner)))

    business, vision = " ".join(answers.business.split()), " ".join(answers.vision.split())
    return replace(
        charter,
        id=plain_name(business) or NO_NAME,
        name=Text(business, business),
        version=1,
        currency=currency,
        effective=began,
        signed_by=(owner,),
        purpose=Text(vision, vision),
        case_cap=parse_amount(answers.case_cap, currency),
        trust_line=parse_amount(answers.trust_line, currency),
        roles=tuple(_role(role, of_this_house, answers.roles.get(role.id, "")) for role in charter.roles),
        red_lines=tuple(_red_line(line, of_this_house) for line in charter.red_lines),
        envelopes=tuple(_envelopes(charter, answers.envelope.strip(), currency)),
    )


def _first_name(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _reworded(text: Text, change: Callable[[str], str]) -> Text:
    return Text(change(text.en), change(text.fr))


def _role(role: Role, of_this_house: Callable[[Text], Text], called: str) -> Role:
    """A role as the owner calls it. A name that was left alone keeps its two languages."""
    name, called = of_this_house(role.name), " ".join(called.split())
    as_it_was = {"", *(" ".join(words.split()) for words in (name.en, name.fr))}
    return replace(role, name=name if called in as_it_was else Text(called, called))


def _red_line(line: RedLine, of_this_house: Callable[[Text], Text]) -> RedLine:
    return line if line.help is None else replace(line, help=of_this_house(line.help))


def _envelopes(charter: Charter, amount: str, currency: Currency) -> Iterator[Envelope]:
    """The charter's envelopes, the one of the month with this amount, or without it if there is none."""
    month = month_of(charter)
    if month is None and amount:
        yield Envelope("month", MONTH, parse_amount(amount, currency), "month", (), None, ("everyone",))
    for envelope in charter.envelopes:
        if envelope is not month:
            yield envelope
        elif amount:
            yield replace(envelope, amount=parse_amount(amount, currency))


def names_of_roles(charter: Charter, owner: str) -> dict[str, Text]:
    """Return what the roles of people are called, with the owner's own name where the ready charter has another."""
    in_charge = _first_name(charter.signed_by[0])
    theirs = _first_name(owner) if owner.strip() else in_charge
    return {
        role.id: _reworded(role.name, lambda words: words.replace(in_charge, theirs))
        for role in charter.roles
        if role.kind == "agent"
    }
