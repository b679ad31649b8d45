"""A department gets another name everywhere that it is named, and nothing else in any file changes."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.edit.refusals import EditError, FaultyTaskError, LinkError, SharedNameError, UnsafeRenameError
from plancli.edit.rename_department import rename_department
from plancli.edit.rewrite import rewrite
from plancli.errors import UsageError
from plancli.loading.loader import load
from plancli.source.folder import Folder
from tests.edit.worlds import contents, is_inserted, written
from tests.load.promises import arbitrary
from tests.support import BASE

if TYPE_CHECKING:
    from plancli.diagnostics import Place
    from plancli.edit.rename import Renaming

PLAN, REGISTER, TASK = BASE["plan.yaml"], BASE["departments.yaml"], BASE["tasks/节能降碳.yaml"]
OLD, NEW = "区发改委", "区发展改革委"


def plan(root: Path, *, register: str | bytes = REGISTER, header: str = PLAN, **tasks: str | bytes) -> Path:
    """A plan's folder; without tasks, with the sound one."""
    files = {"plan.yaml": header, "departments.yaml": register}
    files |= {f"tasks/{identifier}.yaml": content for identifier, content in (tasks or {"节能降碳": TASK}).items()}
    return written(
        root / "plan", {path: each.encode() if isinstance(each, str) else each for path, each in files.items()}
    )


def renamed(root: Path, old: str = OLD, new: str = NEW, *, keep_alias: bool = False) -> Renaming:
    """Rename, and write."""
    renaming = rename_department(root, old, new, keep_alias=keep_alias)
    rewrite(renaming.files)
    return renaming


def register(root: Path) -> str:
    """What departments.yaml holds."""
    return (root / "departments.yaml").read_bytes().decode()


def task(root: Path, identifier: str = "节能降碳") -> str:
    """What a task's file holds."""
    return (root / f"tasks/{identifier}.yaml").read_bytes().decode()


# What is changed.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lead:\n  - 区发改委\n", "lead:\n  - 区发展改革委\n"),
        ("lead: # 注\n- 区发改委 # 区发改委\n# 区发改委\n", "lead: # 注\n- 区发展改革委 # 区发改委\n# 区发改委\n"),
        ("lead: [区发改委, 区生态环境局]\n", "lead: [区发展改革委, 区生态环境局]\n"),
        ("lead: [ 区发改委 ] # 注\n", "lead: [ 区发展改革委 ] # 注\n"),
        ("lead: ['区发改委', \"区发改委\"]\n", "lead: ['区发展改革委', \"区发展改革委\"]\n"),
        ('lead:\n  - "\\u533a发改委"\n', 'lead:\n  - "区发展改革委"\n'),
        ('lead:\n  - " 区发改委 "\n', 'lead:\n  - "区发展改革委"\n'),
        ("lead:\n  -\n    区发改委\n", "lead:\n  -\n    区发展改革委\n"),
        ("lead:\n  - |\n    区发改委\n\n", "lead:\n  - |\n    区发展改革委\n\n"),
        ("lead:\n  - >- # 区发改委\n    区发改委\n  # 注\n", "lead:\n  - >- # 区发改委\n    区发展改革委\n  # 注\n"),
        ("lead:\n  - {name: 区发改委, scope: 区发改委}\n", "lead:\n  - {name: 区发展改革委, scope: 区发改委}\n"),
        ("lead:\n  - scope: 牵头\n    name: 区发改委 # 注\n", "lead:\n  - scope: 牵头\n    name: 区发展改革委 # 注\n"),
        ("responsible:\n  - 区发改委\nsupport: [区发改委]", "responsible:\n  - 区发展改革委\nsupport: [区发展改革委]"),
        ("lead:\r\n  - 区发改委\r\nduty: 牵头\r\n", "lead:\r\n  - 区发展改革委\r\nduty: 牵头\r\n"),
        ("duty: 区发改委牵头\n", "duty: 区发改委牵头\n"),
        ("lead: [区发改委机关]\n", "lead: [区发改委机关]\n"),
        ("色: 绿\nlead: [区发改委]\n", "色: 绿\nlead: [区发展改革委]\n"),
    ],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_in_a_task(tmp_path: Path, before: str, after: str, mark: str) -> None:
    """However it is written there; and back again, where it was written plainly."""
    head = f"{mark}title: 节能\ntext: 区发改委推进节能。\n"
    root = plan(tmp_path, 甲=head + before)
    renamed(root)
    assert task(root, "甲") == head + after
    if "\\u" not in before and '" ' not in before:
        renamed(root, NEW, OLD)
        assert task(root, "甲") == head + before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- name: 区发改委\n    kind: government\n", "- name: 区发展改革委\n    kind: government\n"),
        ("- {kind: government, name: '区发改委'} # 注\n", "- {kind: government, name: '区发展改革委'} # 注\n"),
        (
            "- name: 区发改委\n    kind: other\ngroups:\n  - name: 全区\n    members: [区发改委]\n",
            "- name: 区发展改革委\n    kind: other\ngroups:\n  - name: 全区\n    members: [区发展改革委]\n",
        ),
        (
            "- name: 区发改委\n    kind: other\n  - {name: 区计委, kind: other, succeeded_by: 区发改委}\n",
            "- name: 区发展改革委\n    kind: other\n  - {name: 区计委, kind: other, succeeded_by: 区发展改革委}\n",
        ),
        (
            "- name: 区发改委\n    kind: other\n    aliases:\n      - 发改委\n    full_name: 重庆市渝中区发改委\n",
            "- name: 区发展改革委\n    kind: other\n    aliases:\n      - 发改委\n    full_name: 重庆市渝中区发改委\n",
        ),
    ],
)
def test_in_the_register(tmp_path: Path, before: str, after: str) -> None:
    """Its entry, the groups that it belongs to, the offices that it succeeded."""
    root = plan(tmp_path, register="# 登记\ndepartments:\n  " + before, 甲="title: 甲\ntext: 甲。\n")
    renamed(root)
    assert register(root) == "# 登记\ndepartments:\n  " + after


def test_a_group(tmp_path: Path) -> None:
    """Likewise; what is written by an alias stays so."""
    groups = "groups:\n  - name: 各管委会\n    aliases: [管委会]\n"
    root = plan(tmp_path, register=REGISTER + groups, 甲="title: 甲\ntext: 甲。\nlead: [各管委会, 管委会]\n")
    assert renamed(root, "各管委会", "各园区").places == 2
    assert register(root) == REGISTER + groups.replace("各管委会", "各园区")
    assert task(root, "甲") == "title: 甲\ntext: 甲。\nlead: [各园区, 管委会]\n"


@pytest.mark.parametrize(
    ("new", "plain", "quoted"),
    [
        ("区教委（语委办）", "区教委（语委办）", "区教委（语委办）"),
        *(
            (each, f'"{each}"', each)
            for each in ("2025", "true", "~", "甲, 乙", "甲: 乙", "甲 #乙", "@甲", "- 甲", "[甲]", "甲]")
        ),
        ("甲'乙", "甲'乙", "甲''乙"),
        ('"甲"\\', '"\\"甲\\"\\\\"', '"甲"\\'),
    ],
)
def test_a_name_that_needs_quotes(tmp_path: Path, new: str, plain: str, quoted: str) -> None:
    """They are set where there were none."""
    head = "title: 甲\ntext: 甲。\n"
    root = plan(tmp_path, 甲=head + "lead: [区发改委, '区发改委']\nsupport:\n  - |-\n    区发改委\n")
    renamed(root, OLD, new)
    assert task(root, "甲") == head + f"lead: [{plain}, '{quoted}']\nsupport:\n  - |-\n    {new}\n"
    assert [unit.name for unit in load(Folder(root)).plan.by_id["甲"].lead] == [new, new]


# The old name as an alias.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "- name: 区发改委 # 注\n    # 注\n    kind: other # 注\n    # 注\n    until: 2026-03-01\n",
            (
                "- name: 区发展改革委 # 注\n    # 注\n    kind: other # 注\n"
                "    aliases:\n      - 区发改委\n    # 注\n    until: 2026-03-01\n"
            ),
        ),
        (
            "- kind: other\n    name: 区发改委",
            "- kind: other\n    name: 区发展改革委\n    aliases:\n      - 区发改委\n",
        ),
        (
            "-   name: |\n        区发改委\n      kind: other\n",
            "-   name: |\n        区发展改革委\n      kind: other\n      aliases:\n        - 区发改委\n",
        ),
        ("- {name: 区发改委, kind: other}\n", "- {name: 区发展改革委, kind: other, aliases: [区发改委]}\n"),
        ("- {kind: other, name: 区发改委}\n", "- {kind: other, name: 区发展改革委, aliases: [区发改委]}\n"),
        (
            "- name: 区发改委\n    kind: other\n    aliases: # 注\n    - 发改委 # 注\n    # 注\n",
            "- name: 区发展改革委\n    kind: other\n    aliases: # 注\n    - 发改委 # 注\n    - 区发改委\n    # 注\n",
        ),
        (
            "- {name: 区发改委, aliases: [发改委 ], kind: other}\n",
            "- {name: 区发展改革委, aliases: [发改委, 区发改委 ], kind: other}\n",
        ),
        (
            "- {name: 区发改委, aliases: [], kind: other}\n",
            "- {name: 区发展改革委, aliases: [区发改委], kind: other}\n",
        ),
        (
            "- {name: 区发改委, aliases: ['区发展改革委', 发改委], kind: other}\n",
            "- {name: 区发展改革委, aliases: ['区发改委', 发改委], kind: other}\n",
        ),
        (
            "- {name: 区发改委, full_name: 区发改委, kind: other}\n",
            "- {name: 区发展改革委, full_name: 区发改委, kind: other}\n",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_old_name_is_kept(tmp_path: Path, before: str, after: str, end: str) -> None:
    """Behind the aliases that there are, or below what the entry is; known already, it is not added."""
    before, after = (f"departments:\n  {each}".replace("\n", end) for each in (before, after))
    root = plan(tmp_path, register=before, 甲="title: 甲\ntext: 甲。\nlead: [区发改委]\n")
    renamed(root, keep_alias=True)
    assert register(root) == after
    assert load(Folder(root)).plan.resolve(OLD) == load(Folder(root)).plan.resolve(NEW)


# What is refused, with everything as it was.


@pytest.mark.parametrize(
    ("old", "new", "words", "suggestions"),
    [
        ("区发改", NEW, "no department or group is called “区发改”", ("区发改委",)),
        ("区环保局", NEW, "“区环保局” is only another spelling of “区生态环境局”", ()),
        ("渝中区生态环境局", NEW, "is only another spelling of “区生态环境局”", ()),
        (OLD, "区生态环境局", "already registered, for “区生态环境局” .*departments.yaml:4:11", ()),
        (OLD, "区环保局", "already registered, for “区生态环境局” .*departments.yaml:7:16", ()),
        (OLD, "渝中区生态环境局", "already registered, for “区生态环境局” .*departments.yaml:6:16", ()),
        (OLD, "各部门", "already registered, for “各部门” .*departments.yaml:9:11", ()),
        (OLD, OLD, "“区发改委” is called that already", ()),
        ("区生态环境局", "区环保局", "already an alias of “区生态环境局” .*departments.yaml:7:16", ()),
    ],
)
def test_names_that_cannot_be_had(tmp_path: Path, old: str, new: str, words: str, suggestions: tuple[str, ...]) -> None:
    """Wrong usage, with what may have been meant, and where the name stands."""
    more = "    full_name: 渝中区生态环境局\n    aliases: [ 区环保局 ]\ngroups:\n  - name: 各部门\n"
    root = plan(tmp_path, register=REGISTER + more)
    before = contents(root)
    with pytest.raises(UsageError, match=words) as refusal:
        rename_department(root, old, new)
    assert refusal.value.suggestions == suggestions
    assert contents(root) == before


@pytest.mark.parametrize(
    ("content", "error"),
    [
        ("title: 甲\ntitle: 甲\nlead: [区发改委]\n", FaultyTaskError),
        ("title: 甲\ntext: 甲。\nlead: [区发改委\n", FaultyTaskError),
        ("title: 甲\ntext: 甲。\nlead: 区发改委\n", FaultyTaskError),
        ("title: 甲\ntext: 甲。\nlead: [区发改委, 1]\n", FaultyTaskError),
        ("title: 甲\ntext: 甲。\nlead: [区发改委]\n".encode("gbk"), FaultyTaskError),
        ("title: 甲\ntext: 甲。\nlead: [区发改委]\n<<<<<<< HEAD\n", FaultyTaskError),
        ("# " + "注" * 400_000, FaultyTaskError),
        ('title: 甲\ntext: 甲。\nlead:\n  - "\\u533a发改委"\nsupport: 无\n', FaultyTaskError),
        ("title: 甲\ntext: 甲。\nlead:\n  - EPC EOD\n  - name: >\n      EPC\n      EOD\n", UnsafeRenameError),
    ],
)
def test_files_that_cannot_be_edited(tmp_path: Path, content: str | bytes, error: type[EditError]) -> None:
    """A name that is not seen would be left behind. The other files stay as well."""
    root = plan(
        tmp_path,
        甲=content,
        乙=TASK,
        register=REGISTER.replace("区发改委", "EPC EOD") if error is UnsafeRenameError else REGISTER,
    )
    before = contents(root)
    with pytest.raises(error) as refusal:
        renamed(root, "EPC EOD" if error is UnsafeRenameError else OLD)
    assert refusal.type is error
    assert contents(root) == before


@pytest.mark.parametrize("key", ["leads", "牵头"])
def test_a_name_under_a_key_that_is_not_known(tmp_path: Path, key: str) -> None:
    """There it would stay, and be an unknown name once the key is corrected."""
    root = plan(tmp_path, 甲=f"title: 甲\ntext: 乙。\n{key}:\n  - {{name: {OLD}, scope: 丙}}\n")
    before = contents(root)
    with pytest.raises(FaultyTaskError):
        renamed(root)
    assert contents(root) == before


@pytest.mark.parametrize("new", ["——", "/", "无", "区教委、区体育局", "区教委，等"])
def test_what_is_no_name(tmp_path: Path, new: str) -> None:
    """What a table has for nobody, and several names."""
    with pytest.raises(UsageError, match="no name of one office"):
        renamed(plan(tmp_path), new=new)


def test_mistakes_that_are_no_obstacle(tmp_path: Path) -> None:
    """In files that do not name it, and at keys that are no units."""
    other = "title: 乙\ntitle: 乙\n"
    root = plan(tmp_path, 甲="title: 甲\ntext: 甲。\nlead: [区发改委]\ndue: 明天\n", 乙=other)
    assert renamed(root).places == 2
    assert task(root, "乙") == other


@pytest.mark.parametrize(
    "text", ["departments: []\ndepartments: []\n", "departments: 1\n", REGISTER + "groups:\n  - kind: other\n"]
)
def test_a_register_with_mistakes(tmp_path: Path, text: str) -> None:
    """Nobody knows whom it registers."""
    with pytest.raises(FaultyTaskError, match=r"departments\.yaml"):
        renamed(plan(tmp_path, register=text))


def test_a_name_of_two(tmp_path: Path) -> None:
    """Whose the tasks are cannot be told."""
    root = plan(tmp_path, register=REGISTER + "    aliases: [区发改委]\n")
    with pytest.raises(SharedNameError):
        renamed(root)


def test_links_are_not_followed(tmp_path: Path) -> None:
    """What they lead to may belong to another plan."""
    root = plan(tmp_path)
    (tmp_path / "elsewhere.yaml").write_text(TASK, encoding="utf-8")
    (root / "tasks/乙.yaml").symlink_to("../../elsewhere.yaml")
    with pytest.raises(LinkError):
        renamed(root)
    assert (tmp_path / "elsewhere.yaml").read_text(encoding="utf-8") == TASK


# Texts.


def test_texts_that_speak_of_it(tmp_path: Path) -> None:
    """They are told, each once; names of others that hold it are no texts."""
    header = PLAN.replace("重点任务", "区发改委的任务") + "issued: {by: 区发改委}\n"
    text = "title: 区发改委\ntext: |\n  一。\n  由区发改委、区发改委推进。\n"
    lead = "lead: [区发改委, 区发改委机关, {name: 区发改委, scope: 区发改委}]\n"
    rest = "leader: 区发改委主任\nnotes:\n  备注: 区发改委\ntargets: []\n"
    more = "    full_name: 渝中区发改委\n    aliases: [区发改委办]\n  - name: 区发改委机关\n    kind: other\n"
    entry = "departments:\n  - name: 区发改委\n    kind: government\n"
    root = plan(tmp_path, header=header, register=entry + more, 甲=text + lead + rest)
    found = renamed(root)
    assert found.places == 3
    assert [shown(place) for place in found.prose] == [
        *("plan.yaml outline 0 heading 0", "plan.yaml issued by 0", "departments.yaml departments 0 full_name 2"),
        *("tasks/甲.yaml title 0", "tasks/甲.yaml text 4", "tasks/甲.yaml lead 2 scope 0"),
        *("tasks/甲.yaml leader 0", "tasks/甲.yaml notes 备注 0"),
    ]


def shown(place: Place) -> str:
    """A place on one line."""
    return " ".join(map(str, (place.path, *place.route, place.chars and place.chars[0])))


# Whatever a plan looks like. In what is drawn, a NUL stands for the name.

DRAWN = {
    "comment": st.sampled_from(["", "", "\n", "# 注\n", "  # - 注\n\n", "\n\n# name: 注\n", " \n"]),
    "tail": st.sampled_from(["", "  # 注", " "]),
    "unit": st.sampled_from(["\0", "'\0'", '"\0"']),
}
UNITS = (
    *(
        "<key>:<tail>\n  - <unit><tail>\n<comment>  - 别人\n",
        "<key>: [<unit>, 别人 ]<tail>\n",
        "<key>:<tail>\n- <unit>\n",
    ),
    "<key>:\n  - {scope: 全区, name: <unit>}<tail>\n",
    "<key>:\n  -  name: <unit><tail>\n<comment>     scope: 全区\n",
    *("<key>:\n  - |<tail>\n    \0\n\n  - 别人\n", "<key>:\n<comment>  - >-<tail>\n    \0\n", "<key>: []<tail>\n"),
)
ENTRIES = (
    *("  - name: <unit><tail>\n<comment>    kind: other<tail>\n", "  - {name: <unit>, kind: other}<tail>\n"),
    "  -<tail>\n    kind: other\n<comment>    name: <unit>\n    aliases: [旁人]<tail>\n",
)
OTHERS = (
    "  - name: 别人\n    kind: other\n    succeeded_by: <unit><tail>\n",
    "  - {name: 别人, kind: other}<tail>\n",
)
GROUPS = ("", "groups:<tail>\n<comment>  - name: 全区\n    members:\n      - <unit><tail>\n")
Drawn = tuple[str, str]


@st.composite
def plans(draw: st.DrawFn) -> Drawn:
    """A register and a task, with comments in every place; any line end, with or without the last."""
    entries = draw(st.permutations([draw(st.sampled_from(ENTRIES)), draw(st.sampled_from(OTHERS))]))
    registered = ["departments:<tail>\n", *entries, draw(st.sampled_from(GROUPS))]
    roles = draw(st.lists(st.sampled_from(("lead", "responsible", "support")), unique=True))
    cells = [draw(st.sampled_from(UNITS)).replace("<key>", role) for role in roles]
    keys = draw(st.permutations(["title: 甲<tail>\n", "text: |<tail>\n  甲。\n", *cells]))
    end, last = draw(st.sampled_from(["\n", "\r\n"])), draw(st.booleans())

    def shaped(parts: list[str]) -> str:
        template = "".join(f"<comment>{part}" for part in [*parts, ""])
        text = re.sub("<([a-z]+)>", lambda hole: draw(DRAWN[hole[1]]), template)
        mark = draw(st.sampled_from(["", "\ufeff"]))
        return mark + (text if last else text.rstrip("\n")).replace("\n", end)

    return shaped(registered), shaped(keys)


def files(drawn: Drawn, name: str) -> dict[str, bytes]:
    """The plan with this name in it."""
    registered, one = (text.replace("\0", name).encode() for text in drawn)
    return {"plan.yaml": PLAN.replace("节能降碳", "甲").encode(), "departments.yaml": registered, "tasks/甲.yaml": one}


NAMES = st.sampled_from(["区发展改革委", "发改", "区发改委员会", "a-1", "重庆邮管四分局（中心城区）", "区发改 委"])


@arbitrary
@given(drawn=plans(), new=NAMES)
def test_promises(drawn: Drawn, new: str) -> None:
    """Every file is what it would be had it been written with the new name; renamed back, it is what it was."""
    with TemporaryDirectory() as folder:
        root = written(Path(folder), files(drawn, OLD))
        old = load(Folder(root)).plan
        assert renamed(root, OLD, new).places == sum(text.count("\0") for text in drawn)
        assert contents(root) == files(drawn, new)
        renamed(root, new, OLD)
        assert contents(root) == files(drawn, OLD)
        assert load(Folder(root)).plan == old


@arbitrary
@given(drawn=plans(), new=NAMES)
def test_promises_with_an_alias(drawn: Drawn, new: str) -> None:
    """One insertion more, and the old name still means the same."""
    with TemporaryDirectory() as folder:
        root = written(Path(folder), files(drawn, OLD))
        renamed(root, OLD, new, keep_alias=True)
        after, expected = contents(root), files(drawn, new)
        assert load(Folder(root)).plan.resolve(OLD) == load(Folder(root)).plan.resolve(new)
        assert after["tasks/甲.yaml"] == expected["tasks/甲.yaml"]
        assert is_inserted(expected["departments.yaml"], after["departments.yaml"])
