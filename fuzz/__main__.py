"""`python -m fuzz load --seconds 60`: throw changed files at one part of plancli until it breaks or time is up.

With atheris (`make fuzz`) the files follow what the code does; without it chance alone decides. A file that breaks
something lies in `build/fuzz` afterwards.
"""

from __future__ import annotations

import argparse
import sys
import time
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("load", "render", "fmt")
ROOM = Path("build/fuzz")
LONGEST = 20_000
"""Bytes of a file: what breaks something can be said in fewer."""


def main() -> int:
    """Fuzz what is asked for; 1 where something broke."""
    asked = _asked()
    try:
        atheris = import_module("atheris")  # it is there only where `make fuzz` put it
    except ImportError:
        return _by_chance(asked)
    return _guided(asked, atheris)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="fuzz", description="Throw changed files at plancli.")
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0, help="where chance begins: the same files again")
    parser.add_argument("--file", type=Path, help="this file alone, as it lies in build/fuzz")
    return parser.parse_args()


def _seeds() -> list[bytes]:
    """The sound and the bad files, each with the byte before it that tells whose place it takes."""
    from fuzz.targets import PATHS  # noqa: PLC0415 - plancli must not be imported before atheris has looked at it
    from tests.bad.worlds import PLACES, bad, sound  # noqa: PLC0415 - likewise

    files = {path: text.encode() for path, text in sound().items() if path in PATHS}
    own = [bytes([PATHS.index(path)]) + content for path, content in files.items()]
    kinds = {folder: bytes([PATHS.index(path)]) for folder, path in PLACES.items()}
    return own * 40 + [kinds[name.partition("/")[0]] + each for name, each in bad().items() if len(each) < LONGEST]


def _by_chance(asked: argparse.Namespace) -> int:
    from fuzz.mutation import Mutator  # noqa: PLC0415 - see above
    from fuzz.targets import TARGETS  # noqa: PLC0415 - likewise

    target = TARGETS[asked.target]
    if asked.file:
        target(asked.file.read_bytes())
        return 0
    mutator, tried, end = Mutator(asked.seed, _seeds()), 0, time.monotonic() + asked.seconds
    broken: dict[str, bytes] = {}
    while time.monotonic() < end:
        content = mutator.fresh()
        tried += 1
        if (how := _broken(target, content)) and how not in broken:
            broken[how] = content
            _say(f"{_kept(content)}: {how}")
    _say(f"{asked.target}: {tried:,} files, {len(broken)} ways to break it")
    return min(len(broken), 1)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - what a fuzzer is run for


def _broken(target: Callable[[bytes], None], content: bytes) -> str:
    """How a file breaks the target: the exception and the line that raised it."""
    try:
        target(content)
    except Exception as error:  # noqa: BLE001 - any is what is looked for
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
        return f"{type(error).__name__} at {where}: {str(error)[:200]}"
    return ""


def _kept(content: bytes) -> Path:
    ROOM.mkdir(parents=True, exist_ok=True)
    path = ROOM / f"broken-{sha256(content).hexdigest()[:12]}"
    path.write_bytes(content)
    return path


def _guided(asked: argparse.Namespace, atheris: Any) -> int:  # noqa: ANN401 - atheris has no types
    with atheris.instrument_imports(include=["plancli"]):
        from fuzz.targets import TARGETS  # noqa: PLC0415 - atheris looks at what is imported now
    from fuzz.mutation import Mutator  # noqa: PLC0415 - after it

    target = TARGETS[asked.target]
    if asked.file:
        target(asked.file.read_bytes())
        return 0
    seeds = _seeds()
    corpus = ROOM / "corpus" / asked.target
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (corpus / sha256(seed).hexdigest()[:12]).write_bytes(seed)

    def mutate(content: bytes, most: int, chance: int) -> bytes:
        if chance % 2:
            return bytes(atheris.Mutate(content, most))
        return Mutator(chance, seeds).changed(content, 1 + chance % 5)[:most]

    limits = [f"-max_total_time={asked.seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=1500"]
    arguments = [sys.argv[0], str(corpus), *limits, f"-artifact_prefix={ROOM}/", f"-seed={asked.seed + 1}"]
    atheris.Setup(arguments, target, custom_mutator=mutate)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
