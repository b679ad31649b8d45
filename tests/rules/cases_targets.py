"""Targets that do not say what their words say, cannot be reached, or stand beside each other badly."""

from tests.rules.cases import Case
from tests.rules.cases_shape import goal, header, target
from tests.support import unmarked

COMPARED = "“{}” in the text is {}, the target has {}"
DUE = "the sentence says {}, the target is due in {}"
FIRM = "the text says “{}”, and the target is no aim"
YEARLY = "the text says “{}”, and the target is not per year"
SHARE = "“{}” is a share and cannot be {}%"
BEYOND = "the baseline {} is already beyond the goal {}"
TWO_GOALS = "“绿色建筑占比” has two goals for the same time: {} and {}"
TWO_TASKS = header("outline: [{heading: 甲, tasks: [节能降碳, 环境保护]}]\n")
OTHER = "# tasks/环境保护.yaml (whole)\ntitle: 乙\nlead: [区发改委]\n"


def said(text: str, quote: str, lines: str) -> str:
    """A task with this text, and one target that quotes it and says the rest in its lines."""
    keys = {
        "id": "商场",
        "indicator": "绿色商场",
        "comparator": "at-least",
        "unit": "家",
        "due": "2027",
        "quote": quote,
    }
    given = [line.strip() for line in lines.split(";")]
    written = {line.partition(":")[0].strip("«»") for line in given}
    rest = [f"{key}: {value}" for key, value in keys.items() if key not in written]
    return f"text: |\n  {text}\n" + target("\n".join([*given, *rest]))


def share(name: str, value: str) -> str:
    """An entry of the indicator 绿色建筑占比, which quotes its number."""
    quote = f"占比达{unmarked(value)}%"
    keys = {
        "id": name,
        "indicator": "绿色建筑占比",
        "comparator": "at-least",
        "value": value,
        "unit": "'%'",
        "due": "2027",
    }
    return target("".join(f"{key}: {each}\n" for key, each in {**keys, "quote": quote}.items())).removeprefix(
        "targets:\n"
    )


CASES = (
    Case("quote-value-mismatch.one", "the quote says 1家, the target 2家", goal("value: «2»")),
    Case(
        "quote-value-mismatch",
        "the quote does not say 4家",
        said("培育商场1家、酒店2家。", "培育商场1家、酒店2家", "value: «4»"),
    ),
    Case("quote-value-mismatch", "the quote does not say 3家", said("培育商场两家。", "培育商场两家", "value: «3»")),
    Case(
        "quote-value-mismatch.one",
        "the quote says 1—2家, the target 1—3家",
        said("培育商场1—2家。", "培育商场1—2家", "value: «[»1, 3]; comparator: between"),
    ),
    Case(
        "quote-not-in-text.width",
        "the quote “占比达30%” stands in the text with marks of another width: “占比达30％”",
        said("到2027年，占比达30％。", "«占比达30%»", "value: 30; unit: '%'"),
    ),
    Case(
        "unit-mismatch",
        "the quote says 1家, the target 1个",
        goal("value: 1\nunit: «个»").replace("    unit: 家\n", ""),
    ),
    Case(
        "unit-mismatch",
        "the quote says 1800亿元, the target 1800万元",
        said("绿色贷款余额达1,800亿元。", "贷款余额达1,800亿元", "value: 1800; unit: «万元»"),
    ),
    Case(
        "unit-mismatch",
        "the quote says 2个百分点, the target 2%",
        said("占比提高2个百分点。", "占比提高2个百分点", "value: 2; unit: «'%'»"),
    ),
    Case(
        "unanchored-target",
        "the target is 3家, and its quote has no number",
        said("到2027年，培育一批PM2.5监测企业，达3家。", "«到2027年，培育一批PM2.5监测企业»", "value: 3"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("不低于", "at-least", "at-most"),
        said("数量不低于3家。", "数量不低于3家", "value: 3; comparator: «at-most»"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("以上", "at-least", "more-than"),
        said("绿色商场3家以上。", "绿色商场3家", "value: 3; comparator: «more-than»"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("超过", "more-than", "at-least"),
        said("绿色商场超过3家。", "3家", "value: 3; comparator: «at-least»"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("不得超过", "at-most", "at-least"),
        said("漏损率不得超过5%。", "漏损率不得超过5%", "value: 5; unit: '%'; comparator: «at-least»"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("控制在…以内", "at-most", "at-least"),
        said("浓度控制在35微克以内。", "浓度控制在35微克以内", "value: 35; unit: 微克; comparator: «at-least»"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("降至", "at-most", "at-least"),
        said("能耗降至35吨。", "能耗降至35吨", "value: 35; unit: 吨; comparator: «at-least»"),
    ),
    Case(
        "comparator-mismatch",
        COMPARED.format("达到", "at-least", "at-most"),
        said("高新企业和商场分别达到2家、3家。", "[商场, 3家]", "value: 3; comparator: «at-most»"),
    ),
    Case(
        "comparator-mismatch.plain",
        "a number that stands in the text by itself is at-least, the target has at-most",
        goal("comparator: «at-most»"),
    ),
    Case(
        "due-mismatch",
        DUE.format("2027年", "2026"),
        said("力争全域达标，到2027年达3家。", "达3家", "value: 3; due: «2026»"),
    ),
    Case(
        "due-mismatch",
        DUE.format("2026年6月底前", "2026"),
        said("2026年6月底前达3家。", "达3家", "value: 3; due: «2026»"),
    ),
    Case(
        "due-mismatch",
        DUE.format("2026年底前", "2027-06"),
        said("2026年底前达3家，2025年底前达2家。", "达3家", "value: 3; due: «2027-06»"),
    ),
    Case(
        "due-mismatch",
        DUE.format("2026年", "2027"),
        said("到2026年，保持全市领先。", "保持全市领先", "statement: 保持全市领先; due: «2027»")
        .replace("    comparator: at-least\n", "")
        .replace("    unit: 家\n", ""),
    ),
    Case(
        "commitment-mismatch",
        FIRM.format("力争"),
        said("到2027年，力争建成商场3家。", "«建成商场3家»", "value: 3"),
    ),
    Case(
        "commitment-mismatch",
        FIRM.format("力争"),
        said("力争到2027年，占比达30%，商场达3家。", "商场达3家", "value: 3; commitment: «commit»"),
    ),
    Case(
        "commitment-mismatch",
        FIRM.format("努力"),
        said("努力实现商场达3家，餐厅达2家。", "«努力实现商场达3家»", "value: 3"),
    ),
    Case(
        "commitment-mismatch.plain",
        "the target is an aim, and the text does not say 力争 or the like",
        goal("commitment: «aim»"),
    ),
    Case(
        "per-year-mismatch",
        YEARLY.format("每年"),
        said("每年举办展会3场。", "«每年举办展会3场»", "value: 3; unit: 场; indicator: 展会"),
    ),
    Case(
        "per-year-mismatch",
        YEARLY.format("年均"),
        said("到2027年，产值年均增长6%左右。", "«增长6%»", "value: 6; unit: '%'; indicator: 产值"),
    ),
    Case(
        "per-year-mismatch.plain",
        "the target is per year, and the text does not say 年均, 每年 or the like",
        said("到2027年，举办展会3场。", "举办展会3场", "value: 3; unit: 场; per: «year»"),
    ),
    Case(
        "percent-out-of-range",
        SHARE.format("新能源占比", "550"),
        said("占比达550%。", "占比达550%", "value: «550»; unit: '%'; indicator: 新能源占比"),
    ),
    Case(
        "percent-out-of-range",
        SHARE.format("水质达标率", "95—105"),
        said("达标率95—105%。", "95—105%", "value: «[»95, 105]; unit: '%'; comparator: between; indicator: 水质达标率"),
    ),
    Case(
        "baseline-beyond-goal",
        BEYOND.format("5家", "3家"),
        said("商场达3家。", "商场达3家", "value: 3; baseline: {value: «5», year: 2024}"),
    ),
    Case(
        "baseline-beyond-goal",
        BEYOND.format("3%", "5%"),
        said(
            "漏损率不超过5%。",
            "漏损率不超过5%",
            "value: 5; baseline: {value: «3», year: 2024}; unit: '%'; comparator: at-most",
        ),
    ),
    Case(
        "contradictory-targets",
        TWO_GOALS.format("30%", "40%"),
        "text: 占比达30%，占比达40%。\ntargets:\n" + share("甲", "30") + share("乙", "«40»"),
    ),
    Case(
        "contradictory-targets",
        TWO_GOALS.format("30%", "40%"),
        f"{TWO_TASKS}# tasks/节能降碳.yaml\ntext: 占比达30%。\ntargets:\n{share('甲', '30')}"
        f"{OTHER}text: 占比达40%。\ntargets:\n{share('甲', '«40»')}",
    ),
    Case(
        "duplicate-target",
        "the target “绿色商场” 1家 stands in the plan twice",
        goal("indicator: 绿色商场") + goal("indicator: «绿色商场»\nid: 又")[9:].replace("    id: 商场\n", ""),
    ),
    Case(
        "duplicate-target",
        "the target “绿色建筑占比” 30% stands in the plan twice",
        f"{TWO_TASKS}# tasks/节能降碳.yaml\ntext: 占比达30%。\ntargets:\n{share('甲', '30')}"
        f"{OTHER}text: 占比达30%。\ntargets:\n{share('甲', '30').replace('绿色建筑占比', '«绿色建筑占比»')}",
    ),
    Case(
        "unconfirmed-target",
        "nobody has confirmed the target “商场” yet",
        goal("confirmed: «false»"),
    ),
)
