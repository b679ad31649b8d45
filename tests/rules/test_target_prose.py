"""Targets as careful people read them from ordinary official prose: no rule may speak of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from plancli.checks.once import once
from plancli.loading.loader import load
from tests.rules.cases_shape import target
from tests.support import TASK, Memory, diagnostics, rules, task, world

if TYPE_CHECKING:
    from plancli.model.plan import Plan


class Row(NamedTuple):
    """A sentence, and the target that it sets.

    Attributes:
        text: The sentence, or several lines.
        quote: What is quoted.
        goal: Comparator, value and unit; or a statement.
        more: Other keys.
    """

    text: str
    quote: str
    goal: str
    more: str = ""

    @property
    def written(self) -> str:
        """The keys of the task's file."""
        comparator, value, unit = f"{self.goal}  ".split(" ")[:3]
        numeric = f"comparator: {comparator}\nvalue: {value}\nunit: '{unit}'"
        keys = {"id": "甲", "indicator": "甲", "due": "2027", "quote": self.quote}
        rest = [line for line in self.more.split("; ") if line]
        keys = {key: value for key, value in keys.items() if not any(line.startswith(f"{key}:") for line in rest)}
        lines = [f"{key}: {value}" for key, value in keys.items()]
        goal = numeric if unit else f"statement: {self.goal}"
        text = "".join(f"  {line}\n" for line in self.text.split("\n"))
        return f"text: |\n{text}" + target("\n".join([*lines, goal, *rest]))


ORDINARY = (
    Row("到2027年，绿色贷款余额达1800亿元，保持全市领先。", "绿色贷款余额达1800亿元", "at-least 1800 亿元"),
    Row("空气质量优良天数比例稳定在88%以上。", "优良天数比例稳定在88%以上", "at-least 88 %"),
    Row("到2027年，单位GDP能耗较2020年下降14%。", "单位GDP能耗较2020年下降14%", "at-least 14 %"),
    Row("到2027年，单位GDP能耗比2020年下降14%以上。", "下降14%以上", "at-least 14 %"),
    Row("到2027年，PM2.5浓度控制在35微克/立方米以内。", "控制在35微克/立方米以内", "at-most 35 微克/立方米"),
    Row("到2027年，PM2.5年均浓度降至32微克/立方米。", "年均浓度降至32微克/立方米", "at-most 32 微克/立方米"),
    Row("到2027年，PM2.5平均浓度达到32微克/立方米。", "PM2.5平均浓度达到32微克/立方米", "at-most 32 微克/立方米"),
    Row("到2027年，力争新增绿色工厂5家。", "力争新增绿色工厂5家", "at-least 5 家", "commitment: aim"),
    Row("力争到2027年，甲达30%，乙达40%。", "甲达30%", "at-least 30 %", "commitment: aim"),
    Row("到2027年，确保甲达30%，力争达到35%。", "甲达30%", "at-least 30 %"),
    Row("到2027年，甲达30%以上、力争达到35%。", "甲达30%以上", "at-least 30 %"),
    Row("力争更大突破，到2027年，甲达30%。", "甲达30%", "at-least 30 %"),
    Row("大力推广，着力提升，到2027年，甲达30%。", "甲达30%", "at-least 30 %"),
    Row("到2027年，争取上级资金3亿元。", "争取上级资金3亿元", "at-least 3 亿元"),
    Row("力争全市领先。\n到2027年，甲达30%。", "甲达30%", "at-least 30 %", "commitment: aim"),
    Row(
        "到2027年，高新技术企业、科技型企业分别达到280家、1560家。",
        "[科技型企业, 分别达到, 1560家]",
        "at-least 1560 家",
    ),
    Row("到2027年，年均举办推介会1—2场。", "举办推介会1—2场", "between [1,2] 场", "per: year"),
    Row("到2027年，建成示范园区1—2家。", "建成示范园区1—2家", "between [1,2] 家"),
    Row("每年培训2000人次。", "每年培训2000人次", "at-least 2000 人次", "per: year"),
    Row("到2027年，绿色产业产值年均增长6%左右。", "年均增长6%左右", "at-least 6 %", "per: year"),
    Row("到2027年，绿色产业产值年均增速达6%。", "年均增速达6%", "at-least 6 %", "indicator: 绿色产业产值年均增速"),
    Row("到2027年，全市占比超过30%。", "全市占比超过30%", "more-than 30 %"),
    Row("到2027年，漏损率不超过5%。", "漏损率不超过5%", "at-most 5 %"),
    Row("到2027年，绿色商场由8家增加到一百家。", "由8家增加到一百家", "at-least 100 家"),
    Row("到2027年，存款余额由800亿元增长到1千亿元。", "由800亿元增长到1千亿元", "at-least 1000 亿元"),
    Row("到2027年，存款余额突破千亿元。", "存款余额突破千亿元", "more-than 1000 亿元"),
    Row("到2027年，每万人口专利拥有量达到12件。", "每万人口专利拥有量达到12件", "at-least 12 件/万人"),
    Row("到2027年，办理时限压缩至5个工作日。", "压缩至5个工作日", "at-most 5 工作日"),
    Row("到2027年，污水处理率均达到95%。", "污水处理率均达到95%", "at-least 95 %"),
    Row("到2027年均达到95%。", "均达到95%", "at-least 95 %"),
    Row("到2027年，工程建设项目审批环节4个。", "审批环节4个", "at-most 4 个", "indicator: 工程建设项目审批环节"),
    Row("办好2026年内陆开放论坛，到2027年建成5座。", "建成5座", "at-least 5 座"),
    Row("到2027年，全口径债务率控制在200%以内。", "控制在200%以内", "at-most 200 %", "indicator: 全口径债务率"),
    Row("到2027年，开展“谁来种地？”大讨论10场。", "开展“谁来种地？”大讨论10场", "at-least 10 场"),
    Row("到2027年，半数以上街道建成示范。", "半数以上街道建成示范", "at-least 50 %"),
    Row("2025年启动试点，2026年全面推开，三年累计建成30个。", "建成30个", "at-least 30 个"),
    Row("2025年完成试点，三年内建成31个。", "三年内建成31个", "at-least 31 个"),
    Row("2026年6月召开现场会，全域建成38处。", "全域建成38处", "at-least 38 处"),
    Row("到2027年，床位使用率不超过103%。", "床位使用率不超过103%", "at-most 103 %", "indicator: 床位使用率"),
    Row("到2027年，新建公园绿地5万平方米。", "新建公园绿地5万平方米", "at-least 50000 ㎡"),
    Row("到2027年，新建公园绿地5公顷。", "新建公园绿地5公顷", "at-least 5 万平方米"),
    Row("到2027年，绿地率提高到四成以上。", "绿地率提高到四成以上", "at-least 40 %"),
    Row("到2027年，漏损率控制在5%。", "漏损率控制在5%", "at-most 5 %"),
    Row("到2027年，漏损率低于5%。", "漏损率低于5%", "less-than 5 %"),
    Row("到2027年，达标率不低于95%。", "达标率不低于95%", "at-least 95 %"),
    Row("到2027年，达标率不得低于95%。", "达标率不得低于95%", "at-least 95 %"),
    Row("到2027年，绿色产业产值翻一番。", "绿色产业产值翻一番", "at-least 1 番"),
    Row("到2027年，绿色产业产值翻一番。", "绿色产业产值翻一番", "at-least 2 倍"),
    Row("到2027年，绿色产业产值翻一番。", "绿色产业产值翻一番", "翻一番"),
    Row("到2027年，累计建成充电桩5000个。", "累计建成充电桩5000个", "at-least 5000 个"),
    Row("到2027年，非化石能源占比提高2个百分点。", "提高2个百分点", "at-least 2 个百分点"),
    Row("到2027年，非化石能源占比提高到25%。", "占比提高到25%", "at-least 25 %"),
    Row("到2027年，申报数量是2024年的1.5倍，增长150%。", "增长150%", "at-least 150 %", "indicator: 申报数量增长率"),
    Row(
        "到2027年，水源地水质达标率保持100%。", "达标率保持100%", "at-least 100 %", "baseline: {value: 100, year: 2024}"
    ),
    Row("到2027年，水源地水质达标率保持100%。", "达标率保持100%", "exactly 100 %"),
    Row("到2027年，绿化覆盖率保持38%。", "绿化覆盖率保持38%", "at-least 38 %", "baseline: {value: 40, year: 2024}"),
    Row("到2027年，重点社区实现全覆盖。", "重点社区实现全覆盖", "at-least 100 %"),
    Row("到2027年，劣Ⅴ类水体全面消除。", "劣Ⅴ类水体全面消除", "at-most 0 个"),
    Row("到2027年，培育绿色商场两家。", "培育绿色商场两家", "at-least 2 家"),
    Row("到2027年，百分之三十的小区完成改造。", "百分之三十的小区完成改造", "at-least 30 %"),
    Row("到2027年，建成绿色商场３家。", "建成绿色商场３家", "at-least 3 家"),
    Row("到2027年，回收总量达2万吨。", "回收总量达2万吨", "at-least 20000 吨"),
    Row("到2027年，办理时限压缩至3个工作日以内。", "压缩至3个工作日以内", "at-most 3 个工作日"),
    Row("到2027年，平均换乘时间为5分钟。", "平均换乘时间为5分钟", "at-most 5 分钟"),
    Row("到2027年，近100家企业完成改造。", "近100家企业完成改造", "at-most 100 家"),
    Row("到2027年，企业达10余家。", "企业达10余家", "more-than 10 家", "indicator: 企业数量"),
    Row("2026年底前，建成绿色商场3家。", "建成绿色商场3家", "at-least 3 家", "due: 2026"),
    Row("2026年6月底前建成绿色商场3家。", "建成绿色商场3家", "at-least 3 家", "due: 2026-06"),
    Row("2026年6月30日前建成绿色商场3家。", "建成绿色商场3家", "at-least 3 家", "due: 2026-06-30"),
    Row("2026年底前建成绿色商场3家。", "建成绿色商场3家", "at-least 3 家", "due: 2026-12-31"),
    Row("2026年10月举办绿色博览会1场。", "举办绿色博览会1场", "at-least 1 场", "due: 2026"),
    Row("到2026年达3家，到2027年达5家。", "达5家", "at-least 5 家"),
    Row("2025—2027年，每年新增绿色工厂3家。", "每年新增绿色工厂3家", "at-least 3 家", "per: year; due: 2026"),
    Row("截至2024年底有3家，力争再建成2家。", "力争再建成2家", "at-least 2 家", "commitment: aim"),
    Row("落实2030年前碳达峰目标，非化石能源占比达25%。", "占比达25%", "at-least 25 %"),
    Row("按照《规划（2021—2025年）》，森林覆盖率达55%。", "森林覆盖率达55%", "at-least 55 %"),
    Row("2024年，占比达20%，到2027年达30%。", "到2027年达30%", "at-least 30 %"),
    Row("到2027年，主要目标如下。\n绿色商场达3家以上。", "绿色商场达3家以上", "at-least 3 家"),
    Row("到“十五五”末，占比达30%。", "占比达30%", "at-least 30 %", "due: ongoing"),
    Row("现有绿色商场3家。\n到2026年，绿色商场3家以上。", "绿色商场3家", "exactly 3 家", "due: 2027"),
    Row("到2027年，出力1800千瓦，日处理垃圾200吨/日。", "处理垃圾200吨/日", "at-least 200 吨"),
)


def told(row: Row) -> list[str]:
    """The rules that speak of a row, but those that speak of its text alone."""
    return [rule for rule in rules(task(row.written)) if rule not in {"unmodelled-quantity", "not-normalised"}]


@pytest.mark.parametrize("row", ORDINARY, ids=[f"{at} {row.quote}" for at, row in enumerate(ORDINARY)])
def test_no_rule_speaks_of_a_target_that_is_read_well(row: Row) -> None:
    """What a rule says of targets has to be right, or nobody reads the next one."""
    assert told(row) == []


FAULTY: tuple[tuple[Row, list[str]], ...] = (
    # the words around the number are nobody's concern where the quote itself is wrong
    (Row("到2026年，力争达5家以上。", "力争达3家以上", "at-most 3 家"), ["quote-not-in-text"]),
    (Row("到2026年，力争达5家以上。", "力争达5家以上", "at-most 3 家"), ["quote-value-mismatch"]),
    (Row("到2026年，力争达5家以上。", "力争达5家以上", "at-most 5 个"), ["unit-mismatch"]),
    (Row("到2026年，力争培育一批商场。", "培育一批商场", "at-most 5 家"), ["unanchored-target"]),
    (Row("占比达30%。", "占比达30%", "at-least 300 %", "indicator: 占比"), ["quote-value-mismatch"]),
    # a year that stands with the number is its time
    (Row("2026年建成3家。", "2026年建成3家", "at-least 3 家"), ["due-mismatch"]),
    (Row("2026年，建成3家。", "建成3家", "at-least 3 家"), ["due-mismatch"]),
    (Row("2026年6月底前召开现场会，建成3家。", "建成3家", "at-least 3 家"), ["due-mismatch"]),
    # a longer unit is another one
    (Row("到2027年，占比提高3个百分点。", "占比提高3个百分点", "at-least 3 个"), ["unit-mismatch"]),
    (Row("到2027年，培训2000人次。", "培训2000人次", "at-least 2000 人"), ["unit-mismatch"]),
    # a number that is written out may be the one that is meant
    (Row("到2027年，由8家增加到一百家。", "由8家增加到一百家", "at-least 90 家"), ["quote-value-mismatch"]),
    # of a year that was not carried over, only the period is told
    (Row("到2027年，达5家以上。", "达5家以上", "at-least 5 家", "due: 2030"), ["target-outside-period"]),
    # what else a target has wrong is told besides
    (Row("到2027年，达5家以上。", "达5家以上", "at-most 5 家", "due: 2026"), ["comparator-mismatch", "due-mismatch"]),
    (
        Row("力争每年达5家以上。", "力争每年达5家以上", "at-least 5 家", "confirmed: false"),
        ["commitment-mismatch", "per-year-mismatch", "unconfirmed-target"],
    ),
    # of two places nobody knows which the quote means
    (Row("到2026年，商场达3家。\n到2027年，商场达3家以上。", "商场达3家", "at-most 3 家"), []),
    (Row("到2026年，力争商场达3家。\n每年商场达3家。", "商场达3家", "at-least 3 家"), []),
    # a target beyond its baseline, and a share beyond the whole
    (Row("占比达300%。", "占比达300%", "at-least 300 %", "indicator: 占比"), ["percent-out-of-range"]),
    (
        Row("占比达30%。", "占比达30%", "at-least 30 %", "baseline: {value: 35, year: 2024}"),
        ["baseline-beyond-goal"],
    ),
)


@pytest.mark.parametrize(("row", "expected"), FAULTY, ids=[f"{at} {row.quote}" for at, (row, _) in enumerate(FAULTY)])
def test_a_mistake_is_told_once(row: Row, expected: list[str]) -> None:
    """And every mistake."""
    assert told(row) == expected


FIRM = {
    "不低于30%": "at-least",
    "30%以上": "at-least",
    "超过30%": "more-than",
    "不超过30%": "at-most",
    "低于30%": "less-than",
}
COMPARATORS = ("at-least", "more-than", "at-most", "less-than", "exactly")


@pytest.mark.parametrize("words", FIRM)
@pytest.mark.parametrize("comparator", COMPARATORS)
def test_firm_words_allow_one_comparator(words: str, comparator: str) -> None:
    """No other is read into them."""
    row = Row(f"到2027年，占比{words}。", f"占比{words}", f"{comparator} 30 %")
    assert rules(task(row.written)) == ([] if FIRM[words] == comparator else ["comparator-mismatch"])


TWO = """\
targets:
  - {{id: 甲, indicator: 占比, comparator: {0}, value: {1}, unit: "%", due: 2027, quote: 甲达30%{2}}}
  - {{id: 乙, indicator: 占比, comparator: {3}, value: {4}, unit: "%", due: 2027, quote: 乙达{4}%{5}}}
"""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["contradictory-targets"]),
        (", scope: 全市", []),
        (", commitment: aim", []),
    ],
)
def test_what_tells_two_goals_apart(more: str, expected: list[str]) -> None:
    """Another scope; and a goal that is promised beside one that is aimed for."""
    words = "力争乙" if "aim" in more else "乙"
    text = f"text: 甲达30%，{words}达40%。\n"
    assert rules(task(text + TWO.format("at-least", 30, "", "at-least", 40, more))) == expected


def test_a_floor_and_a_ceiling_are_no_contradiction() -> None:
    """30% at least and 40% at most are one corridor."""
    text = "text: 甲达30%，乙达40%以内。\n"
    assert rules(task(text + TWO.format("at-least", 30, "", "at-most", 40, ""))) == []


def test_a_floor_above_a_ceiling_is_one() -> None:
    """No figure is 30% at least and 20% at most."""
    text = "text: 甲达30%，乙达20%以内。\n"
    assert rules(task(text + TWO.format("at-least", 30, "", "at-most", 20, ""))) == ["contradictory-targets"]


def figures(*goals: str) -> str:
    """Targets of one indicator: `comparator value unit`, each with a sentence that says so."""
    words = {"at-least": "达{}", "more-than": "超过{}", "at-most": "{}以内", "less-than": "低于{}", "between": "达{}"}
    text, targets = "text: |\n", "targets:\n"
    for name, goal in zip("甲乙丙丁", goals, strict=False):
        comparator, value, unit = goal.split()
        quote = name + words[comparator].format(value.strip("[]").replace(",", "—") + unit)
        text += f"  到2027年，{quote}。\n"
        targets += f'  - {{id: {name}, indicator: 数量, comparator: {comparator}, value: {value}, unit: "{unit}",'
        targets += f" due: 2027, quote: {quote}}}\n"
    return text + targets


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        (["at-least 3 家", "at-most 2 家"], ["contradictory-targets"]),
        (["at-most 2 家", "at-least 3 家"], ["contradictory-targets"]),
        (["more-than 3 家", "less-than 2 家"], ["contradictory-targets"]),
        (["at-least 3 家", "at-most 3 家"], []),
        (["at-most 5 家", "between [1,3] 家", "at-least 4 家"], []),
        # the strictest bounds count; that the like ones differ is told as well
        (["at-least 1 家", "at-least 4 家", "at-most 3 家"], ["contradictory-targets"] * 2),
        (["at-least 4 家", "at-least 1 家", "at-most 3 家"], ["contradictory-targets"] * 2),
        (["at-most 5 家", "at-most 3 家", "at-least 4 家"], ["contradictory-targets"] * 2),
        # another thing is counted
        (["at-least 3 家", "at-most 2 个"], []),
        # one amount, whatever its scale
        (["at-least 0.3 万家", "at-least 3000 家"], ["duplicate-target"]),
        (["between [0.1,0.3] 万家", "between [1000,3000] 家"], ["duplicate-target"]),
        (["between [0.1,0.2] 万家", "between [1000,3000] 家"], ["contradictory-targets"]),
        (["at-least 0.3 万家", "at-most 2000 家"], ["contradictory-targets"]),
        (["at-least 0.3 万家", "at-most 4000 家"], []),
    ],
)
def test_bounds_of_one_figure(goals: list[str], expected: list[str]) -> None:
    """A floor above a ceiling, and the same amount twice."""
    assert rules(task(figures(*goals))) == expected


@pytest.mark.parametrize(
    ("goal", "baseline", "is_beyond"),
    [
        ("at-least 3 家", 4, True),
        ("at-least 3 家", 3, False),
        ("at-least 3 家", 2, False),
        ("more-than 3 家", 4, True),
        ("at-most 3 家", 2, True),
        ("at-most 3 家", 3, False),
        ("less-than 3 家", 2, True),
        ("less-than 3 家", 4, False),
    ],
)
def test_where_a_target_starts(goal: str, baseline: int, is_beyond: bool) -> None:  # noqa: FBT001 - a table's column
    """What is reached is no baseline to start from; what is just there is to be held."""
    text = figures(goal).replace(" due: 2027", f" due: 2027, baseline: {{value: {baseline}, year: 2024}}")
    assert rules(task(text)) == ["baseline-beyond-goal"] * is_beyond


@pytest.mark.parametrize(
    ("quote", "indicator", "expected"),
    [
        ("建成示范项目3个", "示范项目", []),
        ("建成示范园区1家、示范项目3个", "示范项目", []),
        ("占比达3%", "绿色建筑占比", ["duplicate-target"]),
    ],
)
def test_what_two_tasks_do_each(quote: str, indicator: str, expected: list[str]) -> None:
    """Two tasks that build three each build six; a share is one share."""
    unit, words = quote[-1], quote.rpartition("、")[2]
    keys = f"text: 到2027年，{quote}。\nlead: [区发改委]\ntargets:\n  - id: 甲\n    indicator: {indicator}\n"
    keys += f"    comparator: at-least\n    value: 3\n    unit: '{unit}'\n    due: 2027\n    quote: {words}\n"
    outline = "# plan.yaml\noutline: [{heading: 甲, tasks: [节能降碳, 环境保护]}]\n"
    example = f"{outline}# {TASK}\n{keys}# tasks/环境保护.yaml (whole)\ntitle: 乙\n{keys}"
    assert [rule for rule in rules(world(example)) if "target" in rule] == expected


def test_a_reading_is_made_once_for_a_plan() -> None:
    """And again for another one, even where the first is gone."""
    read: list[Plan] = []

    @once
    def reading(plan: Plan) -> int:
        read.append(plan)
        return len(read)

    plan, other = (load(Memory(world())).plan for _ in range(2))
    assert [reading(each) for each in (plan, plan, other, other, plan)] == [1, 1, 2, 2, 3]


FIXED = (
    (Row("到2027年，达5家以上。", "达5家以上", "at-most 5 家"), "comparator", "at-least"),
    (Row("2026年6月底前达5家。", "达5家", "at-least 5 家"), "due", "2026-06"),
    (Row("2025年前后达3家，2026年底前达5家。", "达5家", "at-least 5 家"), "due", "2026"),
    (Row("2025年底前达3家，2026年底前达5家。", "达5家", "at-least 5 家"), "due", None),
    (Row("占比提高2%。", "占比提高2%", "at-least 2 个百分点"), "unit", "%"),
    (Row("力争达5家。", "力争达5家", "at-least 5 家", "commitment: commit"), "commitment", "aim"),
    (Row("力争达5家。", "力争达5家", "at-least 5 家"), "quote", None),
    (Row("达5家。", "达5家", "at-least 5 家", "commitment: aim"), "commitment", "commit"),
)


@pytest.mark.parametrize(("row", "key", "text"), FIXED, ids=[f"{at} {row.quote}" for at, (row, *_) in enumerate(FIXED)])
def test_what_the_text_says_can_be_put_in_its_place(row: Row, key: str, text: str | None) -> None:
    """As an unsafe fix, since the text may be what is wrong; never where there is a choice, or no line to change."""
    (found,) = [each for each in diagnostics(task(row.written)) if each.place.route[-1] == key]
    assert (found.fix and found.fix.applicability) == (text and "unsafe")
    assert (
        [each.text for each in found.fix.replacements if each.place == found.place] == [text] if found.fix else not text
    )
