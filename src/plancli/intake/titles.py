"""What tasks are called: a column of its own, the first sentence of the text, or a guess from its first words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from plancli.intake.labelled import is_list
from plancli.intake.numbering import read_label

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUN_IN = re.compile(r"\s*([^\s。！？，,；;：:][^。！？，,；;：:\n]{1,29})。\s*(\S.*)", re.DOTALL).fullmatch
_WHEN = re.compile(
    "(?:力争|争取|确保)?(?:到|至|在)?20[0-9]{2}年(?:[0-9]{1,2}月)?(?:底|末|[上下]半年)?(?:以?前|之前)?[，,]"
)
"""A deadline that a text begins with says nothing of its task."""
_LONGEST = 30
_FIRST_CLAUSE = re.compile(r"[^。！？，,；;：:\n]{1,30}").match


class Titled(NamedTuple):
    """A task's title and the rest of its text.

    Attributes:
        title: Its title.
        text: What is left to be its text.
        is_guessed: Whether it is only the text's beginning, which the document does not set off as a title.
    """

    title: str
    text: str
    is_guessed: bool = False


def run_in(text: str) -> Titled | None:
    """The title that a text begins with as a short sentence of its own: `节能降碳。聚焦能源……`."""
    found = _RUN_IN(text)
    return Titled(found[1].strip(), found[2]) if found and not is_list(text) else None


def titled(texts: Sequence[str]) -> tuple[tuple[Titled, ...], bool]:
    """The titles of texts that no column gives one, and whether they run in.

    They run in where every text has one: a single short sentence may be anything.

    Args:
        texts: The texts of all tasks, none of them empty.
    """
    found = [run_in(text) for text in texts]
    if found and all(found):
        return tuple(each for each in found if each), True
    return tuple(Titled(_beginning(text), text, is_guessed=True) for text in texts), False


def run_in_or_guessed(text: str) -> Titled:
    """The title of one text among others that have theirs elsewhere; its first words stay in it."""
    found = run_in(text)
    return Titled(found.title if found else _beginning(text), text, is_guessed=True)


def _beginning(text: str) -> str:
    label = read_label(text)
    text = label.rest if label and label.rest else text
    text = _WHEN.sub("", text.strip(), count=1) or text
    found = _FIRST_CLAUSE(text)
    said = found[0].strip() if found else " ".join(text.split())[:_LONGEST]
    return re.sub("[0-9.]+$", "", said) or said if len(said) == _LONGEST else said  # 企业3 is not said of 企业30户
