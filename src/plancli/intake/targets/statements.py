"""Words that stand for a number: a rank, a grade, another plan's goal, 全覆盖, 翻番."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from plancli.intake.targets.phrase import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plancli.intake.targets.phrase import Span

_HAN = "一二三四五六七八九十百"
_ENDS = "(?=$|[、（\ufffc]|并|且|和)"
WHOLE = "全覆盖|(?:全面|全部|基本)消除|动态清零|清零|零增长|零排放|零发生|零事故|零死亡|零伤亡|全达标|全部达标"
"""What is said of all there is."""
_PLACE = "(?:领先(?:水平|地位)?|前列|前茅|首位|第一(?:位|方阵|梯队)?"
_STATED = re.compile(
    f"(?P<rank>(?:保持|稳?居|位居|位列|稳居|排名|跻身|进入|走在|处于|挤进|迈入|达到)[^，、]{{0,12}}?"
    f"{_PLACE}|前[0-9{_HAN}]{{1,3}}[位名强]?|第[0-9{_HAN}]{{1,3}}[位名]|先进(?:水平|行列)|上游(?:水平)?"
    f"|(?<![品牌])(?:百强|[0-9]{{1,4}}强)|平均水平(?:以上)?)){_ENDS}"
    "|(?P<goal>(?:超额)?完成(?:全[市省国区县州]|国家|中央|上级|[省市区县州]|自治区)[^，、]{0,10}?"
    f"(?:计划|目标|任务|要求|指标)(?:任务|要求)?){_ENDS}"
    "|(?P<ratio>(?:达到?|不?[高低]于|不?超过|(?:控制|稳定|保持)在|(?:缩小|扩大|提高|提升|降低|下降|减少|降)[到至])"
    f"[0-9]{{1,6}}(?:\\.[0-9]{{1,4}})?[:：∶][0-9]{{1,6}}(?:\\.[0-9]{{1,4}})?(?:以[内上下]|左右)?){_ENDS}"
    "|(?P<double>(?:实现)?(?:[较比][^，、]{1,12}?)?(?:实现)?(?:翻[一两二三]?番|翻倍|倍增))" + _ENDS + "|(?:实现|达到)?"
    f"(?P<whole>{WHOLE})" + _ENDS + "|(?:(?<!碳)达到?(?P<grade>[^，、]{0,10}?"
    "(?:[ⅠⅡⅢⅣⅤ一二三四五]{1,2}[类级](?:及?以上)?(?:标准|水平)?|[0-9A-Z]{1,3}级(?:及?以上)?(?:标准)?|标准|要求|"
    f"目标|水平|[0-9]{{1,4}}年一遇))|(?P<kept>(?:优于|不低于|保持|稳定在)[^，、]{{0,8}}?[ⅠⅡⅢⅣⅤ一二三四五]{{1,2}}类(?:及?以上)?标准?)){_ENDS}"
)


def statements(text: str, mask: str, body: Span) -> Iterator[Phrase]:
    """The statements of a clause, each with what stands before it.

    Args:
        text: The piece of a sentence that the clause is in.
        mask: The same, masked.
        body: Where the clause stands.
    """
    start = body[0]
    # the clause alone, so that its end is one for the pattern
    clause = mask[: body[1]]
    for found in _STATED.finditer(clause, body[0]):
        kind = found.lastgroup or ""
        at = found.start(kind)
        statement = text[at : found.end(kind)].removeprefix("实现")
        yield Phrase((start, found.start()), (found.end(), found.end()), None, statement, found.span())
        start = found.end() + (clause[found.end() : found.end() + 1] in set("、并和"))
