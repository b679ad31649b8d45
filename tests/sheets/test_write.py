"""Writing: all or nothing, only inside the output folder, and nothing is deleted but what we wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from plancli.errors import CannotWriteError
from plancli.write import MANIFEST, OutsideError, write_documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST = {"index.html": "总目\n", "sheets/甲.html": "甲\n", "sheets/甲.md": "甲\n"}


def files(folder: Path) -> dict[str, str]:
    """Every file in a folder, but for the manifest."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def listed(folder: Path) -> list[str]:
    """What the manifest lists."""
    return list(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"])


def test_documents_and_a_manifest(tmp_path: Path) -> None:
    """Folders are made, bytes are as given, the manifest lists all, sorted, and says where each document is."""
    out = tmp_path / "build"
    written = write_documents(out, FIRST, everything=True)
    assert written == tuple(out / name for name in FIRST)
    assert files(out) == FIRST
    assert listed(out) == sorted(FIRST)
    assert (out / "sheets/甲.md").read_bytes() == "甲\n".encode()


def test_documents_may_be_made_while_they_are_written(tmp_path: Path) -> None:
    """Pairs do as well as a mapping, and a mistake in the last one leaves all as it was."""

    def pairs() -> Iterator[tuple[str, str]]:
        yield "a.md", "new"
        raise KeyError("template")

    write_documents(tmp_path, {"a.md": "old"})
    with pytest.raises(KeyError):
        write_documents(tmp_path, pairs())
    assert files(tmp_path) == {"a.md": "old"}
    write_documents(tmp_path, iter([("a.md", "new")]))
    assert files(tmp_path) == {"a.md": "new"}


def test_unchanged_documents_are_not_written_again(tmp_path: Path) -> None:
    """Nothing is touched where nothing has changed, the manifest included."""
    write_documents(tmp_path, FIRST, everything=True)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    write_documents(tmp_path, FIRST, everything=True)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX's")
def test_rights_are_the_umasks(tmp_path: Path) -> None:
    """Documents are read by colleagues: their rights are the user's habit, not a temporary file's."""
    previous = os.umask(0o027)
    try:
        write_documents(tmp_path, FIRST)
    finally:
        os.umask(previous)
    assert (tmp_path / "index.html").stat().st_mode & 0o777 == 0o640


class TestDeleting:
    """What an earlier run wrote and this one does not."""

    def test_only_when_everything_is_written(self, tmp_path: Path) -> None:
        """One department's sheet is no reason to delete the others."""
        write_documents(tmp_path, FIRST, everything=True)
        write_documents(tmp_path, {"sheets/乙.md": "乙\n"})
        assert files(tmp_path) == {**FIRST, "sheets/乙.md": "乙\n"}
        write_documents(tmp_path, {"sheets/丙.md": "丙\n"}, everything=True)
        assert files(tmp_path) == {"sheets/丙.md": "丙\n"}
        assert listed(tmp_path) == ["sheets/丙.md"]

    def test_nothing_of_others(self, tmp_path: Path) -> None:
        """Files beside ours, ours that somebody has changed, and folders stay."""
        write_documents(tmp_path, FIRST, everything=True)
        (tmp_path / "sheets/notes.txt").write_text("mine", encoding="utf-8")
        (tmp_path / "sheets/甲.md").write_text("甲，改过\n", encoding="utf-8")
        write_documents(tmp_path, {}, everything=True)
        assert files(tmp_path) == {"sheets/notes.txt": "mine", "sheets/甲.md": "甲，改过\n"}

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "[]",
            "{}",
            '{"files": 1}',
            '{"files": {"plan.yaml": ""}}',
            '{"files": {"../precious": "0"}}',
            '{"files": {"/etc/hosts": "0"}}',
            "[" * 100_000,
            "\ufffe",
        ],
    )
    def test_no_trust_in_a_manifest(self, content: str, tmp_path: Path) -> None:
        """A manifest that came from elsewhere, or is damaged, deletes nothing."""
        out = tmp_path / "build"
        out.mkdir()
        (tmp_path / "precious").write_text("precious", encoding="utf-8")
        (out / "plan.yaml").write_text("precious", encoding="utf-8")
        (out / MANIFEST).write_text(content, encoding="utf-8")
        write_documents(out, {"a.md": "a"}, everything=True)
        assert files(tmp_path) == {"build/a.md": "a", "build/plan.yaml": "precious", "precious": "precious"}

    def test_no_way_out_by_its_own_digest(self, tmp_path: Path) -> None:
        """Even with the right hash a manifest deletes nothing outside."""
        out = tmp_path / "build"
        write_documents(out, {"a.md": "a"}, everything=True)
        (tmp_path / "precious").write_text("a", encoding="utf-8")
        manifest = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
        manifest["files"]["../precious"] = manifest["files"]["a.md"]
        manifest["files"][str(tmp_path / "precious")] = manifest["files"]["a.md"]
        (out / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
        write_documents(out, {}, everything=True)
        assert files(tmp_path) == {"precious": "a"}


class TestLinks:
    """Links in the output folder."""

    def test_a_folder_that_leads_out(self, tmp_path: Path) -> None:
        """Nothing is written through a link that leads out."""
        outside = tmp_path / "outside"
        outside.mkdir()
        out = tmp_path / "build"
        out.mkdir()
        (out / "sheets").symlink_to(outside)
        with pytest.raises(OutsideError) as caught:
            write_documents(out, FIRST)
        assert "sheets" in caught.value.facts["path"]
        assert files(outside) == {}
        assert files(out) == {}

    @pytest.mark.parametrize("name", ["index.html", MANIFEST])
    def test_a_file_that_leads_out(self, name: str, tmp_path: Path) -> None:
        """Not through a file's link either, the manifest's included."""
        (tmp_path / "precious").write_text("{}", encoding="utf-8")
        out = tmp_path / "build"
        out.mkdir()
        (out / name).symlink_to(tmp_path / "precious")
        with pytest.raises(OutsideError):
            write_documents(out, FIRST)
        assert (tmp_path / "precious").read_text(encoding="utf-8") == "{}"

    def test_a_link_inside(self, tmp_path: Path) -> None:
        """A link within the folder is replaced by the document."""
        (tmp_path / "other").write_text("other", encoding="utf-8")
        (tmp_path / "index.html").symlink_to(tmp_path / "other")
        write_documents(tmp_path, FIRST)
        assert files(tmp_path) == {**FIRST, "other": "other"}

    def test_the_folder_itself(self, tmp_path: Path) -> None:
        """A repository may hold `build` as a link to somebody's folder; that is not where the user meant to write."""
        (tmp_path / "home").mkdir()
        (tmp_path / "project").mkdir()
        (tmp_path / "project/build").symlink_to(tmp_path / "home")
        with pytest.raises(OutsideError):
            write_documents(tmp_path / "project/build", FIRST)
        assert files(tmp_path / "home") == {}


class TestRefusals:
    """What the system refuses is told, and leaves what was there."""

    def test_a_file_in_the_folders_place(self, tmp_path: Path) -> None:
        """The output folder is a file, or a folder in it is."""
        (tmp_path / "build").write_text("mine", encoding="utf-8")
        with pytest.raises(CannotWriteError) as caught:
            write_documents(tmp_path / "build", FIRST)
        assert caught.value.exit_code == 3
        (tmp_path / "sheets").write_text("mine", encoding="utf-8")
        with pytest.raises(CannotWriteError) as caught:
            write_documents(tmp_path, FIRST)
        assert caught.value.facts["path"] == (tmp_path / "sheets").as_posix()
        assert files(tmp_path) == {"build": "mine", "sheets": "mine"}

    def test_a_folder_in_a_files_place(self, tmp_path: Path) -> None:
        """A folder is not replaced by a document."""
        (tmp_path / "index.html").mkdir()
        with pytest.raises(CannotWriteError):
            write_documents(tmp_path, {"index.html": "a"})
        assert not files(tmp_path)

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="limits are POSIX's")
    def test_a_full_disk(self, tmp_path: Path) -> None:
        """A write that fails halfway leaves the old document, and no temporary file."""
        write_documents(tmp_path, {"a.md": "old", "b.md": "old"})
        before = sorted(tmp_path.iterdir())
        script = (
            "import resource, signal, sys\n"
            "from pathlib import Path\n"
            "from plancli.errors import CannotWriteError\n"
            "from plancli.write import write_documents\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))\n"
            "try:\n"
            "    write_documents(Path(sys.argv[1]), {'a.md': 'new', 'b.md': 'x' * 20_000})\n"
            "except CannotWriteError as error:\n"
            "    print(error.facts['path'], error.facts['reason'])\n"
        )
        run = [sys.executable, "-c", script, str(tmp_path)]
        told = subprocess.run(run, capture_output=True, check=True, text=True)  # noqa: S603 - our own code
        assert told.stdout.startswith((tmp_path / "b.md").as_posix())
        assert sorted(tmp_path.iterdir()) == before
        assert files(tmp_path) == {"a.md": "old", "b.md": "old"}

    @pytest.mark.parametrize("name", ["../a.md", "/a.md", "a/../../b.md", "", "."])
    def test_names_are_ours(self, name: str, tmp_path: Path) -> None:
        """A path that leads out by itself is a mistake of ours, and stops everything."""
        with pytest.raises(ValueError, match=r"^"):
            write_documents(tmp_path / "build", {name: "a"})
        assert files(tmp_path) == {}

    def test_what_utf_8_lacks(self, tmp_path: Path) -> None:
        """A broken byte of the command line is no crash."""
        write_documents(tmp_path, {"a.md": "截至\udcff"})
        assert files(tmp_path) == {"a.md": "截至?"}
