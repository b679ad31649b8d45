"""What gathers while files are read: findings, and which parts of the plan are not what their files say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from plancli.loading import faults, misfits
from plancli.loading.reading import read_mapping

if TYPE_CHECKING:
    from plancli.diagnostics import Allowance
    from plancli.loading.reading import Findings
    from plancli.loading.strays import Strays
    from plancli.source.folder import Source
    from plancli.source.yaml import Value

MAX_FAULTS = 100
"""So many errors in one file have one cause, and nobody reads more of them."""


@dataclass
class Loading:
    """What was found so far.

    Attributes:
        source: The plan's files.
        findings: Each with the rule that it falls under.
        damaged: By file, the keys that are not what it says; `*` for all.
        lost_tasks: Tasks whose file could not be read.
        allowances: What comments allow.
        begun: How many findings there were before the file that is being read.
    """

    source: Source
    findings: Findings = field(default_factory=list)
    damaged: dict[str, frozenset[str]] = field(default_factory=dict)
    lost_tasks: set[str] = field(default_factory=set)
    allowances: list[Allowance] = field(default_factory=list)
    begun: int = 0

    def again(self, source: Source) -> Loading:
        """The same so far, to go on with another source."""
        return Loading(source, list(self.findings), dict(self.damaged), set(self.lost_tasks), list(self.allowances))

    def mapping(self, path: str) -> dict[str, Value] | None:
        """A file's mapping; None, with the whole file marked, where it has none."""
        self.begun = len(self.findings)
        value, findings, damaged = read_mapping(self.source, path, self.allowances)
        if findings:
            self.keep(path, findings, damaged)
        return value

    def note(self, strays: Strays) -> None:
        """A file of the plan that lies there under another name is lost, not missing."""
        self.findings = [each for each in self.findings if each[1].place.path not in strays.replaced]
        self.findings += strays.findings
        self.damaged |= dict.fromkeys(strays.replaced, frozenset("*"))
        self.lost_tasks |= strays.tasks

    def keep(self, path: str, findings: Findings, damaged: frozenset[str]) -> None:
        """Add what was found in the file that is being read: of a value that is wrong anyway, not that it is folded."""
        if findings:
            told = {finding.place.route for fault, finding in findings if fault is not faults.folded_value}
            before = self.findings[self.begun :]
            own = [each for each in before if each[0] is not faults.folded_value or each[1].place.route not in told]
            self.findings[self.begun :] = _at_most(MAX_FAULTS, own + findings)
            self.damaged[path] = self.damaged.get(path, frozenset()) | damaged


def _at_most(limit: int, findings: Findings) -> Findings:
    """A file's findings; where errors are very many, the first ones, and that there are more.

    A value that is cut short may be meant so, and all of them turned off: they do not count.
    """
    errors = [each for each in findings if each[0] is not misfits.cut_short_value]
    if len(errors) <= limit:
        return findings
    place = errors[limit][1].place
    return [*errors[:limit], (faults.file_too_large, faults.file_too_large(place, "faults", {"limit": str(limit)}))]
