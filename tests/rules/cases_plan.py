"""Plans that can be read and are not sound: ids, units, targets, texts."""

from tests.rules.cases import Case
from tests.rules.cases_shape import goal, header, register, target

LONG = "节" * 65
CHARACTERS = "the id “{}” holds characters that no id may hold: {}"
MARKS = "half-width marks stand in a Chinese text: {}"
DASHES = "words are joined by different dashes in one text: {}"
UNKNOWN = "the unit “{}” is not registered"
JOINED = "several units stand in one entry: “{}”"
GROUP = "groups: [{name: 各管委会, aliases: [管委会], complete: false}]\n"
RESPONSIBLE = "responsible: [区生态环境局, 各管委会]\n"


def outlined(identifier: str) -> str:
    """A plan whose second task has this id."""
    outline = f'outline: [{{heading: 甲, tasks: [节能降碳, "{identifier}"]}}]\n'
    return f"{header(outline)}# tasks/{identifier}.yaml (whole)\ntitle: 甲\ntext: 推进。\nlead: [区发改委]\n"


CASES = (
    Case("invalid-id.long", f"the id “{LONG}” has 65 characters; at most 64 are allowed", goal(f"id: «{LONG}»")),
    Case("invalid-id.hyphen", "the id “-商场” begins with a hyphen", goal("id: «-商场»")),
    Case("invalid-id.digits", "the id “12” has only digits", goal('id: «"12"»')),
    Case("invalid-id.digits", "the id “１２” has only digits", goal("id: «１２»")),
    Case("invalid-id.characters", CHARACTERS.format("绿色 商场（区）", "  （ ）"), goal("id: «绿色 商场（区）»")),
    Case("invalid-id.characters", CHARACTERS.format("a_b", "_"), goal("id: «a_b»")),
    Case("invalid-id.nfc", "the id “cafe\u0301” is not in composed form (NFC)", goal("id: «cafe\u0301»")),
    Case("invalid-id.device", "the id “COM1” is a name that Windows reserves", goal("id: «COM1»")),
    Case(
        "missing-task",
        "the outline lists “碳汇”, but there is no file tasks/碳汇.yaml",
        header("outline: [{heading: 甲, tasks: [节能降碳, «碳汇»]}]\n"),
    ),
    Case(
        "unlisted-task",
        "the task “环境保护” is not listed in the outline",
        "# tasks/环境保护.yaml (whole)\ntitle: 甲\ntext: 推进。\nlead: [区发改委]\n",
    ),
    Case(
        "task-listed-twice",
        "the outline lists the task “节能降碳” twice",
        header("outline:\n  - {heading: 甲, tasks: [节能降碳]}\n  - {heading: 乙, tasks: [«节能降碳»]}\n"),
    ),
    Case(
        "duplicate-target-id",
        "two targets of this task have the id “eod”",
        goal("id: EOD") + target("id: «eod»\nindicator: 甲\nstatement: 乙\ndue: 2027\nquote: 建成绿色分拣中心1家")[9:],
    ),
    Case("unknown-department", UNKNOWN.format("区生态环保局"), "responsible:\n  - «区生态环保局»\n"),
    Case("unknown-department", UNKNOWN.format("区民政局"), "lead:\n  - name: «区民政局»\n    scope: 甲\n"),
    Case("unknown-department", UNKNOWN.format("区档案局"), register("groups: [{name: 各局, members: [«区档案局»]}]\n")),
    Case(
        "unknown-department",
        UNKNOWN.format("区委编办"),
        register(
            "departments:\n  - {name: 区发改委, kind: government, succeeded_by: «区委编办»}\n"
            "  - {name: 区生态环境局, kind: government}\n"
        ),
    ),
    Case("unknown-department.joined", JOINED.format("区发改委、区生态环境局"), "lead:\n  - «区发改委、区生态环境局»\n"),
    Case("unknown-department.joined", JOINED.format("区发改委，区民政局"), "lead: [«区发改委，区民政局»]\n"),
    Case("unknown-department.joined", JOINED.format("区发改委；区生态环境局"), "lead: [«区发改委；区生态环境局»]\n"),
    Case("no-lead", "the task “节能降碳” has no leading unit", "title: 节能降碳\n«lead»: []\n"),
    Case("no-lead", "the task “甲” has no leading unit", "# tasks/节能降碳.yaml (whole)\n«title: 甲»\ntext: 推进。\n"),
    Case("repeated-department", "“区发改委” stands twice in this cell", "lead:\n  - 区发改委\n  - «区发改委»\n"),
    Case(
        "repeated-department.members",
        "“区发改委” stands twice among the members of a group",
        register("groups: [{name: 各局, members: [区发改委, 区生态环境局, «区发改委»]}]\n")
        + "# tasks/节能降碳.yaml\nresponsible: [各局, 区生态环境局]\n",
    ),
    Case(
        "repeated-department.itself",
        "the group “各局” stands among its own members",
        register("groups: [{name: 各局, aliases: [各部门], members: [区发改委, «各部门»]}]\n")
        + "# tasks/节能降碳.yaml\nresponsible: [各局, 区生态环境局]\n",
    ),
    Case(
        "lead-also-responsible",
        "“区发改委” leads this task and is responsible for it as well",
        "lead: [区发改委]\nresponsible: [区生态环境局, «区发改委»]\n",
    ),
    Case(
        "unattributable-responsibility",
        "only groups with unlisted members are responsible for “节能降碳”: 各管委会",
        f"{register(GROUP)}# tasks/节能降碳.yaml\n«responsible»: [各管委会]\n",
    ),
    Case("unused-department", "“区档案局” is registered and named nowhere", register("groups: [{name: «区档案局»}]\n")),
    Case(
        "elided-group-prefix",
        "“管委会” is written for the group “各管委会”",
        f"{register(GROUP)}# tasks/节能降碳.yaml\nresponsible:\n  - 区生态环境局\n  - «管委会»\n",
    ),
    Case(
        "quote-not-in-text.changed",
        "the text says “培育绿色商场1家”, and not “培育绿色商场2家”",
        goal("quote: «培育绿色商场2家»"),
    ),
    Case(
        "quote-not-in-text", "the quote “绿色饭店” does not stand in the task's text", goal("quote: [培育, «绿色饭店»]")
    ),
    Case(
        "quote-not-in-text.scattered",
        "no sentence of the text holds these fragments in this order: 建成绿色分拣中心1家 … 培育绿色商场1家",
        goal("quote: «[»建成绿色分拣中心1家, 培育绿色商场1家]"),
    ),
    Case(
        "unmodelled-quantity",
        "“20个” in a target sentence belongs to no target",
        "text: |\n  加快推动。\n  到2027年，建成回收站«20个»。\n",
    ),
    Case(
        "unmodelled-quantity",
        "“1.5万吨” in a target sentence belongs to no target",
        "text: 到2026年，处理«1.5万吨»，到2027年全面推行。\n",
    ),
    Case(
        "target-outside-period", "the target is due in 2030, outside the plan's period 2025—2027", goal("due: «2030»")
    ),
    Case(
        "target-outside-period",
        "the target is due in 2024-12-31, outside the plan's period 2025—2027",
        goal("due: «2024-12-31»"),
    ),
    Case(
        "text-repeats-title",
        "the text begins with the title “节能降碳”, which is printed before it anyway",
        "text: |\n  «节能降碳»。加快推动。\n",
    ),
    Case(
        "text-repeats-title",
        "the text begins with the title “节能降碳”, which is printed before it anyway",
        "text: «节能降碳»\n",
    ),
    Case("mixed-punctuation.half-width", MARKS.format(", ( )"), "text: |\n  加快推动«,»推进(试点)。\n"),
    Case("mixed-punctuation.half-width", MARKS.format(","), "text: |2\n    加快«,»推动。\n"),
    Case("mixed-punctuation.half-width", MARKS.format(":"), 'title: "节能«:»降碳"\n'),
    Case("mixed-punctuation.half-width", MARKS.format("."), "text: |\n  加快推动«.»\n"),
    Case("mixed-punctuation.dashes", DASHES.format("— －"), "text: |\n  渝中—巴南，\n  江北«－»沙坪坝，渝北—北碚。\n"),
    Case("mixed-punctuation.dashes", DASHES.format("- –"), "text: |\n  甲-乙，丙-丁，戊«–»己。\n"),
    Case("cut-short-value", "a # ends this value: “#1 工程” is lost as a comment", "title: «推进» #1 工程\n"),
    Case("cut-short-value", "a # ends this value: “# 说明” is lost as a comment", "title: «推进» # 说明\n"),
    Case("cut-short-value", "a # ends this value: “#1工程” is lost as a comment", "duty: «按职责»  #1工程\n"),
)
