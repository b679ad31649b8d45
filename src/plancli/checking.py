"""The engine of the rules: it asks each of them, leaves out what is allowed, and puts the rest into words."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from plancli.diagnostics import Diagnostic, Finding, Label, Place, Related, Severity
from plancli.loading import misfits
from plancli.loading.allowances import invalid_allowance, unused_allowance
from plancli.model.plan import HEADER_PATH
from plancli.rules import BY_FUNCTION, BY_NAME, OWN, RULES, Rule
from plancli.suggest import similar
from plancli.wording.table import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plancli.diagnostics import Allowance
    from plancli.diff.kinds import Kind
    from plancli.loading.loader import Loaded
    from plancli.messages import Catalog
    from plancli.model.plan import Gaps, Plan
    from plancli.wording.words import Words

SUGGESTION_BUDGET = 200_000
"""Comparisons that one run spends on did-you-mean: enough for any real mistake, and never quadratic."""

LONGEST = 400
"""Characters of the plan in a message, for each thing that it names: nobody reads a megabyte."""

OFF = "off"
"""The setting that silences a rule."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules are asked, beside what the plan itself sets. Errors of loading are always told.

    Attributes:
        select: Only these; None for all. A rule that is named here speaks even where the plan turns it off.
        ignore: None of these.
    """

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()

    def setting(self, rule: Rule, plan: Plan) -> str:
        """A rule's severity, or `off`."""
        usual = setting(rule, plan)
        if rule.is_load_error:
            return usual
        if rule.name in self.ignore or (self.select is not None and rule.name not in self.select):
            return OFF
        return rule.severity.value if usual == OFF and self.select is not None else usual


ALL = Choice()
"""Every rule, as the plan sets it."""


def check(loaded: Loaded, words: Catalog, choice: Choice = ALL) -> Iterator[Diagnostic]:
    """Everything there is to say about a loaded plan, in no particular order.

    Args:
        loaded: The plan and what loading found.
        words: The reader's language.
        choice: The rules to ask.
    """
    stamp = _Stamp(loaded.plan, words)
    for rule, finding in found(loaded, choice):
        yield stamp.diagnostic(rule, Severity(choice.setting(rule, loaded.plan)), finding)


def found(loaded: Loaded, choice: Choice = ALL) -> Iterator[tuple[Rule, Finding]]:
    """What the rules find that are asked, but for what is allowed; each with its rule."""
    return _found(loaded, {rule: choice.setting(rule, loaded.plan) for rule in RULES})


def setting(rule: Rule, plan: Plan) -> str:
    """A rule's severity in a plan, or `off`.

    Some stay errors: what could not be read, or names nobody, is missing from a sheet, and no setting brings it back.
    """
    return rule.severity.value if rule.is_fixed else plan.header.checks.get(rule.name, rule.severity.value)


def has_errors(loaded: Loaded) -> bool:
    """Whether `check` would find an error; without asking the rules whose findings are none."""
    settings = {rule: setting(rule, loaded.plan) for rule in RULES}
    if settings[BY_FUNCTION[unused_allowance]] == Severity.ERROR.value:  # what is unused is known when all have spoken
        return any(settings[rule] == Severity.ERROR.value for rule, _ in _found(loaded, settings))
    errors = {rule: level if level == Severity.ERROR.value else OFF for rule, level in settings.items()}
    return any(True for _ in _found(loaded, errors))


def _found(loaded: Loaded, settings: Mapping[Rule, str]) -> Iterator[tuple[Rule, Finding]]:
    """What the rules that are not off find, but for what is allowed."""
    plan, allowances = loaded.plan, _Allowances(loaded.allowances)
    for function, finding in (*loaded.findings, *_unknown_names(plan), *allowances.invalid()):
        rule = BY_FUNCTION[function]
        if settings[rule] != OFF and not allowances.allow(rule, finding):
            yield rule, finding
    for rule in RULES:
        if settings[rule] != OFF and not rule.is_load_rule:
            for finding in findings(rule, plan):
                if not allowances.allow(rule, finding):
                    yield rule, finding
    if settings[BY_FUNCTION[unused_allowance]] != OFF:
        asked = {rule.name for rule, level in settings.items() if level != OFF and not rule.is_fixed}
        asked -= {rule.name for rule in RULES if _is_silent(rule, plan)}
        for allowance in allowances.unused():
            if allowance.rule in asked and not plan.gaps.touch(allowance.place.path, frozenset()):
                yield BY_FUNCTION[unused_allowance], unused_allowance(allowance.place, allowance.rule)


class _Allowances:
    """What comments of the plan's files allow, and which of it was needed."""

    def __init__(self, allowances: Iterable[Allowance]) -> None:
        self._by_rule: dict[str, list[Allowance]] = {}
        self._in_file: dict[tuple[str, str], list[Allowance]] = {}
        for allowance in allowances:
            self._by_rule.setdefault(allowance.rule, []).append(allowance)
            self._in_file.setdefault((allowance.rule, allowance.place.path), []).append(allowance)
        self._used: set[Allowance] = set()

    def allow(self, rule: Rule, finding: Finding) -> bool:
        if rule.is_fixed:
            return False
        named = self._in_file.get((rule.name, finding.place.path), ())
        covering = [each for each in named if each.covers(finding.place)]
        self._used.update(covering)
        return bool(covering)

    def unused(self) -> Iterator[Allowance]:
        return (each for named in self._by_rule.values() for each in named if each not in self._used)

    def invalid(self) -> Iterator[tuple[Callable[..., Any], Finding]]:
        """Allowances of what is no rule, and of what cannot be allowed."""
        for name, named in self._by_rule.items():
            case = "unknown" if name not in BY_NAME else "fixed" if BY_NAME[name].is_fixed else ""
            for allowance in named if case else ():
                yield invalid_allowance, invalid_allowance(allowance.place, case, name, tuple(BY_NAME))


def _unknown_names(plan: Plan) -> Iterator[tuple[Callable[..., Any], Finding]]:
    """Names under `checks` that are no rules, and under `diff` that are no kinds of change."""
    for key, settings in (("checks", plan.header.checks), ("diff", plan.header.diff)):
        known = () if not settings else tuple(BY_NAME) if key == "checks" else tuple(kinds())
        for name in settings:
            if name not in known:
                yield misfits.unknown_key, misfits.unknown_key(Place(HEADER_PATH, (key, name), "key"), name, known)


def kinds() -> Mapping[str, Kind]:
    """Every kind of change; the table is read only where a plan sets one."""
    from plancli.diff.kinds import BY_NAME  # noqa: PLC0415 - a check of a plan without such settings need not wait

    return BY_NAME


def diagnose(function: Callable[..., Any], finding: Finding, plan: Plan, words: Catalog) -> Diagnostic:
    """One finding of a rule as a diagnostic, at the rule's own severity."""
    rule = BY_FUNCTION[function]
    return _Stamp(plan, words).diagnostic(rule, rule.severity, finding)


def _is_silent(rule: Rule, plan: Plan) -> bool:
    """Whether a rule lacks something that it must know as a whole."""
    return any(plan.gaps.lack(need) for need in rule.needs)


def findings(rule: Rule, plan: Plan) -> Iterator[Finding]:
    """What a rule over plans finds, but for consequences of what could not be loaded."""
    if _is_silent(rule, plan):
        return
    gaps = plan.gaps
    for finding in rule.function(plan):
        own = frozenset(map(str, finding.place.route[:1]))
        if not gaps.touch(finding.place.path, own if rule.reads is OWN else rule.reads):
            yield finding if _can_be_mended(finding, gaps) else replace(finding, fix=None)


def _can_be_mended(finding: Finding, gaps: Gaps) -> bool:
    """Whether its fix, if any, stays within files that loaded whole: in others its places may be somebody else's."""
    return finding.fix is None or not any(each.place.path in gaps.keys for each in finding.fix.replacements)


def _at_most(limit: int, text: str) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


@dataclass
class _Stamp:
    """Gives findings their rule's name, severity, words, suggestions and fingerprint."""

    plan: Plan
    words: Catalog
    budget: int = SUGGESTION_BUDGET
    seen: dict[str, int] = field(default_factory=dict)

    def diagnostic(self, rule: Rule, severity: Severity, finding: Finding) -> Diagnostic:
        """One finding, in words."""
        words = WORDS[f"{rule.name}.{finding.case}" if finding.case else rule.name]
        suggestions = finding.suggestions or self._similar(finding)
        facts = {name: _at_most(LONGEST, self._joined(fact)) for name, fact in finding.facts.items()}
        facts["suggestions"] = self._joined(suggestions)
        if reason := facts.get("reason"):
            facts["reason"] = self.words.gettext(reason)
        return Diagnostic(
            rule=rule.name,
            severity=severity,
            message=self._say(words.message, facts),
            place=finding.place,
            label=self._say(words.label, facts),
            related=tuple(self._related(words, facts, finding, suggestions, self.plan.gaps)),
            help=self._say(words.help if not suggestions or not words.suggest else words.suggest, facts),
            suggestions=suggestions,
            task=finding.place.task,
            fix=finding.fix,
            fingerprint=self._fingerprint(rule, finding),
        )

    def _similar(self, finding: Finding) -> tuple[str, ...]:
        if not finding.typed or not finding.candidates or self.budget <= 0:
            return ()
        self.budget -= len(finding.candidates)
        return similar(finding.typed, finding.candidates)

    def _related(
        self,
        words: Words,
        facts: Mapping[str, str],
        finding: Finding,
        suggestions: tuple[str, ...],
        gaps: Gaps,
    ) -> Iterator[Label]:
        near = [finding.candidates.get(name) for name in suggestions[:1]]
        places = [*finding.related, *(Related(place, "similar") for place in near if place)]
        for related in places:
            # in a file that did not load whole, indices may no longer be those of the file
            if (
                finding.place.span is not None
                or related.place.span is not None
                or not gaps.touch(related.place.path, frozenset(map(str, related.place.route[:1])))
            ):
                text = words.related if related.label == "related" else words.similar
                yield Label(related.place, self._say(text, facts))

    def _joined(self, fact: str | tuple[str, ...]) -> str:
        # Translators: what stands between names in a list.
        return fact if isinstance(fact, str) else self.words.gettext(", ").join(fact)

    def _say(self, message: str, facts: Mapping[str, str]) -> str:
        return self.words.gettext(message).format_map(facts) if message else ""

    def _fingerprint(self, rule: Rule, finding: Finding) -> str:
        """Stable when lines move: the rule, the task, the keys to the place, the facts; a counter for repetitions."""
        where = finding.place.task or finding.place.path
        keys = [step for step in finding.place.route if isinstance(step, str)]
        facts = [f"{name}={value}" for name, value in sorted(finding.facts.items())]
        told = "\0".join([rule.name, where, *keys, finding.case, *facts])
        count = self.seen[told] = self.seen.get(told, 0) + 1
        digest = hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return digest if count == 1 else f"{digest}-{count}"
