"""The one table of rules.

Rules of loading and rules over a plan stand in it alike. A rule's name is its function's; its manual is the
function's docstring; its words are in `plancli.wording`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plancli.checks import (
    aliases,
    characters,
    figures,
    goals,
    groups,
    headings,
    ids,
    lines,
    marks,
    names,
    numbering,
    outdated,
    outline,
    overlaps,
    promises,
    register,
    repetition,
    targets,
    units,
    wording,
)
from plancli.diagnostics import Severity
from plancli.loading import allowances, faults, misfits, strays

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LOADING = "plancli.loading."
"""The room of the rules that find while a plan is loaded."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the table knows it.

    Attributes:
        function: What finds; for a rule of loading, what makes its finding.
        severity: Unless the plan says otherwise.
        reads: Top-level keys of the file it speaks of: where one of them is faulty, the rule is silent there.
        needs: What it must know as a whole (`departments.yaml:*`, `tasks:lead`): else it is silent altogether.
        hides: What it speaks of is missing from a sheet, though all was read.
    """

    function: Callable[..., Any]
    severity: Severity
    reads: frozenset[str] = frozenset()
    needs: tuple[str, ...] = ()
    hides: bool = False

    @property
    def name(self) -> str:
        """The name that users see: `unknown-department`."""
        return name_of(self.function)

    @property
    def is_load_rule(self) -> bool:
        """Whether it finds while loading, rather than in a loaded plan."""
        return self.function.__module__.startswith(LOADING)

    @property
    def is_load_error(self) -> bool:
        """Whether it tells of what could not be read."""
        return self.is_load_rule and self.severity is Severity.ERROR

    @property
    def is_fixed(self) -> bool:
        """Whether its severity cannot be set, nor its findings be allowed: no setting brings a task onto its sheet."""
        return self.hides or self.is_load_error


def name_of(function: Callable[..., Any]) -> str:
    """A rule's name from its function's."""
    return function.__name__.replace("_", "-")


def _keys(names: str) -> frozenset[str]:
    return frozenset(names.split())


OWN = frozenset({"."})
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
    Rule(faults.folded_value, Severity.ERROR),
    Rule(misfits.unknown_key, Severity.ERROR),
    Rule(misfits.missing_key, Severity.ERROR),
    Rule(misfits.wrong_type, Severity.ERROR),
    Rule(faults.template_mistake, Severity.ERROR),
    Rule(allowances.invalid_allowance, Severity.ERROR),
    Rule(strays.misnamed_file, Severity.ERROR),
    Rule(ids.invalid_id, Severity.ERROR, _keys("targets")),
    Rule(ids.confusable_ids, Severity.ERROR),
    Rule(outline.missing_task, Severity.ERROR, needs=_OUTLINE, hides=True),
    Rule(outline.unlisted_task, Severity.ERROR, needs=_OUTLINE),
    Rule(outline.task_listed_twice, Severity.ERROR, needs=_OUTLINE),
    Rule(names.unknown_department, Severity.ERROR, OWN, _REGISTER, hides=True),
    Rule(register.ambiguous_name, Severity.ERROR, _keys("departments groups"), hides=True),
    Rule(ids.duplicate_target_id, Severity.ERROR, _keys("targets")),
    Rule(targets.quote_not_in_text, Severity.ERROR, _QUOTES),
    Rule(figures.quote_value_mismatch, Severity.ERROR, _QUOTES),
    Rule(figures.unit_mismatch, Severity.ERROR, _QUOTES),
    Rule(misfits.cut_short_value, Severity.WARNING),
    Rule(allowances.unused_allowance, Severity.WARNING),
    Rule(strays.stray_file, Severity.WARNING),
    Rule(ids.lookalike_ids, Severity.WARNING, needs=_OUTLINE),
    Rule(outdated.outdated_department, Severity.WARNING, OWN, ("plan.yaml:period", "plan.yaml:issued", *_REGISTER)),
    Rule(units.no_lead, Severity.WARNING, _keys("lead")),
    Rule(units.repeated_department, Severity.WARNING, OWN),
    Rule(units.lead_also_responsible, Severity.WARNING, _UNITS),
    Rule(units.department_in_two_roles, Severity.WARNING, _UNITS),
    Rule(
        groups.unattributable_responsibility,
        Severity.WARNING,
        _keys("responsible"),
        ("departments.yaml:groups", "departments.yaml:departments"),
    ),
    Rule(targets.unmodelled_quantity, Severity.WARNING, _QUOTES),
    Rule(targets.target_outside_period, Severity.WARNING, _keys("targets"), ("plan.yaml:period",)),
    Rule(targets.unconfirmed_target, Severity.WARNING, _keys("targets")),
    Rule(figures.unanchored_target, Severity.WARNING, _QUOTES),
    Rule(figures.comparator_mismatch, Severity.WARNING, _QUOTES),
    Rule(promises.due_mismatch, Severity.WARNING, _QUOTES, ("plan.yaml:period",)),
    Rule(promises.commitment_mismatch, Severity.WARNING, _QUOTES),
    Rule(promises.per_year_mismatch, Severity.WARNING, _QUOTES),
    Rule(goals.percent_out_of_range, Severity.WARNING, _keys("targets")),
    Rule(overlaps.contradictory_targets, Severity.WARNING, _keys("targets")),
    Rule(wording.text_repeats_title, Severity.WARNING, _keys("title text")),
    Rule(headings.empty_heading, Severity.WARNING, OWN),
    Rule(headings.duplicate_title, Severity.WARNING, OWN),
    Rule(numbering.clause_numbering, Severity.WARNING, OWN),
    Rule(numbering.stated_count, Severity.WARNING, OWN),
    Rule(marks.unbalanced_quotes, Severity.WARNING, OWN),
    Rule(characters.invisible_character, Severity.WARNING, OWN),
    Rule(characters.not_normalised, Severity.WARNING, OWN),
    Rule(
        register.unused_department,
        Severity.INFO,
        _keys("departments groups"),
        ("tasks:lead", "tasks:responsible", "tasks:support", *_REGISTER),
    ),
    Rule(goals.baseline_beyond_goal, Severity.INFO, _keys("targets")),
    Rule(overlaps.duplicate_target, Severity.INFO, _keys("targets")),
    Rule(repetition.duplicate_text, Severity.INFO, OWN),
    Rule(wording.mixed_punctuation, Severity.INFO, OWN),
    Rule(lines.sentence_per_line, Severity.INFO, OWN),
    Rule(lines.trailing_space, Severity.INFO, OWN),
    Rule(aliases.alias_used, Severity.INFO, OWN, _REGISTER),
    Rule(aliases.elided_group_prefix, Severity.INFO, OWN, ("departments.yaml:groups",)),
    Rule(groups.group_and_member, Severity.INFO, OWN, _REGISTER),
    Rule(groups.overlapping_groups, Severity.INFO, _keys("groups"), _REGISTER),
)

BY_NAME: Mapping[str, Rule] = {rule.name: rule for rule in RULES}
BY_FUNCTION: Mapping[Callable[..., Any], Rule] = {rule.function: rule for rule in RULES}
