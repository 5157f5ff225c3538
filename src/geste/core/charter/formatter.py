"""Formatter: the one canonical spelling of a charter. Reading it gives the charter back; its hash is the digest."""

import hashlib
from collections.abc import Iterable

from geste.core.charter import syntax as s
from geste.core.charter.blocks import Spelled, quoted, word, write_block
from geste.core.charter.expression import Expression
from geste.core.charter.spelling import spell_expression, spell_percent, spell_span
from geste.core.charter.types import Money, Number, Percent, Records, Type, Words, WordSet, type_name
from geste.core.charter.vocabulary import EVERYONE, FactDeclaration, Parameter, Table, Text
from geste.core.money import Currency, format_amount


def format_charter(charter: s.Charter) -> str:
    """Return the canonical text of a charter."""
    lines: list[str] = []
    write_block(_Speller(charter.currency).charter(charter), 0, lines)
    return "\n".join(lines) + "\n"


def digest_of(charter: s.Charter) -> str:
    """Return the SHA-256 of a charter's canonical text, in hexadecimal: the same for the same meaning."""
    return hashlib.sha256(format_charter(charter).encode()).hexdigest()


def _words(texts: Iterable[str]) -> list[Spelled]:
    return [word(text) for text in texts]


def _present(**parts: Spelled | None) -> dict[str, Spelled]:
    """The named parts that say something; a trailing underscore keeps Python's own words free."""
    return {name.rstrip("_"): part for name, part in parts.items() if part is not None}


def _text(text: Text | None) -> Spelled | None:
    if text is None:
        return None
    return {"en": quoted(text.en), "fr": quoted(text.fr)}


def _texts(texts: tuple[Text, ...]) -> Spelled | None:
    return [_text(text) or "" for text in texts] or None


def _roles(roles: tuple[str, ...]) -> Spelled | None:
    if roles == (EVERYONE,):
        return None
    return _words(roles) if roles else "nobody"


class _Speller:
    """Spells the parts of one charter in its currency."""

    def __init__(self, currency: Currency) -> None:
        self._currency = currency

    def charter(self, charter: s.Charter) -> dict[str, Spelled]:
        return _present(
            charter=word(charter.id),
            name=_text(charter.name),
            version=str(charter.version),
            currency=charter.currency.code,
            effective=charter.effective.isoformat(),
            sector=charter.sector,
            signed_by=_words(charter.signed_by) or None,
            purpose=_text(charter.purpose),
            distinctive=_text(charter.distinctive),
            guidelines=_texts(charter.guidelines),
            trust_line=self._money(charter.trust_line),
            case_cap=self._money(charter.case_cap),
            facts=self._facts(charter.facts),
            parameters={parameter.name: self._parameter(parameter) for parameter in charter.parameters} or None,
            scopes=_words(charter.scopes) or None,
            roles={role.id: self._role(role) for role in charter.roles} or None,
            gestures={gesture.id: self._gesture(gesture) for gesture in charter.gestures},
            clauses={clause.id: self._clause(clause) for clause in charter.clauses} or None,
            bendable={bend.id: self._bend(bend) for bend in charter.bendable} or None,
            red_lines={line.id: self._red_line(line) for line in charter.red_lines} or None,
            owed={owed.id: self._owed(owed) for owed in charter.owed} or None,
            limits={limit.id: self._limit(limit) for limit in charter.limits} or None,
            envelopes={envelope.id: self._envelope(envelope) for envelope in charter.envelopes} or None,
            sizing=None if charter.sizing is None else self._sizing(charter.sizing),
            one_hop=None if charter.one_hop is None else self._one_hop(charter.one_hop),
        )

    def _money(self, minor: int) -> str:
        return format_amount(minor, self._currency)

    def _expression(self, expression: Expression | None) -> Spelled | None:
        return None if expression is None else quoted(spell_expression(expression, self._currency))

    def _facts(self, facts: tuple[FactDeclaration, ...]) -> Spelled | None:
        """Facts nested by the parts of their path, as they are declared and sent."""
        root: dict[str, Spelled] = {}
        for fact in facts:
            group = root
            *groups, name = fact.path.split(".")
            for part in groups:
                inner = group.setdefault(part, {})
                assert isinstance(inner, dict)
                group = inner
            group[name] = self._fact(fact)
        return root or None

    def _fact(self, fact: FactDeclaration) -> Spelled:
        assumed = None if fact.assumed is None else self._value(fact.assumed, fact.type)
        return _present(
            **self._type(fact.type),
            label=_text(fact.label),
            unit=quoted(fact.unit) if fact.unit else None,
            ask=_text(fact.ask),
            from_=fact.origin,
            assume=assumed,
        )

    def _type(self, kind: Type) -> dict[str, Spelled]:
        match kind:
            case Number(low, high):
                return {"type": "number", "min": str(low), "max": str(high)}
            case Money(low, high):
                return {"type": "money", "min": self._money(low), "max": self._money(high)}
            case Words(values):
                return {"type": "one_of", "values": _words(values)}
            case Records(fields):
                return {"type": "list", "of": {name: self._short_type(inner) for name, inner in fields}}
        return {"type": self._short_type(kind)}

    def _short_type(self, kind: Type) -> Spelled:
        match kind:
            case Words(values):
                return _words(values)
        return type_name(kind)

    def _value(self, value: object, kind: Type) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(kind, Money) and isinstance(value, int):
            return self._money(value)
        if isinstance(kind, Percent) and isinstance(value, int):
            return spell_percent(value)
        if isinstance(value, int):
            return str(value)
        return quoted(value if isinstance(value, str) else getattr(value, "isoformat", lambda: str(value))())

    def _parameter(self, parameter: Parameter) -> Spelled:
        if isinstance(parameter.value, Table):
            return self._table(parameter.value)
        if parameter.span is not None:
            return spell_span(parameter.span)
        constant = parameter.value
        if isinstance(constant.type, WordSet):
            return _words(constant.type.values)
        if isinstance(constant.type, Money):
            return f"{self._value(constant.value, constant.type)} {self._currency.code}"
        return self._value(constant.value, constant.type)

    def _table(self, table: Table) -> Spelled:
        cells: dict[str, Spelled] = {}
        for words, value in table.cells:
            group = cells
            for part in words[:-1]:
                inner = group.setdefault(part, {})
                assert isinstance(inner, dict)
                group = inner
            group[words[-1]] = self._value(value, table.gives)
        return {"by": _words(table.keys), "gives": type_name(table.gives), "is": cells}

    def _role(self, role: s.Role) -> Spelled:
        return _present(
            name=_text(role.name),
            is_=role.parent or None if role.parent != EVERYONE else None,
            cap=None if role.cap is None else self._money(role.cap),
            kind=role.kind,
        )

    def _gesture(self, gesture: s.Gesture) -> Spelled:
        return _present(
            name=_text(gesture.name),
            kind=gesture.kind,
            for_=_roles(gesture.roles),
            cap={role: self._money(cap) for role, cap in gesture.caps} or self._expression(gesture.cap),
            amount=self._amount_rule(gesture.amount),
            real_cost=self._cost(gesture.real_cost),
            books=gesture.books,
            line=gesture.line,
            when=self._expression(gesture.when),
            otherwise=self._otherwise(gesture.otherwise),
            repairs=_words(gesture.repairs) or None,
            proactive=gesture.proactive,
            steps=_texts(gesture.steps),
            say=_text(gesture.say),
        )

    def _amount_rule(self, rule: s.AmountRule) -> Spelled | None:
        if rule.none:
            return "none"
        parts = _present(
            exactly=self._expression(rule.exactly),
            at_most=self._expression(rule.at_most),
            at_least=self._expression(rule.at_least),
        )
        return parts or None

    def _cost(self, cost: s.Cost) -> Spelled | None:
        return self._expression(cost.amount) if cost.share is None else spell_percent(cost.share)

    def _otherwise(self, otherwise: s.Otherwise) -> Spelled:
        return {"bend": word(otherwise.bend)} if otherwise.outcome == "bend" else otherwise.outcome

    def _clause(self, clause: s.Clause) -> Spelled:
        return _present(
            says=_text(clause.says),
            covers=_words(clause.covers) or None,
            for_=_roles(clause.roles),
            when=self._expression(clause.when),
            require=self._expression(clause.require),
            otherwise=self._otherwise(clause.otherwise),
        )

    def _bend(self, bend: s.Bend) -> Spelled:
        return _present(
            says=_text(bend.says), name=_text(bend.name), for_=_roles(bend.roles), when=self._expression(bend.when)
        )

    def _red_line(self, line: s.RedLine) -> Spelled:
        return _present(
            says=_text(line.says),
            when=self._expression(line.when),
            forbids=_words(line.forbids),
            instead=_words(line.instead) or None,
            help=_text(line.help),
        )

    def _owed(self, owed: s.Owed) -> Spelled:
        return _present(
            name=_text(owed.name),
            because=owed.because,
            when=self._expression(owed.when),
            amount=self._amount_rule(owed.amount),
            say=_text(owed.say),
        )

    def _limit(self, limit: s.Limit) -> Spelled:
        return _present(
            says=_text(limit.says),
            per=limit.per,
            within=None if limit.span is None else spell_span(limit.span),
            covers=_words(limit.covers) or None,
            for_=_roles(limit.roles),
            when=self._expression(limit.when),
            at_most=_present(
                times=None if limit.times is None else str(limit.times), amount=self._expression(limit.amount)
            ),
            otherwise=self._otherwise(limit.otherwise),
            guidance="yes" if limit.guidance else "no",
        )

    def _envelope(self, envelope: s.Envelope) -> Spelled:
        return _present(
            name=_text(envelope.name),
            amount=self._money(envelope.amount),
            every=envelope.every,
            covers=_words(envelope.covers) or None,
            line=envelope.line,
            for_=_roles(envelope.roles),
        )

    def _sizing(self, sizing: s.Sizing) -> Spelled:
        uplift = _present(
            when=self._expression(sizing.uplift_when),
            percent=spell_percent(sizing.uplift),
            says=_text(sizing.uplift_says),
        )
        return _present(
            loss=self._expression(sizing.loss),
            severity={word: spell_percent(share) for word, share in sizing.severity} or None,
            responsibility={word: spell_percent(share) for word, share in sizing.responsibility} or None,
            uplift=uplift,
            floor=self._money(sizing.floor),
            ceiling=spell_percent(sizing.ceiling),
        )

    def _one_hop(self, one_hop: s.OneHop) -> Spelled:
        return _present(
            to=one_hop.to,
            answer_within=spell_span(one_hop.answer_within),
            on_silence=one_hop.on_silence,
            up_to=None if one_hop.up_to is None else self._money(one_hop.up_to),
            silence_up_to=None if one_hop.silence_up_to is None else self._money(one_hop.silence_up_to),
        )
