"""Ordinary official prose on which no rule may speak: a false alarm costs more trust than a missed fault."""

from __future__ import annotations

import pytest

from tests.rules.cases_shape import goal, header
from tests.rules.official_prose import PARAGRAPHS, Paragraph
from tests.support import rules, task, world


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=lambda paragraph: paragraph.kind)
def test_ordinary_paragraphs(paragraph: Paragraph) -> None:
    """Of what every office writes, one sentence a line, with the targets that it sets."""
    assert rules(task(paragraph.task)) == []


def test_there_are_enough_paragraphs() -> None:
    """Of different kinds, and of those with targets too."""
    assert len({paragraph.kind for paragraph in PARAGRAPHS}) == len(PARAGRAPHS) >= 50
    assert sum(bool(paragraph.targets) for paragraph in PARAGRAPHS) >= 10


NO_QUANTITIES = (
    "轨道交通站点100米覆盖率稳步提高",
    "轨道交通一体化换乘50米覆盖率保持全市领先",
    "公交站点500米半径覆盖全部社区",
    "消除500米服务半径盲区",
    "培育品牌10强、百强企业，引进世界500强企业",
    "全面实施国四、国六排放标准",
    "落实黄金十二条和“稳岗25条”",
    "基本建成15分钟生活圈",
    "基本建成15分钟便民生活圈",
    "建成10分钟体育健身圈",
    "形成1小时通勤圈",
    "完成第3批试点，办好第5届论坛，居全市第2位",
    "完成第1、2批试点",
    "完成第10—12批改造",
    "实现“3个100”目标",
    "开展“百园千企”“1+5+N”行动",
    "落实《关于推进3个重点领域的意见（2025）》",
    "深入实施《三年行动计划（2025—2027年）》",
    "5G、6G网络全覆盖，推广4K超高清和3D打印",
    "全面推行7×24小时服务",
    "12345热线与12369热线并线运行",
    "创建4A级景区、5A级景区",
    "建成110千伏变电站，改造220千伏线路",
    "推广300千瓦机组",
    "轨道交通1号线、10号线全线提质",
    "2025—2027年持续推进",
    "2026年6月底前、2027年12月31日前分阶段完成",
    "水质达到Ⅱ类标准，消除劣Ⅴ类水体",
    "PM2.5浓度、CO2排放强度持续下降",
    "三分之一以上的街道建成示范",
    "开展“6·5”环境日活动",
    "推广GB/T 15834、ISO14001等标准",
    "“十四五”任务全面完成，与985、211高校合作深化",
    "修订2025版目录",
    "完善G50高速、S103线沿线设施",
    "提升V2G、B2B、O2O应用水平",
    "万元地区生产总值能耗持续下降，力争全域达标",
)


@pytest.mark.parametrize("phrase", NO_QUANTITIES)
def test_what_only_looks_like_a_quantity(phrase: str) -> None:
    """Years, ordinals, names and what stands in quotation marks are no commitments."""
    assert rules(task(f"text: |\n  加快推动。\n  力争到2027年，{phrase}。\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "目前有绿色商场3家、回收站20个。\n  到2027年，体系基本健全。",
        "每年培训2000人次，推广节能灯具5万只。",
        "截至2024年底，建成商场3家，覆盖率达30%，到2027年，体系更加健全。",
        "至2027年末建成2家。",
        "2027年底前完成5项。",
    ],
)
def test_quantities_outside_target_sentences(text: str) -> None:
    """Only a sentence with 到YYYY年 sets targets, and what is reached already is none."""
    assert rules(task(f"text: |\n  {text}\n")) == []


QUOTED = """\
targets:
  - id: 商场
    indicator: 绿色商场
    comparator: at-least
    value: 3
    unit: 家
    due: 2027
    quote: 绿色商场3家
"""


@pytest.mark.parametrize(
    "text",
    [
        "到2027年，建成绿色商场3家。",
        "加快建设；到2027年，建成绿色商场3家以上。",
        "现有绿色商场3家。\n  到2027年，保持绿色商场3家。",
        "到2026年，建成绿色商场3家；到2027年，保持绿色商场3家。",
    ],
)
def test_quantities_that_a_quote_covers(text: str) -> None:
    """A quote covers its words wherever they stand."""
    assert rules(task(f"text: |\n  {text}\n{QUOTED}")) == []


def test_a_quote_may_be_a_block() -> None:
    """It stands in the text, character for character, as far as anybody can see."""
    assert rules(task(goal("quote: |\n        培育绿色商场1家"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "推动“政产学研用”一体化，构建“1+3+N”体系（含试点）。",
        "推广EOD（生态环境导向的开发）、BIM、5G+等模式。",
        "窗口于9:00—17:30开放，比例为3:1。",
        "详见https://www.example.org/a?b=1(c)。",
        "执行GB/T 15834-2011、CJJ/T 134-2019等标准。",
        "覆盖1,560家企业，增长3.5%。",
        "建设渝中—巴南走廊，2025—2027年推进，年均1—2家，PM2.5—10联防。",
        "对接成渝地区双城经济圈——以渝中为核心——提升能级。",
        "“碳达峰、碳中和”目标：稳妥推进；到2027年，全域达标！",
        "做好Wi-Fi、e-HR、O-D调查等工作。",
        "打造A·B·C三级体系，推进R&D投入。",
        "Build 3 pilot sites (phase 1), then review: done.",
    ],
)
def test_punctuation_that_is_sound(text: str) -> None:
    """Marks between digits and Latin letters, times, addresses, standards, the double dash."""
    assert "mixed-punctuation" not in rules(task(f"text: |\n  {text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "节能降碳工程全面推进。",
        "节能降碳、减污扩绿协同推进。",
        "节能降碳是绿色转型的关键。",
        "加快节能降碳。\n  节能降碳。",
        "节能降碳，重在落实。",
    ],
)
def test_texts_that_only_begin_like_the_title(text: str) -> None:
    """A sentence may begin with the title's words."""
    assert rules(task(f"text: |\n  {text}\n")) == []


def test_a_text_may_repeat_the_title_where_titles_are_not_run_in() -> None:
    """Then the document does not print it before the text."""
    repeated = "# tasks/节能降碳.yaml\ntext: |\n  节能降碳。\n  加快推动。\n"
    assert rules(world(header("run_in_titles: false\n") + repeated)) == []


@pytest.mark.parametrize(
    "text",
    [
        "title: 推进C#等语言教学\n",
        'title: "推进 #1 工程"\n',
        "title: '推进 #1 工程'\n",
        "title: 节能降碳  # 与区发改委核对过\n",
        "title: 节能降碳  ## 待定\n",
        "title: 节能降碳  #\n",
        "lead:  # 牵头单位\n  - 区发改委  # 一把手工程\n",
        "text: |  # 一句一行\n  推进 #1 工程。\n",
        "text: |\n  推进 #1 工程。\n# 以上已核对\nlead:\n  # 牵头\n  - 区发改委\n",
        "due: 2027 # 年底前\n",
        "lead: [区发改委] # 单列\n",
        "duty: 按职责分工  # TODO\n",
    ],
)
def test_comments_that_take_nothing_away(text: str) -> None:
    """Two spaces before a # and one behind it are a comment; inside quotes and blocks it is text."""
    assert rules(task(text)) == []
