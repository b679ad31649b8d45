"""Percentages that are shares of a whole, and so lie between 0 and 100: 占比, 覆盖率, 达标率."""

from __future__ import annotations

import re

# Patterns are text until they are first needed: start-up counts.
_SHARE = "占比|比重|比例|份额|满意度|率(?:$|[（(])"
# What compares with another year or sum, and rates that are known to exceed a hundred.
_BEYOND = (
    "增(?!加值)|涨|幅|提高|提升|上升|下降|降低|减少|压减|同比|环比|较|相比|相当于|倍|完成率|达成率|达产|产能|毛入学|毛利|净利|利润|"
    "收益|回报|拨备|流动性|偿债|负债|债务|恢复|产销|履约|使用率|普及率|执行率|接入率|容积率|参保率|到位率|杠杆|充足率|周转|换手|自给|保障率|补偿率|速率|效率|税率|利率|汇率|上座|入住|投入产出|"
    "产出|储采|存贷|供需|供给|招聘|求人|替代率|置换|重复|占补|强度|密度|速度|高度|深度|浓度|温度|力度|贡献"
)


def is_share(indicator: str) -> bool:
    """Whether an indicator in percent measures a part of a whole."""
    return bool(re.search(_SHARE, indicator)) and not re.search(_BEYOND, indicator)
