"""The model library: a folder of named bundles, and the suggestion of one of them for a new table."""

import dataclasses
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from mltag_desktop.core.messages import message
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_library import (
    ModelDetails,
    ModelLibrary,
    ModelUse,
    default_library,
)
from mltag_desktop.core.model.model_names import bundle_folder, load_model, load_trained
from tests.errors import user_error


@pytest.fixture
def library(tmp_path: Path) -> ModelLibrary:
    return ModelLibrary(tmp_path / "library")


@pytest.fixture
def bundle(model: LinearModel, tmp_path: Path) -> Path:
    save_bundle(tmp_path / "bundle", model, "# Card\n")
    return tmp_path / "bundle"


@pytest.fixture
def other(model: LinearModel, tmp_path: Path) -> Path:
    manifest = dataclasses.replace(model.manifest, review_below={"": 0.5})
    save_bundle(
        tmp_path / "other", LinearModel(manifest, model.vectors, model.head, model.base, model.holdout)
    )
    return tmp_path / "other"


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_an_empty_library_has_no_folder(library: ModelLibrary) -> None:
    assert library.models() == []
    assert not library.folder.exists()
    with user_error("contains no model “a”"):
        library.find("a")


def test_a_model_is_found_by_name_version_and_hash(library: ModelLibrary, bundle: Path) -> None:
    details = ModelDetails("2 tables", "for letters", f1=0.9, f1_interval=(0.8, 0.95))
    added = library.add(bundle, "Letters  2026", details)
    assert [model.name for model in library.models()] == ["Letters 2026"]
    for name in ("letters 2026", added.version, added.hash[:6]):
        assert library.find(name).folder == added.folder
    found = library.find("Letters 2026")
    assert found.tags == load_bundle(bundle).tags
    assert (found.details.note, found.details.f1, found.details.f1_interval) == (
        "for letters",
        0.9,
        (0.8, 0.95),
    )
    assert found.details.created
    assert found.size == sum(path.stat().st_size for path in bundle.iterdir())
    assert content(found.bundle) == content(bundle)
    assert found.folder.name.startswith(found.hash[:12])


def test_details_are_translated_again(library: ModelLibrary, bundle: Path) -> None:
    library.add(bundle, "a", ModelDetails(message("bundled + {count:,} decisions", count=1200)))
    trained_on = library.find("a").details.trained_on
    assert getattr(trained_on, "template", "") == "bundled + {count:,} decisions"


def test_a_bundle_without_details_says_what_its_manifest_knows(library: ModelLibrary, bundle: Path) -> None:
    found = library.add(bundle, "a")
    manifest = load_bundle(bundle).manifest
    assert found.details.f1 == manifest.training.f1
    assert found.details.trained_on == f"{manifest.training.rows} labelled rows"


def test_the_same_model_is_kept_once(library: ModelLibrary, bundle: Path, other: Path) -> None:
    first = library.add(bundle, "first")
    assert library.add(bundle, "second") == first
    library.add(other, "second")
    assert [model.name for model in library.models()] == ["first", "second"]


def test_a_damaged_copy_is_replaced_by_the_same_model(library: ModelLibrary, bundle: Path) -> None:
    first = library.add(bundle, "first")
    (first.bundle / "head_bias.npy").write_bytes(b"")
    again = library.add(bundle, "first")
    assert content(again.bundle) == content(bundle)
    assert len(library.models()) == 1


def test_names_are_unique_regardless_of_case(library: ModelLibrary, bundle: Path, other: Path) -> None:
    library.add(bundle, "Straße")
    with user_error("already contains a model “Straße”"):
        library.add(other, "STRASSE")
    assert library.free_name("straße") == "straße 2"


@pytest.mark.parametrize(
    "name", ["", "  ", "a/b", "a\\b", ".a", "-a", "x" * 101, "a\0", "a.mltagmodel", "rules", "Bundled"]
)
def test_some_names_are_invalid(library: ModelLibrary, bundle: Path, name: str) -> None:
    with user_error("name"):
        library.add(bundle, name)
    assert library.models() == []
    free = library.free_name(name)
    assert library.add(bundle, free).name == free


def test_rename_note_and_duplicate(library: ModelLibrary, bundle: Path, other: Path) -> None:
    first = library.add(bundle, "first")
    library.add(other, "other")
    with user_error("already contains"):
        library.rename(first, "Other")
    first = library.rename(first, "First")  # only the case changes
    library.set_note(first, "for\nbanks")
    copy = library.duplicate(library.find("First"), "copy")
    library.set_note(copy, "")
    assert [(model.name, model.details.note) for model in library.models()] == [
        ("copy", ""),
        ("First", "for banks"),
        ("other", ""),
    ]
    assert copy.hash == first.hash


def test_a_deleted_model_can_be_restored(library: ModelLibrary, bundle: Path, other: Path) -> None:
    first = library.add(bundle, "first")
    deleted = library.remove(first)
    assert library.models() == []
    library.add(other, "First")
    restored = library.restore(deleted)
    assert [model.name for model in library.models()] == ["First", "first 2"]
    library.remove(restored)
    library.purge()
    assert list(library.folder.glob(".deleted/*"))
    library.purge(older_than=0)
    assert not list(library.folder.glob(".deleted/*"))


def test_a_damaged_model_is_listed_and_can_be_deleted(library: ModelLibrary, bundle: Path) -> None:
    added = library.add(bundle, "a")
    (added.bundle / "manifest.json").write_text("{")
    (damaged,) = library.models()
    assert "damaged" in damaged.damage
    with user_error("is damaged"):
        library.find("a")
    library.remove(damaged)
    assert library.models() == []


def test_a_damaged_bundle_is_not_added(library: ModelLibrary, bundle: Path) -> None:
    (bundle / "head_bias.npy").write_bytes(b"")
    with user_error("modified"):
        library.add(bundle, "a")
    assert library.models() == []


@pytest.mark.parametrize("entry", ["[1", "[]", "{}", '{"name": "a", "f1": 7}', '{"name": "a", "note": 3}'])
def test_a_model_with_a_damaged_entry_says_so_and_can_be_used(
    library: ModelLibrary, bundle: Path, entry: str
) -> None:
    added = library.add(bundle, "a", ModelDetails(note="mine"))
    (added.folder / "entry.json").write_text(entry)
    (found,) = library.models()
    assert found.name in (added.folder.name, "a")
    assert "were damaged" in found.details.note
    assert 0 <= (found.details.f1 or 0) <= 1
    library.set_note(library.rename(library.find(found.name), "b"), "again")
    assert [(model.name, model.details.note) for model in library.models()] == [("b", "again")]


def test_the_last_table_is_shown(library: ModelLibrary, bundle: Path) -> None:
    added = library.add(bundle, "a")
    for table in ("may.csv", "june.csv", "may.csv"):
        library.record_use(ModelUse(added.hash, table, f"/tables/{table}", ("id", "text")))
    assert library.find("a").last_table == "may.csv"
    assert [use.table for use in library.uses()] == ["may.csv", "june.csv"]


@pytest.mark.parametrize("damage", [b"[", b"{}", b"[" * 100_000])
def test_damaged_uses_are_kept(library: ModelLibrary, bundle: Path, damage: bytes) -> None:
    added = library.add(bundle, "a")
    may, june = (ModelUse(added.hash, f"{month}.csv", month, ()) for month in ("may", "june"))
    library.record_use(may)
    uses = library.folder / "uses.json"
    uses.write_text(uses.read_text()[:-1] + ', {"hash": 1}, 2]')
    assert library.uses() == [may]  # an entry that is damaged costs no other one
    uses.write_bytes(damage)
    assert library.uses() == []
    library.record_use(june)
    assert library.uses() == [june]
    assert (library.folder / "uses.damaged").read_bytes() == damage


@pytest.fixture
def closed(library: ModelLibrary, bundle: Path) -> Iterator[Path]:
    """Make the library read-only, with one model in it."""
    library.add(bundle, "first")
    folders = [library.folder, *(path for path in library.folder.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    yield library.folder
    for folder in folders:
        folder.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
@pytest.mark.usefixtures("closed")
def test_a_read_only_library_can_be_used_and_stays_unchanged(
    library: ModelLibrary, other: Path, tmp_path: Path
) -> None:
    before = content(library.folder)
    first = library.find("first")
    attempts = (
        lambda: library.add(other, "other"),
        lambda: library.rename(first, "x"),
        lambda: library.set_note(first, "x"),
        lambda: library.duplicate(first, "x"),
        lambda: library.remove(first),
        lambda: library.record_use(ModelUse("", "t", "p", ())),
    )
    for attempt in attempts:
        with user_error("could not be written"):
            attempt()
    library.export(first, tmp_path / "first.mltagmodel")
    assert content(library.folder) == before


def test_a_library_that_cannot_be_a_folder_is_an_error(tmp_path: Path, bundle: Path) -> None:
    (tmp_path / "file").write_text("x")
    library = ModelLibrary(tmp_path / "file")
    with user_error("could not be read"):
        library.models()
    with user_error("library in"):
        library.add(bundle, "a")
    for folder in (tmp_path / "file" / "models", Path("/proc/models")):
        library = ModelLibrary(folder)
        with user_error("library in"):
            library.add(bundle, "a")


def test_a_full_disk_leaves_nothing_half(
    library: ModelLibrary, bundle: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(bundle, "first")
    before = content(library.folder)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with user_error("No space left"):
        library.add(other, "other")
    with user_error("No space left"):
        library.rename(library.find("first"), "x")
    assert content(library.folder) == before
    assert [model.name for model in library.models()] == ["first"]


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="no second file system")
def test_a_library_on_another_disk(bundle: Path, tmp_path: Path) -> None:
    place = Path("/dev/shm") / f"mltag-library-{os.getpid()}"
    assert bundle.stat().st_dev != place.parent.stat().st_dev or tmp_path
    try:
        library = ModelLibrary(place)
        library.add(bundle, "a")
        library.export(library.find("a"), tmp_path / "a.mltagmodel")
        library.restore(library.remove(library.find("a")))
        assert content(library.find("a").bundle) == content(bundle)
    finally:
        shutil.rmtree(place)


def test_leftovers_of_interrupted_writes_are_deleted_later(library: ModelLibrary, bundle: Path) -> None:
    library.add(bundle, "a")
    left = library.folder / ".part-x"
    left.mkdir()
    library.purge()
    assert left.exists()
    os.utime(left, (0, 0))
    library.duplicate(library.find("a"), "b")
    assert not left.exists()
    assert [model.name for model in library.models()] == ["a", "b"]


def test_a_name_of_the_library_is_a_model(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MLTAG_LIBRARY", str(tmp_path / "models"))
    with user_error("library is empty"):
        load_model("letters")
    library = default_library()
    library.add(bundle, "letters")
    assert load_model("letters").version == load_bundle(bundle).version
    assert load_trained("bundled") is load_trained(None)
    with user_error("contains no model “leters”") as info:
        load_model("leters")
    assert "letters" in info.value.hint
    with user_error("no model bundle"):
        load_model("./letters/x")
    (tmp_path / "articles.mltag").touch()
    with user_error("is a workspace") as info:
        load_model(str(tmp_path / "articles.mltag"))
    assert "mltag publish" in info.value.hint
    monkeypatch.chdir(tmp_path)
    shutil.copytree(bundle, tmp_path / "letters")
    assert bundle_folder("letters") == Path("letters")  # a path that exists comes first


def test_a_model_file_is_a_model(bundle: Path, tmp_path: Path, library: ModelLibrary) -> None:
    library.export(library.add(bundle, "a"), tmp_path / "a.mltagmodel")
    name = str(tmp_path / "a.mltagmodel")
    assert load_trained(name).version == load_bundle(bundle).version
    assert bundle_folder(name) == bundle_folder(name)
    with user_error("no model bundle"):
        load_trained(str(tmp_path / "b.mltagmodel"))
