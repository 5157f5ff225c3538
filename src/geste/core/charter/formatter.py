"""Formatter: the one canonical spelling of a charter. Reading it gives the charter back; its hash is the digest."""

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from geste.core.charter import syntax as s
from geste.core.charter.amount_rule import AmountRule
from geste.core.charter.blocks import Spelled, count_values, present, quoted, word, write_block
from geste.core.charter.canonical import write_condition
from geste.core.charter.expression import Expression
from geste.core.charter.spelling import spell_expression, spell_percent, spell_span
from geste.core.charter.vocabulary import EVERYONE, Text
from geste.core.charter.written_declarations import DeclarationSpeller, write_text


class WrittenOut(NamedTuple):
    """A charter in its canonical spelling, and how many values that has."""

    text: str
    values: int

    @property
    def digest(self) -> str:
        """The SHA-256 of the text, in hexadecimal."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def format_charter(charter: s.Charter) -> str:
    """Return the canonical text of a charter."""
    return _text_of(_Speller(charter.currency).charter(charter))


def write_out(charter: s.Charter) -> WrittenOut:
    """Return the canonical text of a charter with what it comes to."""
    spelled = _Speller(charter.currency).charter(charter)
    return WrittenOut(_text_of(spelled), count_values(spelled))


def _text_of(spelled: dict[str, Spelled]) -> str:
    lines: list[str] = []
    write_block(spelled, 0, lines)
    return "\n".join(lines) + "\n"


def digest_of(charter: s.Charter) -> str:
    """Return the SHA-256 of a charter's canonical text, in hexadecimal: the same for the same meaning."""
    return write_out(charter).digest


def _words(texts: Iterable[str]) -> list[Spelled]:
    return [word(text) for text in texts]


def _texts(texts: tuple[Text, ...]) -> Spelled | None:
    return [write_text(text) or "" for text in texts] or None


def _scopes(charter: s.Charter) -> Spelled | None:
    called, known = dict(charter.scope_labels), dict(charter.scope_facts)
    if not called and not known:
        return _words(charter.scopes) or None
    return {scope: _scope(called.get(scope), known.get(scope)) for scope in dict.fromkeys((*charter.scopes, *known))}


def _scope(label: Text | None, path: str | None) -> Spelled:
    return write_text(label) or "" if path is None else present(label=write_text(label), by=path)


def _roles(roles: tuple[str, ...]) -> Spelled | None:
    if roles == (EVERYONE,):
        return None
    return _words(roles) if roles else "nobody"


class _Speller(DeclarationSpeller):
    """Spells the parts of one charter in its currency."""

    def charter(self, charter: s.Charter) -> dict[str, Spelled]:
        return present(
            charter=word(charter.id),
            name=write_text(charter.name),
            version=str(charter.version),
            currency=charter.currency.code,
            effective=charter.effective.isoformat(),
            sector=charter.sector,
            signed_by=_words(charter.signed_by) or None,
            purpose=write_text(charter.purpose),
            distinctive=write_text(charter.distinctive),
            guidelines=_texts(charter.guidelines),
            trust_line=self.money(charter.trust_line),
            case_cap=self.money(charter.case_cap),
            facts=self.facts(charter.facts),
            parameters={parameter.name: self.parameter(parameter) for parameter in charter.parameters} or None,
            scopes=_scopes(charter),
            roles={role.id: self._role(role) for role in charter.roles} or None,
            gestures={gesture.id: self._gesture(gesture) for gesture in charter.gestures},
            clauses={rule.id: self._clause(rule) for rule in charter.clauses if rule is not charter.margin_rule}
            or None,
            bendable={bend.id: self._bend(bend) for bend in charter.bendable} or None,
            red_lines={line.id: self._red_line(line) for line in charter.red_lines} or None,
            owed={owed.id: self._owed(owed) for owed in charter.owed} or None,
            limits={limit.id: self._limit(limit) for limit in charter.limits} or None,
            envelopes={envelope.id: self._envelope(envelope) for envelope in charter.envelopes} or None,
            margin=None if charter.margin is None else self._margin(charter.margin, charter.margin_rule),
            sizing=None if charter.sizing is None else self._sizing(charter.sizing),
            one_hop=None if charter.one_hop is None else self._one_hop(charter.one_hop),
        )

    def _expression(self, expression: Expression | None) -> Spelled | None:
        return None if expression is None else quoted(spell_expression(expression, self.currency))

    def _condition(self, condition: Expression | None) -> Spelled | None:
        return None if condition is None else write_condition(condition, self.currency)

    def _role(self, role: s.Role) -> Spelled:
        return present(
            name=write_text(role.name),
            is_=role.parent or None if role.parent != EVERYONE else None,
            cap=None if role.cap is None else self.money(role.cap),
            kind=role.kind,
        )

    def _gesture(self, gesture: s.Gesture) -> Spelled:
        return present(
            name=write_text(gesture.name),
            kind=gesture.kind,
            for_=_roles(gesture.roles),
            cap={role: self.money(cap) for role, cap in gesture.caps} or self._expression(gesture.cap),
            amount=self._amount_rule(gesture.amount),
            real_cost=self._cost(gesture.real_cost),
            books=gesture.books,
            line=gesture.line,
            when=self._condition(gesture.when),
            otherwise=self._otherwise(gesture.otherwise),
            repairs=_words(gesture.repairs) or None,
            proactive=gesture.proactive,
            steps=_texts(gesture.steps),
            say=write_text(gesture.say),
        )

    def _amount_rule(self, rule: AmountRule) -> Spelled | None:
        if rule.none:
            return "none"
        parts = present(
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
        return present(
            says=write_text(clause.says),
            covers=_words(clause.covers) or None,
            except_=_words(clause.excepted) or None,
            for_=_roles(clause.roles),
            when=self._condition(clause.when),
            require=self._condition(clause.require),
            otherwise=self._otherwise(clause.otherwise),
        )

    def _bend(self, bend: s.Bend) -> Spelled:
        return present(
            says=write_text(bend.says),
            name=write_text(bend.name),
            for_=_roles(bend.roles),
            when=self._condition(bend.when),
        )

    def _red_line(self, line: s.RedLine) -> Spelled:
        return present(
            says=write_text(line.says),
            when=self._condition(line.when),
            forbids=_words(line.forbids),
            instead=_words(line.instead) or None,
            help=write_text(line.help),
        )

    def _owed(self, owed: s.Owed) -> Spelled:
        return present(
            name=write_text(owed.name),
            because=owed.because,
            when=self._condition(owed.when),
            amount=self._amount_rule(owed.amount),
            say=write_text(owed.say),
        )

    def _limit(self, limit: s.Limit) -> Spelled:
        return present(
            says=write_text(limit.says),
            per=limit.per,
            within=None if limit.span is None else spell_span(limit.span),
            covers=_words(limit.covers) or None,
            for_=_roles(limit.roles),
            when=self._condition(limit.when),
            at_most=present(
                times=None if limit.times is None else str(limit.times), amount=self._expression(limit.amount)
            ),
            otherwise=self._otherwise(limit.otherwise),
            guidance="yes" if limit.guidance else "no",
        )

    def _envelope(self, envelope: s.Envelope) -> Spelled:
        return present(
            name=write_text(envelope.name),
            amount=self.money(envelope.amount),
            every=envelope.every,
            covers=_words(envelope.covers) or None,
            line=envelope.line,
            for_=_roles(envelope.roles),
            each=envelope.each,
        )

    def _margin(self, margin: s.Margin, rule: s.Clause | None) -> Spelled:
        facts = present(price=word(margin.price), cost=word(margin.cost))
        if margin.floor is None or rule is None:
            return facts
        floor = margin.floor.parameter or spell_percent(int(str(margin.floor.value)))
        return {
            **facts,
            "floor": floor,
            **present(
                says=write_text(rule.says), covers=_words(rule.covers), otherwise=self._otherwise(rule.otherwise)
            ),
        }

    def _sizing(self, sizing: s.Sizing) -> Spelled:
        uplift = present(
            when=self._condition(sizing.uplift_when),
            percent=spell_percent(sizing.uplift),
            says=write_text(sizing.uplift_says),
        )
        return present(
            loss=self._expression(sizing.loss),
            severity={word: spell_percent(share) for word, share in sizing.severity} or None,
            responsibility={word: spell_percent(share) for word, share in sizing.responsibility} or None,
            uplift=uplift,
            floor=self.money(sizing.floor),
            ceiling=spell_percent(sizing.ceiling),
        )

    def _one_hop(self, one_hop: s.OneHop) -> Spelled:
        return present(
            to=one_hop.to,
            answer_within=spell_span(one_hop.answer_within),
            on_silence=one_hop.on_silence,
            up_to=None if one_hop.up_to is None else self.money(one_hop.up_to),
            silence_up_to=None if one_hop.silence_up_to is None else self.money(one_hop.silence_up_to),
        )
