"""Keys and values that the format does not have, or misses."""

from tests.rules.cases import Case
from tests.support import unmarked

CHOICE = "“{}” is not one of the values that stand here"
TEXT = "a text is expected here, not a list or keys"
EMPTY = "the value is empty"
LIST = "a list is expected here"
MAPPING = "keys with values are expected here"
DUE = "a deadline is expected here"
NO_PLAN_WITHOUT = "the file is empty, and no plan is without it"
SPOKEN = "“{}” is how prose has it; here it is {}"
WITH_UNIT = "a number is expected here, without its unit: “{}”"
NUMBER = "a number is expected here"
FLAG = "true or false is expected here"
RANGE = "comparator “between” goes with a range, and a range with “between”"
NO_TARGET = "a target needs comparator, value and unit, or a statement"
NO_HEADING = "a heading needs sections or tasks"
TITLE = "“{}” without quotes is no text to YAML but a number or a boolean"


def target(text: str) -> str:
    """A task with one target, of which the lines say the rest."""
    return "targets:\n" + "".join(f"    {line}\n" for line in text.splitlines()).replace("    ", "  - ", 1)


def goal(line: str) -> str:
    """A task whose one target is sound but for one line, which takes the place of that key."""
    rest = {"comparator": "at-least", "value": "1", "unit": "家", "due": "2027", "quote": "培育绿色商场1家"}
    rest |= {"id": "商场", "indicator": "商场"}
    return target(
        "\n".join([line, *(f"{key}: {value}" for key, value in rest.items() if not unmarked(line).startswith(key))])
    )


def header(text: str) -> str:
    """A plan.yaml with these keys."""
    return f"# plan.yaml\n{text}"


def register(text: str) -> str:
    """A departments.yaml with these keys."""
    return f"# departments.yaml\n{text}"


def nested(heading: str) -> str:
    """A plan.yaml with this heading under four others."""
    for above in "丁丙乙甲":
        heading = f"{{heading: {above}, sections: [{heading}]}}"
    return header(f"outline: [{heading}]\n")


CASES = (
    Case("unknown-key", "the key “leads” is not allowed here", "«leads»: [区发改委]\nlead: []\n"),
    Case("unknown-key.heading", "the file has a key of its own for “完成时限”", "«完成时限»: 2027\n"),
    Case("unknown-key", "the key “某某” is not allowed here", "«某某»: [区发改委]\n"),
    Case("unknown-key", "the key “goal” is not allowed here", goal("«goal»: 甲")),
    Case("unknown-key", "the key “abbr” is not allowed here", register("groups:\n  - {name: 甲, «abbr»: 乙}\n")),
    Case("unknown-key", "the key “区发改委” is not allowed here", "lead:\n  - «区发改委»: 牵头\n    name: 区发改委\n"),
    Case(
        "unknown-key.unit",
        "a colon stands behind “区发改委”, so that it reads as a key",
        "lead:\n  - «区发改委»: 牵头\n",
    ),
    Case(
        "unknown-key.full-width-colon",
        "a full-width colon stands in “start：2025”, so that all of it reads as one key",
        header("period: {«start：2025», end: 2027}\n"),
    ),
    Case("unknown-key.id", "a task's file has no key “id”: its id is the file's name", "title: 甲\n«id»: 节能降碳\n"),
    Case(
        "missing-key", "the key “title” is missing", "# tasks/节能降碳.yaml (whole)\n«text: 推进。»\nlead: [区发改委]\n"
    ),
    Case(
        "missing-key",
        "the key “kind” is missing",
        register("departments:\n  - «name: 区发改委»\n  - {name: 区生态环境局, kind: government}\n"),
    ),
    Case("missing-key", "the key “due” is missing", "milestones:\n  - «what: 甲»\n"),
    Case("missing-key", "the key “end” is missing", header("period: «{»start: 2025}\n")),
    Case("missing-key", "the key “name” is missing", "lead:\n  - «scope: 甲»\n"),
    Case("missing-key.many", "these keys are missing: what, due", "milestones:\n  - «{»}\n"),
    Case(
        "missing-key.torn",
        "the dash before this key begins a new entry, in which what is missing",
        "milestones:\n  - what: 甲\n  - «due: 2026»\n",
    ),
    Case(
        "missing-key.part",
        "a target with a number also needs “unit”",
        target("«id: 商场»\nindicator: 商场\ncomparator: at-least\nvalue: 1\ndue: 2027\nquote: 培育绿色商场1家"),
    ),
    Case(
        "missing-key.part",
        "a target with a number also needs “comparator”",
        target("«id: 商场»\nindicator: 商场\nvalue: 1\nunit: 家\ndue: 2027\nquote: 培育绿色商场1家"),
    ),
    Case(
        "missing-key.target-neither",
        NO_TARGET,
        target("«id: 商场»\nindicator: 商场\ndue: 2027\nquote: 培育绿色商场1家"),
    ),
    Case("missing-key.heading-neither", NO_HEADING, header("outline:\n  - «heading: 重点任务»\n")),
    Case(
        "wrong-type.root",
        "the file does not hold keys with values",
        "# plan.yaml (whole)\n«- format: 1»\n- title: 甲\n",
    ),
    Case("wrong-type.root", "the file does not hold keys with values", "# tasks/节能降碳.yaml (whole)\n«节能降碳»\n"),
    Case("wrong-type.root-empty", "the file is empty", "# tasks/节能降碳.yaml (whole)\n# 待补充\n"),
    Case("wrong-type.root-empty", "the file is empty", "# tasks/节能降碳.yaml (whole)\n«{»}\n"),
    Case("wrong-type.root-empty-needed", NO_PLAN_WITHOUT, "# departments.yaml (whole)\n"),
    Case("wrong-type.root-empty-needed", NO_PLAN_WITHOUT, "# plan.yaml (whole)\n«{»}\n"),
    Case(
        "wrong-type.root-keys",
        "the file has none of the keys that belong here",
        "# tasks/节能降碳.yaml (whole)\n«kind»: Deployment\nmetadata: {}\n",
    ),
    Case(
        "wrong-type.root-pointer",
        "the file only points to its content, which was not fetched",
        "# tasks/节能降碳.yaml (whole)\n«version https://git-lfs.github.com/spec/v1»\noid sha256:12\nsize 12\n",
    ),
    Case(
        "wrong-type.root-link",
        "the file holds nothing but the name of another file: ../甲.yaml",
        "# tasks/节能降碳.yaml (whole)\n«../甲.yaml»\n",
    ),
    Case("wrong-type.text", TEXT, "title:\n  «- 节能降碳»\n"),
    Case("wrong-type.text", TEXT, goal("comparator: «[»at-least]")),
    Case("wrong-type.text", TEXT, "duty: «{»a: 甲}\n"),
    Case("wrong-type.text", TEXT, "notes:\n  列: «[»甲]\n"),
    Case("wrong-type.text", TEXT, "lead:\n  - «[»区发改委]\n"),
    Case("wrong-type.text-plain", TITLE.format("2025"), "title: «2025»\n"),
    Case("wrong-type.text-plain", TITLE.format("true"), "lead:\n  - «true»\n"),
    Case("wrong-type.text-plain", TITLE.format("500103"), header("jurisdiction: {name: 甲区, code: «500103»}\n")),
    Case("wrong-type.text-plain", TITLE.format("2027"), goal("quote: «2027»")),
    Case("wrong-type.text-plain", TITLE.format("1e3"), "notes: {列: «1e3»}\n"),
    Case("wrong-type.text-empty", EMPTY, "duty:«»\n"),
    Case("wrong-type.text-empty", EMPTY, "duty: «~»\n"),
    Case("wrong-type.text-empty", EMPTY, goal("per:«»")),
    Case("wrong-type.blank-needed", EMPTY, 'title: «""»\n'),
    Case("wrong-type.blank", EMPTY, 'duty: «""»\n'),
    Case("wrong-type.blank", EMPTY, "duty: «'　'»\n"),
    Case("wrong-type.line", "the value must stand on one line", "title: |\n  «第一行»\n  第二行\n"),
    Case("wrong-type.code", "“5001” is no code of six digits", header('jurisdiction: {name: 甲区, code: «"5001"»}\n')),
    Case("wrong-type.list", LIST, "lead: «区发改委»\n"),
    Case("wrong-type.list", LIST, "targets:\n  «id: 商场»\n"),
    Case("wrong-type.list", LIST, header("outline: «重点任务»\n")),
    Case("wrong-type.list-mark", "“－” begins no list", "lead:\n  «－ 区发改委»\n"),
    Case("wrong-type.list-mark", "“【” begins no list", "lead: «【区发改委】»\n"),
    Case("wrong-type.list-mark", "“1、” begins no list", "lead: «1、区发改委»\n"),
    Case("wrong-type.list-tight-dash", "there is no space behind the dash of a list entry", "lead:\n  «-　区发改委»\n"),
    Case("wrong-type.list-none", "“——” is no list", "responsible: «——»\n"),
    Case("wrong-type.list-tight-dash", "there is no space behind the dash of a list entry", "lead:\n  «-区发改委»\n"),
    Case("wrong-type.mapping", MAPPING, "notes: «甲»\n"),
    Case("wrong-type.mapping-colon", "a full-width colon stands behind “列”", "notes:\n  列«：»甲\n"),
    Case("wrong-type.mapping", MAPPING, header("period: «2025—2027»\n")),
    Case(
        "wrong-type.mapping",
        MAPPING,
        register("departments:\n  - «区发改委»\n  - {name: 区生态环境局, kind: government}\n"),
    ),
    Case("wrong-type.choice", CHOICE.format("done"), header("status: «done»\n")),
    Case(
        "wrong-type.choice",
        CHOICE.format("政府"),
        register("departments:\n  - name: 区发改委\n    kind: «政府»\n  - {name: 区生态环境局, kind: government}\n"),
    ),
    Case("wrong-type.choice", CHOICE.format("不少于"), goal("comparator: «不少于»")),
    Case("wrong-type.choice", CHOICE.format("no"), header("checks: {no-lead: «no»}\n")),
    Case("wrong-type.choice", CHOICE.format("month"), goal("per: «month»")),
    Case("wrong-type.year", "a year is expected here", header("period: {start: «25», end: 2027}\n")),
    Case("wrong-type.year", "a year is expected here", header('period: {start: «"2025"», end: 2027}\n')),
    Case("wrong-type.year", "a year is expected here", header("period: {start: 2025, end: «2200»}\n")),
    Case("wrong-type.date", "a day of the calendar is expected here", header("issued: {on: «2025-02-29»}\n")),
    Case("wrong-type.date", "a day of the calendar is expected here", header("issued: {on: «2025年7月»}\n")),
    Case("wrong-type.spoken", SPOKEN.format("2025年7月1日", "2025-07-01"), header("issued: {on: «2025年7月1日»}\n")),
    Case("wrong-type.due", DUE, "due: «2027-13»\n"),
    Case("wrong-type.due", DUE, 'due: «"2027"»\n'),
    Case("wrong-type.spoken", SPOKEN.format("2027年", "2027"), goal("due: «2027年»")),
    Case("wrong-type.spoken", SPOKEN.format("2026年6月底前", "2026-06"), "due: «2026年6月底前»\n"),
    Case("wrong-type.spoken", SPOKEN.format("持续推进", "ongoing"), "due: «持续推进»\n"),
    Case("wrong-type.spoken", SPOKEN.format("2027年", "2027"), header("period: {start: 2025, end: «2027年»}\n")),
    Case("wrong-type.due", DUE, "due: «2027年2月30日前»\n"),
    Case("wrong-type.due", DUE, "due: «年底前»\n"),
    Case("wrong-type.due", DUE, "milestones: [{what: 甲, due: «[»2027]}]\n"),
    Case("wrong-type.number", NUMBER, goal("value: «一»")),
    Case("wrong-type.with-unit", WITH_UNIT.format("1家"), goal("value: «1家»")),
    Case("wrong-type.number", NUMBER, goal("value: «约1家»")),
    Case("wrong-type.number", NUMBER, goal("value: «1e3»")),
    Case("wrong-type.number", NUMBER, goal("value: «0.1234567»")),
    Case("wrong-type.number", NUMBER, goal("value: «{»a: 1}")),
    Case("wrong-type.number", NUMBER, goal("baseline: {value: «[»1], year: 2024}")),
    Case("wrong-type.number-quoted", "the number 1 stands in quotes, which make it a text", goal('value: «"1"»')),
    Case("wrong-type.number-quoted", "the number 1.5 stands in quotes, which make it a text", goal('value: «"1.5"»')),
    Case("wrong-type.number", NUMBER, goal('value: «"1.2.3"»')),
    Case("wrong-type.number", NUMBER, goal('value: «"１"»')),
    Case("wrong-type.range", "a range of two numbers is expected here, the smaller first", goal("value: «[»2, 1]")),
    Case("wrong-type.range", "a range of two numbers is expected here, the smaller first", goal("value: «[»1]")),
    Case("wrong-type.range", "a range of two numbers is expected here, the smaller first", goal('value: «[»1, "2"]')),
    Case("wrong-type.flag", FLAG, goal("binding: «yes»")),
    Case("wrong-type.flag", FLAG, register('groups: [{name: 各管委会, complete: «"false"»}]\n')),
    Case("wrong-type.format", "this version of plancli reads format 1 only", header("format: «2»\n")),
    Case("wrong-type.format", "this version of plancli reads format 1 only", header('format: «"1"»\n')),
    Case(
        "wrong-type.target-both",
        "a target has either a number or a statement, not both",
        target("«id: 商场»\nindicator: 商场\nstatement: 建成\nvalue: 1\ndue: 2027\nquote: 培育绿色商场1家"),
    ),
    Case("wrong-type.target-range", RANGE, goal("«value: [1, 2]»")),
    Case("wrong-type.target-range", RANGE, goal("«comparator: between»")),
    Case("wrong-type.target-quote", "a target needs the words of the text that set it", goal("«quote: []»")),
    Case("wrong-type.period", "the period ends before it begins", header("period: «{»start: 2027, end: 2025}\n")),
    Case(
        "wrong-type.heading-both",
        "a heading has either sections or tasks, not both",
        header("outline:\n  - «heading: 重点任务»\n    sections: []\n    tasks: [节能降碳]\n"),
    ),
    Case("wrong-type.heading-deep", "headings nest more than four deep", nested("{heading: «戊», tasks: [节能降碳]}")),
)
