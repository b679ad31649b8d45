"""Documents as sides of a comparison: each is read as what it would make of the plan on the other side.

So ids are the other side's, and what a document does not carry is the same on both.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plancli.errors import PlancliError
from plancli.intake.accounts import OF_TARGETS
from plancli.messages import N_
from plancli.source.folder import Folder
from plancli.source.sides import NoWorkingPlanError, Side
from plancli.source.sides import sides as sides_of_plans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plancli.intake.drafts import Draft
    from plancli.intake.interpret import Interpretation
    from plancli.loading.loader import Begun

Notes = list[tuple[str, dict[str, str]]]
"""What is to be said beside the comparison: messages with their facts."""

_ENDINGS = frozenset(
    {".docx", ".doc", ".wps", ".rtf", ".xlsx", ".xls", ".et", ".pdf", ".csv", ".tsv", ".tab", ".txt", ".text"}
    | {".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown"}
)
_MOST = 2
_ANY_YEARS = 1900, 2199
_DOUBTED = N_("note: at {n} places it is not sure how {file} is to be read: plancli import {file} --dry-run")


class RefusedSideError(PlancliError):
    """A document cannot be read as a plan; the wording is that of the refusal."""


def sides(plan: Path | None, cwd: Path, arguments: Sequence[str]) -> tuple[tuple[Side, Side], Notes]:
    """The old and the new plan, each a revision, a folder or a document; and what is to be said of how they were read.

    Raises:
        PlancliError: Where a side does not exist or cannot be read.
    """
    documents = [_is_document(cwd, each) for each in arguments]
    if len(arguments) > _MOST or not any(documents):
        return sides_of_plans(plan, cwd, arguments), []
    reading = _Reading(cwd)
    if all(documents) and len(arguments) == _MOST:
        base = reading.alone(arguments[0])
        return (base, reading.upon(base, arguments[1])), reading.notes
    other = next((each for each, is_one in zip(arguments, documents, strict=True) if not is_one), None)
    if other is not None:
        base = sides_of_plans(plan, cwd, (other, other))[0]
    elif plan is None:
        raise NoWorkingPlanError(folder=str(cwd), side=arguments[0])
    else:
        base = Side("", "worktree", Folder(plan), plan)
    document = reading.upon(base, arguments[documents.index(True)])
    return ((document, base) if documents[0] else (base, document)), reading.notes


def _is_document(cwd: Path, argument: str) -> bool:
    path = cwd / argument
    return path.suffix.lower() in _ENDINGS and path.is_file()


class _Reading:
    """Reads documents as sides."""

    def __init__(self, cwd: Path) -> None:
        self._cwd = cwd
        self.notes: Notes = []

    def alone(self, name: str) -> Side:
        """A document as a plan of its own."""
        from plancli.edit.import_document import written
        from plancli.edit.update_source import Overlaid

        return Side(name, "document", Overlaid(written(self._draft(name, None))))

    def upon(self, base: Side, name: str) -> Side:
        """A document as what it would make of a plan."""
        from plancli.edit.update import updating
        from plancli.edit.update_source import Overlaid
        from plancli.loading.loader import begin

        draft = self._draft(name, begin(base.source))
        update = updating(base.source, draft, lambda path: _shown(base, path), strict=False)
        return Side(name, "document", Overlaid(update.contents, base.source))

    def _draft(self, name: str, begun: Begun | None) -> Draft:
        """What a document makes.

        Raises:
            RefusedSideError: Where it makes nothing.
        """
        from plancli.intake.doubts import REFUSALS

        found = self._interpreted(name, begun)
        if found.draft is None:
            refusal = found.refusals[0]
            message, help_ = REFUSALS[refusal.why]
            raise RefusedSideError(message, help=help_, text=refusal.text)
        if doubts := sum(len(each.unsure) for each in found.accounts if each.went not in OF_TARGETS):
            self.notes.append((_DOUBTED, {"n": str(doubts), "file": name}))
        return found.draft

    def _interpreted(self, name: str, begun: Begun | None) -> Interpretation:
        from plancli.intake.answers import Answers
        from plancli.intake.formats.detect import read_document
        from plancli.intake.interpret import interpret

        document = read_document(self._cwd / name)
        if begun is not None:
            header, known = begun.header, frozenset(begun.register.by_spelling)
            period = header.period.start, header.period.end
            return interpret(document, Answers(header.title, period, known=known, ignore_counts=True))
        found = interpret(document, Answers(ignore_counts=True))
        missing = {each.why for each in found.refusals}
        if missing and missing <= {"no-title", "no-years"}:
            title = Path(name).stem if "no-title" in missing else ""
            years = _ANY_YEARS if "no-years" in missing else None
            found = interpret(document, Answers(title, years, ignore_counts=True))
        return found


def _shown(side: Side, path: str) -> str:
    return (side.folder / path).as_posix() if side.folder else f"{side.name}:{path}"
