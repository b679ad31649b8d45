"""Plans with many mistakes at once: exactly what is said of them, and where, in one run."""

from __future__ import annotations

from textwrap import dedent

import pytest

from tests.support import Files, Said, said, world

HURRIED = """
# plan.yaml (whole)
format: 1
titel: 三年行动计划
period: {start: 2027, end: 2025}
issued:
  on: 2025-7-1
outline:
  - heading: 重点任务
    tasks:
      - 节能降碳
      - 节能降碳
      - 环境保护
  - heading: 保障措施
# departments.yaml (whole)
departments:
  - name: 区发改委
    kind: goverment
  - name: 区生态环境局
    kind: government
    别名: [区环保局]
  - 区财政局
# tasks/节能降碳.yaml (whole)
title: 2025
text: |
  加快推动,落实。
  到2027年，建成8家、9个。
lead: 区发改委
responsible:
  - 区生态环保局
  - 区财政局，区发改委
targets:
  - id: 商场
    indicator: 绿色商场
    comparator: 不低于
    value: "8"
    unit: 家
    due: 2027年
    quote: 建成8家
  - id: 饭店
    indicator: 绿色饭店
    value: 9
    due: 2030
    quote: 建成9个
# tasks/多余.yaml (whole)
id: 多余
title: 推进 #1 工程
text: 推进。
"""

HURRIED_SAYS = """
departments.yaml:3:11-20 wrong-type.choice
departments.yaml:6:5-7 unknown-key.heading
departments.yaml:7:5-9 wrong-type.mapping
plan.yaml:2:1-6 unknown-key
plan.yaml:3:9-10 wrong-type.period
plan.yaml:5:7-15 wrong-type.date
plan.yaml:12:5-18 missing-key.heading-neither
tasks/多余.yaml:1:1-7 no-lead
tasks/多余.yaml:1:1-3 unknown-key.id
tasks/多余.yaml:2:8-10 cut-short-value
tasks/节能降碳.yaml:1:8-12 wrong-type.text-plain
tasks/节能降碳.yaml:3:7-8 mixed-punctuation.half-width
tasks/节能降碳.yaml:5:7-11 wrong-type.list
tasks/节能降碳.yaml:7:5-11 unknown-department
tasks/节能降碳.yaml:8:5-14 unknown-department.joined
tasks/节能降碳.yaml:12:17-20 wrong-type.choice
tasks/节能降碳.yaml:13:12-15 wrong-type.number-quoted
tasks/节能降碳.yaml:15:10-15 wrong-type.spoken
tasks/节能降碳.yaml:17:5-11 missing-key.part
"""

PASTED = """
# plan.yaml
status：draft
# departments.yaml (GBK)
groups:
  - name: 各管委会
# tasks/节能降碳.yaml (CRLF)
title: 节能\u200b降碳
duty: "按职责\\u202e分工"
lead: [区发改委, 区发改委]
lead: [区财政局]
notes: {2025: 完成}
# tasks/环境保护.yaml (CRLF, whole)
title: 环境保护
text: |
  加快推动

  落实(试点)。
lead: *units
# tasks/空.yaml (whole)
"""

PASTED_SAYS = """
departments.yaml:2:11-12 invalid-encoding.gbk
plan.yaml:1:7-8 invalid-yaml.full-width-colon
tasks/环境保护.yaml:6:7-13 forbidden-yaml-feature.alias
tasks/空.yaml:1:1-1 wrong-type.root-empty
tasks/节能降碳.yaml:1:10-11 forbidden-character
tasks/节能降碳.yaml:2:7-20 forbidden-character
tasks/节能降碳.yaml:4:1-5 duplicate-key.units
tasks/节能降碳.yaml:5:9-13 forbidden-yaml-feature.key
"""

DRAFT = """
# plan.yaml
checks: {no-lead: off, unused-department: error}
outline:
  - heading: 重点任务
    sections:
      - heading: 一
        tasks: [节能降碳, 环境保护, 新能源]
# departments.yaml
groups:
  - name: 各管委会
    aliases: [管委会]
    members: [区文旅委, 区发改委]
    complete: false
# tasks/节能降碳.yaml
lead: []
responsible: [管委会]
support: [{name: 区发改委, scope: 甲}, 区发改委, 区生态环保局]
due: 2026-06-31
# tasks/环境保护.yaml (whole)
title: 环境保护
text: |
  环境保护。
  到2027年，水质达到Ⅱ类标准，新增10个，占比达30%以上，甲—乙、丙－丁。
lead: [区发改委]
responsible: [区发改委, 区生态环境局、区发改委]
targets:
  - {id: 占比, indicator: 占比, comparator: at-least, value: 35, unit: "%", due: 2028-01, quote: [占比, 30%以上]}
  - {id: 占比, indicator: 占比, statement: 领先, due: ongoing, quote: [30%以上, 占比]}
"""

DRAFT_SAYS = """
departments.yaml:4:15-19 unknown-department
plan.yaml:6:29-32 missing-task
tasks/环境保护.yaml:3:3-7 text-repeats-title
tasks/环境保护.yaml:4:39-40 mixed-punctuation.dashes
tasks/环境保护.yaml:6:15-19 lead-also-responsible
tasks/环境保护.yaml:6:21-32 unknown-department.joined
tasks/环境保护.yaml:8:58-60 quote-value-mismatch.one
tasks/环境保护.yaml:8:78-85 target-outside-period
tasks/环境保护.yaml:9:10-12 duplicate-target-id
tasks/环境保护.yaml:9:65-66 quote-not-in-text.scattered
tasks/节能降碳.yaml:2:1-12 unattributable-responsibility
tasks/节能降碳.yaml:2:15-18 elided-group-prefix
tasks/节能降碳.yaml:3:35-39 repeated-department
tasks/节能降碳.yaml:3:41-47 unknown-department
tasks/节能降碳.yaml:4:6-16 wrong-type.due
"""

WORLDS = {"hurried": (HURRIED, HURRIED_SAYS), "pasted": (PASTED, PASTED_SAYS), "draft": (DRAFT, DRAFT_SAYS)}


def listed(found: list[Said]) -> list[str]:
    """As a compiler prints them."""
    return [f"{each.path}:{each.line}:{each.start}-{each.end} {each.wording}" for each in in_order(found)]


def in_order(found: list[Said]) -> list[Said]:
    """By file and place."""
    return sorted(found, key=lambda each: (each.path, each.line, each.start, each.wording))


def plan(example: str) -> Files:
    """The files of a world."""
    return world(example.lstrip("\n"))


@pytest.mark.parametrize("name", WORLDS)
def test_everything_is_said_and_nothing_else(name: str) -> None:
    """Rules, cases, files, lines and columns."""
    example, expected = WORLDS[name]
    assert listed(said(plan(example))) == dedent(expected).split("\n")[1:-1]


@pytest.mark.parametrize("name", WORLDS)
def test_a_byte_order_mark_changes_nothing(name: str) -> None:
    """It is stripped first."""
    files = plan(WORLDS[name][0])
    marked: Files = {
        path: b"\xef\xbb\xbf" + content.encode() if isinstance(content, str) else content
        for path, content in files.items()
    }
    assert said(marked) == said(files)


@pytest.mark.parametrize("name", WORLDS)
def test_no_line_feed_at_the_end_changes_nothing(name: str) -> None:
    """Nor does a blank line more."""
    files = plan(WORLDS[name][0])
    for end in ("", "\n\n"):
        ended: Files = {
            path: content.rstrip("\r\n") + end if isinstance(content, str) else content
            for path, content in files.items()
        }
        assert said(ended) == said(files)


@pytest.mark.parametrize("name", WORLDS)
def test_carriage_returns_change_nothing(name: str) -> None:
    """But for the width of what reaches a line's end."""
    files = plan(WORLDS[name][0])
    returned: Files = {
        path: content.replace("\r", "").replace("\n", "\r\n") if isinstance(content, str) else content
        for path, content in files.items()
    }
    assert [each[:4] for each in said(returned)] == [each[:4] for each in said(files)]
