"""What columns hold that their headings alone do not say: one beside another, and by the rows below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.column_words import OFFICE_KEYS
from plancli.prose.characters import narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plancli.intake.column_words import Column, Key
    from plancli.intake.document import Cell

_PAIR = 2
_BROAD_TEXT = re.compile(
    "(?:主要|重点|工作|目标|年度|改革|会议|议定|督查|督办|交办|办理|决策|整改|建设|20[0-9]{2}年?|[0-9])*(?:任务|工作|事项|工作任务|工作事项)"
)
"""What names the text where nothing says it better: 重点任务; beside 具体举措 it names a title or a section."""

_GOAL = re.compile("(?:年度|工作|全年|20[0-9]{2}年?)*目标任务")
"""What names how much is to be done, where another column names what: 工作任务 beside 目标任务."""

_MEASURED = re.compile("(?:考核|主要|核心|量化)?指标(?:名称)?")
"""What names the tasks where nothing else does."""

_MEASURES = re.compile("(?:考核|主要|核心|绩效|任务|工作|具体|年度|20[0-9]{2}年)*指标(?:要求)?|考核(?:目标|要求)")
"""What says how much is asked for, beside a column of tasks."""

_LEVEL = re.compile("[一二三]级(?:任务|指标|事项)")


def settled(columns: tuple[Column, ...], rows: Sequence[Sequence[Cell | None]]) -> tuple[Column, ...]:
    """The columns as they are to be read.

    Args:
        columns: What each holds by its heading.
        rows: The rows below the headings.
    """
    return _grouping_only(rows, _several_alike(_measuring(_specific(columns))))


def _measuring(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, 考核指标 taken for targets where nothing else is and tasks stand in another: 稳就业 | 新增2万人."""
    keys = {column.key for column in columns}
    if "target" in keys or not keys & {"text", "title"}:
        return columns
    found = [at for at, c in enumerate(columns) if c.key == "notes" and _MEASURES.fullmatch(_chinese(c.heading))]
    return _changed(columns, found[:1], "target", "no-year")


def _specific(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, 重点任务 taken for a title where another heading names the text better; 二级任务 for the text."""
    texts = [at for at, column in enumerate(columns) if column.key == "text"]
    if not texts and not any(column.key == "title" for column in columns):
        levels = [at for at, column in enumerate(columns) if _LEVEL.fullmatch("".join(column.heading.split()))]
        measured = [at for at, column in enumerate(columns) if _MEASURED.fullmatch(_chinese(column.heading))]
        if not any(column.key in OFFICE_KEYS for column in columns):
            measured.clear()  # a table of indicators, and of nobody's tasks
        return _changed(columns, levels[-1:] or measured[:1], "text", "title-or-section")
    goals = [at for at in texts if _GOAL.fullmatch(_chinese(columns[at].heading))]
    if len(texts) == _PAIR and len(goals) == 1 and not any(column.key == "title" for column in columns):
        return _changed(columns, [at for at in texts if at not in goals], "title", "title-or-section")
    broad = [at for at in texts if _BROAD_TEXT.fullmatch(_chinese(columns[at].heading))]
    if len(broad) != 1 or len(texts) == 1 or any(column.key == "title" for column in columns):
        return columns
    return _changed(columns, broad, "title", "title-or-section")


def _chinese(heading: str) -> str:
    """A heading without its translation: Task 任务."""
    plain = narrow("".join(heading.split()))
    return re.sub("[A-Za-z./]", "", plain) or plain


def _several_alike(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, those a person should look at that hold what another one holds.

    反馈问题 before 具体问题 heads it; 协同单位 beside 配合单位 is read like it; 责任人 beside 责任领导 is kept.
    """
    titles = [at for at, column in enumerate(columns) if column.key == "title"]
    if len(titles) == _PAIR and all("title-or-section" in columns[at].unsure for at in titles):
        columns = _changed(columns, titles[:1], "section", "title-or-section")
    support = [at for at, column in enumerate(columns) if column.key == "support"]
    columns = _changed(columns, support[1:], "support", "another-support")
    leaders = [at for at, column in enumerate(columns) if column.key == "leader"]
    first = next((at for at in leaders if columns[at].is_certain), leaders[0] if leaders else None)
    heads = {"".join(columns[at].heading.split()) for at in leaders}
    if len(heads) < len(leaders):
        return columns
    return _changed(columns, [at for at in leaders if at != first], "notes", "another-leader")


def _grouping_only(rows: Sequence[Sequence[Cell | None]], columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, those kept as they are that say of each row what it is, and are no headings: 新增, 延续, 新增."""
    sections = [at for at, column in enumerate(columns) if column.key == "section"]
    scattered: list[int] = []
    for level, at in enumerate(sections):
        above = [each for each in sections[:level] if each not in scattered]
        if _comes_back([tuple(row[each] for each in (*above, at)) for row in rows]):
            scattered.append(at)
    return _changed(columns, scattered, "notes", "scattered")


def _comes_back(rows: Iterable[tuple[Cell | None, ...]]) -> bool:
    """Whether a heading is said again behind another one; blank cells go on with the one above."""
    seen: set[tuple[str, ...]] = set()
    last: tuple[str, ...] = ()
    for row in rows:
        said = tuple("".join(cell.text.split()) if cell else "" for cell in row)
        if not said[-1]:
            continue
        filled = tuple(here or above for here, above in zip(said, last or said, strict=True))
        if filled != last and filled in seen:
            return True
        seen.add(filled)
        last = filled
    return False


def _changed(columns: tuple[Column, ...], places: Iterable[int], key: Key, code: str) -> tuple[Column, ...]:
    """The columns, some of them taken for something else."""
    chosen = set(places)
    return tuple(
        column._replace(key=key, unsure=(*column.unsure, code)) if at in chosen else column
        for at, column in enumerate(columns)
    )
