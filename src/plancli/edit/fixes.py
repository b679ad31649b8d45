"""Carry out the fixes that rules offer: in memory first, and only those by which nothing gets worse."""

from __future__ import annotations

import codecs
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from plancli.checking import ALL, found
from plancli.diagnostics import Severity
from plancli.edit.drafted import Drafted
from plancli.edit.fix_claims import Claims
from plancli.edit.rewrite import Rewrite
from plancli.loading.loader import load
from plancli.model.shapes import shape_of
from plancli.source.edits import edited
from plancli.source.replacing import replacing
from plancli.source.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plancli.checking import Choice
    from plancli.diagnostics import Finding, Fix, Replacement
    from plancli.loading.loader import Loaded
    from plancli.rules import Rule
    from plancli.source.folder import Folder

ROUNDS = 10
"""A fix may make room for another one: so often we look again."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What fixes make of a plan.

    Attributes:
        files: What those shall hold that are changed.
        count: How many findings are mended.
        left: How many others have a fix that cannot be made.
        loaded: The plan as it then is.
    """

    files: tuple[Rewrite, ...]
    count: int
    left: int
    loaded: Loaded


def mend(source: Folder, loaded: Loaded, choice: Choice = ALL, *, unsafe: bool = False) -> Mended:
    """Find out what fixes make of a plan, without writing anything.

    A fix is made where it changes what it is about and nothing else, where no error comes of it, and where its files
    have no error of loading but those that are being mended. What YAML could not read comes first: the errors that then
    come to light were there before.

    Args:
        source: The plan's folder.
        loaded: The plan as it is.
        choice: Rules whose findings are to be mended.
        unsafe: Whether also by fixes that a person should look at.
    """
    applicable = {"safe", "unsafe"} if unsafe else {"safe"}
    draft, count = _Draft(source, loaded), 0
    refused: set[Fix] = set()
    for _ in range(ROUNDS):
        claims = Claims()
        fixes = [fix for _, fix in draft.offers(choice, applicable) if fix not in refused and claims.take(fix)]
        if not fixes:
            break
        attempt = _Round(draft)
        fixes = [fix for fix in fixes if _is_of_reading(fix)] or fixes
        made = attempt.make(fixes, [])
        refused.update(attempt.refused)
        draft, count = attempt.best, count + len(made)
    left = sum(1 for _ in draft.offers(choice, applicable))
    return Mended(tuple(draft.rewrites()), count, left, draft.loaded)


@dataclass(frozen=True)
class _Draft:
    """A plan as it would be.

    Attributes:
        source: Its folder.
        loaded: What would be loaded.
        contents: Of files that would be changed.
    """

    source: Folder
    loaded: Loaded
    contents: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def told(self) -> list[tuple[Rule, Finding]]:
        """What all rules find."""
        return list(found(self.loaded))

    @cached_property
    def errors(self) -> Counter[tuple[str, str]]:
        """How many errors each rule finds in each file."""
        plan = self.loaded.plan
        errors = ((rule, finding) for rule, finding in self.told if ALL.setting(rule, plan) == Severity.ERROR.value)
        return Counter((rule.name, finding.place.path) for rule, finding in errors)

    @property
    def unread(self) -> frozenset[str]:
        """The files of which nobody knows what else is wrong in them."""
        return frozenset(path for path, broken in self.loaded.plan.gaps.keys.items() if "*" in broken)

    def is_no_worse_than(self, other: _Draft, fixes: Iterable[Fix]) -> bool:
        """Whether these fixes brought no error about."""
        if all(map(_is_of_reading, fixes)):
            return self.unread <= other.unread
        return self.errors <= other.errors

    def offers(self, choice: Choice, applicable: set[str]) -> Iterator[tuple[Finding, Fix]]:
        """The findings that have such a fix, in the order of the rules."""
        for _, finding in self.told if choice == ALL else found(self.loaded, choice):
            if finding.fix and finding.fix.applicability in applicable:
                yield finding, finding.fix

    def with_(self, fixes: Iterable[Fix]) -> _Draft | None:
        """The plan with these fixes; None where they cannot be made."""
        contents = dict(self.contents)
        for path, replacements in _by_path(fixes).items():
            content = self.contents[path] if path in self.contents else self.source.read(path)
            changed = _changed(path, content, replacements) if isinstance(content, bytes) else None
            if changed is None:
                return None
            contents[path] = changed
        return _Draft(self.source, load(Drafted(self.source.root, contents=contents)), contents)

    def rewrites(self) -> Iterator[Rewrite]:
        """What has to be written."""
        for path, after in self.contents.items():
            before = self.source.read(path)
            yield Rewrite(self.source.root / path, before if isinstance(before, bytes) else None, after)


@dataclass
class _Round:
    """Fixes that are made at once.

    Attributes:
        base: The plan before.
        best: The plan with those that could be made.
        refused: The others.
    """

    base: _Draft
    best: _Draft = field(init=False)
    refused: list[Fix] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.best = self.base

    def make(self, fixes: list[Fix], made: list[Fix]) -> list[Fix]:
        """Make fixes beside others that are made; where not all of them can be made, each half by itself."""
        draft = self.base.with_([*made, *fixes])
        if draft and draft.is_no_worse_than(self.base, fixes):
            self.best = draft
            return [*made, *fixes]
        if len(fixes) == 1:
            self.refused += fixes
            return made
        half = len(fixes) // 2
        return self.make(fixes[half:], self.make(fixes[:half], made))


def _is_of_reading(fix: Fix) -> bool:
    """Whether it mends what YAML could not read, where there are no values yet."""
    return any(each.place.span for each in fix.replacements)


def _by_path(fixes: Iterable[Fix]) -> dict[str, dict[Replacement, None]]:
    """What is to be replaced in each file; two findings may ask for the same."""
    by_path: dict[str, dict[Replacement, None]] = {}
    for fix in fixes:
        for each in fix.replacements:
            by_path.setdefault(each.place.path, {})[each] = None
    return by_path


def _changed(path: str, content: bytes, replacements: Iterable[Replacement]) -> bytes | None:
    """A file with replacements; a byte order mark stays."""
    text = decode(content)
    if not isinstance(text, str):
        return None
    edits = replacing(text, replacements, shape_of(path).at)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return None if edits is None else mark + edited(text, edits).encode("utf-8", "surrogatepass")
