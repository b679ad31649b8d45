"""The same plan gives the same bytes: on every run, machine, locale, time zone and hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sheets.reading import REAL, WORLD

SCRIPT = """
import hashlib, sys
from pathlib import Path
from plancli.loading.loader import load
from plancli.render.renderer import Renderer
from plancli.source.folder import Folder
from plancli.views.cells import Cells
from plancli.views.index import index
from plancli.views.sheet import sheet

digest = hashlib.sha256()
for folder in sys.argv[1:]:
    plan = load(Folder(Path(folder))).plan
    cells, renderer = Cells(plan), Renderer(plan.header.language)
    for entry in plan.register.entries:
        view = sheet(plan, entry, cells=cells)
        for form in ("md", "html"):
            digest.update(renderer.sheet(view, form).encode())
    digest.update(renderer.index(index(plan, cells=cells)).encode())
print(digest.hexdigest())
"""

ELSEWHERE = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "en"},
    {"PYTHONHASHSEED": "random", "TZ": "Pacific/Kiritimati", "LANG": "en_US.UTF-8", "PLANCLI_LANG": "en"},
]


def digest(folder: Path, **environment: str) -> str:
    """The hash of all documents, made in a process of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"LC_ALL", "LANG", "LANGUAGE"}}
    made = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", SCRIPT, str(REAL), str(WORLD)],
        env={**kept, **environment},
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
    )
    return made.stdout.strip()


def test_same_bytes_everywhere(tmp_path: Path) -> None:
    """No clock, path, locale or order of a set is in any document."""
    assert len({digest(folder, **names) for names in ELSEWHERE for folder in (tmp_path, Path("/"))}) == 1


@pytest.mark.parametrize("folder", [REAL, WORLD], ids=["real", "world"])
def test_a_copy_elsewhere_is_the_same(folder: Path, tmp_path: Path) -> None:
    """Where the plan lies, and when its files were written, is in no document either."""
    copy = tmp_path / "某处" / "plan"
    for path in sorted(folder.rglob("*.yaml")):
        (copy / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
        (copy / path.relative_to(folder)).write_bytes(path.read_bytes())
    assert rendered(copy) == rendered(folder)


def rendered(folder: Path) -> str:
    """The hash of one plan's documents, made in this process."""
    out: list[str] = []
    program = SCRIPT.replace("print(", "out.append(").replace("sys.argv[1:]", "[folder]")
    exec(program, {"folder": str(folder), "out": out})  # noqa: S102 - our own code
    assert len(out[0]) == hashlib.sha256().digest_size * 2
    return out[0]
