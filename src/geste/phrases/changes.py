"""Changes: says what a new version of a charter gives, takes back or moves, and for whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from geste.core.charter.differ import Change
from geste.core.charter.expression import Expression
from geste.core.charter.literals import span
from geste.core.charter.syntax import Charter, Clause, Limit
from geste.core.charter.vocabulary import EVERYONE, Text
from geste.phrases import measures
from geste.phrases.explain_bounds import envelope_line, limit_line, one_hop_lines, parameter_value, per_words
from geste.phrases.explain_rules import required
from geste.phrases.names import AmountWriter, fact_label, parameter_words, scope_words
from geste.phrases.typography import capitalised, ended, quoted, set_words
from geste.phrases.voice import Voice, voice_of

_FIGURES = frozenset(
    {
        ("charter", "trust_line"),
        ("charter", "currency"),
        ("charter", "id"),
        ("parameters", "value"),
        ("roles", "cap"),
        ("gestures", "cap"),
        ("gestures", "exactly"),
        ("gestures", "at_most"),
        ("gestures", "at_least"),
        ("owed", "exactly"),
        ("limits", "within"),
        ("limits", "times"),
        ("limits", "amount"),
        ("envelopes", "amount"),
        ("envelopes", "every"),
        ("one_hop", "answer_within"),
        ("one_hop", "up_to"),
        ("one_hop", "silence_up_to"),
    }
)
_CONDITIONS = frozenset(
    {
        ("gestures", "when"),
        ("clauses", "condition"),
        ("bendable", "when"),
        ("red_lines", "when"),
        ("owed", "when"),
        ("limits", "when"),
    }
)
_NUMBERS = frozenset({("limits", "times")})
_ABOUT_CUSTOMERS = frozenset({"owed"})


def say_change(
    change: Change, old: Charter, new: Charter, language: str, write_amount: AmountWriter | None = None
) -> str:
    """Return one change from `old` to `new` as a sentence in `language` that begins with what it means for whom.

    `write_amount` writes amounts of both versions; without it they are written shortly, each in its own currency.
    """
    return _Teller(change, voice_of(old, language, write_amount), voice_of(new, language, write_amount)).sentence()


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells one change, with the voice of the charter before and after it."""

    change: Change
    before: Voice
    after: Voice

    def sentence(self) -> str:
        change, voice = self.change, self.after
        said = self._said()
        is_for_all = EVERYONE in change.roles and change.kind in ("moved", "changed")
        if not change.roles or is_for_all or change.section in _ABOUT_CUSTOMERS:
            return voice.say(f"change.plain.{change.kind}", said=said)
        return voice.say(f"change.kind.{change.kind}", who=self._who(), said=said)

    def _who(self) -> str:
        named = self.before if self.change.aspect == "removed" else self.after
        return self.after.listed(named.role(role) for role in self.change.roles)

    def _said(self) -> str:
        change = self.change
        pair = change.section, change.aspect
        if pair in _FIGURES:
            return self._sides("figure", self._figure(self.before, "before"), self._figure(self.after, "after"))
        if pair in _CONDITIONS:
            return self._sides("condition", self._condition(self.before), self._condition(self.after))
        code = f"change.say.{change.section}.{change.aspect}"
        if change.aspect == "guidance":
            code = f"{code}.{change.kind}"
        return self.after.say(
            code,
            what=self._what(),
            before=self._side(self.before, "before"),
            after=self._side(self.after, "after"),
            gestures=self._gestures(),
        )

    def _sides(self, kind: str, before: str, after: str) -> str:
        """What something was and is now; one of the two may say nothing."""
        form = "both" if before and after else "set" if after else "lifted"
        thing = self.after.say(f"change.thing.{self.change.section}.{self.change.aspect}", what=self._what())
        return self.after.say(f"change.{kind}.{form}", thing=thing, before=before, after=after)

    def _what(self) -> str:
        """What the subject is called: by the old charter if it is gone, by the new one otherwise."""
        voice = self.before if self.change.aspect == "removed" else self.after
        subject = self.change.subject
        match self.change.section:
            case "gestures" | "owed" | "bendable":
                return voice.gesture(subject)
            case "envelopes":
                name = self._text(voice.charter.envelopes, subject, "name")
                return voice.gesture(subject) if name is None else voice.quoted(name)
            case "clauses" | "red_lines":
                says = self._text((*voice.charter.clauses, *voice.charter.red_lines), subject, "says")
                return subject if says is None else quoted(voice.words(says).rstrip("."), voice.language)
            case "limits":
                says = self._text(voice.charter.limits, subject, "says")
                named = subject.replace("_", " ") if says is None else voice.words(says).rstrip(".")
                return voice.say("change.unnamed.limit", what=quoted(named, voice.language))
            case "facts":
                label = fact_label(voice.charter, subject, voice.language)
                return quoted(set_words(label, voice.language), voice.language)
            case "parameters":
                return quoted(parameter_words(voice.charter, subject, voice.language), voice.language)
            case "roles":
                return voice.role(subject)
        return quoted(subject.replace("_", " "), voice.language)

    def _text(self, rules: Iterable[object], rule_id: str, field: str) -> Text | None:
        text: Text | None = next((getattr(rule, field) for rule in rules if getattr(rule, "id", "") == rule_id), None)
        return text

    def _figure(self, voice: Voice, side: str) -> str:
        """A figure before or after the change: the value it carries, or the formula in that version."""
        change = self.change
        value = change.value(side)
        if change.section == "parameters":
            parameter = voice.charter.vocabulary.parameters.get(change.subject)
            return "" if parameter is None else parameter_value(voice, parameter)
        if isinstance(value, int):
            is_number = (change.section, change.aspect) in _NUMBERS
            return measures.say_number(value, voice.language) if is_number else voice.write(value)
        if isinstance(value, str):
            return self._word(voice, value)
        amount = self._expression(voice)
        return "" if amount is None else voice.amount(amount)

    def _word(self, voice: Voice, value: str) -> str:
        match self.change.aspect:
            case "within" | "answer_within":
                length = span(value)
                return value if length is None else measures.say_span(length, voice.language)
            case "every":
                return voice.say(f"explain.period.{value}")
        return value

    def _expression(self, voice: Voice) -> Expression | None:
        """The amount or condition a change is about, as it stands in one version."""
        rule = self._rule(voice)
        holder = getattr(rule, "amount", None) if self.change.aspect in ("exactly", "at_most", "at_least") else rule
        expression: Expression | None = getattr(holder, self.change.aspect, None)
        return expression

    def _rule(self, voice: Voice) -> object | None:
        """The rule a change is about, under the id it had before if it was renamed."""
        rules = getattr(voice.charter, self.change.section, ())
        if not isinstance(rules, tuple):
            return None
        rule = next((rule for rule in rules if getattr(rule, "id", "") == self.change.subject), None)
        if rule is None and voice is self.before and self.change.section == "gestures":
            renamed = self.after.charter.gesture(self.change.subject)
            return next((old for old in rules if renamed is not None and old.name == renamed.name), None)
        return rule

    def _condition(self, voice: Voice) -> str:
        rule = self._rule(voice)
        if isinstance(rule, Clause):
            said = required(voice, rule)
            return said if rule.when is None else f"{voice.if_so(rule.when)}, {said}"
        condition: Expression | None = getattr(rule, "when", None)
        return "" if condition is None else voice.condition(condition)

    def _gestures(self) -> str:
        rule = self._rule(self.after)
        if self.change.aspect == "instead":
            offered: tuple[str, ...] = getattr(rule, "instead", ())
            return self.after.gestures(offered) if offered else self.after.say("change.instead.none")
        if isinstance(rule, Clause):
            return self.after.gestures_of(rule)
        return self.after.gestures(getattr(rule, "covers", ()))

    def _side(self, voice: Voice, side: str) -> str:
        """What a change says of one version, where it is neither a figure nor a condition."""
        tell = {
            "charter": self._of_charter,
            "roles": self._of_role,
            "gestures": self._of_gesture,
            "clauses": self._of_rule,
            "limits": self._of_limit,
            "envelopes": self._of_envelope,
            "one_hop": self._of_one_hop,
            "parameters": self._figure,
        }.get(self.change.section)
        return "" if tell is None else tell(voice, side)

    def _of_charter(self, voice: Voice, side: str) -> str:
        charter = voice.charter
        match self.change.aspect:
            case "effective":
                return measures.say_day(charter.effective, voice.language)
            case "name":
                return voice.quoted(charter.name)
            case "purpose":
                return voice.quoted(charter.purpose)
            case "distinctive":
                return "—" if charter.distinctive is None else voice.quoted(charter.distinctive)
            case "signed_by":
                return voice.listed(map(voice.role, charter.signed_by)) or "—"
            case "scopes" | "scope_labels" | "scope_facts":
                return self._of_scopes(voice) or "—"
            case "sector":
                return voice.say(f"change.sector.{charter.sector}")
        return self._guidelines() if side == "after" else ""

    def _of_scopes(self, voice: Voice) -> str:
        charter, language = voice.charter, voice.language
        if self.change.aspect == "scope_facts":
            return voice.listed(fact_label(charter, path, language) for _, path in charter.scope_facts)
        return voice.listed(scope_words(charter, scope, language) for scope in charter.scopes)

    def _guidelines(self) -> str:
        old, new = self.before.charter.guidelines, self.after.charter.guidelines
        parts = []
        for code, ours, theirs in (("new", new, old), ("gone", old, new)):
            said = [self.after.quoted(text) for text in ours if text not in theirs]
            if said:
                parts.append(self.after.say(f"change.guidelines.{code}", guidelines=ended(", ".join(said))))
        return " ".join(parts) or self.after.say("change.guidelines.order")

    def _of_role(self, voice: Voice, side: str) -> str:
        role = voice.charter.role(self.change.subject)
        if role is None:
            return ""
        if self.change.aspect == "parent":
            return voice.role(role.parent)
        if self.change.aspect == "kind":
            return voice.say(f"change.actor.{role.kind}")
        del side
        return voice.write(voice.charter.cap_of(role.id)[1])

    def _of_gesture(self, voice: Voice, side: str) -> str:
        gesture = voice.charter.gesture(self.change.subject)
        if self.change.aspect == "renamed":
            return quoted(str(self.change.value(side)), voice.language)
        if gesture is None:
            return ""
        match self.change.aspect:
            case "otherwise":
                return voice.otherwise(gesture.otherwise)
            case "kind":
                return voice.gesture(gesture.kind)
            case "line":
                return voice.say(f"change.line.{gesture.line}")
            case "proactive":
                codes = {"required": "explain.gesture.required", "forbidden": "explain.gesture.asked"}
                return voice.say(codes.get(gesture.proactive, "change.proactive.allowed"))
        return ""

    def _of_rule(self, voice: Voice, side: str) -> str:
        del side
        rule = self._rule(voice)
        return voice.otherwise(rule.otherwise) if isinstance(rule, Clause) else ""

    def _of_limit(self, voice: Voice, side: str) -> str:
        rule = self._rule(voice)
        if not isinstance(rule, Limit):
            return ""
        if self.change.aspect == "per":
            return per_words(voice, rule.per)
        if self.change.aspect == "otherwise":
            return voice.otherwise(rule.otherwise, "explain.limit")
        del side
        return limit_line(voice, rule)

    def _of_envelope(self, voice: Voice, side: str) -> str:
        if self.change.aspect in ("drawn", "freed", "redirected"):
            name = self._text(voice.charter.envelopes, str(self.change.value(side)), "name")
            return "" if name is None else voice.quoted(name)
        found = next((envelope for envelope in voice.charter.envelopes if envelope.id == self.change.subject), None)
        if found is not None and self.change.aspect == "each":
            return voice.say(f"explain.each.{found.each or 'together'}")
        return "" if found is None else envelope_line(voice, found)

    def _of_one_hop(self, voice: Voice, side: str) -> str:
        one_hop = voice.charter.one_hop
        if one_hop is None:
            return ""
        lines = one_hop_lines(voice, one_hop)
        del side
        match self.change.aspect:
            case "to":
                return voice.role(one_hop.to)
            case "on_silence":
                return lines[-1]
        return capitalised(" ".join(lines))
