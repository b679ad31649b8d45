"""What a change is: a value that says what differs, where, how much, and whom it reaches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from plancli.model.fields import Due
from plancli.model.task import Target

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from plancli.diagnostics import Place, Severity
    from plancli.diff.text import Edit
    from plancli.model.header import Role

Fact = str | tuple[str, ...] | Target | Due | None
"""What stood on a side: a text, several names, a goal or a deadline; the reader's language words it."""

Side = Literal["old", "new", "both"]


@dataclass(frozen=True, slots=True)
class Delta:
    """By how much a number differs.

    Attributes:
        amount: New less old, in `unit`.
        unit: The old side's.
        percent: Of the old number; None where that is 0, or where the unit is itself a percentage.
    """

    amount: Decimal
    unit: str
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Because:
    """Why a change reaches a department or group.

    Attributes:
        case: `role`: the task names it; `entry`: the change is its own entry's; `member`: it belongs to the group that
            changed; `successor`: it took the duties of one that the change reaches; `plan`: it is everybody's.
        role: In which role, for `role`.
        via: The group through which it is reached, or whose membership changed, or whom it succeeds; or empty.
        side: On which side of the comparison.
    """

    case: Literal["role", "entry", "member", "successor", "plan"]
    role: Role | None = None
    via: str = ""
    side: Side = "both"


@dataclass(frozen=True, slots=True)
class Reached:
    """A department or group that a change reaches, and why."""

    name: str
    because: Because


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two plans.

    Attributes:
        kind: Its name: `target-lowered`.
        task: The task's id on the new side, or on the old one where it is gone; None where it is the plan's.
        old: Where it stood.
        new: Where it stands.
        before: What stood there.
        after: What stands there.
        facts: What else its wording fills in.
        case: Which of its kind's wordings applies, where there are several.
        delta: By how much.
        edits: Of a text, what was kept, deleted and inserted.
        units: The units that it is about, where it is not about all that the task names.
        level: After the plan's own settings; None before it is weighed, and where the plan turns the kind off.
        reached: Whom it reaches, and why.
        fingerprint: 12 hex digits of what changed, which stay the same when lines move.
    """

    kind: str
    task: str | None = None
    old: Place | None = None
    new: Place | None = None
    before: Fact = None
    after: Fact = None
    facts: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    case: str = ""
    delta: Delta | None = None
    edits: tuple[Edit, ...] = ()
    units: tuple[str, ...] | None = None
    level: Severity | None = None
    reached: tuple[Reached, ...] = ()
    fingerprint: str = ""
