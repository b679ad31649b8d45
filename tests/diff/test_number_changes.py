"""Which numbers of a sentence an edit changed, and which only look so."""

from __future__ import annotations

import pytest

from plancli.diff.numbers import numbers
from plancli.diff.text import Edit, NumberChange, edits, numbers_changed

CHANGED = """
    绿色贷款余额达1800亿元=绿色贷款余额达2000亿元=1800>2000
    占30%以上=占35％以上=30>35
    占30%=占30个百分点=30%>30
    达1800亿元=达1800万元=1800亿>1800万
    达1800亿元=达2.5万亿元=1800亿>2.5万亿
    达1,560家=达1,800家=1,560>1,800
    达１５６０家=达１８００家=１５６０>１８００
    三年行动=五年行动=三>五
    建成两个示范区=建成三个示范区=两>三
    建成二十家=建成30家=二十>30
    百分之三十=百分之三十五=百分之三十>百分之三十五
    百分之三点五=百分之三点八=百分之三点五>百分之三点八
    二〇二七年=二〇二八年=二〇二七>二〇二八
    2027年6月底=2027年12月底=6>12
    1—2家=1—3家=2>3
    第3批=第4批=3>4
    容量100MW=容量200MW=100>200
    新建商场1家、饭店1家=新建商场2家、饭店1家、餐厅3家=1>2 >3
    新建商场1家、饭店2个=新建饭店3个=1> 2>3
    打造1个平台=打造平台=1>
    打造平台=打造3个平台=>3
    到2027年达到13.5平方米=到2028年达到14平方米=2027>2028 13.5>14
""".strip().split("\n")

UNCHANGED = """
    达2万吨=达20000吨
    达1,800家=达1800家
    达１８００家=达1800家
    三年行动=3年行动
    百分之三十=30%
    百分之三点五=3.5%
    两万五千户=2.5万户
    商场1家、饭店2家=饭店2家、商场1家
    引进一批企业=引进企业
    推进一体化发展=推进融合发展
    统一项目管理=规范项目管理
    建设三方平台=建设第三方平台
    三峡库区=库区
    数十家企业=数百家企业
    用5G网络=用6G网络
    推进“五水共治”=推进“三水共治”
    四位一体格局=三位一体格局
    进一步完善=完善
    高星级=五星级
    万元补贴=补贴
""".strip().split("\n")


@pytest.mark.parametrize("line", CHANGED)
def test_changed_numbers(line: str) -> None:
    """As written, paired by their place."""
    old, new, pairs = line.strip().split("=")
    expected = [NumberChange(*pair.split(">")) for pair in pairs.split(" ")]
    assert list(numbers_changed(edits(old, new))) == expected
    assert list(numbers_changed(edits(new, old))) == [NumberChange(became, was) for was, became in expected]


@pytest.mark.parametrize("line", UNCHANGED)
def test_unchanged_numbers(line: str) -> None:
    """The same amount, the same number elsewhere, and what is no number."""
    old, new = line.strip().split("=")
    assert numbers_changed(edits(old, new)) == ()


def test_numbers_of_a_whole_sentence() -> None:
    """A sentence that was added or removed can be asked as one edit."""
    assert numbers_changed([Edit("delete", "培育商场3家。")]) == (NumberChange("3", ""),)
    assert numbers_changed([Edit("insert", "回收2万吨。")]) == (NumberChange("", "2万"),)


def test_chinese_amounts() -> None:
    """Chinese numerals come to what they say."""
    text = "十家、十二家、二十家、一百零五家、两千三百家、两万五千家、三亿元、一千五百万元、三分之一"
    assert [str(number.amount.normalize()) for number in numbers(text)][:5] == ["1E+1", "12", "2E+1", "105", "2.3E+3"]
    assert [int(number.amount) for number in numbers(text)][5:8] == [25_000, 300_000_000, 15_000_000]
