"""Model files: one zip of a bundle with a hash."""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.model import model_file
from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_file import read_model_file
from mltag_desktop.core.model.model_library import ModelDetails, ModelLibrary
from tests.errors import user_error


@pytest.fixture
def library(tmp_path: Path) -> ModelLibrary:
    return ModelLibrary(tmp_path / "library")


@pytest.fixture
def file(model: LinearModel, tmp_path: Path) -> Path:
    save_bundle(tmp_path / "bundle", model)
    sender = ModelLibrary(tmp_path / "sender")
    added = sender.add(tmp_path / "bundle", "letters", ModelDetails("90 rows", "a note", f1=0.5))
    sender.export(added, tmp_path / "letters.mltagmodel")
    return tmp_path / "letters.mltagmodel"


def rewritten(file: Path, change: Callable[[dict[str, bytes]], None], compress: int = 8) -> Path:
    """Write the file again with other members, as a forger would."""
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    target = file.with_name("other.mltagmodel")
    with zipfile.ZipFile(target, "w", compress) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return target


def about(members: dict[str, bytes], **values: Any) -> None:
    """Change the description, with a right hash."""
    found = {**json.loads(members["model.json"]), **values}
    found.pop("sha256", None)
    text = json.dumps(found, sort_keys=True).encode()
    members["model.json"] = json.dumps({**found, "sha256": hashlib.sha256(text).hexdigest()}).encode()


def refused(library: ModelLibrary, path: Path, match: str) -> None:
    """Check that a file is refused and that nothing was written."""
    with user_error(match) as info:
        library.import_file(path)
    assert info.value.hint
    assert library.models() == []
    assert [each for each in library.folder.rglob("*") if each.is_file()] == []
    assert not (library.folder.parent / "outside").exists()


def test_a_file_is_imported_with_its_details(library: ModelLibrary, file: Path, tmp_path: Path) -> None:
    found = library.import_file(file)
    assert (found.name, found.details.note, found.details.trained_on) == ("letters", "a note", "90 rows")
    assert library.import_file(file).folder == found.folder
    assert library.import_file(tmp_path / "bundle").folder == found.folder
    assert [
        path.name for path in found.bundle.iterdir() if not (tmp_path / "bundle" / path.name).exists()
    ] == []


def test_the_same_model_gives_the_same_bytes(library: ModelLibrary, file: Path, tmp_path: Path) -> None:
    library.export(library.import_file(file), tmp_path / "again.mltagmodel")
    assert (tmp_path / "again.mltagmodel").read_bytes() == file.read_bytes()


def test_an_existing_file_is_kept(library: ModelLibrary, file: Path) -> None:
    before = file.read_bytes()
    found = library.import_file(file)
    with user_error("already exists"):
        library.export(found, file)
    assert file.read_bytes() == before
    library.export(found, file, replace=True)


def test_a_taken_name_gets_a_number_or_is_an_error(library: ModelLibrary, file: Path) -> None:
    library.rename(library.import_file(file), "other")

    def rename(members: dict[str, bytes]) -> None:
        about(members, name="Other")

    assert library.import_file(rewritten(file, rename)).name == "other"  # the same model
    library.remove(library.find("other"))
    assert library.import_file(rewritten(file, rename)).name == "Other"


def test_a_truncated_file_is_refused(library: ModelLibrary, file: Path) -> None:
    data = file.read_bytes()
    for size in (0, 10, len(data) // 2, len(data) - 1):
        file.write_bytes(data[:size])
        refused(library, file, "cut or changed")


def test_a_file_of_another_kind_is_refused(library: ModelLibrary, file: Path) -> None:
    refused(library, rewritten(file, lambda members: members.clear()), "contains no model")
    refused(library, file.with_name("none.mltagmodel"), "could not be read")


def test_a_file_of_a_newer_version_is_refused(library: ModelLibrary, file: Path) -> None:
    refused(library, rewritten(file, lambda members: about(members, format=2)), "newer version")

    def newer_bundle(members: dict[str, bytes]) -> None:
        manifest = json.loads(members["bundle/manifest.json"])
        members["bundle/manifest.json"] = json.dumps({**manifest, "format": 99}).encode()

    refused(library, rewritten(file, newer_bundle), "newer version")


@pytest.mark.parametrize(
    "change",
    [
        lambda members: members.update({"bundle/head_bias.npy": members["bundle/head_words.npy"]}),
        lambda members: members.pop("bundle/head_bias.npy"),
        lambda members: members.pop("bundle/manifest.json"),
        lambda members: members.update({"model.json": members["model.json"].replace(b"letters", b"lettres")}),
        lambda members: members.update({"model.json": b"[1]"}),
        lambda members: members.update({"model.json": b"[" * 100_000}),
        lambda members: members.update({"model.json": b" " * (2 << 20)}),
        lambda members: about(members, bundle_sha256="0" * 64),
        lambda members: about(members, format="1"),
        lambda members: about(members, f1=7.3),
        lambda members: about(members, f1_interval=[-1, 0.5]),
        lambda members: members.update({f"bundle/{n}": b"" for n in range(1_000)}),
    ],
)
def test_a_modified_file_is_refused(
    library: ModelLibrary, file: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    refused(library, rewritten(file, change), r"changed|modified|missing|read|newer|checksum")


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/outside",
        "bundle/../../outside",
        "bundle/a/b",
        "bundle/..",
        "bundle\\..\\outside",
        "bundle/C:x",
    ],
)
def test_paths_that_leave_the_folder_are_refused(library: ModelLibrary, file: Path, name: str) -> None:
    refused(library, rewritten(file, lambda members: members.update({name: b"x"})), "outside its folder")


def test_a_zip_bomb_is_refused(library: ModelLibrary, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = rewritten(file, lambda members: members.update({"bundle/zeros.npy": bytes(60 << 20)}))
    assert bomb.stat().st_size < 2 << 20
    monkeypatch.setattr(model_file, "MOST_BYTES", 50 << 20)
    refused(library, bomb, "unpacks to more than")
    # a directory that promises less than the file has
    data = bytearray(bomb.read_bytes())
    size = (60 << 20).to_bytes(4, "little")
    assert data.count(size) == 2
    bomb.write_bytes(bytes(data).replace(size, (10).to_bytes(4, "little")))
    refused(library, bomb, "more than|cut or changed")


@settings(max_examples=60)
@given(st.data())
def test_a_flipped_byte_never_gives_another_model(file: Path, tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(file.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "flipped.mltagmodel"
    path.write_bytes(bytes(content))
    target = tmp_path / os.urandom(4).hex()
    try:
        read_model_file(path, target)
    except MltagError:
        return
    assert {each.name: each.read_bytes() for each in target.iterdir()} == {
        each.name: each.read_bytes() for each in (tmp_path / "bundle").iterdir()
    }
