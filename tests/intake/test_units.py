"""Cells of units: who, limited to what, and the phrase that closes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.intake.unit_names import guess_kind, is_group, looks_like_unit
from plancli.intake.units import account, read_units
from plancli.loading.loader import load
from tests.load.promises import arbitrary
from tests.support import Memory

if TYPE_CHECKING:
    from plancli.model.plan import Plan

PLAN = Path(__file__).parents[2]
SOURCE = PLAN / "tests" / "source" / "yuzhong-green-industry-tasks.txt"

WORDS = (
    *(
        "、",
        "，",
        "；",
        ",",
        " ",
        "  ",
        "\n",
        "　",
        "（",
        "）",
        "(",
        ")",
        "等",
        "和",
        "及",
        "以及",
        "按职责分工负责",
        "。",
    ),
    *("牵头", "配合", "牵头单位：", "市财政局", "市", "教", "局", "密码管理局", "各街道", "相关部门", "市委", "宣传部"),
    *("★", "1.", "①", "由", "会同", "两江新区", "各市、县（区）人民政府", "责任单位：", "（牵头）"),
    *("建筑节能部分", "——", "CBD", "住房和城乡建设局", "结合实际落实"),
)
CELLS = st.lists(st.sampled_from(WORDS), max_size=20).map("".join) | st.text(max_size=30)

CERTAIN = """
市财政局 = 市财政局
市财政局。 = 市财政局
市财政局、市教育局 = 市财政局 市教育局
市财政局，市教育局；市民政局 = 市财政局 市教育局 市民政局
市财政局,市教育局;市民政局 = 市财政局 市教育局 市民政局
市财政局 市教育局 = 市财政局 市教育局
市财政局　市教育局 = 市财政局 市教育局
市财政局⏎市教育局 = 市财政局 市教育局
市发展改革委 市财政局⏎市教育局 = 市发展改革委 市财政局 市教育局
市财政局、⏎市教育局 = 市财政局 市教育局
市财政局、 市教育局 = 市财政局 市教育局
市财政局｜市教育局 = 市财政局 市教育局
区生态环境局、区经信委、各管委会按职责分工负责 = 区生态环境局 区经信委 各管委会 = 按职责分工负责
各相关产业部门、管委会按职责分工负责 = 各相关产业部门 管委会 = 按职责分工负责
各相关产业部门、管委会、街道办事处按职责分工负责 = 各相关产业部门 管委会 街道办事处 = 按职责分工负责
市财政局、市教育局按职责分工分别负责 = 市财政局 市教育局 = 按职责分工分别负责
市财政局按照职责分工负责。 = 市财政局 = 按照职责分工负责
市财政局根据各自职责分工落实 = 市财政局 = 根据各自职责分工落实
市财政局，按职责分工负责 = 市财政局 = 按职责分工负责
市财政局⏎按职责分工负责 = 市财政局 = 按职责分工负责
市财政局按职责⏎分工负责 = 市财政局 = 按职责分工负责
市财政局负责 = 市财政局 = 负责
市财政局牵头负责 = 市财政局 = 牵头负责
市财政局、市教育局共同负责 = 市财政局 市教育局 = 共同负责
各区县结合实际落实 = 各区县 = 结合实际落实
各设区市政府，省级有关部门结合实际抓好落实 = 各设区市政府 省级有关部门 = 结合实际抓好落实
有关部门按职责分工负责 = 有关部门 = 按职责分工负责
市住房和城乡建设局、市规划和自然资源局 = 市住房和城乡建设局 市规划和自然资源局
市文化和旅游发展委员会、市人力资源和社会保障局 = 市文化和旅游发展委员会 市人力资源和社会保障局
各区县（自治县）政府、两江新区管委会 = 各区县（自治县）政府 两江新区管委会
各县（市、区）人民政府 = 各县（市、区）人民政府
各市（州）人民政府、省直有关部门 = 各市（州）人民政府 省直有关部门
国家发展改革委、财政部、工业和信息化部 = 国家发展改革委 财政部 工业和信息化部
区商务委、重庆邮管四分局、解放碑CBD管委会 = 区商务委 重庆邮管四分局 解放碑CBD管委会
解放碑 CBD 管委会 = 解放碑CBD管委会
市委、市政府 = 市委 市政府
市委组织部、市委宣传部、团市委、市总工会 = 市委组织部 市委宣传部 团市委 市总工会
区市场监管局、区税务局、上清寺街道 = 区市场监管局 区税务局 上清寺街道
国网市区供电公司、重庆燃气集团 = 国网市区供电公司 重庆燃气集团
市财政局、重庆海关、人行重庆市分行 = 市财政局 重庆海关 人行重庆市分行
市乡村振兴工作领导小组成员单位 = 市乡村振兴工作领导小组成员单位
区住建委（建筑节能部分）、区财政局 = 区住建委[建筑节能部分] 区财政局
市教委(校园建设)方面 = 市教委(校园建设)方面 = = bracket-unsure not-like-a-unit
"""

DOUBTFUL = """
省委网信办，省保密局、密码管理局 = 省委网信办 省保密局 省密码管理局 = = prefix-carried
市委组织部、宣传部、统战部 = 市委组织部 市委宣传部 市委统战部 = = prefix-carried
临湖县委、县政府，安平县委、县人民政府 = 临湖县委 临湖县政府 安平县委 安平县人民政府 = = prefix-carried
经开区党工委、管委会 = 经开区党工委 经开区管委会 = = prefix-carried
市委、市政府 = 市委 市政府 = =
区税务局、公安江口分局 = 区税务局 公安江口分局 = =
县公安局、县财政局等部门和各乡镇 = 县公安局 县财政局 各乡镇 = = and-others joined-by-and
市委组织部、财政局 = 市委组织部 市财政局 = = prefix-carried
省财政厅、自然资源厅，各区县按职责分工负责 = 省财政厅 省自然资源厅 各区县 = 按职责分工负责 = prefix-carried
市财政局，税务局 = 市财政局 税务局 = = prefix-missing
市财政局、专项办 = 市财政局 专项办 = = prefix-missing
市 农 业 农 村⏎局 = 市农业农村局 = = broken-name
市农业农村⏎局⏎市财政局 = 市农业农村局 市财政局 = = broken-name
市发展改⏎革委、市财政局 = 市发展改革委 市财政局 = = broken-name
市委⏎网信办 = 市委网信办 = = broken-name
市 财 政 局  市 教 育 局 = 市财政局 市教育局 = = broken-name
市住房城乡⏎建设局 = 市住房城乡建设局 = = broken-name
区发改委和区财政局 = 区发改委 区财政局 = = joined-by-and
区发改委、区财政局以及各街道 = 区发改委 区财政局 各街道 = = joined-by-and
市财政局及相关部门 = 市财政局 相关部门 = = joined-by-and
各区县党委和政府 = 各区县党委和政府 = = maybe-joined
市财政局、市教育局等部门按职责分工负责 = 市财政局 市教育局 = 等部门按职责分工负责 = and-others
市财政局等 = 市财政局 = 等 = and-others
市财政局等市级有关部门 = 市财政局 = 等市级有关部门 = and-others
市财政局等，按职责分工负责。 = 市财政局 = 等，按职责分工负责 = and-others
市教育局牵头，市财政局配合 = 市教育局 市财政局 = 配合 = duty-inside roles-inside
市教育局按职责分工负责；市财政局、各街道 = 市教育局 市财政局 各街道 = = duty-inside
牵头单位：市教育局；配合单位：市财政局 = 市教育局 市财政局 = = roles-inside
市发展改革委（牵头）、市财政局 = 市发展改革委[牵头] 市财政局 = = role-in-bracket
市公安局（交警总队） = 市公安局[交警总队] = = alias-or-part
区国资委（区城投公司、区文旅公司） = 区国资委[区城投公司、区文旅公司] = = members-or-scope
市城投集团（市属平台） = 市城投集团[市属平台] = = bracket-unsure
市公安局（交警总队 = 市公安局（交警总队 = = unpaired-bracket
市财政局市教育局 = 市财政局市教育局 = = maybe-several
市财政局/市教育局 = 市财政局/市教育局 = = maybe-several
1.市财政局 = 市财政局 = = numbered-names
张三 = 张三 = = not-like-a-unit
财务科、综合股 = 财务科 综合股 = =
学科、控股 = 学科 控股 = = not-like-a-unit
"""


@pytest.mark.parametrize("line", [*CERTAIN.strip().splitlines(), *DOUBTFUL.strip().splitlines()])
def test_cells(line: str) -> None:
    """Names, scopes, the closing phrase and every doubt; nothing of the cell is lost."""
    text, names, duty, codes = ([part.strip() for part in line.split("=")] + ["", ""])[:4]
    text = text.replace("⏎", "\n")
    cell = read_units(text)
    assert [f"{unit.name}[{unit.scope}]" if unit.scope else unit.name for unit in cell.units] == names.split()
    assert cell.duty == duty
    assert sorted({*cell.unsure, *(code for unit in cell.units for code in unit.unsure)}) == sorted(codes.split())
    assert account(cell) == text
    assert cell.kind == "units"


@pytest.mark.parametrize("text", ["——", "—", "-", "--", "/", "无", " — ", "暂无", "－"])
def test_nobody(text: str) -> None:
    """A cell that says that there is nobody."""
    cell = read_units(text)
    assert (cell.kind, cell.units, account(cell)) == ("none", (), text)


@pytest.mark.parametrize("text", ["", " ", "\n", "　"])
def test_blank(text: str) -> None:
    """A cell that says nothing."""
    cell = read_units(text)
    assert (cell.kind, cell.units, account(cell)) == ("blank", (), text)


def test_other_names_and_members() -> None:
    """A bracket behind a name is its other name, or behind a group's its members."""
    office, group = read_units("省市场监管局（省知识产权局）、各街道（七星岗街道、解放碑街道）").units
    assert (office.name, office.aliases, office.unsure) == ("省市场监管局", ("省知识产权局",), ())
    assert (group.name, group.members, group.unsure) == ("各街道", ("七星岗街道", "解放碑街道"), ())
    assert group.written == "各街道（七星岗街道、解放碑街道）"


def test_known_names() -> None:
    """A name that is known is whole, whatever it looks like."""
    known = {"市农业农村局", "区发改委和改革办", "专项办", "市产业办", "密码管理局"}
    cells = ("市 农 业 农 村\n局", "区发改委和改革办", "市财政局、专项办", "市财政局、产业办", "市保密局、密码管理局")
    read = [[unit.name for unit in read_units(cell, known).units] for cell in cells]
    assert [names[-1] for names in read] == ["市农业农村局", "区发改委和改革办", "专项办", "市产业办", "密码管理局"]
    codes = [read_units(cell, known).units[-1].unsure for cell in cells]
    assert codes == [(), (), (), ("prefix-carried",), ()]


def _plan() -> Plan:
    folder = PLAN / "plan"
    return load(
        Memory({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")})
    ).plan


def test_the_plan_of_yuzhong() -> None:
    """Every cell of units of the document as it was issued is read as the plan's files have it, without doubt."""
    lines = [line.strip() for line in SOURCE.read_text("utf-8").splitlines()]
    rows = [lines[at + 2 : at + 4] for at, line in enumerate(lines) if line.isdecimal()]
    tasks = list(_plan().tasks)
    assert len(rows) == len(tasks) == 30
    expected = {task.text.split("\n")[0][:12]: task for task in tasks}
    for at, (lead, responsible) in zip((at for at, line in enumerate(lines) if line.isdecimal()), rows, strict=True):
        text = lines[at + 1].partition("。")[2]
        task = expected[text[:12]]
        cells = [read_units(lead), read_units(responsible)]
        for cell, units in zip(cells, (task.lead, task.responsible), strict=True):
            assert [unit.name for unit in cell.units] == [str(unit.name) for unit in units or ()]
            assert not any(unit.unsure or unit.scope for unit in cell.units)
            assert not cell.unsure
        assert [cell.duty for cell in cells] == ["", task.duty or ""]
        assert cells[1].kind == ("units" if task.responsible else "none")


KINDS = {
    "party": "区委宣传部 市委组织部 省委网信办 区纪委监委 市委编办 区委政法委 市委 市直机关工委 自治区党委统战部",
    "vertical": "区税务局 重庆海关 市气象局 区烟草专卖局 重庆邮管四分局 人民银行重庆市分行 "
    "国家统计局重庆调查总队 区消防救援支队 "
    "重庆证监局 市通信管理局 重庆海事局 国家金融监管总局重庆监管局",
    "committee": "解放碑CBD管委会 两江新区管委会 高新区管理委员会 万盛经开区管委会",
    "subdistrict": "上清寺街道 七星岗街道办事处 石油路街道办 白市驿镇 白市驿镇人民政府",
    "enterprise": "国网市区供电公司 区城投集团 重庆燃气集团 中国移动重庆公司 工商银行重庆分行",
    "other": "团区委 团省委 区总工会 区妇联 市科协 市法院 区检察院 市政协提案委 重庆大学 市工商联 区人武部 某某",
    "government": "区发改委 市生态环境局 省发展改革委 市城市管理委员会 市国有资产监督管理委员会 "
    "财政部 工业和信息化部 国家发展改革委 "
    "区公安分局 市卫生健康委员会 市政府办公厅 省保密局 市政府督查室 区市场监管局 省政府 区住房城乡建委",
}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for kind, names in KINDS.items() for name in names.split()])
def test_kinds(name: str, kind: str) -> None:
    """What an office is, by its name."""
    assert guess_kind(name) == kind
    assert not is_group(name)


def test_kinds_of_the_plan() -> None:
    """The committed register has the kinds that names tell."""
    register = _plan().register
    assert len(register.departments) == 24
    assert all(guess_kind(each.name) == each.kind and looks_like_unit(each.name) for each in register.departments)
    assert all(is_group(name) for group in register.groups for name in group.spellings)


@pytest.mark.parametrize(
    "name", ["各管委会", "相关部门", "有关单位", "市级有关部门", "领导小组成员单位", "管委会", "各街道", "区县"]
)
def test_groups(name: str) -> None:
    """Names that stand for several offices."""
    assert is_group(name)


@arbitrary
@given(CELLS)
def test_nothing_is_lost(text: str) -> None:
    """Every character of a cell is accounted for, and every name's stretch is a unit's."""
    cell = read_units(text)
    assert account(cell) == text
    assert [unit.written for unit in cell.units] == [piece.text for piece in cell.pieces if piece.kind == "name"]
    for unit in cell.units:
        said = "".join((unit.name, unit.scope or "", *unit.aliases, *unit.members))
        marks = set("（([［【〔）)]］】〕、，,；;等")
        assert {char for char in unit.written if not char.isspace()} - marks <= set(said)


LONG = "市 和 、 （ ） （） 市财政局、 市财政局和 等 按职责 各 各市、 1.市 ★ 工会同 由 牵头： 两江新区、 市委、 （1）"


@pytest.mark.parametrize("part", [*LONG.split(), "市 ", "\n市", "财政局 ", " ", " 牵头 "])
def test_long_cells(part: str) -> None:
    """What goes back and forth in one would not end."""
    text = part * (40_000 // len(part))
    assert account(read_units(text)) == text


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("市直有关部门、单位，各县区政府", ["市直有关部门", "市直有关单位", "各县区政府"]),
        ("市级有关部门和单位", ["市级有关部门", "市级有关单位"]),
        ("市直部门、单位", ["市直部门", "市直单位"]),
        ("各有关部门、企业", ["各有关部门", "各有关企业"]),
        ("各产业专班、单位", ["各产业专班", "各单位"]),
        ("市财政局、单位", ["市财政局", "单位"]),
    ],
)
def test_a_bare_kind_of_unit_is_of_the_group_before_it(cell: str, names: list[str]) -> None:
    """市直有关部门、单位 are 市直有关部门 and 市直有关单位; that is told."""
    units = read_units(cell).units
    assert [each.name for each in units] == names
    assert all("prefix-carried" in each.unsure for each in units[1:2] if each.name != "单位")
