"""How the tables of cases are written: a plan with the place marked, the wording that applies, and its message."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from plancli.manual import excerpts
from tests.support import TASK, Said, marked, world, written

if TYPE_CHECKING:
    from tests.support import Files


class Case(NamedTuple):
    """A mistake in the sound plan.

    Attributes:
        wording: `rule` or `rule.case`.
        message: In English.
        example: Files as in a manual, the place between « and »; without a header it is the task's file.
    """

    wording: str
    message: str
    example: str

    @property
    def text(self) -> str:
        """The example with its header."""
        text = dedent(self.example.removeprefix("\n"))
        return text if text.startswith("# ") else f"# {TASK}\n{text}"

    @property
    def files(self) -> Files:
        """The plan."""
        return world(self.text)

    @property
    def said(self) -> Said:
        """What is expected; without marks it is about the last file as a whole."""
        path = ""
        for excerpt in excerpts(self.text):
            path = excerpt.path
            if place := marked(written(excerpt)):
                return Said(self.wording, path, *place)
        return Said(self.wording, path, 1, 1, 1)


def numbered(cases: tuple[Case, ...]) -> list[str]:
    """An id for each case: its wording, and which case of that wording it is."""
    wordings = [case.wording for case in cases]
    return [f"{wording} {wordings[:index].count(wording) + 1}" for index, wording in enumerate(wordings)]
