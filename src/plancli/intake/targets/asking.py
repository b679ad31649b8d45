"""How a text asks for something: the verbs and adverbs before a number, which are no part of what is measured.

A verb that is missing here costs a target in sentences without a deadline (it is told as `not-asked`), and stays in
the indicator's name in the others. To add one: write it into the line of its field, longer ones before those that
they begin with; where it also begins nouns (签约项目), name these behind it, `签约(?!项目)`.
"""

from __future__ import annotations

import re

from plancli.intake.legends import MARKS


def _any(*lines: str) -> str:
    return "|".join(each for line in lines for each in line.split())


_NOUN = _any(
    "率(?!先) 面积 总?量(?![子化]) 数(?![据字智控码]) 度(?!假) 水平 规模(?!以上|化|养) 指数 比(?![较亚武赛])",
    "周期 工期 时间 时长 用地 成本 者 业(?!主|务|态|余) 型 类 资金 费 额 性 能力 片区 区(?![域级县内])",
    "中(?!心|小|药|医|华|国|央|型) 后(?![备勤续]) 项目数 期 期间 中的 人次 人数 培训率",
    "综合(?:绩效|评价|考核) 评价 考核 (?<=改造|治理|整治|修复|培训|种植)(?:任务|工程|项目|工作|行动)",
)
"""Behind a verb these make a noun of it: 建成区, 改造面积."""

_CONNECTING = "支持 引导 完善 使 将 把 其中 同时 并 且"
"""These stand where verbs stand, and ask for nothing that can be counted."""

_VERB = _any(
    # building and mending
    "改造提升 提升改造 升级改造 改造升级 提质升级 提质改造 提档升级 更新改造 新改扩建 新建改扩建 改扩建 改建 扩建 改造",
    "新开工 开工(?!率|项目) 建成 新建(?![^，]*(?:占比|比例|比重|率|强度|PUE)) 建设 共建 建好 修缮 硬化 亮化 打通 拓宽",
    "清运 恢复(?!力)",
    "加固 加装 铺设 敷设 架设 安装 拆除 整治 治理 修复 复绿 栽植 补植 种植 出栏 放流 清淤 疏浚 投用 投入使用",
    # buying, giving, using
    "采购 购置 更换 更新(?=设备|车辆|公交) 配备 配置 投放 提供 发放 筹集 安排 撬动 补贴(?!资金|标准|政策|对象)",
    "供应(?!链|站|点|商|体系|能力) 储备 收储 盘活 流转 征迁 征拆 腾退",
    # enterprises, projects, people
    "培育 培养 打造 创建 创成 新创 争创 引进(?!消化) 招引 引育 孵化 壮大 新设 新登记 设立 组建 建立健全 建立",
    "签约(?!项目) 上线 入库 落地 补充 撤并 聚集 集聚 吸引 吸纳 招聘 选聘 招募 选派 选树 遴选 评选 认定 认证",
    "获批 获评 入选 输转 新开发 淘汰 关停 解决 体检(?!率|中心|项目|车) 免费筛查 筛查 接种 救助 帮扶 资助 走访 慰问",
    "安置(?!房|点|区|社区) 搬迁(?!点|区|户|群众|人口)",
    "惠及 覆盖(?!率|面|范围|人数) 受益(?!人口|人数|群众|农户|户数|面积) 拥有",
    # events, papers, inspections
    "培训(?!合格率) 举办 举行 开展 组织 放映 创作推出 创作 制作 发布 推出 开通 制定 制修订 编制 谋划 抽检 抽查 排查",
    "检查(?!站|点|组|员|井|检验)",
    # driving and promising
    "实现 推动 推进(?!剂) 促进 带动 确保 保障 力争 争取 力求 努力 尽力 实施 发展 布局 形成 完成 办好 优化调整 严格控制",
    "推广应用 示范推广 试点推广 推广 预计 计划 一是 二是 三是 四是 五是 六是",
    _CONNECTING,
)

CLEARING = _any("化解 清理(?!整治) 清收 清欠 处置 消化 综合治理(?=水土) 征收(?!标准|管理) 偿还 兑付")
"""What is measured is the clearing away, and not what is there: 信访积案化解, 拖欠账款清理."""

_ADVERB = _any(
    "全年 每年 年均 平均每年 分年度 分批 分[二两三四五六]批 逐步 进一步 持续 稳步 加快 着力 大力 积极 深入 同步",
    "基本 全面 全部 累计 总共 合计 共 再 新 至少 超额 高质量 高标准 高水平 创新 提质 重点 集中 科学 统筹 免费",
    "力争 确保 争取 努力 [一二三四五六]是",
)

_ITEM = (
    "(?:[（(](?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|[0-9]{1,2}(?:[.．、](?![0-9])|[)）])|[一二三四五六七八九十]{1,3}、"
    f"|[①-⑳⑴-⒇⒈-⒛]|[{MARKS}•·—–-]{{1,3}})"
)
"""What stands before an item of a list."""
_DONE_FOR = "免费|提供|开展|组织|发放|放映"
_WHOM = rf"[为向][^，、]{{1,20}}?(?={_DONE_FOR})"
"""For whom something is done: 为老年人免费体检."""
_ASKED = re.compile(
    rf"(?:{_ITEM}[ \u3000]*)?(?:全[国省市区县州旗盟镇乡])?(?:为[^，、每]{{1,20}}?(?={_DONE_FOR}))?(?:{_ADVERB}){{0,3}}"
    rf"(?:(?!{'|'.join(_CONNECTING.split())})(?:{_VERB}|{CLEARING})|新增|净增|消除|接待|争取|到位)(?!{_NOUN})"
)
_EACH = "每个?[^0-9，、]{0,8}?(?:[县区市镇乡村州旗]|街道|单位|企业|学校|医院)(?:（[^（）]{1,4}）)?"
_OF_EACH = re.compile(rf"({_EACH})(?:至少|原则上|均|都|要|分别|力争|确保|再|新){{0,2}}(?:{_VERB})")
_MONTH = "(?:1[0-2]|0?[1-9])月(?:[底末]|[0-9]{1,2}日)?前|年底前|上半年"
_VERB_BEHIND = rf"(?:{_ADVERB}){{0,4}}(?:{_VERB})(?!{_NOUN})"
_LEADING = re.compile(
    rf"(?:[每今本]年|[0-9一二两三四五]{{1,2}}年(?:之?内|累计|共|来))?(?:{_MONTH})?(?:在[\u4e00-\u9fff]{{1,8}}?(?=(?:{_VERB}|新增))|{_WHOM})?"
    rf"(?:[、并且\s]|[和与及](?={_VERB_BEHIND}))*(?:{_ITEM}[ \u3000]*)?(?:{_VERB_BEHIND})?"
)
"""What may stand before a noun: a time, for whom, the number of an item, adverbs and a verb."""
_ADVERBS_ONLY = re.compile(rf"(?:(?:{_ADVERB})){{0,4}}(?:至少|超过|不少于|不低于|超|达到?|突破|近|约)?\s*$")
_VERB_LAST = re.compile(rf"(?:{_VERB}|{CLEARING}|新增)$")
_ROUNDS = 6
"""Verbs and adverbs that may stand one before another."""


def is_asked_for(head: str) -> bool:
    """Whether what stands before a number asks for it: 推动10家企业上云; 支持 and 完善 ask for less."""
    return bool(_ASKED.match(head))


def asked_of_each(head: str) -> str:
    """Of each of what a number is asked: 每个街道 of 每个街道至少建成; empty where nothing says so."""
    found = _OF_EACH.match(head)
    return found[1] if found else ""


def noun_start(head: str) -> int:
    """Where behind the verbs the noun phrase of a head begins."""
    at = 0
    for _ in range(_ROUNDS):
        found = _LEADING.match(head, at)
        if not found or found.end() == at:
            break
        at = found.end()
    return at


def without_verbs(head: str) -> str:
    """What stands before a number but for the verbs: the noun phrase, or nothing."""
    return head[noun_start(head) :].strip()


def is_adverbs(text: str) -> bool:
    """Whether a text is nothing but adverbs, and words that compare a number: 至少, 力争超过."""
    return _ADVERBS_ONLY.fullmatch(text) is not None


def ends_with_verb(head: str) -> bool:
    """Whether a verb stands right before a number, so that the noun follows it."""
    return _VERB_LAST.search(head.rstrip()) is not None
