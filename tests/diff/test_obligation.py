"""How binding a sentence is, and whether an edit made it less or more so."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.diff.ladder import LADDER
from plancli.diff.obligation import Step, obligation_steps, obligations
from plancli.diff.text import edits
from tests.load.promises import arbitrary

# Old and new sentence, and the words that the step is between with its rungs.
STEPS = """
    确保完成全年目标任务。 力争完成全年目标任务。 确保>力争-2
    确保完成全年目标任务。 完成全年目标任务。 确保>-1
    完成全年目标任务。 力争完成全年目标任务。 >力争-1
    探索建立绿色产业联盟。 推进建立绿色产业联盟。 探索>推进+3
    积极推进垃圾分类。 积极探索垃圾分类。 推进>探索-3
    探索推动境内外分拨中心共建。 推动境内外分拨中心共建。 探索>+3
    鼓励企业建立供应链。 企业建立供应链。 鼓励>+2
    鼓励企业建立供应链。 企业必须建立供应链。 鼓励>必须+3
    严格落实节能监察制度。 落实节能监察制度。 严格>-1
    严禁污水直排。 鼓励污水达标排放。 严禁>鼓励-3
    不得新增项目。 原则上不得新增项目。 不得>原则上-2
    确保到2027年，贷款余额达1800亿元。 到2027年，贷款余额力争达1800亿元。 确保>力争-2
    确保到2027年，贷款余额达1800亿元。 力争到2027年，贷款余额达1800亿元。 确保>力争-2
    到2027年，企业达到280家。 力争到2027年，企业达到280家。 >力争-1
    鼓励企业推进绿色改造。 鼓励企业探索绿色改造。 鼓励>探索-1
    推进改造，鼓励企业参与，探索新模式。 推动改造，支持企业参与，推广新模式。 探索>推广+3
    严格落实标准、探索新模式。 落实标准、探索新模式。 严格>-1
    确保完成市级下达任务。 力争实现市级下达目标。 确保>力争-2
    应当公开信息，鼓励社会监督。 鼓励公开信息，鼓励社会监督。 应当>鼓励-3
    开展调查，研究制定政策。 开展调查，制定政策。 研究>+3
""".strip().split("\n")

NO_STEPS = """
    加快推进改造。 推进改造。
    推进改造。 实施改造。
    推进改造。 改造。
    鼓励企业参与。 支持企业参与。
    必须完成整改。 务必完成整改。
    鼓励引导游客步行。 引导游客步行。
    鼓励探索建立机制。 探索建立机制。
    推进改造。 推进改造，鼓励社会资本参与。
    推进改造。 推进改造、鼓励社会资本参与。
    推进改造，确保按期完工。 推进改造。
    确保A区完成整治，B区完成评估。 A区完成整治，B区确保完成评估。
    建设绿色研究院。 建设绿色中心。
    开展政策研究，提供支撑。 开展政策咨询，提供支撑。
    推进基础性研究。 推进基础性工作。
    设立产业引导基金。 设立产业发展基金。
    加大信贷支持。 加大信贷投放。
    加大支持力度。 加大工作力度。
    落实支持政策。 落实优惠政策。
    做好宣传引导工作。 做好宣传动员工作。
    推出保证保险。 推出责任保险。
    印发《条例（试行）》。 印发《条例》。
    印发方案（试行）。 印发方案。
    开展有益探索。 开展有益工作。
    制定实施方案。 制定工作方案。
    召开推进会。 召开动员会。
    确保完成市级下达任务。 探索开展国际人文交流。
    不得不调整。 主动调整。
    争取上级资金。 落实上级资金。
    推进“探索者”计划。 推进“先行者”计划。
""".strip().split("\n")


@pytest.mark.parametrize("line", STEPS)
def test_steps(line: str) -> None:
    """Less or more binding, and by how many rungs; the other way round just the opposite."""
    old, new, told = line.split()
    before, _, rest = told.partition(">")
    after, rungs = rest[:-2], int(rest[-2:])
    assert obligation_steps(edits(old, new)) == (Step(before, after, rungs),)
    assert obligation_steps(edits(new, old)) == (Step(after, before, -rungs),)


@pytest.mark.parametrize("line", NO_STEPS)
def test_no_steps(line: str) -> None:
    """Words of one rung, nouns that look like one, and what was added or struck out as a whole."""
    old, new = line.split()
    assert obligation_steps(edits(old, new)) == ()
    assert obligation_steps(edits(new, old)) == ()


def test_several_steps() -> None:
    """Each statement is told, in order."""
    old = "确保完成甲类任务，鼓励企业参与建设，探索设立专项基金。"
    new = "力争完成甲类任务，鼓励企业参与建设，推进设立专项基金。"
    assert obligation_steps(edits(old, new)) == (Step("确保", "力争", -2), Step("探索", "推进", 3))


def test_the_words_of_a_sentence() -> None:
    """In order, with their rungs and places."""
    found = obligations("必须推进改革，力争领先，鼓励企业探索；建设研究院，研究制定政策。")
    assert [(each.word, each.rung) for each in found] == [
        ("必须", 5),
        ("推进", 4),
        ("力争", 3),
        ("鼓励", 2),
        ("探索", 1),
        ("研究", 1),
    ]
    assert [each.start for each in found] == [0, 2, 7, 12, 16, 25]


@pytest.mark.parametrize("word", LADDER)
def test_every_word_stands_on_its_rung(word: str) -> None:
    """Before a verb and its object."""
    (first, *_) = obligations(f"{word}制定改造方案。")
    assert (first.word, first.rung, first.start) == (word, LADDER[word], 0)


PIECES = [
    *LADDER,
    *"、，。的和",
    "研究院",
    "支持政策",
    "（试行）",
    "《",
    "》",
    "企业",
    "建设绿色园区",
    "到2027年，",
    "达1800亿元",
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(texts, texts)
@arbitrary
def test_the_other_way_round(old: str, new: str) -> None:
    """Swapped sides give swapped steps."""
    there, back = obligation_steps(edits(old, new)), obligation_steps(edits(new, old))
    assert Counter(there) == Counter(Step(after, before, -rungs) for before, after, rungs in back)
    assert all(step.rungs for step in there)


@given(texts)
@arbitrary
def test_nothing_changed(text: str) -> None:
    """A sentence is as binding as itself."""
    assert obligation_steps(edits(text, text)) == ()
