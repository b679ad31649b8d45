"""One edit, or a few, for every kind of change; and exactly the kinds that they make."""

from __future__ import annotations

from typing import NamedTuple

from tests.diff.world import ENERGY, OFFICE, PLAN, REGISTER, WASTE, WORLD, Edits

SORTING = "tasks/分类投放.yaml"
RECYCLING = "tasks/回收利用.yaml"

PARTS: Edits = (
    (
        SORTING,
        "",
        """\
title: 分类投放
text: |
  推进生活垃圾分类，保持全市前列。
lead:
  - 区城管局
responsible:
  - 区住建委
support: []
split_from: 垃圾分类
targets:
  - id: 位次
    indicator: 生活垃圾分类
    statement: 保持全市前列
    due: 2026
    quote: 保持全市前列
""",
    ),
    (
        RECYCLING,
        "",
        """\
title: 回收利用
text: |
  建设回收网点。
lead:
  - 区城管局
responsible:
  - 区住建委
split_from: 垃圾分类
""",
    ),
    (PLAN, "          - 垃圾分类\n", "          - 分类投放\n          - 回收利用\n"),
    (WASTE, WORLD[WASTE], ""),
)


class Example(NamedTuple):
    """What is edited, and the kinds of change that it makes."""

    edits: Edits
    kinds: tuple[str, ...]


EXAMPLES: dict[str, Example] = {
    # targets
    "target-removed": Example(
        ((WASTE, WORLD[WASTE][WORLD[WASTE].index("targets:") :], "notes: {附: 表}\n"),), ("note-changed", "target-removed")
    ),
    "target-lowered": Example(
        ((ENERGY, "value: 20\n", "value: 15\n"), (ENERGY, "工厂20家，", "工厂15家，"), (ENERGY, "quote: 建成绿色工厂20家", "quote: 建成绿色工厂15家")),
        ("target-lowered",),
    ),
    "target-lowered (a percentage)": Example(
        ((ENERGY, "value: 30\n", "value: 25\n"), (ENERGY, "工厂20家，力争绿电占比达到30%", "工厂20家，力争绿电占比达到25%"), (ENERGY, "quote: 力争绿电占比达到30%", "quote: 力争绿电占比达到25%")),
        ("target-lowered",),
    ),
    "target-commitment-strengthened (and in the text)": Example(
        ((ENERGY, "    commitment: aim\n", ""), (ENERGY, "工厂20家，力争绿电占比达到30%", "工厂20家，绿电占比达到30%"), (ENERGY, "quote: 力争绿电占比达到30%", "quote: 绿电占比达到30%")),
        ("target-commitment-strengthened",),
    ),
    "target-reexpressed (and in the text)": Example(
        ((ENERGY, "value: 20\n    unit: 家", "value: 0.2\n    unit: 百家"), (ENERGY, "绿色工厂20家，", "绿色工厂0.2百家，"), (ENERGY, "quote: 建成绿色工厂20家", "quote: 建成绿色工厂0.2百家")),
        ("target-reexpressed",),
    ),
    "target-lowered (at most)": Example(
        ((ENERGY, "comparator: at-least\n    value: 20", "comparator: at-most\n    value: 20"),), ("target-changed",)
    ),
    "target-comparator-weakened": Example(
        ((ENERGY, "comparator: at-least\n    value: 30", "comparator: more-than\n    value: 30"),),
        ("target-comparator-strengthened",),
    ),
    "target-commitment-strengthened": Example(((ENERGY, "    commitment: aim\n", ""),), ("target-commitment-strengthened",)),
    "target-binding-added": Example(
        ((ENERGY, "    commitment: aim\n", "    commitment: aim\n    binding: true\n"),), ("target-binding-added",)
    ),
    "target-number-given": Example(
        ((WASTE, "statement: 保持全市前列", "comparator: at-most\n    value: 3\n    unit: 名"),), ("target-number-given",)
    ),
    "target-unit-incompatible": Example(((ENERGY, 'unit: "%"', "unit: 万千瓦时"),), ("target-unit-incompatible",)),
    "target-changed": Example(((WASTE, "statement: 保持全市前列", "statement: 保持全市首位"),), ("target-changed",)),
    "target-changed (a year)": Example(
        ((ENERGY, "unit: 家\n", "unit: 家\n    per: year\n"),), ("target-changed",)
    ),
    "target-scope-changed": Example(((ENERGY, "unit: 家\n", "unit: 家\n    scope: 全区\n"),), ("target-scope-changed",)),
    "target-baseline-changed": Example(
        ((ENERGY, "unit: 家\n", "unit: 家\n    baseline: {value: 5, year: 2024}\n"),), ("target-baseline-changed",)
    ),
    "target-upstream-changed": Example(
        ((ENERGY, "unit: 家\n", "unit: 家\n    upstream: {plan: 市级计划, value: 500, unit: 家}\n"),),
        ("target-upstream-changed",),
    ),
    "target-reexpressed": Example(((ENERGY, "value: 20\n    unit: 家", "value: 0.2\n    unit: 百家"),), ("target-reexpressed",)),
    "target-renamed": Example(((ENERGY, "indicator: 绿色工厂", "indicator: 绿色工厂数"),), ("target-renamed",)),
    "target-renamed (id)": Example(((ENERGY, "id: 绿色工厂", "id: 绿色工厂数"),), ("target-renamed",)),
    "target-requoted": Example(((ENERGY, "quote: 建成绿色工厂20家", "quote: 绿色工厂20家"),), ("target-requoted",)),
    "target-unconfirmed": Example(((ENERGY, "unit: 家\n", "unit: 家\n    confirmed: false\n"),), ("target-unconfirmed",)),
    # deadlines
    "deadline-postponed": Example(((ENERGY, "\ndue: 2027\n", "\ndue: 2028\n"),), ("deadline-postponed",)),
    "deadline-postponed (target)": Example(((WASTE, "due: 2026", "due: 2027"),), ("deadline-postponed",)),
    "deadline-postponed (milestone)": Example(((ENERGY, "due: 2026-06", "due: 2026-12"),), ("deadline-postponed",)),
    "deadline-removed": Example(((ENERGY, "\ndue: 2027\n", "\n"),), ("deadline-removed",)),
    "deadline-reexpressed": Example(((ENERGY, "\ndue: 2027\n", "\ndue: 2027-12\n"),), ("deadline-reexpressed",)),
    "milestone-removed": Example(
        ((ENERGY, "milestones:\n  - what: 印发方案\n    due: 2026-06\n", ""),), ("milestone-removed",)
    ),
    # duties
    "lead-changed": Example(((WASTE, "lead:\n  - 区城管局", "lead:\n  - 区供销社"),), ("lead-changed",)),
    "lead-added": Example(((WASTE, "lead:\n  - 区城管局\n", "lead:\n  - 区城管局\n  - 区供销社\n"),), ("lead-added",)),
    "roles-swapped": Example(
        ((WASTE, "lead:\n  - 区城管局\nresponsible:\n  - 区住建委", "lead:\n  - 区住建委\nresponsible:\n  - 区城管局"),),
        ("roles-swapped",),
    ),
    "responsible-added": Example(((WASTE, "  - 区住建委\n", "  - 区住建委\n  - 区供销社\n"),), ("responsible-added",)),
    "support-added": Example(((WASTE, "support: []", "support: [区供销社]"),), ("support-added",)),
    "unit-scope-changed": Example(
        ((WASTE, "  - 区住建委\n", "  - {name: 区住建委, scope: 装修垃圾}\n"),), ("unit-scope-changed",)
    ),
    "duty-phrase-changed": Example(((ENERGY, "duty: 按职责分工负责\n", ""),), ("duty-phrase-changed",)),
    "leader-changed": Example(((ENERGY, "leader: 分管副区长", "leader: 常务副区长"),), ("leader-changed",)),
    "nobody-unstated": Example(((WASTE, "support: []\n", ""),), ("nobody-unstated",)),
    "unit-renamed": Example(((OFFICE, "lead:\n  - 区发改委", "lead:\n  - 区发展改革委"),), ("unit-renamed",)),
    "unit-order": Example(
        ((OFFICE, "  - 区生态环境局\n  - 区住建委\n", "  - 区住建委\n  - 区生态环境局\n"),), ("unit-order",)
    ),
    # tasks
    "task-removed": Example(
        ((OFFICE, WORLD[OFFICE], ""), (PLAN, "    tasks:\n      - 组织领导\n", "    tasks: []\n")), ("task-removed",)
    ),
    "task-split": Example(PARTS, ("task-renumbered", "task-split", "text-sentence-added")),
    "task-regrouped": Example(
        (
            (SORTING, "", WORLD[WASTE] + "merged_from:\n  - 垃圾分类\n  - 组织领导\n"),
            (RECYCLING, "", WORLD[OFFICE].replace("  - 区生态环境局\n", "") + "split_from: 垃圾分类\n"),
            (WASTE, WORLD[WASTE], ""),
            (OFFICE, WORLD[OFFICE], ""),
            (PLAN, "          - 垃圾分类\n", "          - 分类投放\n          - 回收利用\n"),
            (PLAN, "    tasks:\n      - 组织领导\n", "    tasks: []\n"),
        ),
        ("responsible-removed", "task-regrouped"),
    ),
    "task-moved": Example(
        ((PLAN, "          - 垃圾分类\n", "          - 垃圾分类\n          - 组织领导\n"), (PLAN, "    tasks:\n      - 组织领导\n", "    tasks: []\n")),
        ("task-moved",),
    ),
    "task-renumbered": Example(
        ((PLAN, "          - 节能降碳\n      - heading: 资源利用\n        tasks:\n          - 垃圾分类\n",
          "          - 节能降碳\n      - heading: 资源利用\n        tasks:\n          - 新能源\n          - 垃圾分类\n"),
         ("tasks/新能源.yaml", "", "title: 新能源\ntext: 建设充电桩。\nlead: [区发改委]\n")),
        ("task-added", "task-renumbered"),
    ),
    "task-unlisted": Example(((PLAN, "    tasks:\n      - 组织领导\n", "    tasks: []\n"),), ("task-unlisted",)),
    "task-origin-changed": Example(((OFFICE, "title: 组织领导\n", "title: 组织领导\nformerly: [统筹协调]\n"),), ("task-origin-changed",)),
    "content-unreadable": Example(((ENERGY, "due: 2026-06", "due: 六月"),), ("content-unreadable",)),
    "task-retitled": Example(((OFFICE, "title: 组织领导", "title: 加强组织领导"),), ("task-retitled",)),
    "task-renamed": Example(
        ((OFFICE, WORLD[OFFICE], ""), ("tasks/统筹协调.yaml", "", WORLD[OFFICE] + "formerly:\n  - 组织领导\n"),
         (PLAN, "      - 组织领导\n", "      - 统筹协调\n")),
        ("task-renamed",),
    ),
    # text
    "text-obligation-weakened": Example(((ENERGY, "确保完成节能改造", "力争完成节能改造"),), ("text-obligation-weakened",)),
    "text-number-changed": Example(((ENERGY, "开展培训12场", "开展培训10场"),), ("text-number-changed",)),
    "text-sentence-removed": Example(((ENERGY, "  开展培训12场。\n", ""),), ("text-sentence-removed",)),
    "text-reworded": Example(((OFFICE, "加强统筹协调", "强化统筹协调"),), ("text-reworded",)),
    "text-moved": Example(
        ((ENERGY, "  确保完成节能改造。\n", ""), (ENERGY, "  开展培训12场。\n", "  开展培训12场。\n  确保完成节能改造。\n")),
        ("text-moved",),
    ),
    "text-punctuation": Example(((WASTE, "推进生活垃圾分类，保持", "推进生活垃圾分类、保持"),), ("text-punctuation",)),
    "note-changed": Example(((ENERGY, "资金来源: 区级财政", "资金来源: 市级财政"),), ("note-changed",)),
    # the register
    "department-dissolved": Example(
        ((REGISTER, "  - name: 区城管局\n    kind: government\n", "  - name: 区城管局\n    kind: government\n    until: 2026-03-01\n"),),
        ("department-dissolved",),
    ),
    "department-merged": Example(
        ((REGISTER, "  - name: 区城管局\n    kind: government\n",
          "  - name: 区城管局\n    kind: government\n    until: 2026-03-01\n    succeeded_by: 区住建委\n"),),
        ("department-merged",),
    ),
    "department-removed": Example(
        ((REGISTER, "  - name: 区档案馆\n    kind: other\n", ""),), ("department-removed",)
    ),
    "department-renamed": Example(
        ((REGISTER, "  - name: 区城管局\n", "  - name: 区城市管理局\n    aliases: [区城管局]\n"),), ("department-renamed",)
    ),
    "department-renamed (and in the task)": Example(
        ((REGISTER, "  - name: 区城管局\n", "  - name: 区城市管理局\n    aliases: [区城管局]\n"), (WASTE, "区城管局", "区城市管理局")),
        ("department-renamed",),
    ),
    "department-detail-changed": Example(
        ((REGISTER, "full_name: 示范区发展和改革委员会", "full_name: 示范区发展改革委员会"),), ("department-detail-changed",)
    ),
    "group-member-added": Example(
        ((REGISTER, "      - 高新区管委会\n", "      - 高新区管委会\n      - 区供销社\n"),), ("group-member-added",)
    ),
    "group-completed": Example(((REGISTER, "    complete: false\n", ""),), ("group-completed",)),
    "group-added": Example(
        ((REGISTER, "groups:\n", "groups:\n  - name: 专班\n    members: [区住建委]\n"),), ("group-added",)
    ),
    "alias-added": Example(
        ((REGISTER, "      - 区发展改革委\n", "      - 区发展改革委\n      - 发改委\n"),), ("alias-added",)
    ),
    # the plan
    "period-shortened": Example(((PLAN, "period: {start: 2025, end: 2027}", "period: {start: 2025, end: 2026}"),), ("period-shortened",)),
    "plan-withdrawn": Example(((PLAN, "status: issued", "status: draft"),), ("plan-withdrawn",)),
    "plan-retitled": Example(((PLAN, "title: 绿色产业", "title: 绿色低碳产业"),), ("plan-retitled",)),
    "plan-detail-changed": Example(((PLAN, "  on: 2025-07-01", "  on: 2025-08-01"),), ("plan-detail-changed",)),
    "settings-changed": Example(((PLAN, "no-lead: off", "no-lead: info"),), ("settings-changed",)),
    "heading-renamed": Example(((PLAN, "heading: 资源利用", "heading: 循环利用"),), ("heading-renamed",)),
    "heading-added": Example(
        ((PLAN, "  - heading: 保障措施\n", "  - heading: 实施路径\n    tasks: []\n  - heading: 保障措施\n"),), ("heading-added",)
    ),
    "headings-reordered": Example(
        ((PLAN, """\
      - heading: 源头减量
        tasks:
          - 节能降碳
      - heading: 资源利用
        tasks:
          - 垃圾分类
""", """\
      - heading: 资源利用
        tasks:
          - 垃圾分类
      - heading: 源头减量
        tasks:
          - 节能降碳
"""),),
        ("headings-reordered", "task-renumbered"),
    ),
}  # fmt: skip
