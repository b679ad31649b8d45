"""A small plan with comments everywhere, a document that revises it, and what then stands in every file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plancli.edit.update import Update, updating
from plancli.intake.answers import Answers
from plancli.intake.formats.detect import read_document
from plancli.intake.interpret import interpret
from plancli.loading.loader import begin
from plancli.source.folder import Folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from plancli.intake.drafts import Draft

OLD = {
    "plan.yaml": """\
# 头
format: 1
title: 绿色产业三年行动计划（2025—2027年）  # 题
period: {start: 2025, end: 2027}
run_in_titles: true
outline:
  # 第一部分
  - heading: 重点任务  # 一
    tasks:
      # 最要紧
      - 节能降碳  # 发改委牵头
      - 环境保护
      # 讨论过
      - 绿色金融
  - heading: 待补充
    tasks: []
  # 第二部分
  - heading: 保障措施
    tasks: [组织领导, 宣传引导]
checks:
  no-lead: off  # 先不管
""",
    "departments.yaml": """\
# 名录
departments:
  - name: 区发展改革委   # 主
    kind: government
    aliases:
      - 区发改委
  - name: 区生态环境局
    kind: government
  # 金融
  - name: 区金融办
    kind: government
# 尾
""",
    "tasks/节能降碳.yaml": """\
# 甲
title: 节能降碳   # 题
# 文
text: |  # 块
  推进节能降碳改造，培育绿色商场1家。
  到2027年，建成绿色分拣中心1家。
lead:
  # 牵头
  - 区发改委  # 别名
# 责任
responsible:
  - 区生态环境局  # 二
  # 三
  - 区金融办
targets:
  # plancli: allow quote-not-in-text -- 核对中
  - id: 绿色商场
    indicator: 绿色商场
    comparator: at-least
    value: 1
    unit: 家
    due: 2027
    quote: 培育绿色商场1家
    baseline: {value: 0, year: 2024}
    confirmed: false
formerly: [旧节能]
# 尾
""",
    "tasks/环境保护.yaml": """\
title: "环境保护"  # 题
text: 加强大气、水、土壤污染综合防治，推进环境质量持续改善，完善监测网络。
lead: [区生态环境局]
notes: {备注: 旧, 依据: 市文件}
due: 2026
""",
    "tasks/绿色金融.yaml": "title: 绿色金融\ntext: 加快推进绿色金融改革创新试验区建设。\nlead:\n- 区金融办\n",
    "tasks/组织领导.yaml": (
        "title: 组织领导\n# 分行\ntext: |\n  建立工作专班，\n  统筹推进各项任务落实。\nlead: [区发改委]\n"
    ),
    "tasks/宣传引导.yaml": "title: 宣传引导\ntext: 开展绿色生活主题宣传。\nlead: [区生态环境局]",
}
DOCUMENT = """\
|序号|工作内容|牵头单位|责任单位|备注|
|---|---|---|---|---|
| 一、重点任务 | | | | |
| 1 | 环境保护。加强大气、水、土壤污染综合防治，推进环境质量持续改善，健全监测网络。 | 区生态环境局 | | 新 |
|2|节能降碳。推进节能降碳改造，培育绿色商场2家。到2027年，建成绿色分拣中心1家。|区发展改革委|区生态环境局、区城市管理局||
| 3 | 循环经济。发展循环经济，建设静脉产业园。 | 区发改委 | 各街道 | |
| 二、保障机制 | | | | |
| 4 | 组织领导。建立工作专班，统筹推进各项任务落实。 | 区发展改革委 | | |
| 5 | 宣传引导。开展绿色生活主题宣传。 | 区生态环境局 | 区发改委 | |
"""
NEW = {
    "plan.yaml": OLD["plan.yaml"]
    .replace("      # 最要紧", "      - 环境保护\n      # 最要紧")
    .replace("牵头\n      - 环境保护\n", "牵头\n      - 循环经济\n")
    .replace("      - 绿色金融\n", "")
    .replace("保障措施", "保障机制"),
    "departments.yaml": OLD["departments.yaml"].replace(
        "# 尾\n",
        "  - name: 区城市管理局\n    kind: government\ngroups:\n  - name: 各街道\n    complete: false\n# 尾\n",
    ),
    "tasks/节能降碳.yaml": OLD["tasks/节能降碳.yaml"]
    .replace("  推进节能降碳改造，培育绿色商场1家。", "  推进节能降碳改造，培育绿色商场2家。")
    .replace("    value: 1\n", "    value: 2\n")
    .replace("quote: 培育绿色商场1家", "quote: 培育绿色商场2家")
    .replace("- 区金融办", "- 区城市管理局"),
    "tasks/环境保护.yaml": OLD["tasks/环境保护.yaml"].replace("完善", "健全").replace("备注: 旧", "备注: 新"),
    "tasks/组织领导.yaml": OLD["tasks/组织领导.yaml"],
    "tasks/宣传引导.yaml": OLD["tasks/宣传引导.yaml"] + "\nresponsible:\n  - 区发改委\n",
    "tasks/循环经济.yaml": (
        "title: 循环经济\ntext: |\n  发展循环经济，建设静脉产业园。\nlead:\n  - 区发改委\nresponsible:\n  - 各街道\n"
    ),
}


def plan(root: Path, files: Mapping[str, str | bytes] = OLD) -> Path:
    """A plan's folder."""
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def drafted(root: Path, document: str, name: str = "a.md") -> Draft:
    """What a document says, in a plan's words for itself."""
    file = root.parent / name
    file.write_text(document, encoding="utf-8")
    header = begin(Folder(root)).header
    found = interpret(read_document(file), Answers(header.title, (header.period.start, header.period.end)))
    assert found.draft, found.refusals
    return found.draft


def updated(root: Path, document: str = DOCUMENT, said: Mapping[str, str] | None = None, name: str = "a.md") -> Update:
    """What a document makes of a plan."""
    return updating(Folder(root), drafted(root, document, name), str, said)


def after(root: Path, update: Update) -> dict[str, str]:
    """What the files of a plan shall hold."""
    there = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.yaml")}
    every = {**there, **update.contents}
    return {path: content.decode() for path, content in every.items() if content is not None}
