"""Headings, titles and texts: marks, characters, lines, repetition, numbers of clauses."""

from tests.rules.cases import Case
from tests.rules.cases_shape import goal, header
from tests.support import unmarked

UNPAIRED = "{} has no {} to go with it"
SEVERAL = "several sentences stand on one line"
BROKEN = "a line ends before its sentence does, and is printed as one with the next"
SPACES = "a line of the text ends with spaces"
INDENT = "a line is indented with spaces of another kind: {}"
ODD = "spaces that are not ordinary ones stand in a text: {}"
UNSEEN = "characters that cannot be seen stand in a text: {}"
PRIVATE = "symbols of a private font stand in a text: {}"
LOST = "a character was lost here: {}"
WIDE = "full-width letters or digits stand in a text: {}"
ALIKE = "characters that only look like ordinary ones stand in a text: {}"
LEFT_OUT = "“{}” follows “{}”: a number is left out"
AGAIN = "“{}” follows “{}”: a number comes a second time"
COUNTED = "“{}” are announced, and {} can be counted"
UNDER = "the heading says “{}”, and {} tasks stand under it"

SENTENCE = "引导重点用能单位加强节能管理，推广先进适用的节能技术和装备。"
NEARLY = "引导重点用能单位加强节能管理，推广先进适用的节能技术与装备。"
TWO = header("outline: [{heading: 甲, tasks: [节能降碳, 环境保护]}]\n")


def text(*lines: str) -> str:
    """A task with these lines."""
    return "text: |\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)


def beside(here: str, there: str, title: str = "环境保护") -> str:
    """A plan with a second task: the text of each, the second one's title."""
    first = f"# tasks/节能降碳.yaml\n{text(here)}"
    return f"{TWO}{first}# tasks/环境保护.yaml (whole)\ntitle: {title}\nlead: [区发改委]\n{text(there)}"


def outline(headings: str) -> str:
    """A plan.yaml with these headings."""
    return header(f"outline:\n{headings}")


def three(sentence: str) -> str:
    """A plan of which three tasks have a sentence; the place in the second is meant."""
    files = header("outline: [{heading: 甲, tasks: [节能降碳, 环境保护, 绿色金融]}]\n")
    for name, line in (("节能降碳", unmarked(sentence)), ("环境保护", sentence), ("绿色金融", unmarked(sentence))):
        files += f"# tasks/{name}.yaml (whole)\ntitle: {name}\nlead: [区发改委]\n{text(line)}"
    return files


CASES = (
    # headings and titles
    Case(
        "empty-heading",
        "nothing stands under the heading “乙”",
        outline("  - {heading: 甲, tasks: [节能降碳]}\n  - {heading: «乙», tasks: []}\n"),
    ),
    Case(
        "empty-heading",
        "nothing stands under the heading “丙”",
        outline("  - heading: 甲\n    sections: [{heading: 乙, tasks: [节能降碳]}, {heading: «丙», sections: []}]\n"),
    ),
    Case("duplicate-title", "another task has the title “节能降碳” too", beside("甲。", "乙。", "«节能降碳»")),
    Case("duplicate-title", "another task has the title “节能　降碳” too", beside("甲。", "乙。", "«节能　降碳»")),
    Case(
        "duplicate-title.heading",
        "another heading beside it reads “甲” too",
        outline("  - {heading: 甲, tasks: [节能降碳]}\n  - heading: «甲»\n    sections: [{heading: 甲, tasks: []}]\n"),
    ),
    # repetition
    Case("duplicate-text.twice", "a sentence stands in this text twice", text(SENTENCE, "推进。", f"«{SENTENCE}»")),
    Case(
        "duplicate-text.twice",
        "a sentence stands in this text twice",
        text(SENTENCE, f"«{SENTENCE.replace('，', '、')}»"),
    ),
    Case("duplicate-text.same", "this sentence stands in the task “节能降碳” too", beside(SENTENCE, f"«{SENTENCE}»")),
    Case(
        "duplicate-text.same",
        "this sentence stands in the task “节能降碳” too",
        beside(SENTENCE, f"«{SENTENCE.replace('，', '、')}»"),
    ),
    Case("duplicate-text.many", "this sentence stands in 3 tasks", three(f"«{SENTENCE}»")),
    Case(
        "duplicate-text.near", "almost the same sentence stands in the task “节能降碳”", beside(SENTENCE, f"«{NEARLY}»")
    ),
    Case(
        "duplicate-text.near",
        "almost the same sentence stands in the task “节能降碳”",
        beside(SENTENCE, f"推进。\n  «{SENTENCE.replace('加强', '切实加强')}»"),
    ),
    # marks in pairs
    Case("unbalanced-quotes.open", UNPAIRED.format("“", "”"), text("提质建设«“»无废城市，推动垃圾分类。")),
    Case(
        "unbalanced-quotes.open",
        UNPAIRED.format("《", "》"),
        text("落实“双碳”目标，按照«《»意见要求推进。", "（试点）"),
    ),
    Case("unbalanced-quotes.open", UNPAIRED.format("（", "）"), text("推进“无废城市«（»试点”）建设。")),
    Case("unbalanced-quotes.open", UNPAIRED.format("“", "”"), text("建设«“»无废城市“，推动垃圾分类。")),
    Case("unbalanced-quotes.close", UNPAIRED.format("”", "“"), text("建设«”»无废城市“，推动垃圾分类。")),
    Case("unbalanced-quotes.close", UNPAIRED.format("）", "（"), "title: 节能降碳«）»\n"),
    Case(
        "unbalanced-quotes.close", UNPAIRED.format("》", "《"), outline("  - {heading: 意见«》», tasks: [节能降碳]}\n")
    ),
    # characters
    Case("invisible-character.indent", INDENT.format("U+3000"), text("«\u3000\u3000»加快推动。")),
    Case("invisible-character.indent", INDENT.format("U+00A0"), text("推进。", "«\u00a0 \u00a0»加快推动。")),
    Case("invisible-character.space", ODD.format("U+00A0, U+2009"), text("推动5G«\u00a0»建设\u2009推进。")),
    Case("invisible-character.space", ODD.format("U+202F"), "title: 节能«\u202f»降碳\n"),
    Case("invisible-character.unseen", UNSEEN.format("U+FE0F"), text("推动☎«\ufe0f»热线建设。")),
    Case("invisible-character.private", PRIVATE.format("U+F06C"), text("«\uf06c»加快推动。")),
    Case("invisible-character.lost", LOST.format("U+FFFD"), text("加快«\ufffd»动。")),
    Case("invisible-character.lost", LOST.format("U+FFFC"), header("title: 绿色产业«\ufffc»计划\n")),
    Case(
        "not-normalised.width",
        WIDE.format("１００, Ａ"),
        text("培育绿色商场«１００»家，推进Ａ级景区、１００家企业建设。"),
    ),
    Case("not-normalised.width", WIDE.format("３．５％"), text("增长«３．５％»。")),
    Case("not-normalised.width", WIDE.format("２０２５"), header("title: 行动计划（«２０２５»年）\n")),
    Case("not-normalised.width", WIDE.format("ＧＤＰ"), goal("indicator: 单位«ＧＤＰ»能耗")),
    Case("not-normalised.lookalike", ALIKE.format("人 (U+2F08)"), text("推进«⼈»才建设。")),
    Case("not-normalised.lookalike", ALIKE.format("金 (U+F90A)"), text("绿色«\uf90a»融。")),
    Case("not-normalised.lookalike", ALIKE.format("é (U+0065 U+0301)"), text("推广caf«e\u0301»文化。")),
    # lines
    Case("sentence-per-line.several", SEVERAL, text("推进。", "加快推动。«严格落实。»", "完善。")),
    Case("sentence-per-line.several", SEVERAL, 'text: "加快推动！«严格落实。完善。»"\n'),
    Case("sentence-per-line.several", SEVERAL, text("他说：“加快。”«推动落实。 “双碳”目标。»")),
    Case("sentence-per-line.broken", BROKEN, text("加快推动节能«，»", "严格落实。")),
    Case("sentence-per-line.broken", BROKEN, text("推进“双碳«”»", "目标落实。")),
    Case("sentence-per-line.broken", BROKEN, text("加快推«动»", "节能降碳。")),
    Case("trailing-space", SPACES, "text: |\n  加快推动。«  »\n  严格落实。\n"),
    Case("trailing-space", SPACES, "text: |\n  加快推动。\n  严格落实。«\t»\n  完善。\n"),
    # numbers of clauses
    Case("clause-numbering.gap", LEFT_OUT.format("三是", "一是"), text("一是甲；«三是»乙。")),
    Case("clause-numbering.gap", LEFT_OUT.format("（四）", "（二）"), text("（一）甲。", "（二）乙。", "«（四）»丙。")),
    Case("clause-numbering.gap", LEFT_OUT.format("3.", "1."), text("1. 甲。", "«3.» 乙。")),
    Case("clause-numbering.gap", LEFT_OUT.format("④", "②"), text("做好①甲；②乙；«④»丙。")),
    Case("clause-numbering.repeated", AGAIN.format("二是", "二是"), text("一是甲；二是乙；«二是»丙。")),
    Case("clause-numbering.repeated", AGAIN.format("一是", "一是"), text("一是甲；«一是»乙；二是丙。")),
    Case("stated-count", COUNTED.format("三项", 2), text("抓好以下«三项»工作：一是甲；二是乙。")),
    Case(
        "stated-count",
        COUNTED.format("3个", 4),
        text("重点从«3个»方面发力。", "（一）甲。", "（二）乙。", "（三）丙。", "（四）丁。"),
    ),
    Case("stated-count", COUNTED.format("四大", 3), text("实施“强链”“补链”“延链”«四大»工程。")),
    Case(
        "stated-count.heading",
        UNDER.format("12项", 1),
        outline("  - {heading: 重点任务（共«12项»）, tasks: [节能降碳]}\n"),
    ),
)
