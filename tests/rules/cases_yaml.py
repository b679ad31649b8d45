"""Files that are no YAML, or more YAML than a plan may have."""

from tests.rules.cases import Case

TIGHT_COLON = "there is no space behind the colon of “{}”"
FULL_WIDTH_COLON = "a full-width colon stands behind “{}”"
PLAIN = "this cannot be read as YAML"
TAB = "a tab stands in the indentation"
INDENT = "this line is not indented like its neighbours"
QUOTED = "text stands behind a closing quotation mark"
OUTDENTED = "this line belongs to the text above and is not indented"
WIDE = "a space that is not an ordinary one stands in the indentation"
NO_KEY = "this line is no “key: value”"
BRACKET = "the full-width bracket {} is none to YAML"
FOLDED = "the value goes on here, on a second line, and is joined to one with a space"
ENTRY = "the entry goes on here, on a second line, and is joined to one with a space"
COLON = "a value holds a colon with a space behind it, so that it reads as another key"

TASK = "# tasks/节能降碳.yaml (whole)\n"

CASES = (
    Case("invalid-yaml.tab", TAB, "lead:\n«\t»- 区发改委\n"),
    Case("invalid-yaml.tab", TAB, "targets:\n  - id: 商场\n  «\t»due: 2027\n"),
    Case("invalid-yaml.tab", TAB, "# plan.yaml (CRLF)\nperiod:\n«\t»start: 2025\n"),
    Case(
        "invalid-yaml.wide-space",
        "a space that is not an ordinary one stands in the indentation",
        "lead:\n«　　»- 区发改委\n",
    ),
    Case("invalid-yaml.full-width-colon", FULL_WIDTH_COLON.format("title"), "title«：»节能降碳\nlead: []\n"),
    Case("invalid-yaml.full-width-colon", FULL_WIDTH_COLON.format("due"), "title: 节能降碳\ndue«：» 2027\nlead: []\n"),
    Case("invalid-yaml.full-width-colon", FULL_WIDTH_COLON.format("标题"), "标题«：»节能降碳\nlead: []\n"),
    Case(
        "invalid-yaml.full-width-colon", FULL_WIDTH_COLON.format("lead"), f"{TASK}title: 甲\nlead«：»\n  - 区发改委\n"
    ),
    # the first of several, and the nearest below a key that is one: to YAML they begin a text that goes on until then
    Case(
        "invalid-yaml.full-width-colon",
        FULL_WIDTH_COLON.format("title"),
        "title«：»节能降碳\ntext：|\n  推进。\n  目标：3家。\nlead: []\n",
    ),
    Case(
        "invalid-yaml.full-width-colon",
        FULL_WIDTH_COLON.format("text"),
        "title: 甲\nlead: []\ntext«：»|\n  推进。\n  支持。\nduty: 推进。\n",
    ),
    Case("invalid-yaml.tight-colon", TIGHT_COLON.format("title"), "title«:»节能降碳\nlead: []\n"),
    Case("invalid-yaml.tight-colon", TIGHT_COLON.format("title"), f"{TASK}title«:»节能降碳\n"),
    Case("invalid-yaml.tight-colon", TIGHT_COLON.format("title"), f"{TASK}title«:»　节能降碳\ntext: 推进。\n"),
    Case("invalid-yaml.tight-colon", TIGHT_COLON.format("title"), f"{TASK}# 说明\ntitle«:»节能降碳\n"),
    Case("invalid-yaml.tight-colon", TIGHT_COLON.format("text"), f"{TASK}text«:»|\n  推进。\n"),
    Case("invalid-yaml.tight-colon", TIGHT_COLON.format("end"), "# plan.yaml\nperiod: {start: 2025, end«:»2027}\n"),
    Case(
        "invalid-yaml.tight-dash",
        "there is no space behind the dash of a list entry",
        "lead:\n  - 区发改委\n  «-»区生态环境局\n",
    ),
    Case(
        "invalid-yaml.no-colon",
        "there is no colon behind “lead”",
        "title: 节能降碳\n«lead»\nresponsible: []\n",
    ),
    Case("invalid-yaml.no-colon", "there is no colon behind “lead”", f"{TASK}title: 甲\n«lead»\n  - 区发改委\n"),
    Case("invalid-yaml.no-colon", "there is no colon behind “title”", f"{TASK}«title» 节能降碳\ntext: 推进。\n"),
    Case("invalid-yaml.colon-in-value", COLON, "title: 推进«:» 节能\n"),
    Case("invalid-yaml.colon-in-value", COLON, "lead: []\ntitle: EOD«:» 节能: 降碳\n"),
    Case("invalid-yaml.text-after-quote", QUOTED, 'title: "双碳"«行动»\n'),
    Case("invalid-yaml.text-after-quote", QUOTED, "title: 'it'«s'»\n"),
    Case("invalid-yaml.unclosed", '" is opened and never closed', 'duty: «"按职责分工负责»\nlead: []\n'),
    Case("invalid-yaml.unclosed", '" is opened and never closed', f'{TASK}title: «"节能降碳»\nduty: "甲"\n'),
    Case("invalid-yaml.unclosed", "' is opened and never closed", "duty: «'按职责分工负责»\nlead: []\n"),
    Case("invalid-yaml.unclosed", "[ is opened and never closed", "lead: «[区发改委»\nduty: 按职责\n"),
    Case("invalid-yaml.unclosed", "[ is opened and never closed", f"{TASK}title: 甲\nlead: «[»\n"),
    Case(
        "invalid-yaml.unclosed", "{ is opened and never closed", "# plan.yaml\nperiod: «{start: 2025»\nstatus: draft\n"
    ),
    Case(
        "invalid-yaml.full-width-in-brackets",
        "the full-width mark ， stands in brackets that are never closed",
        "lead: [区发改委«，»区生态环境局］\nduty: 按职责\n",
    ),
    Case("invalid-yaml.reserved", "a value cannot begin with %", "duty: «%»\n"),
    Case("invalid-yaml.reserved", "a value cannot begin with @", "duty: «@»区发改委\n"),
    Case("invalid-yaml.reserved", "a value cannot begin with `", "duty: «`»a`\n"),
    Case("invalid-yaml.escape", "\\d means nothing in a text in double quotes", 'duty: "甲«\\d»"\n'),
    Case("invalid-yaml.escape", "\\U means nothing in a text in double quotes", 'duty: "C:«\\U»sers"\n'),
    Case("invalid-yaml.indent", INDENT, "title: 节能降碳\n« »duty: 按职责\n"),
    Case("invalid-yaml.indent", INDENT, "text: |\n  第一句。\n« »第二句。\n"),
    Case("invalid-yaml.indent", INDENT, "targets:\n  - id: 商场\n«   »due: 2027\n"),
    Case("invalid-yaml.plain", PLAIN, "lead: [区发改委] «x»\n"),
    Case("invalid-yaml.plain", PLAIN, "duty: «]»\n"),
    Case("invalid-yaml.plain", PLAIN, "# plan.yaml\nperiod: {start: 2025, end: 2027}«}»\n"),
    Case("invalid-yaml.outdented", OUTDENTED, f"{TASK}text: |\n«加快推动。»\ntitle: 甲\n"),
    Case("invalid-yaml.outdented", OUTDENTED, f"{TASK}text: |\n  加快。\n«推动。»\ntitle: 甲\n"),
    Case("invalid-yaml.outdented", OUTDENTED, f"{TASK}text: |\n«目标：推进。»\ntitle: 甲\n"),
    Case("invalid-yaml.wide-space", WIDE, f"{TASK}text: |\n«　　»加快。\ntitle: 甲\n"),
    Case(
        "invalid-yaml.full-width-colon", FULL_WIDTH_COLON.format("lead"), "text: |\n  加快。\nlead«：»\n  - 区发改委\n"
    ),
    Case("invalid-yaml.no-colon", "there is no colon behind “lead”", "text: |\n  加快。\n«lead»\n  - 区发改委\n"),
    Case("invalid-yaml.no-key", NO_KEY, "duty: 按职责\n«＃ 说明»\ndue: 2027\n"),
    Case("invalid-yaml.star", "a list entry begins with a dash, not with *", "lead:\n  «*» 区发改委\n"),
    Case("invalid-yaml.behind-pipe", "text stands behind |", "text: | «加快推动。»\n  落实。\n"),
    Case("invalid-yaml.full-width-bracket", BRACKET.format("｛"), "notes: «｛»列: 甲，行: 乙｝\n"),
    Case("invalid-yaml.tab-after-dash", "a tab stands behind the dash of a list entry", "lead:\n  -«\t»区发改委\n"),
    Case("invalid-yaml.tab", TAB, "lead:\n  - 区发改委\n«\t»- 区生态环境局\n"),
    Case("folded-value", FOLDED, "duty: 按职责\n  «分工负责»\n"),
    Case("folded-value", FOLDED, "text:\n  加快推动。\n  «落实。»\n"),
    Case("folded-value", FOLDED, "text: >\n  加快推动。\n  «落实。»\n"),
    Case("folded-value", FOLDED, 'text: "加快推动。\n\n  落实。\n  «推进。"»\n'),
    Case("folded-value.entry", ENTRY, "lead:\n  - 区发改委\n    «- 区生态环境局»\n"),
    Case("folded-value.entry", ENTRY, "formerly: [EOD\n  «EPC»]\n"),
    Case("forbidden-yaml-feature.anchor", "an anchor (&) is not allowed in a plan", "duty: «&a 按职责»\n"),
    Case("forbidden-yaml-feature.anchor", "an anchor (&) is not allowed in a plan", "lead: «&a [»区发改委]\n"),
    Case("forbidden-yaml-feature.alias", "an alias (*) is not allowed in a plan", "duty: «*a»\n"),
    Case("forbidden-yaml-feature.alias", "an alias (*) is not allowed in a plan", "duty: &a 甲\nleader: «*a»\n"),
    Case("forbidden-yaml-feature.merge", "a merge key (<<) is not allowed in a plan", "«<<»: {duty: 按职责}\n"),
    Case("forbidden-yaml-feature.tag", "a tag (!) is not allowed in a plan", "duty: «!a 按职责»\n"),
    Case("forbidden-yaml-feature.tag", "a tag (!) is not allowed in a plan", "lead: «!!set [»区发改委]\n"),
    Case(
        "forbidden-yaml-feature.directive",
        "a directive (%) is not allowed in a plan",
        "# tasks/节能降碳.yaml (whole)\n«%YAML 1.2»\n---\ntitle: 节能降碳\ntext: 推进。\nlead: [区发改委]\n",
    ),
    Case(
        "forbidden-yaml-feature.documents",
        "a second document begins in this file",
        "title: 节能降碳\n«---»\ntitle: 环境保护\n",
    ),
    Case("forbidden-yaml-feature.key", "this key is no text", "notes:\n  «2025»: 完成\n"),
    Case("forbidden-yaml-feature.key", "this key is no text", "«true»: 完成\n"),
    Case("duplicate-key", "the key “duty” stands here a second time", "duty: 甲\n«duty»: 乙\n"),
    Case(
        "duplicate-key",
        "the key “due” stands here a second time",
        "milestones:\n  - {what: 甲, due: 2026, «due»: 2027}\n",
    ),
    Case(
        "duplicate-key.dash",
        "the key “what” stands here a second time, as if a new entry began without a dash",
        "milestones:\n  - what: 甲\n    due: 2026\n    «what»: 乙\n    due: 2027\n    foo: 丙\n",
    ),
    Case("duplicate-key.units", "the key “lead” stands here a second time", '"lead": [区发改委]\n«lead»: [区发改委]\n'),
)
