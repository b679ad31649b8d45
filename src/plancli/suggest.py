"""Did you mean: names near to what a person typed. A suggestion is never a fix."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LIMIT = 3
"""How many suggestions help; more are a list to search through."""

THRESHOLD = 60.0
"""Below, rapidfuzz's WRatio finds what no person would."""

LATIN_THRESHOLD = 75.0
"""Short Latin words share letters by chance: `--foo` is no `--format`."""

CLOSENESS = 15.0
"""How far behind the best one a suggestion may be and still be worth reading."""

SHORT = 4
"""Latin letters below which a name must match as a whole: two or three are a part of many."""

SAME_WORDS = 80.0
"""What partial ratios make of words of which one in five was changed."""

LONGEST_TEXT = 20_000
"""Characters in which words are looked for that are not there: more than any task has."""

ONE_MISSING, ONE_WRONG, IN_SHORT = 97.0, 93.0, 90.0
"""What slips of Chinese names count beside ratios: all of them are close, and the first the closest."""

SYNONYMS = {
    "编号": "id",
    "标题": "title",
    "任务": "title",
    "工作任务": "title",
    "名称": "name",
    "内容": "text",
    "正文": "text",
    "工作内容": "text",
    "具体工作内容": "text",
    "牵头": "lead",
    "牵头单位": "lead",
    "牵头部门": "lead",
    "主责单位": "lead",
    "责任": "responsible",
    "责任单位": "responsible",
    "责任部门": "responsible",
    "配合": "support",
    "配合单位": "support",
    "配合部门": "support",
    "协办单位": "support",
    "分工": "duty",
    "目标": "targets",
    "时限": "due",
    "完成时限": "due",
    "完成时间": "due",
    "时间节点": "due",
    "责任领导": "leader",
    "牵头领导": "leader",
    "备注": "notes",
    "指标": "indicator",
    "比较": "comparator",
    "数值": "value",
    "目标值": "value",
    "单位": "unit",
    "原文": "quote",
    "引文": "quote",
    "范围": "scope",
    "基期": "baseline",
    "别名": "aliases",
    "简称": "aliases",
    "全称": "full_name",
    "类型": "kind",
    "成员": "members",
    "大纲": "outline",
    "目录": "outline",
    "期限": "period",
    "章节": "sections",
    "不低于": "at-least",
    "不少于": "at-least",
    "以上": "at-least",
    "达到": "at-least",
    "超过": "more-than",
    "高于": "more-than",
    "突破": "more-than",
    "不超过": "at-most",
    "不高于": "at-most",
    "以内": "at-most",
    "低于": "less-than",
    "少于": "less-than",
    "介于": "between",
    "等于": "exactly",
    ">=": "at-least",
    ">": "more-than",
    "<=": "at-most",
    "<": "less-than",
    "=": "exactly",
    "力争": "aim",
    "争取": "aim",
    "党委": "party",
    "政府": "government",
    "管委会": "committee",
    "垂管": "vertical",
    "街道": "subdistrict",
    "企业": "enterprise",
    "其他": "other",
    "草案": "draft",
    "印发": "issued",
    "错误": "error",
    "警告": "warning",
    "提示": "info",
}
"""What people write for the format's words."""

# Traditional characters of offices and official prose with their simplified forms; used only to match.
_PAIRS = (
    "並并 佈布 係系 個个 傳传 債债 傷伤 價价 億亿 優优 儲储 內内 兩两 冊册 別别 創创 劃划 劑剂 動动 務务 "
    "勝胜 勞劳 區区 協协 吳吴 員员 問问 單单 國国 圍围 園园 圖图 團团 執执 報报 場场 學学 實实 審审 寫写 "
    "寶宝 將将 專专 對对 導导 層层 島岛 帶带 幹干 廢废 廣广 廳厅 強强 彈弹 後后 復复 愛爱 態态 應应 戶户 "
    "掃扫 損损 擔担 據据 擴扩 數数 斷断 時时 曆历 書书 會会 東东 條条 業业 樓楼 標标 橋桥 機机 檔档 檢检 "
    "櫃柜 權权 歲岁 歷历 歸归 殘残 氣气 測测 準准 漁渔 漢汉 潔洁 濟济 濱滨 灣湾 災灾 無无 煙烟 熱热 營营 "
    "爾尔 獎奖 現现 環环 產产 畫画 當当 療疗 發发 盡尽 監监 碼码 稅税 種种 積积 穩稳 節节 範范 築筑 簡简 "
    "約约 紅红 級级 組组 給给 統统 經经 綜综 綠绿 維维 網网 緊紧 線线 編编 縣县 縮缩 總总 織织 繼继 續续 "
    "義义 習习 聞闻 聯联 聲声 職职 聽听 臺台 與与 興兴 舊旧 華华 萬万 藝艺 藥药 蘇苏 處处 號号 術术 衛卫 "
    "補补 裝装 見见 規规 視视 觀观 計计 訊讯 設设 認认 語语 說说 課课 調调 論论 講讲 證证 識识 議议 護护 "
    "讀读 變变 財财 貧贫 貨货 責责 買买 貸贷 費费 貿贸 資资 質质 賬账 購购 賽赛 車车 軌轨 軍军 輕轻 輛辆 "
    "輸输 轉转 辦办 辭辞 農农 進进 運运 遠远 適适 選选 遺遗 還还 郵邮 鄉乡 鄰邻 醫医 釋释 銀银 銷销 鋼钢 "
    "錄录 錢钱 鍋锅 鎮镇 鏈链 鐵铁 鑒鉴 長长 門门 開开 間间 關关 陰阴 陸陆 陽阳 隊队 際际 隨随 險险 雙双 "
    "雜杂 離离 難难 雲云 電电 頁页 項项 順顺 須须 預预 領领 頭头 頻频 題题 類类 顧顾 風风 飛飞 飯饭 館馆 "
    "駐驻 騎骑 驗验 體体 魚鱼 鹽盐 麥麦 黃黄 點点 黨党 齊齐 齡龄 龍龙 "
)
_FOLD = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})


def similar(typed: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """The candidates nearest to what was typed, the likeliest first.

    Known synonyms come first, then what differs only in width, case or traditional characters, then what
    rapidfuzz's WRatio finds at 60 or more once 区 and 局 around it are taken off.

    Args:
        typed: What a person wrote.
        candidates: What exists.

    Returns:
        At most three names.
    """
    names = list(dict.fromkeys(candidates))
    if not typed or not names:
        return ()
    meant = SYNONYMS.get(typed.strip())
    folded = _folded(typed)
    same = [name for name in names if name == meant or _folded(name) == folded]
    near = _near(typed, [name for name in names if name not in same])
    return tuple([*same, *near][:LIMIT])


def nearest_words(words: str, text: str) -> tuple[int, int] | None:
    """Where a text says nearly the same; None where no line of it does.

    Args:
        words: What was looked for.
        text: Where; of a very long one the first characters only.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415 - see `_near`

    best, span, start = SAME_WORDS, None, 0
    for line in text[:LONGEST_TEXT].splitlines(keepends=True):
        found = fuzz.partial_ratio_alignment(words, line, score_cutoff=best) if len(line) >= len(words) else None
        if found and (span is None or found.score > best):
            best, span = found.score, (start + found.dest_start, start + found.dest_end)
        start += len(line)
    return span


def simplified(text: str) -> str:
    """A text with the traditional characters that are known here in simplified form; only to match."""
    return text.translate(_FOLD)


def _folded(name: str) -> str:
    return simplified(unicodedata.normalize("NFKC", name).casefold().replace("_", "-").strip())


def _near(typed: str, names: list[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistake needs it, and it takes 20 ms to import

    cutoff = LATIN_THRESHOLD if typed.isascii() else THRESHOLD
    bare = {name: _bare(_folded(name)) for name in names}
    query = _bare(_folded(typed))
    scorer = fuzz.ratio if query.isascii() and len(query) < SHORT else fuzz.WRatio
    scores = {name: score for _, score, name in process.extract(query, bare, scorer=scorer, score_cutoff=cutoff)}
    if not typed.isascii():
        for name, score in _slips(_folded(typed), query, bare):
            scores[name] = max(score, scores.get(name, 0.0))
    near = max(scores.values(), default=0.0) - CLOSENESS
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    return [name for name in ranked if scores[name] >= near][:LIMIT]


def _slips(typed: str, query: str, bare: dict[str, str]) -> Iterator[tuple[str, float]]:
    """What an input method and a hurried hand make of Chinese names, whose few characters ratios judge too hard.

    One character left out or too many (区商委), a wrong one that sounds the same (区经新委), a name in full or in
    short (渝中区发展改革委 for 区发改委).
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - see `_near`

    for name, core in bare.items():
        folded = _folded(name)
        slipped = len(typed) >= SHORT - 1 and Levenshtein.distance(typed, folded, score_cutoff=1) == 1
        if slipped and len(typed) != len(folded):
            yield name, ONE_MISSING
        elif slipped and (query[0] == core[0] or len(core) >= SHORT - 1):  # 民政 is no slip of 财政
            yield name, ONE_WRONG
        elif len(core) > 1 and len(query) > 1 and (_is_within(core, typed) or _is_within(query, folded)):
            yield name, IN_SHORT


def _is_within(short: str, long: str) -> bool:
    """Whether a text's characters stand in another in this order."""
    rest = iter(long)
    return all(char in rest for char in short)


_LEVELS = "区市县省州旗镇"
_BODIES = "局委办部厅"


def _bare(name: str) -> str:
    """A name without what all offices of a place share, 区…局; it tells nothing apart."""
    bare = name
    if bare[:1] and bare[0] in _LEVELS:
        bare = bare[1:]
    if bare[-1:] and bare[-1] in _BODIES:
        bare = bare[:-1]
    return bare if len(bare) > 1 else name
