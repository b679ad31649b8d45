"""Cells that name offices and people together: 区教育局 张三, 区住建局（李四）、区财政局（王五）."""

from __future__ import annotations

import re
from typing import NamedTuple

from plancli.intake.unit_names import looks_like_unit

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁"
    "岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤"
    "阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞"
    "敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐"
)
"""The surnames that people are most often called by, 肖 and 付 as they are written today."""
_COMPOUND = "欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|夏侯|东方"
_POST = (
    "(?:同志|(?:常务|党[组委]|总|副|、)*(?:局长|主任|书记|[省市区县州镇乡旗]长|部长|厅长|处长|科长|股长|院长|校长|行长|经理|董事长|主席|会长"
    "|队长|支队长|秘书长|组长|站长))"
)
_PERSON = re.compile(
    f"(?:(?:{_COMPOUND})[一-鿿]{{1,2}}|[{_SURNAMES}][ \u3000]?[一-鿿]{{1,2}}){_POST}?"
    "(?:[ \u3000:：]*[0-9][0-9-]{6,12})?"
)
_SEPARATORS = "[、，,；;\n]"
_SEPARATOR = re.compile(f"{_SEPARATORS}+")
_INSIDE = re.compile("[（(]([^（）()]*)[）)]$")
_SPACE = re.compile("[ \u3000:：]+")


class OfficesAndPeople(NamedTuple):
    """What a cell names.

    Attributes:
        offices: The offices, one a line.
        people: The people, parted by 、.
    """

    offices: str
    people: str


def offices_and_people(text: str) -> OfficesAndPeople | None:
    """Part the offices of a cell from the people; None where any piece of it is not certainly the one or the other.

    Args:
        text: The cell.
    """
    offices: list[str] = []
    people: list[str] = []
    for piece in _pieces(text):
        if _is_person(piece):
            people.append(piece)
        elif looks_like_unit(piece) and not _SPACE.search(piece):
            offices.append(piece)
        elif parts := _parted(piece):
            offices.append(parts[0])
            people += parts[1]
        else:
            return None
    return OfficesAndPeople("\n".join(offices), "、".join(people)) if offices else None


def _pieces(text: str) -> list[str]:
    """The pieces of a cell between its separators; those inside brackets part nothing."""
    hidden = re.sub("[（(][^（）()]*[）)]", lambda found: re.sub(_SEPARATORS, "/", found[0]), text)
    ends = [*(found.span() for found in _SEPARATOR.finditer(hidden)), (len(text), len(text))]
    starts = [0, *(end for _, end in ends)]
    return [piece for start, (end, _) in zip(starts, ends, strict=False) if (piece := text[start:end].strip())]


def _parted(piece: str) -> tuple[str, list[str]] | None:
    """An office and its people: behind a space or a colon, or in brackets."""
    if inside := _INSIDE.search(piece):
        office, people = piece[: inside.start()].strip(), _SEPARATOR.split(inside[1])
    elif space := _SPACE.search(piece):
        office, people = piece[: space.start()], [piece[space.end() :]]
    else:
        return None
    people = [each.strip() for each in people]
    return (office, people) if looks_like_unit(office) and all(map(_is_person, people)) else None


def _is_person(text: str) -> bool:
    return bool(_PERSON.fullmatch(text)) and not looks_like_unit(text)
