"""A small plan to compare with itself: every key of the format stands in it somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.comparing import Compared, compare
from plancli.diff.kinds import BY_NAME
from tests.support import Content, Memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plancli.diff.change import Change

PLAN, REGISTER = "plan.yaml", "departments.yaml"
ENERGY, WASTE, OFFICE = "tasks/节能降碳.yaml", "tasks/垃圾分类.yaml", "tasks/组织领导.yaml"

WORLD: Mapping[str, str] = {
    PLAN: """\
format: 1
title: 绿色产业三年行动计划（2025—2027年）
jurisdiction:
  name: 示范区
issued:
  by: 示范区人民政府
  on: 2025-07-01
status: issued
period: {start: 2025, end: 2027}
outline:
  - heading: 重点任务
    sections:
      - heading: 源头减量
        tasks:
          - 节能降碳
      - heading: 资源利用
        tasks:
          - 垃圾分类
  - heading: 保障措施
    tasks:
      - 组织领导
checks:
  no-lead: off
""",
    REGISTER: """\
departments:
  - name: 区发改委
    kind: government
    full_name: 示范区发展和改革委员会
    aliases:
      - 区发展改革委
  - name: 区生态环境局
    kind: government
  - name: 区住建委
    kind: government
  - name: 区城管局
    kind: government
  - name: 高新区管委会
    kind: committee
  - name: 区供销社
    kind: other
  - name: 区档案馆
    kind: other
groups:
  - name: 各管委会
    aliases:
      - 管委会
    members:
      - 高新区管委会
    complete: false
""",
    ENERGY: """\
title: 节能降碳
text: |
  确保完成节能改造。
  到2027年，建成绿色工厂20家，力争绿电占比达到30%。
  开展培训12场。
lead:
  - 区发改委
responsible:
  - 区生态环境局
  - 各管委会
duty: 按职责分工负责
due: 2027
leader: 分管副区长
milestones:
  - what: 印发方案
    due: 2026-06
notes:
  资金来源: 区级财政
targets:
  - id: 绿色工厂
    indicator: 绿色工厂
    comparator: at-least
    value: 20
    unit: 家
    due: 2027
    quote: 建成绿色工厂20家
  - id: 绿电占比
    indicator: 绿电占比
    comparator: at-least
    value: 30
    unit: "%"
    due: 2027
    commitment: aim
    quote: 力争绿电占比达到30%
""",
    WASTE: """\
title: 垃圾分类
text: |
  推进生活垃圾分类，保持全市前列。
lead:
  - 区城管局
responsible:
  - 区住建委
support: []
targets:
  - id: 位次
    indicator: 生活垃圾分类
    statement: 保持全市前列
    due: 2026
    quote: 保持全市前列
""",
    OFFICE: """\
title: 组织领导
text: |
  加强统筹协调。
lead:
  - 区发改委
responsible:
  - 区生态环境局
  - 区住建委
""",
}
"""Sound; whoever adds a key to the format adds it here."""

Edits = tuple[tuple[str, str, str], ...]
"""In which file, which text becomes which; an empty old text makes the file, and all of it without a new one goes."""


def edited(edits: Edits, world: Mapping[str, str] = WORLD) -> dict[str, str]:
    """The world with some edits."""
    files = dict(world)
    for path, old, new in edits:
        if not old:
            assert path not in files, path
            files[path] = new
        elif old == files[path] and not new:
            del files[path]
        else:
            assert files[path].count(old) == 1, (path, old)
            files[path] = files[path].replace(old, new)
    return files


def between(old: Mapping[str, Content], new: Mapping[str, Content]) -> Compared:
    """Compare two worlds."""
    return compare(Memory(dict(old)), Memory(dict(new)))


def kinds(changes: Iterable[Change]) -> list[str]:
    """The kinds of some changes, in alphabetical order."""
    return sorted(change.kind for change in changes)


def mirrored(names: Iterable[str]) -> list[str]:
    """What kinds are when the sides are swapped."""
    return sorted(BY_NAME[name].mirror for name in names)
