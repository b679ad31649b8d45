"""The words by which official prose says how binding something is, and what only looks like one.

The ladder has five rungs. What says none of these words is a plain statement and stands on the fourth, as do its verbs.
"""

from __future__ import annotations

import re
from functools import cache

from plancli.prose.commitment import AIMS, NOT_AIMS

PLAIN = 4
"""The rung of a statement without a word for it: it will be done."""

_RUNGS = {
    5: "必须 确保 保证 务必 务须 均须 严格 严禁 严控 严防 严守 严查 不得 不准 不允许 禁止 杜绝 应当 应该 均应 坚决 "
    "一律",
    PLAIN: "推进 推动 推行 推广 实施 开展 落实 加快 加强 强化 深化 完成 建成 实现 达到 打造 建立 构建 "
    "培育 提升 促进 完善 健全 优化",
    3: AIMS,
    2: "鼓励 支持 引导 倡导 提倡",
    1: "探索 研究 试行 尝试 适时 择机 视情 酌情 有条件的 有条件地",
}

# Where a noun ends: 宣传引导、…, 信贷支持。 A verb has its object there.
_CLOSED = "(?=$|[，。；：！？）”》\n])"
_ENDED = "(?=$|[，。；：、！？）”》\n]|的|等|和|与|及|或)"

# Titles and names in quotation marks say nothing themselves; the other traps are told with what makes them one.
_TRAPS = (
    "《[^》]*》",
    "“[^”]*”",
    r"[（(]试行[）)]",
    "不得(?:不|已|了)",
    "保证(?:金|保险|人|书)",
    "(?:质量|履约|信用|安全)保证",
    "禁止(?:类|性)",
    *NOT_AIMS,
    "鼓励(?:奖|类|政策|措施|性|目录|机制)",
    "支持(?:政策|措施|力度|能力|体系|系统|资金|计划|方式|范围|对象|单位|作用|保障|性|者|率)",
    f"(?:信贷|资金|决策|政策|技术|人才|融资|要素|财政|智力|数据|金融|科技|信息|用地|的|给予|提供|必要)支持{_ENDED}",
    "引导(?:基金|资金|作用|效应|机制|标识|标志|系统|工作|员|性|力)",
    f"(?:宣传|舆论|政策|价值|教育|规划|产业)引导(?:工作|{_ENDED})",
    f"(?:鼓励|支持|引导|倡导){_CLOSED}",
    "倡导者",
    "探索(?:性|者|精神|实践|经验|成果)",
    f"(?:有益|有效|实践|改革|理论|自主|的|新)(?:探索|尝试){_ENDED}",
    "试行(?:期|版|本|稿|办法|方案|标准)",
    "尝试性",
    "[无没]有条件的",
    "实施(?:方案|细则|意见|办法|条例|主体|单位|过程|情况|效果|路径|计划|期)",
    "推进(?:会|组|机制|情况|器|剂)",
    "推广(?:中心|站|大使)",
    "开展情况",
    "落实(?:情况|机制)",
    "完成(?:率|情况|时限|时间)",
    "建成(?:区|环境)",
    "(?:加强|提升)(?:型|版|工程|行动|计划)",
    "促进(?:会|中心|局|机构|条例|法)",
)

# 研究 is mostly a noun (研究院, 政策研究, 基础性研究). It weakens where a verb follows, or where it opens a clause.
_STUDY = (
    "研究(?=制定|制订|出台|建立|提出|解决|设立|编制|推动|推进|探索|开展|实施|完善|谋划|设置|起草|布局|组建|构建|确定|明确|论证|将|把)"
    "|(?<![^，。；：\n])研究(?!院|所|生|员|室|型|中心|机构|基地|成果|报告|领域|平台|团队|人员|方向|课题|经费|表明|显示|"
    f"开发|和|与|{_CLOSED})"
)


@cache  # and not compiled before a text differs: start-up counts
def ladder_words() -> re.Pattern[str]:
    """A word of the ladder in its group `rungN`, or a trap in none."""
    rungs = []
    for rung, words in _RUNGS.items():
        longest_first = sorted(words.split(), key=len, reverse=True)
        rungs.append(f"(?P<rung{rung}>{'|'.join(_STUDY if word == '研究' else word for word in longest_first)})")
    return re.compile(f"{'|'.join(_TRAPS)}|{'|'.join(rungs)}")


LADDER = {word: rung for rung, words in _RUNGS.items() for word in words.split()}
"""The rung of each word."""
