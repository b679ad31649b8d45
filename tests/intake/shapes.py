"""The real plan as other offices would have laid it out: each shape a real file."""

from __future__ import annotations

import html
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement

from tests.intake import documents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from docx.document import Document as Word
    from docx.table import Table, _Row

    from plancli.model.plan import Plan
    from plancli.model.task import Unit

HEADINGS = ("序号", "具体工作内容", "牵头单位", "责任单位")
TITLE = "渝中区加快推动绿色产业高质量发展三年行动计划（2025—2027年）"
_HAN = "一二三四五六七八九十"


@dataclass(frozen=True)
class Line:
    """A task as a table has it.

    Attributes:
        headings: The headings that it is below, the outermost first.
        number: Its number.
        title: What its text begins with.
        text: All of it, on one line.
        lead: The cell of who leads.
        responsible: The cell of who is responsible.
        closing: The phrase that closes it.
    """

    headings: tuple[str, ...]
    number: int
    title: str
    text: str
    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    closing: str

    @property
    def content(self) -> str:
        """Title and text as one."""
        return f"{self.title}。{self.text}"

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """As the document has it."""
        return str(self.number), self.content, "、".join(self.lead), "、".join(self.responsible) + self.closing or "——"


def lines(plan: Plan) -> list[Line]:
    """The tasks of a plan in the order of its outline."""
    found: list[Line] = []

    def walk(headings: tuple[str, ...], sections: object) -> None:
        for section in sections:  # type: ignore[attr-defined]
            here = (*headings, section.heading)
            for identifier in section.tasks or ():
                task = plan.by_id[identifier]
                found.append(
                    Line(
                        here,
                        len(found) + 1,
                        task.title,
                        task.text.replace("\n", ""),
                        _names(task.lead),
                        _names(task.responsible),
                        task.duty or "",
                    )
                )
            walk(here, section.sections or ())

    walk((), plan.header.outline)
    return found


def _names(units: tuple[Unit, ...] | None) -> tuple[str, ...]:
    return tuple(f"{unit.name}（{unit.scope}）" if unit.scope else unit.name for unit in units or ())


def sections(plan: Plan) -> Iterator[tuple[tuple[tuple[int, str], ...], list[Line]]]:
    """The tasks below each lowest heading, with those headings above it that are new, each with its depth."""
    before: tuple[str, ...] = ()
    group: list[Line] = []
    new: tuple[tuple[int, str], ...] = ()
    for line in lines(plan):
        if line.headings != before:
            if group:
                yield new, group
            pairs = enumerate(zip(before, line.headings, strict=False))
            new = tuple(enumerate(line.headings))[next((at for at, (old, now) in pairs if old != now), 0) :]
            group, before = [], line.headings
        group.append(line)
    yield new, group


class Labels:
    """Numbers of headings as documents have them: 一、 and （一）."""

    def __init__(self) -> None:
        self._at = [0, 0]

    def label(self, depth: int, heading: str) -> str:
        """A heading with its number."""
        self._at[depth] += 1
        self._at[depth + 1 :] = [0] * (1 - depth)
        number = _HAN[self._at[depth] - 1]
        return f"{number}、{heading}" if depth == 0 else f"（{number}）{heading}"


def _saved(word: Word) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def _fill(row: _Row, texts: tuple[str, ...]) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        cell.text = text


def _row(table: Table) -> _Row:
    return table.add_row()  # type: ignore[no-untyped-call, no-any-return]


def _new_word() -> Word:
    word = docx.Document()
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    word.add_heading(TITLE, 0)
    return word


def _table(word: Word, headings: tuple[str, ...] = HEADINGS) -> Table:
    table: Table = word.add_table(1, len(headings))
    _fill(table.rows[0], headings)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - python-docx has no word for it
    return table


def _section_rows(table: Table, labels: Labels, headings: Iterable[tuple[int, str]]) -> None:
    """Headings, each a row of one merged cell."""
    for depth, heading in headings:
        row = _row(table)
        row.cells[0].merge(row.cells[-1]).text = labels.label(depth, heading)


def word_with_section_rows(plan: Plan) -> bytes:
    """One table; a heading is a row of one merged cell; the headings of the columns come again in the middle."""
    word = _new_word()
    table = _table(word)
    labels = Labels()
    for headings, group in sections(plan):
        _section_rows(table, labels, headings)
        for line in group:
            _fill(_row(table), line.cells)
            if line.number % 12 == 0:
                _fill(_row(table), HEADINGS)
    return _saved(word)


def word_with_merged_columns(plan: Plan) -> bytes:
    """Two columns of headings, each cell merged over all of its tasks."""
    word = _new_word()
    table = _table(word, ("一级任务", "二级任务", *HEADINGS))
    first: dict[int, int] = {}
    before: tuple[str, ...] = ()
    for line in lines(plan):
        row = _row(table)
        _fill(row, ("", "", *line.cells))
        at = len(table.rows) - 1
        if len(line.headings) == 1:  # one cell for both levels
            start = first[0] = at if line.headings != before else first[0]
            table.cell(start, 0).merge(table.cell(at, 1)).text = line.headings[0]
        else:
            for depth, heading in enumerate(line.headings):
                start = first[depth] = at if line.headings[: depth + 1] != before[: depth + 1] else first[depth]
                table.cell(start, depth).merge(table.cell(at, depth)).text = heading
        before = line.headings
    return _saved(word)


def word_with_tables(plan: Plan) -> bytes:
    """A table below each heading, which is a paragraph; the numbers begin anew in each."""
    word = _new_word()
    labels = Labels()
    for headings, group in sections(plan):
        for depth, heading in headings:
            word.add_paragraph(labels.label(depth, heading))
        table = _table(word)
        for number, line in enumerate(group, 1):
            _fill(_row(table), (str(number), *line.cells[1:]))
    return _saved(word)


def word_with_split_rows(plan: Plan) -> bytes:
    """A long text goes on in a row of its own, as if on the next page, without a number."""
    word = _new_word()
    table = _table(word)
    labels = Labels()
    for headings, group in sections(plan):
        _section_rows(table, labels, headings)
        for line in group:
            number, content, *units = line.cells
            cut = content.find("。", len(content) // 2) + 1
            _fill(_row(table), (number, content[:cut], *units))
            if cut < len(content):
                _fill(_row(table), ("", content[cut:], "", ""))
    return _saved(word)


def word_with_numbering(plan: Plan) -> bytes:
    """The numbers of the rows are automatic ones, which are no text."""
    word = _new_word()
    table = _table(word)
    labels = Labels()
    for headings, group in sections(plan):
        _section_rows(table, labels, headings)
        for line in group:
            row = _row(table)
            _fill(row, ("", *line.cells[1:]))
            row.cells[0].paragraphs[0].style = "List Number"
    return _saved(word)


def _duties(line: Line) -> str:
    """A bracket of duties."""
    responsible = f"；责任单位：{line.cells[3]}" if line.responsible else ""
    return f"（牵头单位：{line.cells[2]}{responsible}）"


def word_prose(plan: Plan) -> bytes:
    """Numbered paragraphs, each with its duties in a bracket at its end."""
    word = _new_word()
    word.add_paragraph("为贯彻落实国家和市有关部署，结合实际，制定本行动计划。")
    labels = Labels()
    for headings, group in sections(plan):
        for each in headings:
            word.add_paragraph(labels.label(*each))
        for number, line in enumerate(group, 1):
            word.add_paragraph(f"{number}.{line.content}{_duties(line)}")
    return _saved(word)


def text_prose(plan: Plan) -> bytes:
    """The title of each task is a heading; duties stand on lines of their own."""
    out = [TITLE, ""]
    labels = Labels()
    for headings, group in sections(plan):
        out += [labels.label(*each) for each in headings]
        for number, line in enumerate(group, 1):
            out += [f"{number}.{line.title}", line.text, f"牵头单位：{line.cells[2]}"]
            out += [f"责任单位：{line.cells[3]}"] if line.responsible else []
    return "\n".join(out).encode()


def one_column_for_duties(plan: Plan) -> bytes:
    """One column says who leads and who is responsible."""
    rows = [["序号", "工作内容", "责任分工"]]
    labels = Labels()
    for above, group in sections(plan):
        rows += [[labels.label(*each), "", ""] for each in above]
        rows += [[line.cells[0], line.content, _duties(line)[1:-1]] for line in group]
    return documents.as_markdown(rows)


def duties_in_the_text(plan: Plan) -> bytes:
    """No column says who; the text ends with it."""
    rows = [["序号", "工作内容"]]
    labels = Labels()
    for above, group in sections(plan):
        rows += [[labels.label(*each), ""] for each in above]
        rows += [[line.cells[0], line.content + _duties(line).replace("（", "［", 1)[:-1] + "］"] for line in group]
    return documents.as_markdown(rows)


def matrix(plan: Plan, headings: tuple[str, ...] = HEADINGS) -> list[list[str]]:
    """Rows of one table; a heading stands in the first cell of a row that is empty otherwise."""
    labels = Labels()
    rows = [list(headings)]
    for above, group in sections(plan):
        rows += [[labels.label(depth, heading), *[""] * (len(headings) - 1)] for depth, heading in above]
        rows += [list(line.cells) for line in group]
    return rows


def spreadsheet(plan: Plan) -> bytes:
    """Title and headings of sections merged over all columns; a second sheet that is none of tasks."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([TITLE])
    sheet.merge_cells("A1:D1")
    for row in matrix(plan):
        sheet.append([int(cell) if cell.isdigit() else cell or None for cell in row])
        if row[0] and not row[1]:
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=4)
    book.create_sheet("填表说明").append(["一、请各单位核对。"])
    return documents.saved(book)


def page(plan: Plan) -> bytes:
    """A page as it is published: navigation, title, a table with spans, a footer."""
    labels = Labels()
    rows = ["".join(f"<th>{heading}</th>" for heading in HEADINGS)]
    for headings, group in sections(plan):
        rows += [f"<td colspan=4><strong>{labels.label(*each)}</strong></td>" for each in headings]
        rows += ["".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in line.cells) for line in group]
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return (
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>某区政府网</title></head><body>"
        f"<div class=nav><a href='/'>首页</a></div><h1>{TITLE}</h1><p>发布时间：2025-07-01</p><table>{body}</table>"
        "<div>版权所有</div></body></html>"
    ).encode()


def old_csv(plan: Plan) -> bytes:
    """As a Chinese spreadsheet program saves it."""
    return documents.as_delimited(matrix(plan), ",").decode().encode("gb18030")


def unicode_text(plan: Plan) -> bytes:
    """What a spreadsheet calls Unicode text: tabs, UTF-16."""
    return "\r\n".join("\t".join(row) for row in matrix(plan)).encode("utf-16")


def markdown(plan: Plan) -> bytes:
    """A pipe table."""
    return documents.as_markdown(matrix(plan))


def other_columns(plan: Plan) -> bytes:
    """The columns in another order, by other names, with one that is for notes and is empty."""
    rows = [["序号", "责任部门", "主责单位", "重点举措", "备注"]]
    for number, content, lead, responsible in (tuple(row) for row in matrix(plan)[1:]):
        rows.append([number, responsible, lead, content, ""])
    return documents.as_markdown(rows)


def with_titles(plan: Plan) -> bytes:
    """A column for titles, one for texts."""
    rows = [["序号", "任务名称", "工作内容", "牵头单位", "责任单位"]]
    labels = Labels()
    for above, group in sections(plan):
        rows += [[labels.label(*each), "", "", "", ""] for each in above]
        rows += [[line.cells[0], line.title, line.text, *line.cells[2:]] for line in group]
    return documents.as_markdown(rows)


def with_deadlines(plan: Plan) -> bytes:
    """A column of deadlines."""
    rows = matrix(plan)
    return documents.as_markdown([[*rows[0], "完成时限"], *([*row, "2027年底" if row[1] else ""] for row in rows[1:])])


def with_support(plan: Plan) -> bytes:
    """Those who are responsible are called 配合单位."""
    return documents.as_markdown(matrix(plan, ("序号", "工作任务", "牵头单位", "配合单位")))


def with_year_targets(plan: Plan) -> bytes:
    """A column for the goals of each year, which the format has no key for."""
    rows = matrix(plan)
    goals = ["2026年目标", "2027年目标"]
    return documents.as_markdown(
        [[*rows[0], *goals], *([*row, *(["完成过半", "全部完成"] if row[1] else ["", ""])] for row in rows[1:])]
    )


def tiers(plan: Plan) -> bytes:
    """The level is said once a cell: 区发改委、经信委."""

    def short(cell: str) -> str:
        first, *rest = cell.split("、")
        return "、".join([first, *rest])

    return documents.as_markdown([[*row[:2], *map(short, row[2:])] for row in matrix(plan)])


def pasted(plan: Plan) -> bytes:
    """One cell a line, as a browser copies it."""
    rows = []
    for row in matrix(plan):
        rows += [*(f"\t{cell}" for cell in row if cell), ""]
    return "\n".join(rows).encode()


def pasted_closely(plan: Plan) -> bytes:
    """One cell a line and no blank line between rows, as a text processor writes a table into a text file."""
    return "\n".join(cell for row in matrix(plan) for cell in row if cell).encode()


def broken_lines(plan: Plan) -> bytes:
    """One cell a line, as it is copied out of a PDF: lines break after 36 characters, pages have numbers."""
    out = []
    count = 0
    for row in matrix(plan):
        for cell in filter(None, row):
            for at in range(0, len(cell), 36):
                out.append(("\t" if at == 0 else "") + cell[at : at + 36])
                count += 1
                if count % 40 == 0 and at + 36 < len(cell):
                    out.append(f"— {count // 40} —")
        out.append("")
    return "\n".join(out).encode()


SHAPES: dict[str, tuple[str, Callable[[Plan], bytes]]] = {
    "word, section rows": ("a.docx", word_with_section_rows),
    "word, merged columns": ("a.docx", word_with_merged_columns),
    "word, a table a section": ("a.docx", word_with_tables),
    "word, rows over two pages": ("a.docx", word_with_split_rows),
    "word, automatic numbers": ("a.docx", word_with_numbering),
    "word, prose": ("a.docx", word_prose),
    "text, prose": ("a.txt", text_prose),
    "a column for all duties": ("a.md", one_column_for_duties),
    "duties in the text": ("a.md", duties_in_the_text),
    "spreadsheet": ("a.xlsx", spreadsheet),
    "page": ("a.html", page),
    "csv in GB18030": ("a.csv", old_csv),
    "tabs in UTF-16": ("a.txt", unicode_text),
    "pipe table": ("a.md", markdown),
    "other columns": ("a.md", other_columns),
    "a column for titles": ("a.md", with_titles),
    "a column for deadlines": ("a.md", with_deadlines),
    "a column for support": ("a.md", with_support),
    "columns for years": ("a.md", with_year_targets),
    "one cell a line": ("a.txt", pasted),
    "one cell a line, no blank lines": ("a.txt", pasted_closely),
    "broken lines": ("a.txt", broken_lines),
}
