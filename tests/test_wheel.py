"""The wheel in an empty environment: nothing of the checkout is needed to use it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path, **changes: str) -> str:
    """Run a command that must succeed, without this process's Python settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ran = subprocess.run(  # noqa: S603 - our own commands
        list(map(str, command)), cwd=cwd, env={**kept, **changes}, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_wheel_renders_the_real_plan(tmp_path: Path) -> None:
    """Built without the network, unpacked elsewhere, it has its templates and its words."""
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    wheel = next(tmp_path.glob("plancli-*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert "plancli/templates/sheet.html.j2" in names
    assert "plancli/locale/zh/LC_MESSAGES/plancli.mo" in names
    assert "plancli/py.typed" in names
    run(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv", cwd=tmp_path)
    packages = next((tmp_path / "venv").glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(packages)
    # its dependencies come from this environment, behind its own packages; plancli itself does not: -P and no .pth
    here = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (tmp_path / "run.py").write_text(
        "import sys\n"
        f"sys.path.append({str(here)!r})\n"
        "import plancli\n"
        f"assert plancli.__file__.startswith({str(tmp_path)!r}), plancli.__file__\n"
        "from plancli.cli.edge import main\n"
        "main()\n",
        encoding="utf-8",
    )
    python = tmp_path / "venv" / "bin" / "python"
    out = tmp_path / "out"
    render: list[str | Path] = [python, tmp_path / "run.py", "render", "--plan", ROOT / "plan", "--out", out]
    said = run(*render, cwd=tmp_path, PLANCLI_LANG="zh")
    assert "55" in said
    assert "责任清单" in (out / "sheets" / "区生态环境局.html").read_text(encoding="utf-8")
