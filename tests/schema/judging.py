"""Two judges of one file: plancli, and an independent validator with the schema that plancli makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from jsonschema import Draft202012Validator

from plancli.loading.loader import load
from plancli.schema.documents import schema
from tests.schema import core
from tests.support import PLAN, REGISTER, Memory, rule_of, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.model.plan import Plan
    from tests.support import Files

UNREADABLE = {
    "unreadable-file",
    "invalid-encoding",
    "file-too-large",
    "forbidden-character",
    "merge-conflict-marker",
    "invalid-yaml",
    "nesting-too-deep",
    "forbidden-yaml-feature",
    "duplicate-key",
}
"""Rules that speak of a file before it has a value: no schema is asked about it."""

OF_SHAPE = {"wrong-type", "unknown-key", "missing-key", "unknown-department", "missing-task", "invalid-id"}
"""Rules whose findings a schema is to make too."""


class Judgement(NamedTuple):
    """What the two say of one file.

    Attributes:
        path: The file.
        ours: The wordings of plancli's findings that a schema is to make too.
        theirs: What the validator objects to.
    """

    path: str
    ours: frozenset[str]
    theirs: tuple[str, ...]

    @property
    def agree(self) -> bool:
        """Whether both take it or both refuse it."""
        return bool(self.ours) == bool(self.theirs)


def validator(plan: Plan, path: str) -> Draft202012Validator:
    """The validator of a plan's file."""
    return Draft202012Validator(schema(plan, "task" if path.startswith("tasks/") else path.removesuffix(".yaml")))


def is_read(path: str) -> bool:
    """Whether a path is one of a plan's own files."""
    return path in {PLAN, REGISTER} or re.fullmatch(r"tasks/[^/]+\.yaml", path) is not None


def judgements(files: Files, only: str = "") -> Iterator[Judgement]:
    """What is said of every file that is read and has a value, or of one of them."""
    plan, findings = load(Memory(files)).plan, said(files)
    for path in [only] if only else filter(is_read, files):
        content, ours = files[path], frozenset(each.wording for each in findings if each.path == path)
        if isinstance(content, str) and UNREADABLE.isdisjoint(map(rule_of, ours)):
            errors = validator(plan, path).iter_errors(core.load(content.replace("\r\n", "\n")))
            shape = frozenset(wording for wording in ours if rule_of(wording) in OF_SHAPE)
            yield Judgement(path, shape, tuple(error.message for error in errors))
