"""Plans whose names do not mean what they seem to: of departments and groups, of tasks, of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.rules.cases import Case
from tests.rules.cases_shape import header, register

if TYPE_CHECKING:
    from tests.support import Files, Said

OTHER = "title: 甲\ntext: 推进。\nlead: [区发改委]\n"
OFFICES = "departments:\n  - {name: 区发改委, kind: government, aliases: [发改]}\n"
BOTH = f"{OFFICES}  - {{name: 区生态环境局, kind: government}}\n"
ENDED = f"{BOTH}  - {{name: 区环保局, kind: government, until: 2019-01-31"
GONE = "# tasks/节能降碳.yaml (missing)\n"
TASK = "# tasks/节能降碳.yaml\n"
MEMBERS = "groups: [{name: 各局, aliases: [各部门], members: [区发改委, 区生态环境局]}]\n"


class Misnamed(Case):
    """A case about a file with a name that the head of an example cannot have: its last file ends in `.yml`."""

    __slots__ = ()

    @property
    def files(self) -> Files:
        """The plan with that file under its name."""
        last = super().said.path
        return {
            path.removesuffix(".yaml") + ".yml" if path == last else path: each for path, each in super().files.items()
        }

    @property
    def said(self) -> Said:
        """What is expected, of that file."""
        said = super().said
        return said._replace(path=said.path.removesuffix(".yaml") + ".yml")


def outline(*ids: str) -> str:
    """A plan.yaml that lists the sound task and these."""
    return header(f"outline: [{{heading: 甲, tasks: [{', '.join(('节能降碳', *ids))}]}}]\n")


def tasks(*ids: str) -> str:
    """Files of further tasks."""
    titled = enumerate(ids)
    return "".join(f"# tasks/{each}.yaml\n{OTHER.replace('甲', f'第{place}项')}" for place, each in titled)


def often(mark: str) -> str:
    """A plan in which an unknown unit stands in five places."""
    ids = ("甲", "乙", "丙", "丁")
    named = "".join(f"# tasks/{each}.yaml\n{OTHER}support: [区民政局]\n" for each in ids)
    return f"{outline(*ids)}{named}{TASK}support: [{mark}]\n"


CASES = (
    Case(
        "unknown-department.often",
        "the unit “区民政局”, named in 5 places, is not registered",
        often("«区民政局»"),
    ),
    Case(
        "ambiguous-name",
        "“区环保局” means two entries: “区生态环境局” and “区环卫局”",
        register(
            f"{OFFICES}  - {{name: 区生态环境局, kind: government, full_name: 区环保局}}\n"
            "  - {name: 区环卫局, kind: government, aliases: [环卫, «区环保局»]}\n"
        ),
    ),
    Case(
        "ambiguous-name",
        "“区发改委” means two entries: “区发改委” and “各委”",
        register("groups: [{name: 各委, aliases: [«区发改委»], members: [区生态环境局]}]\n"),
    ),
    Case(
        "ambiguous-name.twice",
        "“区发改委” is registered twice",
        register(f"{BOTH}  - {{name: «区发改委», kind: party, aliases: [发改]}}\n"),
    ),
    Case(
        "outdated-department",
        "“区环保局” ceased to exist on 2019-01-31, before this plan began",
        f"{register(f'{ENDED}, succeeded_by: 区生态环境局}}')}\n{TASK}responsible: [«区环保局»]\n",
    ),
    Case(
        "outdated-department",
        "“老环保” ceased to exist on 2019-01-31, before this plan began",
        f"{register(f'{ENDED}, aliases: [老环保]}}')}\n"
        f"{TASK}responsible:\n  - 区生态环境局\n  - {{name: «老环保», scope: 甲}}\n",
    ),
    Case(
        "department-in-two-roles.lead",
        "“区发改委” leads this task and supports it as well",
        "responsible: [区生态环境局, 区发改委]\nlead: [区发改委]\nsupport:\n  - «区发改委»\n",
    ),
    Case(
        "department-in-two-roles.responsible",
        "“区生态环境局” is responsible for this task and supports it as well",
        "responsible: [区生态环境局]\nsupport: [«区生态环境局»]\n",
    ),
    Case(
        "group-and-member",
        "“区生态环境局” belongs to “各部门”, and both stand in this cell",
        f"{register(MEMBERS)}{TASK}responsible: [各部门, «区生态环境局»]\n",
    ),
    Case(
        "overlapping-groups",
        "a cell names the groups 各局, 各委, which share members: 区生态环境局",
        f"{TASK}responsible: [各委, 各局]\n"
        + register(f"{MEMBERS[:-2]}, {{name: 各委, members: [«区生态环境局»]}}]\n"),
    ),
    Case(
        "alias-used",
        "“区环保局” is an alias of “区生态环境局”",
        register(f"{OFFICES}  - {{name: 区生态环境局, kind: government, aliases: [区环保局]}}\n")
        + f"{TASK}responsible:\n  - {{scope: 甲, name: «区环保局»}}\n",
    ),
    Case(
        "missing-task.misnamed",
        "the outline lists “环境保护”, but there is no file tasks/环境保护.yaml",
        tasks("环境—保护") + outline("«环境保护»"),
    ),
    Case(
        "missing-task.all",
        "the outline lists 2 tasks, and not one of them has a file",
        GONE + header("«outline»: [{heading: 甲, tasks: [节能降碳, 环境保护]}]\n"),
    ),
    Case(
        "unlisted-task.copy",
        "“节能降碳-副本” looks like a copy of the task “节能降碳”, and is not listed in the outline",
        tasks("节能降碳-副本"),
    ),
    Case(
        "unlisted-task.misnamed",
        "the task “环境_保护” is not listed in the outline, and its file's name is no valid id",
        tasks("环境_保护"),
    ),
    Case(
        "confusable-ids",
        "the ids “EOD” and “eod” differ only in case or width",
        outline("EOD", "eod") + tasks("EOD", "eod"),
    ),
    Case(
        "confusable-ids",
        "the ids “第1期” and “第１期” differ only in case or width",
        outline("第1期") + tasks("第1期", "第１期"),
    ),
    Case(
        "lookalike-ids",
        "the ids “节能降碳” and “節能降碳” differ only in traditional and simplified characters",
        outline("節能降碳") + tasks("節能降碳"),
    ),
    Misnamed(
        "misnamed-file",
        "the file of the task “环境保护” is not read: it is called tasks/环境保护.yml",
        outline("环境保护") + tasks("环境保护"),
    ),
    Case(
        "misnamed-file",
        "the file of the task “节能降碳” is not read: it is called 节能降碳.yaml",
        f"{GONE}# 节能降碳.yaml\n{OTHER}",
    ),
    Case(
        "misnamed-file.many",
        "the files of 2 listed tasks are not read: they are called tasks/甲/环境保护.yaml and the like",
        f"{GONE}{outline('环境保护')}# tasks/甲/节能降碳.yaml\n{OTHER}# tasks/甲/环境保护.yaml\n{OTHER}",
    ),
    Misnamed(
        "misnamed-file.register",
        "the register of departments is not read: it is called departments.yml",
        register(BOTH),
    ),
    Misnamed(
        "stray-file.ending",
        "tasks/环境保护.yml is not read: its name does not end in .yaml",
        tasks("环境保护"),
    ),
    Case("stray-file.twin", "节能降碳.yaml is not read: the plan has tasks/节能降碳.yaml", f"# 节能降碳.yaml\n{OTHER}"),
    Case("stray-file.folder", "the files in tasks/旧稿 are not read", f"# tasks/旧稿/环境保护.yaml\n{OTHER}"),
    Case("stray-file.beside", "环境保护.yaml is not read: it does not lie in tasks", f"# 环境保护.yaml\n{OTHER}"),
)
