"""What all tests share: golden files, which `make bless` accepts, and no clock."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("plancli", deadline=None)  # nothing is timed in tests: a busy machine is no mistake
settings.register_profile("settled", settings.get_profile("plancli"), derandomize=True, print_blob=True)
"""CI draws the same on every run, so that only the change can make it fail; by hand every run draws anew."""
settings.load_profile("plancli")

pytest_plugins = ("tests.chromium",)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--bless`."""
    parser.addoption("--bless", action="store_true", help="accept what the golden tests find: write their files anew")


@dataclass(frozen=True)
class Golden:
    """The folder `golden` beside a test file, and whether what is found is accepted.

    Attributes:
        folder: Where the expected texts are.
        bless: Write them instead of comparing.
    """

    folder: Path
    bless: bool

    def __call__(self, name: str, text: str) -> None:
        """Compare a text with the golden file of this name, or make it that file."""
        path = self.folder / name
        if self.bless:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        expected = path.read_bytes().decode() if path.exists() else ""
        assert text == expected, f"{path.name} has changed: if that is meant, accept it with `make bless`"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Expected texts beside the test file."""
    return Golden(Path(request.path).parent / "golden", request.config.getoption("--bless"))
