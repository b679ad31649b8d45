"""Take the pictures of the READMEs anew: `.venv/bin/python scripts/pictures.py`.

`docs/images/sheet.png` is the top of a real sheet, `imported.png` that of the report when the plan is imported as it
was issued; `diagnostic-zh.png` and `diagnostic-en.png` are what `plancli validate` really prints, in colour, for a copy
of the plan with a misspelt department. Chromium takes them, with the fonts of Debian's fonts-noto-cjk;
`scripts/install-browser` installs both. Look at the pictures before you commit them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
PROGRAM = Path(sys.executable).with_name("plancli")

DOCUMENT = ROOT / "tests" / "intake" / "data" / "yuzhong-green-industry-tasks.txt"
DEPARTMENT, MISSPELT, TASK = "区生态环境局", "区生态环保局", "节能降碳"
WIDTH = 1280
HEIGHT = 1000
"""How much of a sheet is shown: the rows that fit in whole."""
HEAVIEST = 300_000

THEME = TerminalTheme(
    background=(30, 31, 36),
    foreground=(220, 222, 226),
    normal=[(30, 31, 36), (255, 107, 107), (140, 200, 120), (229, 192, 123), (97, 175, 239)] * 2,
)
TERMINAL = """\
<!DOCTYPE html>
<meta charset="utf-8">
<style>
  body {{ margin: 0; background: {background}; color: {foreground}; }}
  pre {{ display: inline-block; min-width: 850px; margin: 0; padding: 20px 24px; }}
  pre {{ font: 15px/1.5 "Noto Sans Mono CJK SC"; }}
  {stylesheet}
</style>
<pre>{code}</pre>
"""


@dataclass(frozen=True)
class Camera:
    """A browser that takes pictures of pages.

    Attributes:
        browser: Chromium.
    """

    browser: Browser

    def sheet(self, page: Path, picture: Path) -> None:
        """The top of a sheet, up to the last row that is seen in whole, at 1.25 pixels for one of the page."""
        tab = self.browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1.25)
        tab.goto(page.as_uri())
        bottoms = tab.eval_on_selector_all("tr", "rows => rows.map(row => row.getBoundingClientRect().bottom)")
        bottom = max(bottom for bottom in bottoms if bottom <= HEIGHT)
        tab.screenshot(path=picture, clip={"x": 0, "y": 0, "width": WIDTH, "height": bottom + 1})
        tab.close()

    def terminal(self, text: str, picture: Path) -> None:
        """What a terminal shows, at two pixels for one."""
        console = Console(record=True, width=120, file=StringIO())
        console.print(Text.from_ansi(text), end="")
        tab = self.browser.new_page(device_scale_factor=2)
        tab.set_content(console.export_html(theme=THEME, code_format=TERMINAL))
        tab.locator("pre").screenshot(path=picture)
        tab.close()


@contextmanager
def camera() -> Iterator[Camera]:
    """The system's Chromium; Playwright downloads none."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("Chromium is not installed: run scripts/install-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield Camera(browser)
        browser.close()


def plancli(*arguments: str, folder: Path) -> str:
    """What the installed program prints."""
    done = subprocess.run(  # noqa: S603 - our own program
        [PROGRAM, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode > 1:
        sys.exit(done.stderr)
    return done.stdout


def diagnostic(folder: Path, language: str) -> str:
    """The command as it is typed, the finding about the misspelt name, and the summary; `…` for what is between."""
    blocks = plancli("validate", "--color", "always", "--lang", language, folder=folder).split("\n\n")
    finding = next(block for block in blocks if MISSPELT in block)
    return f"$ plancli validate\n…\n\n{finding}\n\n…\n\n{blocks[-1].rstrip()}"


def imported(folder: Path) -> str:
    """The report of an import of the plan as it was issued."""
    title = next(
        line for line in (ROOT / "plan" / "plan.yaml").read_text(encoding="utf-8").splitlines() if "title:" in line
    )
    shutil.copyfile(DOCUMENT, folder / "任务分工表.txt")
    said = ("--title", title.partition("title: ")[2].strip('"'), "--into", "new", "--report", "html")
    return plancli("import", "任务分工表.txt", *said, folder=folder)


def main() -> None:
    """Take all pictures, in a folder that is thrown away."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, camera() as at:
        folder = Path(name)
        shutil.copytree(ROOT / "plan", folder / "plan")
        plancli("render", "--dept", DEPARTMENT, folder=folder)
        at.sheet(folder / "build" / "sheets" / f"{DEPARTMENT}.html", IMAGES / "sheet.png")
        report = folder / "report.html"
        report.write_text(imported(folder), encoding="utf-8")
        at.sheet(report, IMAGES / "imported.png")
        task = folder / "plan" / "tasks" / f"{TASK}.yaml"
        task.write_text(task.read_text(encoding="utf-8").replace(DEPARTMENT, MISSPELT), encoding="utf-8")
        for language in ("zh", "en"):
            at.terminal(diagnostic(folder, language), IMAGES / f"diagnostic-{language}.png")
    for picture in sorted(IMAGES.glob("*.png")):
        size = picture.stat().st_size
        print(f"{picture.relative_to(ROOT)}: {size:,} bytes{' - too heavy' if size > HEAVIEST else ''}")


if __name__ == "__main__":
    main()
