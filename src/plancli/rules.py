"""The one table of rules, and the engine that turns what they find into diagnostics.

Rules of loading and rules over a plan stand in it alike. A rule's name is its function's; its manual is the
function's docstring; its words are in `plancli.wording`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from plancli.checks import outline, targets, units, wording
from plancli.diagnostics import Diagnostic, Finding, Label, Place, Related, Severity
from plancli.loading import faults
from plancli.model.plan import HEADER_PATH
from plancli.suggest import similar
from plancli.wording import WORDS, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from plancli.diff.kinds import Kind
    from plancli.loading.loader import Loaded
    from plancli.messages import Catalog
    from plancli.model.plan import Gaps, Plan

SUGGESTION_BUDGET = 200_000
"""Comparisons that one run spends on did-you-mean: enough for any real mistake, and never quadratic."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the table knows it.

    Attributes:
        function: What finds; for a rule of loading, what makes its finding.
        severity: Unless the plan says otherwise.
        reads: Top-level keys of the file it speaks of: where one of them is faulty, the rule is silent there.
        needs: What it must know as a whole (`departments.yaml:*`, `tasks:lead`): else it is silent altogether.
    """

    function: Callable[..., Any]
    severity: Severity
    reads: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name that users see: `unknown-department`."""
        return name_of(self.function)

    @property
    def is_load_rule(self) -> bool:
        """Whether it finds while loading, rather than in a loaded plan."""
        return self.function.__module__ == faults.__name__


def name_of(function: Callable[..., Any]) -> str:
    """A rule's name from its function's."""
    return function.__name__.replace("_", "-")


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


_OWN = frozenset({"."})
"""A rule that reads no more than the key its finding stands under."""
_UNITS = _keys("lead responsible support departments groups")
_QUOTES = _keys("text targets")
_REGISTER = ("departments.yaml:*",)
_OUTLINE = ("plan.yaml:outline",)

RULES: tuple[Rule, ...] = (
    Rule(faults.unreadable_file, Severity.ERROR),
    Rule(faults.invalid_encoding, Severity.ERROR),
    Rule(faults.file_too_large, Severity.ERROR),
    Rule(faults.forbidden_character, Severity.ERROR),
    Rule(faults.merge_conflict_marker, Severity.ERROR),
    Rule(faults.invalid_yaml, Severity.ERROR),
    Rule(faults.nesting_too_deep, Severity.ERROR),
    Rule(faults.forbidden_yaml_feature, Severity.ERROR),
    Rule(faults.duplicate_key, Severity.ERROR),
    Rule(faults.unknown_key, Severity.ERROR),
    Rule(faults.missing_key, Severity.ERROR),
    Rule(faults.wrong_type, Severity.ERROR),
    Rule(faults.template_mistake, Severity.ERROR),
    Rule(outline.invalid_id, Severity.ERROR, _keys("targets")),
    Rule(outline.missing_task, Severity.ERROR, needs=_OUTLINE),
    Rule(outline.unlisted_task, Severity.ERROR, needs=_OUTLINE),
    Rule(outline.task_listed_twice, Severity.ERROR, needs=_OUTLINE),
    Rule(units.unknown_department, Severity.ERROR, _OWN, _REGISTER),
    Rule(outline.duplicate_target_id, Severity.ERROR, _keys("targets")),
    Rule(targets.quote_not_in_text, Severity.ERROR, _QUOTES),
    Rule(targets.quote_value_mismatch, Severity.ERROR, _QUOTES),
    Rule(faults.cut_short_value, Severity.WARNING),
    Rule(units.no_lead, Severity.WARNING, _keys("lead")),
    Rule(units.repeated_department, Severity.WARNING, _OWN),
    Rule(units.lead_also_responsible, Severity.WARNING, _UNITS),
    Rule(
        units.unattributable_responsibility,
        Severity.WARNING,
        _keys("responsible"),
        ("departments.yaml:groups", "departments.yaml:departments"),
    ),
    Rule(targets.unmodelled_quantity, Severity.WARNING, _QUOTES),
    Rule(targets.target_outside_period, Severity.WARNING, _keys("targets"), ("plan.yaml:period",)),
    Rule(wording.text_repeats_title, Severity.WARNING, _keys("title text")),
    Rule(
        units.unused_department,
        Severity.INFO,
        _keys("departments groups"),
        ("tasks:lead", "tasks:responsible", "tasks:support", *_REGISTER),
    ),
    Rule(wording.mixed_punctuation, Severity.INFO, _OWN),
    Rule(units.elided_group_prefix, Severity.INFO, _OWN, ("departments.yaml:groups",)),
)

BY_NAME: Mapping[str, Rule] = {rule.name: rule for rule in RULES}
BY_FUNCTION: Mapping[Callable[..., Any], Rule] = {rule.function: rule for rule in RULES}


def check(loaded: Loaded, words: Catalog) -> Iterator[Diagnostic]:
    """Everything there is to say about a loaded plan, in no particular order.

    Args:
        loaded: The plan and what loading found.
        words: The reader's language.
    """
    stamp = _Stamp(loaded.plan, words)
    for function, finding in loaded.findings:
        yield from stamp(BY_FUNCTION[function], [finding])
    yield from stamp(BY_FUNCTION[faults.unknown_key], _unknown_rules(loaded.plan))
    for rule in RULES:
        if not rule.is_load_rule:
            yield from stamp(rule, findings(rule, loaded.plan))


def setting(rule: Rule, plan: Plan) -> str:
    """A rule's severity in a plan, or `off`.

    Errors of loading stay errors: what could not be read is missing from every sheet, and no setting brings it back.
    """
    fixed = rule.is_load_rule and rule.severity is Severity.ERROR
    return rule.severity if fixed else plan.header.checks.get(rule.name, rule.severity)


def has_errors(loaded: Loaded) -> bool:
    """Whether `check` would find an error; without asking the rules whose findings are none."""
    errors = [rule for rule in RULES if setting(rule, loaded.plan) == Severity.ERROR.value]
    if any(BY_FUNCTION[function] in errors for function, _ in loaded.findings) or any(_unknown_rules(loaded.plan)):
        return True
    return any(True for rule in errors if not rule.is_load_rule for _ in findings(rule, loaded.plan))


def _unknown_rules(plan: Plan) -> Iterator[Finding]:
    """Names under `checks` that are no rules, and under `diff` that are no kinds of change."""
    for key, settings, known in (("checks", plan.header.checks, BY_NAME), ("diff", plan.header.diff, kinds())):
        for name in settings:
            if name not in known:
                yield faults.unknown_key(Place(HEADER_PATH, (key, name), "key"), name, tuple(known))


def kinds() -> Mapping[str, Kind]:
    """Every kind of change; the table is read only where a plan sets one."""
    from plancli.diff.kinds import BY_NAME  # noqa: PLC0415 - a check of a plan without such settings need not wait

    return BY_NAME


def diagnose(function: Callable[..., Any], finding: Finding, plan: Plan, words: Catalog) -> Diagnostic:
    """One finding of a rule as a diagnostic, at the rule's own severity."""
    rule = BY_FUNCTION[function]
    return _Stamp(plan, words).diagnostic(rule, rule.severity, finding)


def findings(rule: Rule, plan: Plan) -> Iterator[Finding]:
    """What a rule over plans finds, but for consequences of what could not be loaded."""
    gaps = plan.gaps
    if any(gaps.lack(need) for need in rule.needs):
        return
    for finding in rule.function(plan):
        own = frozenset(map(str, finding.place.route[:1]))
        if not gaps.touch(finding.place.path, own if rule.reads is _OWN else rule.reads):
            yield finding


@dataclass
class _Stamp:
    """Gives findings their rule's name, severity, words, suggestions and fingerprint."""

    plan: Plan
    words: Catalog
    budget: int = SUGGESTION_BUDGET
    seen: dict[str, int] = field(default_factory=dict)

    def __call__(self, rule: Rule, found: Iterable[Finding]) -> Iterator[Diagnostic]:
        severity = setting(rule, self.plan)
        if severity != "off":
            for finding in found:
                yield self.diagnostic(rule, Severity(severity), finding)

    def diagnostic(self, rule: Rule, severity: Severity, finding: Finding) -> Diagnostic:
        """One finding, in words."""
        words = WORDS[f"{rule.name}.{finding.case}" if finding.case else rule.name]
        suggestions = finding.suggestions or self._similar(finding)
        facts = {name: self._joined(fact) for name, fact in finding.facts.items()}
        facts["suggestions"] = self._joined(suggestions)
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
