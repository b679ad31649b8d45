"""What a name alone tells of an office: its level, whether it is one or stands for several, what kind it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plancli.model.register import Kind

LEVELS = "自治区|自治州|自治县|兵团|[省市区县州盟旗]"
"""A pattern for what a name begins with that says whose office it is."""

_LEVEL = re.compile(f"(?:{LEVELS})(?!场|容|政[园工局]|域|划)")
_PARTY_LEVEL = re.compile(f"(?:{LEVELS})党?委(?=.)")
_UNIT = re.compile(
    "(?:局|委|办|厅|部|院|署|处|室|会|政府|中心|公司|集团|分行|支行|银行|队|校|大学|学院|街道|镇|(?<!城)乡|站|所|馆|社"
    "|海关|工会|妇联|科协|残联|侨联|文联|社科联|工商联|法院|电网|组|(?<=..)(?<![学本专文理百])科|(?<=..)(?<![控参入配炒持])股|专班|指挥部|园区|开发区|高新区|经开区|新区"
    "|机关|军区|军分区|警备区|政协|人大|社区|中国(?:电信|移动|联通|铁塔|广电|石油|石化|邮政))$"
)
_OFFICE = re.compile("(?:局|委|办|厅|部|院|署|中心|办公室|公司|集团)$")
_ELSEWHERE = re.compile(
    "国家|中国|中央|全国|国网|国务院|人民?银?行|驻|团|总工会|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽"
    "|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
    f"|[\u4e00-\u9fff]{{2,6}}?(?:{LEVELS})(?!场|级|政|容|域|划)"
)
"""What shows that a name needs no level before it: it says another way whose office it is."""

_FUNCTION = re.compile(
    "发展?和?改革?委|发展(?:和)?改革|教育|教委|科学?技术?[局委厅]|科技|经济?和?信息|经信|工业和?信息|工信|民族?宗教?|民宗|民政|公安|司法"
    "|财政|人力资源|人社|规划|自然资源|生态环境|环保|住房|住建|城乡?建设|城市?管理?|城管|交通|水利|水务|农业|农委|农村|商务|文化|文旅|旅游"
    "|卫生|卫健|退役军人|应急|审计|国有?资产?|国资|市场监管|市场监督|体育|统计|信访|医疗?保障?|医保|乡村振兴|林业|园林|林草|大数据|数据"
    "|金融|机关事务|政务|行政审批|招商|投资促进|知识产权|药品?监|粮食|能源|广播?电视?|广电|保密|密码管理|机要|档案|外事|外办|侨务|侨办|台办"
    "|人民防空|人防|消防|气象|税务|地方志|监狱|检察院|法院|残联|妇联|科协|文联|工商联|民航|口岸|港口|海洋|渔业|畜牧|供销|产业"
)
_PARTY_ORGAN = re.compile(
    "(?:组织部|宣传部|统战部|统一战线工作部|政法委|网信办|编办|社会工作部|社工部|老干部局|巡[视察]办|改革办|党校|财经办|军民融合办"
    "|直属机关工委|农村?工?办|办公厅|办公室|政研室|教育工委|台办|机要局)$"
)

_PLACE = re.compile("(?!各|有关|相关)[\u4e00-\u9fff]{2,8}(?:自治[州县旗]|[市县州盟旗]|(?<!地)区)")
_ZONE = re.compile("(?<!各)(?:新区|高新区|经开区|开发区|园区|特区|合作区|保税区|港区)$")
_GROUP = re.compile(
    f"(?:{LEVELS})?(?:[级直属]|本级)?(?:各|相关|有关|其他|其它)"
    "|[0-9]{1,3}个|[^为的由，]{0,30}(?:部门|单位|企业|机构|院校|高校|院所|央企|国企)$"
    f"|(?:{LEVELS})?(?:[级直属]|本级)?(?:产业|行业|职能|业务)?(?:部门|单位|企业|管委会|街道|街道办事处|街道办|镇街|街镇|乡镇"
    "|镇乡|区县|县区|村|社区|属地|属地政府|平台公司|园区|开发区|功能区)$"
)

_LENDS = re.compile("(?P<whose>.{0,8}?(?:各|有关|相关)(?:级|有关|相关)?|[省市区县州](?:直属|直|属|级))")
_BARE_KIND = re.compile("部门|单位|企业|机构")
"""A kind of unit that is nobody's by itself."""

_VERTICAL = (
    "税务局$|海关$|气象局$|烟草|邮政?管理?.{0,3}局$|邮管|银保监|证监局$|证券监督|人民银行|^人行|通信管?理?局$|通管局$"
    "|监察局.{0,2}局$|煤监|海事|调查总?队$|国家安全|国安局|消防|地震局$|边检|出入境|民航.{0,8}局$|长航|长江航|能源?监管|能监办|外汇"
    "|金融监管总局.|国家金融监督|国家统计局.|储备.{0,4}垂管局"
)
_KINDS: tuple[tuple[Kind, str], ...] = (
    (
        "other",
        "^共?青?团.{0,6}委$|(?:人大|政协)(?:常委会)?.{0,8}$|人武部$|武装部$|军区$|军分区$|警备区$|研究院$|设计院$",
    ),
    (
        "other",
        "(?:工会|妇联|科协|残联|侨联|文联|社科联|工商联|法院|检察院|贸促会|红十字会|协会|商会|学会|联合会|大学|学院|学校)$",
    ),
    (
        "committee",
        "(?<!城市)(?<!监督)(?<!综合)(?:管委会|管理委员会)$|(?:新|开发|园|高新|经开|保税|景|度假|示范|试验)区管?委?会?$",
    ),
    ("vertical", "财政部.{1,6}监管局$|审计署.{1,8}特派办"),
    (
        "enterprise",
        "(?:公司|集团|企业|厂|供电局|电网|联通|移动|电信|铁塔|农商行)$|国网|(?<!人民)(?<!人)银行|^(?:中石[油化]|国家能源|华能)",
    ),
    ("vertical", _VERTICAL),
    ("subdistrict", "(?:街道|街道办|街道办事处|街镇|[镇乡])$|[镇乡](?:人民)?政府$|街道党工委$"),
    (
        "party",
        f"(?:{LEVELS})委(?:$|(?!员会).)|党委|党组|纪委|政法委|工委$|党校$|^中央|(?:组织|宣传|统战|统一战线工作|社会工作|社工|联络)部$",
    ),
    ("government", f"(?:[局委办厅部署室]|委员会|政府|指挥部|专班)$|^(?:{_PLACE.pattern})$"),
)


def is_place(name: str) -> bool:
    """Whether a name is that of a place alone, which stands for its government: 渝中区."""
    return _PLACE.fullmatch(name) is not None


def is_zone(name: str) -> bool:
    """Whether a name is that of a place or a zone alone, which may lack 管委会 or 政府: 渝中区, 两江新区."""
    return _ZONE.search(name) is not None or (is_place(name) and not is_group(name))


def is_group(name: str) -> bool:
    """Whether a name stands for several offices that it does not list: 各管委会, 相关部门, 领导小组成员单位."""
    return _GROUP.match(name) is not None


def looks_like_unit(name: str) -> bool:
    """Whether a name ends like an office's, or stands for several."""
    return len(name) > 1 and (_UNIT.search(name) is not None or is_group(name))


def has_level(name: str) -> bool:
    """Whether a name says at its beginning whose office it is: 市财政局, not 财政局; 团市委 does by its place."""
    return _LEVEL.match(name) is not None


def guess_kind(name: str) -> Kind:
    """What an office most likely is, by its name; `other` where the name does not tell."""
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name)), "other")


_OF_PLACE = re.compile("(?:公安|税务|市场监管|自然资源|规划|生态环境|环保|交通|国土|工商|海关)[^局]{2,8}分局")
"""Branches that are called after where they are: 公安江口分局."""
_COMMITTEE = re.compile(
    "(?P<place>[^委、]{1,20}?[^委、省市县区州旗盟][省市县区州旗盟乡镇]|[^委、]{2,20}?)(?P<ends>党工委|党委|委)"
)
_GOVERNMENT = re.compile("(?P<level>[省市县区州旗盟乡镇]?)(?P<of>(?:人民)?政府|管委会|管理委员会)")


def carried(left: str, name: str) -> str | None:
    """What the office to the left lends a name without a level: 省 of 省保密局 to 密码管理局; None where it cannot.

    Args:
        left: The name before it, in full.
        name: The name.
    """
    level = _LEVEL.match(left)
    if level is None or not may_lack_level(name):
        return None
    party = _PARTY_LEVEL.match(left)
    return party.group() if party and _PARTY_ORGAN.search(name) else level.group()


def governing(left: str, name: str) -> str:
    """The government beside a party committee, in full: 临湖县政府 of 临湖县委、县政府; empty where it is none.

    Args:
        left: The name before it, in full.
        name: The name.
    """
    committee, government = _COMMITTEE.fullmatch(left), _GOVERNMENT.fullmatch(name)
    if (
        not committee
        or not government
        or (government["level"] and not committee["place"].endswith(government["level"]))
    ):
        return ""
    is_zone = committee["ends"] == "党工委"
    return committee["place"] + government["of"] if is_zone == (government["of"][0] == "管") else ""


def carried_group(left: str, name: str) -> str | None:
    """What a group to the left lends a bare kind of unit: 市直有关 of 市直有关部门 to 单位, 各 of 各县区政府 to 单位.

    Args:
        left: The name before it, in full.
        name: The name.
    """
    if not (group := _LENDS.match(left)) or not _BARE_KIND.fullmatch(name):
        return None
    return group["whose"] if _BARE_KIND.fullmatch(left[group.end() :]) else "各" if left.startswith("各") else None


def may_lack_level(name: str) -> bool:
    """Whether a name ends like an office's and does not say whose office it is."""
    return (
        _OFFICE.search(name) is not None
        and guess_kind(name) not in {"committee", "subdistrict", "enterprise"}
        and not has_level(name)
        and not is_group(name)
        and _OF_PLACE.fullmatch(name) is None
        and _ELSEWHERE.match(name) is None
    )


def is_functional(name: str) -> bool:
    """Whether a name without a level begins with what offices of every level are for: 财政局, 密码管理局, 组织部."""
    return _FUNCTION.match(name) is not None or _PARTY_ORGAN.fullmatch(name) is not None
