"""A target that a person confirms: the line goes, and nothing else changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plancli.edit.confirm import confirm
from plancli.edit.refusals import FaultyTaskError, LinkError
from plancli.edit.rewrite import rewrite
from tests.edit.update_world import OLD, plan
from tests.edit.worlds import contents

if TYPE_CHECKING:
    from pathlib import Path

TASK = """\
title: 节能
text: 建成1家。
targets:
  # 一
  - id: 甲
    indicator: 乙
    statement: 建成
    due: 2027
    # 上
    confirmed: false  # 后
    quote: 建成1家
  - {id: 丙, indicator: 丁, statement: 建成, due: 2027, quote: 建成1家, confirmed: false}
  - confirmed: false
    id: 戊
    indicator: 己
    statement: 建成
    due: 2027
    quote: 建成1家
"""


def confirmed(root: Path, content: str | bytes, places: list[int]) -> str:
    """A task's file with targets confirmed."""
    plan(root, {**OLD, "tasks/绿色金融.yaml": content})
    before = contents(root)
    made = confirm(root, {"绿色金融": places})
    assert made.places == len(places)
    rewrite(made.files, root)
    after = contents(root)
    changed = after.pop("tasks/绿色金融.yaml")
    assert after == {path: each for path, each in before.items() if path in after}
    return changed.decode()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_goes(tmp_path: Path, end: str, mark: str) -> None:
    """Where it is none of its own, it says that somebody has."""
    content = mark + TASK.replace("\n", end)
    line = f"    confirmed: false  # 后{end}"
    assert confirmed(tmp_path, content.encode(), [0]) == content.replace(line, "")
    every = content.replace(line, "").replace("false", "true")
    assert confirmed(tmp_path, content.encode(), [0, 1, 2]) == every


def test_the_last_line_of_a_file(tmp_path: Path) -> None:
    """Ends where it did."""
    content = TASK.partition("  - {id")[0].replace("    confirmed: false  # 后\n", "") + "    confirmed: false"
    assert confirmed(tmp_path, content, [0]) == content.removesuffix("    confirmed: false")


def test_files_that_cannot_be_edited(tmp_path: Path) -> None:
    """Mistakes come first, and links lead elsewhere."""
    plan(tmp_path, {**OLD, "tasks/绿色金融.yaml": TASK + "title: 再\n"})
    with pytest.raises(FaultyTaskError):
        confirm(tmp_path, {"绿色金融": [0]})
    (tmp_path / "tasks/别的.yaml").symlink_to("绿色金融.yaml")
    with pytest.raises(LinkError):
        confirm(tmp_path, {"别的": [0]})
