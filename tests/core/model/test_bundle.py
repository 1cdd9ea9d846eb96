import contextlib
import json
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import sha256_of
from mltag_desktop.core.model.bundle import load_bundle, save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.model_names import install
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import WordPieces
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.training import Examples, labelled_features, train
from tests.errors import user_error


@pytest.fixture
def bundle(model: LinearModel, tmp_path: Path) -> Path:
    holdout = labelled_features(
        Examples(("a quiet harbour", "leek pie"), ("sailing", "cooking")), model.vectors, model.tags
    )
    holdout = replace(
        holdout,
        slices={"short_text": np.array([True, True]), "none": np.array([False, False])},
        rules=np.full((2, 3), 1 / 3, np.float32),
    )
    folder = tmp_path / "bundle"
    save_bundle(
        folder, LinearModel(model.manifest, model.vectors, model.head, model.base, holdout), "# Card\n"
    )
    return folder


def edit_manifest(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    change(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest))


def set_value(folder: Path, key: str, value: Any) -> None:
    """Set a value of the manifest, or some values of a dictionary in it; None removes one of these."""

    def change(found: dict[str, Any]) -> None:
        if isinstance(value, dict):
            both = {**found.get(key, {}), **value}
            found[key] = {name: each for name, each in both.items() if each is not None}
        else:
            found[key] = value

    edit_manifest(folder, change)


def replace_array(folder: Path, name: str, array: Any) -> None:
    """Put another array in, with a right hash, as a forger would."""
    np.save(folder / f"{name}.npy", array)
    set_value(folder, "files", {f"{name}.npy": sha256_of(folder / f"{name}.npy")})


def refused(folder: Path, words: str) -> None:
    with user_error(words):
        load_bundle(folder)


def test_a_bundle_is_restored_completely(bundle: Path, model: LinearModel, rows: Examples) -> None:
    loaded = load_bundle(bundle)
    assert loaded.manifest == model.manifest
    assert np.array_equal(loaded.predict(rows.texts).probabilities, model.predict(rows.texts).probabilities)
    assert loaded.holdout is not None
    assert loaded.holdout.slices["short_text"].all()
    assert loaded.holdout.rules is not None
    assert len(loaded.base) == len(model.base)


def test_the_same_model_gives_the_same_bytes(model: LinearModel, tmp_path: Path) -> None:
    save_bundle(tmp_path / "a", model)
    save_bundle(tmp_path / "b", load_bundle(tmp_path / "a"))
    names = sorted(path.name for path in (tmp_path / "a").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "b").iterdir())
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names)


def test_a_model_without_pieces_is_restored(tmp_path: Path) -> None:
    keys = np.arange(1, 4, dtype=np.uint64)
    vectors = StaticVectors(
        keys, keys[:0], WordPieces.of([]), np.ones((3, 2), np.int8), np.ones(3, np.float16)
    )
    save_bundle(tmp_path / "a", train(SILENT, Examples(("one two", "three"), ("a", "b")), vectors=vectors))
    assert load_bundle(tmp_path / "a").vectors.pieces.names == ()


def test_an_existing_folder_is_not_overwritten(bundle: Path, model: LinearModel) -> None:
    with user_error("already exists"):
        save_bundle(bundle, model)


def test_a_model_that_does_not_fit_on_the_disk_says_so(model: LinearModel, tmp_path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    try:
        with user_error(r"b could not be written: File too large") as caught:
            save_bundle(tmp_path / "b", model)
        with user_error(f"^{tmp_path / 'c'} could not be written: File too large"):
            install(model, tmp_path / "c")  # names no temporary folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert "Free some space" in caught.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def change_last_byte(bundle: Path) -> None:
    path = bundle / "head_words.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (change_last_byte, r"head_words.npy .*checksum"),
        (lambda bundle: (bundle / "head_bias.npy").unlink(), r"head_bias.npy .* is missing"),
        (
            lambda bundle: edit_manifest(bundle, lambda values: values["files"].pop("head_bias.npy")),
            r"array head_bias .* is missing",
        ),
        (lambda bundle: set_value(bundle, "format", 99), r"newer version .*Update"),
        (
            lambda bundle: replace_array(bundle, "head_bias", np.array([print] * 3, dtype=object)),
            "not an array",
        ),
        (lambda bundle: set_value(bundle, "files", {"../outside.npy": "0"}), "outside its folder"),
        (lambda bundle: set_value(bundle, "off_topic", [0.5, 0.5]), "differ in dimension"),
        (
            lambda bundle: edit_manifest(bundle, lambda values: values["tags"].reverse()),
            r"manifest .* was changed",
        ),
    ],
    ids=["changed", "no file", "no array", "future", "pickle", "outside", "off topic", "swapped tags"],
)
def test_a_damaged_bundle_is_rejected(bundle: Path, damage: Callable[[Path], object], words: str) -> None:
    shutil.copy(bundle / "head_bias.npy", bundle.parent / "outside.npy")
    damage(bundle)
    refused(bundle, words)


def test_an_unreadable_file_is_an_error(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(np, "fromfile", refuse)
    refused(bundle, "could not be read: Permission denied")


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("head_words", np.zeros((3, 3), np.float32)),
        ("head_bias", np.zeros(3, np.float64)),
        ("head_bias", np.full(3, np.nan, np.float32)),
        ("head_columns", np.array([5, 4], np.int32)),
        ("base_labels", np.array([9], np.int32)),
        ("vectors_table", np.zeros((2, 2), np.int8)),
        ("vectors_word_keys", np.zeros(3, np.uint64)),
    ],
)
def test_arrays_of_wrong_shape_are_rejected(bundle: Path, name: str, array: Any) -> None:
    replace_array(bundle, name, array)
    refused(bundle, "are inconsistent")


def test_numbers_are_aligned_after_a_header_of_any_length(bundle: Path, model: LinearModel) -> None:
    for path in bundle.glob("*.npy"):
        content = path.read_bytes()
        size = int.from_bytes(content[8:10], "little")
        header = content[10 : 9 + size] + b" \n"
        path.write_bytes(content[:8] + (size + 1).to_bytes(2, "little") + header + content[10 + size :])
        set_value(bundle, "files", {path.name: sha256_of(path)})
    edit_manifest(bundle, lambda values: values.pop("manifest_sha256"))
    loaded = load_bundle(bundle)
    arrays = (*loaded.head.arrays().values(), loaded.vectors.word_keys, loaded.vectors.bigram_keys)
    assert all(array.flags.aligned for array in arrays)
    texts = ("a quiet harbour", "leek pie")
    assert np.array_equal(loaded.predict(texts).probabilities, model.predict(texts).probabilities)


def test_swapped_tags_are_rejected_without_a_manifest_hash(bundle: Path) -> None:
    edit_manifest(bundle, lambda values: values.pop("manifest_sha256"))
    load_bundle(bundle)  # as earlier programs wrote it
    edit_manifest(bundle, lambda values: values["tags"].reverse())
    refused(bundle, r"manifest .* was changed")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("threshold", 0.123),
        ("metrics", {"another": 1}),
        ("training", {"seed": 99}),
        ("recipe", {"name": "another"}),
        ("base", "another"),
        ("licences", ["another"]),
        ("files", {"MODEL_CARD.md": None}),
    ],
)
def test_every_value_of_a_manifest_is_under_its_hash(bundle: Path, key: str, value: Any) -> None:
    set_value(bundle, key, value)
    refused(bundle, r"manifest .* was changed")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("tags", "abc"),
        ("tags", []),
        ("tags", ["a", "", "c"]),
        ("tags", ["a", "  ", "c"]),
        ("tags", ["a", "b\nb", "c"]),
        ("tags", ["a", "a", "c"]),
        ("tags", ["a", 2, "c"]),
        ("threshold", float("nan")),
        ("threshold", 1.5),
        ("threshold", True),
        ("threshold", "0.5"),
        ("review_below", {"": float("nan")}),
        ("review_below", {"": -0.1}),
        ("review_below", [0.5]),
        ("off_topic", 0.5),
        ("off_topic", [0.5, float("inf")]),
        ("licences", "MIT"),
        ("version", ""),
        ("version", "a\x00"),
        ("version", 3),
        ("base", 3),
        *(("training", {"rows": count}) for count in (-1, 2.5, float("nan"), "7", True)),
        ("training", {"f1": 7.3}),
        ("training", {"accuracy": "0.9"}),
    ],
)
def test_invalid_values_are_rejected(bundle: Path, key: str, value: Any) -> None:
    set_value(bundle, key, value)
    refused(bundle, "manifest could not be read")


def test_a_model_with_a_tag_that_cannot_be_read_back_is_not_written(
    model: LinearModel, tmp_path: Path
) -> None:
    manifest = replace(model.manifest, tags=("a", "b\tb", "c"))
    with user_error("control character"):
        save_bundle(tmp_path / "b", LinearModel(manifest, model.vectors, model.head, model.base, None))
    assert not (tmp_path / "b").exists()


def test_a_folder_that_is_not_a_bundle_is_rejected(tmp_path: Path) -> None:
    refused(tmp_path / "missing", "no model")
    refused(tmp_path, "no readable")
    (tmp_path / "manifest.json").write_text("[" * 100_000)
    refused(tmp_path, "damaged")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60)
@given(
    key=st.sampled_from(["version", "tags", "recipe", "training", "threshold", "base", "files", "slices"]),
    value=values,
)
def test_any_manifest_loads_or_is_rejected(bundle: Path, key: str, value: Any) -> None:
    before = (bundle / "manifest.json").read_bytes()
    edit_manifest(bundle, lambda manifest: manifest.update({key: value}))
    with contextlib.suppress(MltagError):
        load_bundle(bundle)
    (bundle / "manifest.json").write_bytes(before)


def test_additional_tags_of_the_rows_are_restored(
    vectors: StaticVectors, rows: Examples, tmp_path: Path
) -> None:
    additional_tags = (("sailing",), *((),) * (len(rows.texts) - 1))
    made = train(SILENT, Examples(rows.texts, rows.tags, additional_tags=additional_tags), vectors=vectors)
    save_bundle(tmp_path / "more", made)
    loaded = load_bundle(tmp_path / "more")
    assert loaded.base.additional_tag_names()[:2] == (("sailing",), ())
    again = train(SILENT, Examples(("a bread boat",), ("bakery",)), base=loaded)
    assert again.base.additional_tag_names()[0] == ("sailing",)
