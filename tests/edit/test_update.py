"""A document on a plan that is there: what it changes, to the byte, and what it is refused for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from plancli.edit.refusals import FaultyTaskError
from plancli.edit.update import updating
from plancli.edit.update_refusals import NotARevisionError, UnclearTaskError, UnfitFileError
from plancli.errors import UsageError
from plancli.loading.loader import load
from plancli.source.folder import Folder
from tests.edit.update_world import DOCUMENT, NEW, OLD, after, drafted, plan, updated

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "| 序号 | 工作内容 | 牵头单位 |\n|---|---|---|\n"


def table(*rows: str) -> str:
    """A table without headings between its rows, of texts and who leads."""
    return HEAD + "".join(f"| {number} | {row} |\n" for number, row in enumerate(rows, 1))


ROWS = (
    "节能降碳。推进节能降碳改造，培育绿色商场1家。到2027年，建成绿色分拣中心1家。 | 区发展改革委",
    "环境保护。加强大气、水、土壤污染综合防治，推进环境质量持续改善，完善监测网络。 | 区生态环境局",
    "绿色金融。加快推进绿色金融改革创新试验区建设。 | 区金融办",
    "组织领导。建立工作专班，统筹推进各项任务落实。 | 区发改委",
    "宣传引导。开展绿色生活主题宣传。 | 区生态环境局",
)
"""What the plan says, without its headings."""


def test_every_byte(tmp_path: Path) -> None:
    """What the document changes, in its place; comments, ids, targets, aliases and other columns stay."""
    root = plan(tmp_path / "plan")
    update = updated(root)
    assert after(root, update) == NEW
    assert set(update.contents) == {path for path in {*OLD, *NEW} if OLD.get(path) != NEW.get(path)}
    assert (update.added, update.removed) == (("循环经济",), ("绿色金融",))
    assert sorted(update.changed) == ["宣传引导", "环境保护", "节能降碳"]
    assert update.stale == 0
    assert set(update.ids.values()) == {"节能降碳", "环境保护", "循环经济", "组织领导", "宣传引导"}
    assert {path: content for path, content in update.before.items() if content is None} == {
        "tasks/循环经济.yaml": None
    }


def test_a_target_whose_words_are_gone(tmp_path: Path) -> None:
    """Stays as it is, for a person to look at: nobody can say what became of it."""
    root = plan(tmp_path / "plan")
    update = updated(root, DOCUMENT.replace("培育绿色商场2家", "培育一批绿色商场"))
    assert update.stale == 1
    assert "    quote: 培育绿色商场1家\n" in after(root, update)["tasks/节能降碳.yaml"]


@pytest.mark.parametrize(("end", "mark"), [("\n", ""), ("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")])
def test_lines_end_as_they_did(tmp_path: Path, end: str, mark: str) -> None:
    """And a byte order mark stays."""
    root = plan(tmp_path / "plan", {path: (mark + text).replace("\n", end).encode() for path, text in OLD.items()})
    found = after(root, updated(root))
    made = found.pop("tasks/循环经济.yaml")
    assert made == NEW["tasks/循环经济.yaml"]
    assert found == {
        path: (mark + text).replace("\n", end) for path, text in NEW.items() if path != "tasks/循环经济.yaml"
    }


def test_what_is_written_is_no_change_the_second_time(tmp_path: Path) -> None:
    """Whatever the first time changed."""
    root = plan(tmp_path / "plan", NEW)
    update = updated(root)
    assert update.contents == {}
    assert (update.added, update.removed, update.changed) == ((), (), ())


@pytest.mark.parametrize("document", [table(*ROWS), table(*ROWS).replace("| 区发改委", "| 区发展改革委")])
def test_a_table_without_headings_says_nothing_of_them(tmp_path: Path, document: str) -> None:
    """Nor of columns that it does not have."""
    assert updated(plan(tmp_path / "plan"), document).contents == {}


def test_new_tasks_stand_behind_the_one_before_them(tmp_path: Path) -> None:
    """Under its heading; those that are gone leave the heading there."""
    root = plan(tmp_path / "plan")
    rows = (
        "新的。先做一件新的事情。 | 区金融办",
        ROWS[2],
        "又一件。再做另一件新的事情。 | 区金融办",
        ROWS[0],
        *ROWS[3:],
    )
    assert after(root, updated(root, table(*rows)))["plan.yaml"] == OLD["plan.yaml"].replace(
        OLD["plan.yaml"].partition("    tasks:\n")[2].partition("  - heading: 待补充")[0],
        """\
      - 新的
      # 讨论过
      - 绿色金融
      - 又一件
      # 最要紧
      - 节能降碳  # 发改委牵头
""",
    )


def test_ids_that_are_taken_are_not_given_again(tmp_path: Path) -> None:
    """Not even where a task with another text has the title, or has just gone."""
    root = plan(tmp_path / "plan")
    gone = "绿色金融。与此毫无关系的另一件事情，从头做起。 | 区金融办"
    update = updated(root, table(*ROWS[:2], gone, *ROWS[3:]), {"绿色金融": ""})
    assert (update.added, update.removed) == (("绿色金融-2",), ("绿色金融",))


def test_tasks_without_a_heading_are_left_alone(tmp_path: Path) -> None:
    """A file that the outline does not list is no task yet."""
    root = plan(tmp_path / "plan", {**OLD, "tasks/副本.yaml": OLD["tasks/绿色金融.yaml"]})
    assert updated(root, table(*ROWS)).contents == {}


# Titles: set off, run in, or guessed.


def test_titles_that_not_every_row_sets_off(tmp_path: Path) -> None:
    """Are the plan's, and stay so."""
    rows = (ROWS[0], ROWS[1].replace("环境保护。", ""), *ROWS[2:])
    assert updated(plan(tmp_path / "plan"), table(*rows)).contents == {}
    rows = (ROWS[0], ROWS[1].replace("环境保护。", ""), ROWS[2].replace("绿色金融。", "金融创新。"), *ROWS[3:])
    root = plan(tmp_path / "plan")
    assert after(root, updated(root, table(*rows))) == {
        **OLD,
        "tasks/绿色金融.yaml": OLD["tasks/绿色金融.yaml"].replace("绿色金融\n", "金融创新\n"),
    }


def test_titles_in_a_column(tmp_path: Path) -> None:
    """Are titles."""
    root = plan(tmp_path / "plan")
    document = "| 序号 | 任务名称 | 工作内容 |\n|---|---|---|\n" + "".join(
        f"| {number} | {row.partition(' | ')[0].replace('。', ' | ', 1)} |\n" for number, row in enumerate(ROWS, 1)
    )
    assert updated(root, document).contents == {}
    assert after(root, updated(root, document.replace("绿色金融 ", "金融 "))) == {
        **OLD,
        "tasks/绿色金融.yaml": OLD["tasks/绿色金融.yaml"].replace("绿色金融\n", "金融\n"),
    }


# Deadlines, notes, targets.


def test_a_deadline_that_cannot_be_read_leaves_the_plans(tmp_path: Path) -> None:
    """It is kept word for word beside it; one that can be read takes its place, and the words go."""
    root = plan(tmp_path / "plan")
    head = "| 序号 | 工作内容 | 完成时限 |\n|---|---|---|\n"
    rows = [row.partition(" | ")[0] for row in ROWS]
    dues = ["", "尽快", "2026年底", "", ""]
    document = head + "".join(
        f"| {at} | {row} | {due} |\n" for at, (row, due) in enumerate(zip(rows, dues, strict=True))
    )
    found = after(root, updated(root, document))
    task = OLD["tasks/环境保护.yaml"].replace("市文件}", "市文件, 完成时限: 尽快}")
    assert found == {
        **OLD,
        "tasks/环境保护.yaml": task,
        "tasks/绿色金融.yaml": OLD["tasks/绿色金融.yaml"] + "due: 2026\n",
    }
    assert after(plan(tmp_path / "plan", found), updated(root, document.replace("尽快", "2026年"))) == {
        **OLD,
        "tasks/绿色金融.yaml": found["tasks/绿色金融.yaml"],
    }


TARGET = {"id": "绿色商场", "indicator": "绿色商场", "comparator": "at-least", "value": 2, "unit": "家", "due": 2027}


def with_targets(root: Path, *targets: dict[str, object]) -> dict[str, str]:
    """What the plan holds after a document in which these targets were found, as an importer writes them."""
    draft = drafted(root, DOCUMENT)
    files = {path: dict(value) for path, value in draft.files.items()}
    files["tasks/节能降碳.yaml"]["targets"] = list(targets)
    return after(root, updating(Folder(root), replace(draft, files=files), str))


def unfound(file: str) -> str:
    """A file as it would be where the document had not been searched for targets."""
    return file.replace("    value: 2\n", "    value: 1\n").replace(
        "培育绿色商场2家\n    base", "培育绿色商场1家\n    base"
    )


def test_targets_that_are_found_anew(tmp_path: Path) -> None:
    """In words that are new; not those that the task has, nor those that stood there and were not taken for any."""
    root = plan(tmp_path / "plan")
    path = "tasks/节能降碳.yaml"
    new = {**TARGET, "indicator": "商场", "due": 2026, "quote": "改造，培育绿色商场2家", "confirmed": False}
    known = {**TARGET, "id": "分拣", "unit": "个", "quote": "建成绿色分拣中心1家"}
    same = {**TARGET, "id": "同", "indicator": "同", "value": 1, "quote": "商场2家"}
    found = with_targets(root, new, known, same)
    assert found[path] == unfound(NEW[path]).replace(
        "formerly:",
        """\
  - id: 绿色商场-2
    indicator: 商场
    comparator: at-least
    value: 2
    unit: 家
    due: 2026
    quote: 改造，培育绿色商场2家
    confirmed: false
formerly:""",
    )
    assert with_targets(plan(tmp_path / "again" / "plan", found), new, known, same) == found


def test_targets_in_other_words(tmp_path: Path) -> None:
    """A number that is another one now: the target says it, and a person has to confirm it; what is theirs stays."""
    root = plan(tmp_path / "plan")
    path = "tasks/节能降碳.yaml"
    new = {**TARGET, "id": "商场", "indicator": "商场", "due": 2026, "quote": "培育绿色商场2家", "confirmed": False}
    found = with_targets(root, new)
    assert found[path] == (
        unfound(NEW[path])
        .replace("value: 1\n", "value: 2\n", 1)
        .replace("due: 2027\n    quote: 培育绿色商场1家", "due: 2026\n    quote: 培育绿色商场2家")
    )
    assert with_targets(plan(tmp_path / "again" / "plan", found), new) == found


# Refused.


def test_a_document_of_another_plan(tmp_path: Path) -> None:
    """Half of the plan's tasks at least."""
    root = plan(tmp_path / "plan")
    others = ("修路。把路修好，通到每个村。 | 区金融办", "架桥。把桥架好，连通两岸。 | 区金融办")
    with pytest.raises(NotARevisionError) as refusal:
        updated(root, table(*ROWS[:2], *others))
    assert refusal.value.facts == {"found": "2", "tasks": "5"}
    assert updated(root, table(*ROWS[:3], *others)).removed == ("组织领导", "宣传引导")


SPLIT = (
    "节能改造。推进节能降碳改造，培育绿色商场1家。 | 区发改委",
    "绿色分拣。推进降碳改造，到2027年，建成绿色分拣中心1家。 | 区发改委",
)


def test_what_could_be_either_is_refused(tmp_path: Path) -> None:
    """Until a person says which it is, or that it is none of them."""
    root = plan(tmp_path / "plan")
    document = table(*SPLIT, *ROWS[1:])
    with pytest.raises(UnclearTaskError) as refusal:
        updated(root, document)
    assert refusal.value.facts == {"old": "节能降碳（节能降碳）", "new": "节能改造、绿色分拣"}
    assert updated(root, document, {"节能降碳": "绿色分拣"}).added == ("节能改造",)
    update = updated(root, document, {"节能降碳": ""})
    assert (update.added, update.removed) == (("节能改造", "绿色分拣"), ("节能降碳",))


@pytest.mark.parametrize(
    "said", [{"无": "节能改造"}, {"节能降碳": "无"}, {"节能降碳": "节能改造", "环境保护": "节能改造"}]
)
def test_a_person_names_what_is_there(tmp_path: Path, said: dict[str, str]) -> None:
    """Else it is wrong usage."""
    with pytest.raises(UsageError):
        updated(plan(tmp_path / "plan"), table(*SPLIT, *ROWS[1:]), said)


@pytest.mark.parametrize(
    ("path", "content", "error"),
    [
        ("tasks/绿色金融.yaml", "title: 甲\ntitle: 乙\ntext: 丙\n", FaultyTaskError),
        ("plan.yaml", OLD["plan.yaml"].replace("绿色金融\n", "缺\n"), FaultyTaskError),
        ("departments.yaml", "departments: 甲\n", FaultyTaskError),
        (
            "tasks/环境保护.yaml",
            "{title: 环境保护, text: 加强大气、水、土壤污染综合防治，推进环境质量持续改善。, lead: [区生态环境局]}\n",
            UnfitFileError,
        ),
    ],
)
def test_files_that_cannot_be_edited(tmp_path: Path, path: str, content: str, error: type[Exception]) -> None:
    """Said by name."""
    with pytest.raises(error, match=path):
        updated(plan(tmp_path / "plan", {**OLD, path: content}), DOCUMENT)


def test_what_is_written_loads(tmp_path: Path) -> None:
    """And says what the document says."""
    root = plan(tmp_path / "plan", NEW)
    loaded = load(Folder(root))
    assert not loaded.findings
    assert [each.id for each in loaded.plan.listed] == ["环境保护", "节能降碳", "循环经济", "组织领导", "宣传引导"]


def test_texts_that_only_look_as_if_titles_ran_in(tmp_path: Path) -> None:
    """Where the plan has its titles apart from the texts, short first sentences are text; a new task's too."""
    header = OLD["plan.yaml"].replace("run_in_titles: true\n", "")
    task = OLD["tasks/绿色金融.yaml"].replace("text: ", "text: 先行先试。")
    words = {**OLD, "plan.yaml": header, "tasks/绿色金融.yaml": task}
    for name in ("节能降碳", "环境保护", "组织领导", "宣传引导"):
        path = f"tasks/{name}.yaml"
        words[path] = (
            words[path]
            .replace("text: |  # 块\n  ", "text: |  # 块\n  抓紧。")
            .replace("text: |\n  ", "text: |\n  抓紧。")
        )
        words[path] = words[path].replace("text: 加强", "text: 抓紧。加强").replace("text: 开展", "text: 抓紧。开展")
    root = plan(tmp_path / "plan", words)
    rows = [f"抓紧。{row.partition('。')[2]}" for row in ROWS]
    rows[2] = f"先行先试。{ROWS[2].partition('。')[2]}"
    assert updated(root, table(*rows)).contents == {}
    found = after(root, updated(root, table(*rows, "抓紧。又做一件新的事情。 | 区金融办")))
    assert found["tasks/抓紧.yaml"].startswith("title: 抓紧\ntext: |\n  抓紧。\n  又做一件新的事情。\n")
