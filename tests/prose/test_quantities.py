"""Quantities: what counts, what only looks like it, and when two are the same."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.prose.quantities import quantities
from tests.load.promises import arbitrary
from tests.support import to_mend


def read(text: str) -> str:
    """The quantities in a text as `low[~high]unit`, with a space between."""
    return " ".join(f"{each.low}{f'~{each.high}' if each.high else ''}{each.unit}" for each in quantities(text))


COUNTED = {
    "增长到1千亿元": "1千亿元",
    "达到5百亿元": "5百亿元",
    "持续12周": "12周",
    "配备6部电梯": "6部",
    "每100家培育3家": "3家",
    "绿色贷款余额达1800亿元": "1800亿元",
    "占比稳定在30%以上": "30%",
    "占比达30％": "30%",
    "100米覆盖率达到90%以上": "90%",
    "年均打造3栋以上": "3栋",
    "分别达到280家、1560家": "280家 1560家",
    "5G基站100个": "100个",
    "4A级景区2家": "2家",
    "110千伏变电站3座": "3座",
    "500强企业5家": "5家",
    "220千伏线路10公里": "10公里",
    "优良天数达到330天以上": "330天",
    "能耗降低0.48吨标准煤/万元": "0.48吨标准煤/万元",
    "处理200吨/日": "200吨/日",
    "5%～8%": "5~8%",
    "5%—8%": "5~8%",
    "5—8%": "5~8%",
    "1-2家": "1~2家",
    "1至2家": "1~2家",
    "1—2家": "1~2家",
    "20万—30万吨": "20~30万吨",
    "由30%提高到50%": "30% 50%",
    "提高3个百分点": "3个百分点",
    "10余家": "10家",
    "3000多人": "3000人",
    "1,560家": "1560家",
    "1,234,567.5元": "1234567.5元",
    "3.5万平方米": "3.5万平方米",
    "1.2万亿元": "1.2万亿元",
    "5亿千瓦时": "5亿千瓦时",
    "20万千瓦": "20万千瓦",
    "400万标箱": "400万标箱",
    "30个工作日": "30个工作日",
    "7成以上": "7成",
    "1.5倍": "1.5倍",
    "50 家": "50家",
    "50% 以上": "50%",
    "20公里绿道": "20公里",
    "12栋": "12栋",
    "2000人次": "2000人次",
    "3‰": "3‰",
    "到2027年8家": "8家",
    "达到2027家": "2027家",
    "20个/万人": "20个/万人",
    "60立方米": "60立方米",
    "5000千瓦时": "5000千瓦时",
    "10吉瓦时": "10吉瓦时",
    "45公里/小时以上": "45公里/小时",
    "200吨/日左右": "200吨/日",
    "3个/平方公里": "3个/平方公里",
    "20余万元": "20万元",
    "100多万人次": "100万人次",
    "10公里道路": "10公里",
    "5公里地铁": "5公里",
    "35微克/立方米": "35微克/立方米",
    "90分以上": "90分",
    "5000标准箱": "5000标准箱",
}

UNCOUNTED = [
    "100米覆盖率",
    "50米范围",
    "15分钟生活圈",
    "1小时通勤圈",
    "品牌10强",
    "国四",
    "黄金十二条",
    "到2027年",
    "2025—2027年",
    "第3批",
    "第5届",
    "第15位",
    "“3个100”",
    "「20个」",
    "《意见（2025）》",
    "《3个行动》",
    "5G",
    "4K",
    "12345热线",
    "4A级景区",
    "110千伏",
    "1号线",
    "PM2.5浓度",
    "A1栋",
    "G50高速",
    "6月5日",
    "12月底",
    "2027年12月31日前",
    "1/3以上",
    "3·15",
    "2025版",
    "1000吨级",
    "三分之一",
    "十余家",
    "Ⅱ类",
    "10亿",
    "第10—12批",
    "第1、2批",
    "15分钟便民生活圈",
    "500米服务半径",
    "7×24小时",
    "300千瓦机组",
    "60周岁以上老年人",
    "联合12部门",
    "24小时自助图书馆",
    "7天无理由退货",
    "打造100米见绿",
    "每10万人拥有公共图书馆",
    "开展“3个《办法》”宣传",
]

MISREAD = {
    "9000万—1亿元": "9000~10000万元",
    "１００家": "100家",
    "2台（套）": "2台（套）",
}
"""A range from 万 to 亿, full-width digits, a second measure word in brackets: how they should be read."""


@pytest.mark.parametrize(("phrase", "expected"), COUNTED.items())
def test_counted(phrase: str, expected: str) -> None:
    """Number and unit; 余 and 多 are no part of either."""
    assert read(phrase) == expected


@pytest.mark.parametrize("phrase", UNCOUNTED)
def test_uncounted(phrase: str) -> None:
    """Years, ordinals, names, what stands in quotation marks, and what is written out."""
    assert read(phrase) == ""


@pytest.mark.parametrize(
    ("phrase", "expected"), [pytest.param(*row, marks=to_mend(f"read as {read(row[0])!r}")) for row in MISREAD.items()]
)
def test_misread(phrase: str, expected: str) -> None:
    """What the reader of quantities does not know yet."""
    assert read(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "marked"), [("达1800亿元。", "1800亿元"), ("1—2 家", "1—2 家"), ("约10余家", "10余家")]
)
def test_where_a_quantity_stands(phrase: str, marked: str) -> None:
    """The range of its characters."""
    (found,) = quantities(phrase)
    assert phrase[found.start : found.end] == marked


@arbitrary
@given(text=st.text("0123456789.,—-%％万亿千百十余多个家元吨米第到至年“”/ 千瓦时", max_size=40))
def test_any_text(text: str) -> None:
    """Quantities stand in order, apart from each other, and begin with their digits."""
    found = list(quantities(text))
    assert all(one.end <= another.start for one, another in itertools.pairwise(found))
    for each in found:
        assert text[each.start].isdigit()
        assert each.low >= 0
        assert each.equals(each.low, each.high, each.unit)
