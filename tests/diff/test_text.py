"""Two revisions of a text: which sentences differ, and how what changed in them is marked."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.diff.lexicon import WORDS
from plancli.diff.text import (
    Edit,
    NumberChange,
    SentenceChange,
    compare_sentences,
    edits,
    is_punctuation_only,
    numbers_changed,
)
from plancli.diff.tokens import tokenise
from plancli.prose.sentences import Sentence, sentences
from tests.load.promises import arbitrary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARKS = {"keep": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def marked(changes: Iterable[Edit]) -> str:
    """Edits as a clerk would mark them: [-struck out-]{+written in+}."""
    return "".join(MARKS[edit.op].format(edit.text) for edit in changes)


def sides(rendering: str) -> tuple[str, str]:
    """The two texts that a marked one shows."""
    old = re.sub(r"\{\+.*?\+\}", "", rendering)
    new = re.sub(r"\[-.*?-\]", "", rendering)
    return re.sub(r"\[-(.*?)-\]", r"\1", old), re.sub(r"\{\+(.*?)\+\}", r"\1", new)


# Each shows both texts: what is in [-…-] is the old one's, what is in {+…+} the new one's.
MARKED = """
    绿色贷款余额达[-1800-]{+2000+}亿元
    到[-2027年-]{+2028年+}，创新打造绿色发展场景[-6-]{+10+}个以上。
    [-2027年6月-]{+2027年12月+}底前完成
    [-2026—2028年-]{+2027—2029年+}
    建筑垃圾资源化利用率达到[-75%-]{+80.5％+}
    再生资源主要品类回收总量达[-2-]{+2.5+}万吨
    高新技术企业和科技型企业分别达到[-280-]{+300+}家、[-1560-]{+1,800+}家。
    完成[-1，560-]{+1560+}家企业改造
    全市占比稳定在[-３０％-]{+35%+}以上
    [-三-]{+五+}年行动
    建成[-两-]{+三+}个示范区
    第[-3-]{+4+}批试点
    PM2.5年均浓度控制在[-35-]{+33.5+}微克
    推广[-5G-]{+6G+}应用，推进解放碑CBD[-建设-]{+提档升级+}
    推广ESG评级，发布ESG{+年度报告和碳足迹+}报告
    单位GDP能耗[-降低完成全市计划-]{+较2025年降低13.5%+}
    培育绿色商场[-1-]{+2+}家、绿色饭店1家{+、绿色餐厅3家+}
    [-推进-]{+深化+}绿色金融改革[-创新-]
    [-加强-]{+强化+}组织领导{+，压实责任+}
    [-完善服务体系-]{+健全服务机制+}
    [-促进-]{+推进+}社会公平
    [-提质-]{+高标准+}建设“无废城市”
    数字{+化+}转型
    推动[-智能化-]{+智慧化+}改造
    打造[-滨江-]{+滨水+}公共空间
    [-渝中区-]{+渝北区+}绿色产业
    由区[-发展改革委-]{+经济信息委+}牵头
    [-区经信委-]{+区经济信息委+}、[-区住建委-]{+区住房城乡建委+}
    支持将[-国四-]{+国五+}及以下排放标准的老旧营运货车纳入以旧换新补贴范围
    聚焦交通、{+建筑、+}能源等领域
    聚焦交通、能源{+、建筑+}等领域
    围绕[-交通-]{+建筑+}、[-城建-]{+城乡+}等重点领域
    推动货物包装和物流器具绿色化、减量化[-、可降解化-]
    推行“小份菜”“半份菜”{+“单人餐”+}等多规格菜品
    打造“[-15分钟-]{+一刻钟+}便民生活圈”
    支持{+政府和社会资本合作+}（PPP）新机制
    实施管网精准分流{+，严禁污水直排+}
    [-探索-]推动境内外分拨集散中心、海外仓共建共享
    [-严格-]落实节能监察制度
    [-确保-]到2027年，绿色贷款余额{+力争+}达1800亿元
    做大做强{+做优+}资源综合利用产业
    [-探索建立-]{+组建+}绿色产业发展区域合作联盟，[-共同推进-]{+联合开展+}绿色技术攻关
    [-鼓励有条件-]{+支持符合条件+}的企业建立绿色供应链
    推进自行车立体过街设施[-、加快-]{+和+}道路慢行系统建设
    培育[-一批-]专业化技术[-创新-]经纪人{+50名+}
    [-深入-]{+常态化+}开展“美丽中国，我是行动者”[-系列-]{+主题+}活动，培育壮大环保志愿者队伍{+，新增志愿者500人+}。
    推动碳金融市场发展，[-稳妥有序-]探索开展[-包括-]碳基金、碳资产质押贷款、碳保险等[-碳-]金融服务
    {+建成区绿地率达到40%，+}人均公园绿地面积不低于13平方米[-，建成区绿地率达到40%-]
    到2027年，[-培育绿色商场1家、绿色饭店1家-]{+建成区绿地率达到40%+}。
""".split()  # noqa: SIM905 - a table reads best as lines


@pytest.mark.parametrize("rendering", MARKED)
def test_marked(rendering: str) -> None:
    """As a careful clerk would mark it, and the other way round in the same places."""
    old, new = sides(rendering)
    assert marked(edits(old, new)) == rendering
    assert edits(new, old) == mirrored(edits(old, new))


def mirrored(changes: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that lead back."""
    back: list[Edit] = []
    for edit in changes:
        if edit.op == "insert":
            place = len(back) - 1 if back and back[-1].op == "insert" else len(back)
            back.insert(place, Edit("delete", edit.text))
        else:
            back.append(Edit("keep" if edit.op == "keep" else "insert", edit.text))
    return tuple(back)


def test_hardly_anything_kept() -> None:
    """Where little is left, one edit between what both begin and end with."""
    old = "深入推进街区微更新，开展风貌保护，打造绿色街区、文化场馆和滨江步道，改善人居环境。"
    new = "加快老旧小区改造，推广装配式建筑，建设智慧社区、养老中心和停车设施，完善公共服务。"
    assert marked(edits(old, new)) == f"[-{old[:-1]}-]{{+{new[:-1]}+}}。"


def test_same_and_empty() -> None:
    """What is the same is kept as one; nothing has no edits."""
    assert edits("推进改革。", "推进改革。") == (Edit("keep", "推进改革。"),)
    assert edits("", "") == ()
    assert edits("", "新增。") == (Edit("insert", "新增。"),)
    assert edits("删去。", "") == (Edit("delete", "删去。"),)


def test_long_and_changed_all_over() -> None:
    """A text too long to be weighed as a whole is still marked where it changed."""
    old = "".join(f"第{number}项工作由牵头单位负责推进" for number in range(200))
    new = old.replace("负责", "组织")
    found = edits(old, new)
    assert marked(found).count("[-负责-]{+组织+}") == 200


def test_long_without_end() -> None:
    """What no person has written is compared by its beginning and end."""
    old, new = "甲乙" + "丙丁" * 5000 + "戊", "甲乙" + "丁己" * 5000 + "戊"
    found = edits(old, new)
    assert (found[0], found[-1]) == (Edit("keep", "甲乙"), Edit("keep", "戊"))


def test_known_words_are_whole() -> None:
    """Every word of the lexicon is one token."""
    assert {word for word in WORDS if len(tokenise(word).tokens) > 1} == set()


# --- properties --------------------------------------------------------------------------------------------------

# Pieces that meet in official prose, and some that break a careless comparison.
PIECES = (  # noqa: SIM905 - likewise
    "确保 力争 推进 鼓励 探索 必须 不得 研究 研究院 （试行） 三年 两家 二十家 一体化 第三方 1800亿元 30% 35.5％ 2万吨 "
    "1,560 2027年 12月 5G PM2.5 100MW １２ ab1 绿色 金融 改革 滨江 的 和 、 ， 。 “ ” 《 》 A é \t"
).split(" ")
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@given(texts | st.text(max_size=20), texts | st.text(max_size=20))
@arbitrary
def test_both_sides_are_rebuilt(old: str, new: str) -> None:
    """No edit loses or adds anything, tears a number or a Latin word, or stands beside another of its kind."""
    found = edits(old, new)
    assert "".join(edit.text for edit in found if edit.op != "insert") == old
    assert "".join(edit.text for edit in found if edit.op != "delete") == new
    assert all(edit.text for edit in found)
    assert not {("insert", "delete"), ("keep", "keep"), ("insert", "insert"), ("delete", "delete")} & {
        (one.op, other.op) for one, other in pairwise(found)
    }
    assert_untorn(old, [edit.text for edit in found if edit.op != "insert"])
    assert_untorn(new, [edit.text for edit in found if edit.op != "delete"])


def assert_untorn(text: str, pieces: Iterable[str]) -> None:
    """No cut lies between two digits or letters."""
    at = 0
    for piece in pieces:
        around = text[max(0, at - 1) : at + 1]
        assert not re.fullmatch("[A-Za-z0-9]{2}|[0-9０-９]{2}", around)
        at += len(piece)


@given(texts, texts)
@arbitrary
def test_the_other_way_round(old: str, new: str) -> None:
    """Swapped sides give swapped edits and numbers."""
    found = edits(old, new)
    assert edits(new, old) == mirrored(found)
    back = numbers_changed(edits(new, old))
    assert Counter(numbers_changed(found)) == Counter(NumberChange(was, became) for became, was in back)


@given(texts)
@arbitrary
def test_nothing_changed(text: str) -> None:
    """A text does not differ from itself."""
    assert edits(text, text) == ((Edit("keep", text),) if text else ())
    assert compare_sentences(list(sentences(text)), list(sentences(text))) == ()
    assert not is_punctuation_only(text, text)


paragraphs = st.lists(
    st.sampled_from([*"甲乙丙", "推进绿色金融改革", "深化绿色金融改革", "加快绿色建筑发展"]), max_size=8
)


@given(paragraphs, paragraphs)
@arbitrary
def test_swapped_paragraphs(old: list[str], new: list[str]) -> None:
    """The same pairs both ways; and every sentence is accounted for once."""
    before, after = list(sentences("。".join(old))), list(sentences("。".join(new)))
    found, back = compare_sentences(before, after), compare_sentences(after, before)
    assert Counter((each.old, each.new, each.moved) for each in found) == Counter(
        (each.new, each.old, each.moved) for each in back
    )
    told = Counter(each.old for each in found if each.old)
    assert all(told[sentence] == 1 for sentence in told)
    unchanged = len(before) - sum(each.old is not None for each in found)
    assert unchanged == len(after) - sum(each.new is not None for each in found)


# --- sentences ---------------------------------------------------------------------------------------------------

TEXT = (
    "聚焦能源、建筑等领域，严格落实节能监察制度。引导用能单位持续开展低碳基础性研究，推广节能降碳技术。"
    "推动低碳应用场景试点建设，打造近零碳排放示范园区。到2027年，单位GDP能耗降低完成全市计划。"
)
FIRST, SECOND, THIRD, FOURTH = (sentence.text for sentence in sentences(TEXT))


def told(old: str, new: str) -> list[str]:
    """The differing sentences, each with a sign."""
    return list(map(shown, compare_sentences(list(sentences(old)), list(sentences(new)))))


def shown(change: SentenceChange) -> str:
    """A change on one line: + added, - removed, > moved, ~ changed."""
    if change.old is None or change.new is None:
        assert not change.edits
        return f"+{change.new.text}" if change.new else f"-{change.old.text if change.old else ''}"
    if change.moved:
        assert (change.old.text, change.edits) == (change.new.text, ())
        return f">{change.new.text}"
    assert change.edits
    return f"~{marked(change.edits)}"


def test_added_and_removed() -> None:
    """What is gone is told where it stood, before what came instead."""
    added = "组建专家服务团，为企业提供上门诊断。"
    assert told(TEXT, FIRST + added + SECOND + THIRD + FOURTH) == ["+" + added]
    assert told(TEXT, FIRST + THIRD + FOURTH) == ["-" + SECOND]
    assert told(TEXT, FIRST + added + THIRD + FOURTH) == ["-" + SECOND, "+" + added]
    assert told("", FIRST) == ["+" + FIRST]
    assert told(TEXT, "") == ["-" + FIRST, "-" + SECOND, "-" + THIRD, "-" + FOURTH]


def test_moved() -> None:
    """A sentence at another place is moved, and its neighbours are not told."""
    assert told(TEXT, FOURTH + FIRST + SECOND + THIRD) == [">" + FOURTH]
    assert told(TEXT, SECOND + THIRD + FOURTH + FIRST) == [">" + FIRST]


def test_moved_and_changed() -> None:
    """One that also changed is told as changed: its words matter more than its place."""
    assert told(TEXT, FOURTH.replace("2027", "2028") + FIRST + SECOND + THIRD) == [
        "~到[-2027年-]{+2028年+}，单位GDP能耗降低完成全市计划。"
    ]


def test_reworded_stays_the_same() -> None:
    """Reworded to some 60 %, it is the same sentence."""
    old = (
        "科学引导市场行为，充分发挥行业协会、产业联盟等社会团体的桥梁纽带作用，推动重点行业、重点领域绿色低碳循环发展。"
    )
    new = "发挥行业协会、产业联盟作用，规范市场行为，推动重点行业绿色低碳发展。"
    (found,) = compare_sentences(list(sentences(FIRST + old + THIRD)), list(sentences(FIRST + new + THIRD)))
    assert found.old is not None
    assert found.new is not None
    assert (found.old.text, found.new.text) == (old, new)


def test_different_do_not_pair() -> None:
    """Two goals that share little but the year are not one that was reworded."""
    old, new = "到2027年，创新打造绿色发展场景6个以上。", "到2027年，培育绿色商场1家、绿色饭店1家。"
    assert told(old, new) == ["-" + old, "+" + new]


def test_split_and_joined() -> None:
    """One sentence made two reads as the larger part changed and the smaller one added; joined, the other way round."""
    whole = "引导用能单位持续开展低碳基础性研究，推广节能降碳技术。"
    assert told(whole, whole.replace("，", "。")) == [
        "~引导用能单位持续开展低碳基础性研究[-，推广节能降碳技术-]。",
        "+推广节能降碳技术。",
    ]
    assert told(whole.replace("，", "。"), whole) == [
        "~引导用能单位持续开展低碳基础性研究{+，推广节能降碳技术+}。",
        "-推广节能降碳技术。",
    ]


def test_repeated_sentences() -> None:
    """Of several that are the same, each is told once."""
    assert told("甲。略。略。", "略。甲。略。略。") == ["+略。"]
    assert told("略。甲。略。", "略。甲。") == ["-略。"]


def test_places_stay() -> None:
    """A change holds the very sentences it was given."""
    old, new = list(sentences(TEXT)), list(sentences(TEXT.replace("全市", "市级")))
    (found,) = compare_sentences(old, new)
    assert found.old is old[3]
    assert found.new is new[3]


def test_thousands_of_sentences() -> None:
    """All different, each is compared with a few; all reworded in their places, each is found again."""
    hans = [chr(code) for code in range(0x4E00, 0x9000)]
    old = [
        Sentence("".join(hans[(number * 37 + at * at) % len(hans)] for at in range(40)), 0) for number in range(2000)
    ]
    other = [
        Sentence("".join(hans[(number * 53 + at * 7 * at) % len(hans)] for at in range(40)), 0)
        for number in range(2000)
    ]
    assert sum(change.old is None for change in compare_sentences(old, other)) > 1900
    reworded = [Sentence(sentence.text[:20] + "改" + sentence.text[22:], 0) for sentence in old[:500]]
    assert all(change.edits for change in compare_sentences(old[:500], reworded))
