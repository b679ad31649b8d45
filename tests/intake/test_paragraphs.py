"""Documents without a table: numbered paragraphs, with duties in brackets or on lines of their own."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.document import Document, Paragraph, Spot
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import Interpretation, interpret
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent / "data" / "prose"


def read(text: str) -> Interpretation:
    """What a text file says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text, encoding="utf-8")
        return interpret(read_document(path))


def shown(found: Interpretation) -> str:
    """The plan that it makes, then what is unsure and what was not taken, line by line."""
    if not found.draft:
        return "\n".join(f"refused: {each.why} {each.text}" for each in found.refusals)
    header = found.draft.files["plan.yaml"]
    lines = [f"{header['title']} {header['period']['start']}-{header['period']['end']} {header['roles']}"]

    def walk(sections: list[dict[str, Any]], depth: int) -> Iterator[str]:
        for section in sections:
            yield f"{'  ' * depth}# {section['heading']}"
            yield from walk(section.get("sections", []), depth + 1)
            for identifier in section.get("tasks", []):
                assert found.draft
                yield from _task(found.draft.files[f"tasks/{identifier}.yaml"], depth + 1)

    lines += walk(header["outline"], 0)
    lines += [f"? {why}: {each.text[:30]}" for each in found.accounts for why in each.unsure]
    lines += [f"- {each.text[:30]}" for each in found.accounts if each.went in {"beside", "lost"}]
    return "\n".join(lines)


def _task(task: dict[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{task['title']}: {task['text']}".replace("\n", "⏎")
    for key in ("lead", "responsible", "support", "duty", "due", "leader", "notes"):
        if key in task:
            value = task[key]
            yield f"{indent}  {key} {'、'.join(map(str, value)) if isinstance(value, list) else value}"
    for target in task.get("targets", ()):
        goal = target.get("statement") or f"{target['comparator']} {target['value']} {target['unit']}"
        yield f"{indent}  * {target['indicator']} {goal} {target['due']}"


@pytest.mark.parametrize("name", sorted(path.stem for path in DATA.glob("*.txt")))
def test_documents(name: str) -> None:
    """Whole documents, in the manner of several offices; written for these tests."""
    text, _, expected = (DATA / f"{name}.txt").read_text(encoding="utf-8").partition("\n=====\n")
    assert shown(read(text)) == expected.strip()


LINES = (
    "一、重点任务",
    "（一）节能降碳",
    "（二）推进环保。加快推进。",
    "1.推进甲。加快推进。（牵头单位：区发改委；责任单位：区财政局）",
    "2.推进乙。（区财政局负责）3.推进丙。（区教委负责）",
    "推进丁。",
    "牵头单位：区教委",
    "完成时限：2026年6月底",
    "由区教委牵头，区财政局配合，推进戊。",
    "三、保障措施",
    "四、能力建设（本部分由区教委负责）",
    "五、绿色生活（牵头单位：区教委）",
    "（以下任务由区财政局牵头）",
    "3.推进己。加快推进。",
    "（1）推进庚。",
    "①推进辛",
)


@arbitrary
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=10))
def test_every_paragraph_is_accounted_for(lines: list[str]) -> None:
    """Whatever the order: nothing is dropped in silence."""
    texts = ["某区行动计划（2025—2027年）", *lines]
    found = interpret(Document(tuple(Paragraph(text, Spot(row=at)) for at, text in enumerate(texts, 1))))
    rows = {each.spot.row for each in found.accounts}
    assert rows == set(range(1, len(lines) + 2))
    assert (found.draft is None) == bool(found.refusals)
