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
from hypothesis import HealthCheck, given, settings
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


def edit_manifest(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    manifest = json.loads((folder / "manifest.json").read_text())
    change(manifest)
    (folder / "manifest.json").write_text(json.dumps(manifest))


def replace_array(folder: Path, name: str, array: Any) -> None:
    """Put another array in, with a right hash, as a forger would."""
    np.save(folder / f"{name}.npy", array)
    edit_manifest(
        folder, lambda values: values["files"].update({f"{name}.npy": sha256_of(folder / f"{name}.npy")})
    )


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
    with pytest.raises(MltagError, match="already exists"):
        save_bundle(bundle, model)


def test_a_model_that_does_not_fit_on_the_disk_says_so(model: LinearModel, tmp_path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))
    try:
        with pytest.raises(MltagError, match=r"b could not be written: File too large") as caught:
            save_bundle(tmp_path / "b", model)
        with pytest.raises(MltagError, match=f"^{tmp_path / 'c'} could not be written: File too large"):
            install(model, tmp_path / "c")  # names no temporary folder
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert "Free some space" in caught.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_changed_file_is_rejected(bundle: Path) -> None:
    path = bundle / "head_words.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    with pytest.raises(MltagError, match=r"head_words.npy .*checksum"):
        load_bundle(bundle)


def test_a_missing_file_is_rejected(bundle: Path) -> None:
    (bundle / "head_bias.npy").unlink()
    with pytest.raises(MltagError, match=r"head_bias.npy .* is missing"):
        load_bundle(bundle)


def test_an_unreadable_file_is_an_error(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(np, "fromfile", refuse)
    with pytest.raises(MltagError, match="could not be read: Permission denied"):
        load_bundle(bundle)


def test_a_missing_array_is_rejected(bundle: Path) -> None:
    edit_manifest(bundle, lambda values: values["files"].pop("head_bias.npy"))
    with pytest.raises(MltagError, match=r"array head_bias .* is missing"):
        load_bundle(bundle)


def test_a_future_format_is_rejected(bundle: Path) -> None:
    edit_manifest(bundle, lambda values: values.update(format=99))
    with pytest.raises(MltagError, match=r"newer version .*Update"):
        load_bundle(bundle)


def test_pickles_are_rejected(bundle: Path) -> None:
    replace_array(bundle, "head_bias", np.array([print, print, print], dtype=object))
    with pytest.raises(MltagError, match="not an array"):
        load_bundle(bundle)


def test_a_file_outside_the_folder_is_rejected(bundle: Path) -> None:
    shutil.copy(bundle / "head_bias.npy", bundle.parent / "outside.npy")
    edit_manifest(bundle, lambda values: values["files"].update({"../outside.npy": "0"}))
    with pytest.raises(MltagError, match="outside its folder"):
        load_bundle(bundle)


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
    with pytest.raises(MltagError, match="are inconsistent"):
        load_bundle(bundle)


def test_numbers_are_aligned_after_a_header_of_any_length(bundle: Path, model: LinearModel) -> None:
    for path in bundle.glob("*.npy"):
        content = path.read_bytes()
        size = int.from_bytes(content[8:10], "little")
        header = content[10 : 9 + size] + b" \n"
        path.write_bytes(content[:8] + (size + 1).to_bytes(2, "little") + header + content[10 + size :])
        digest = sha256_of(path)
        edit_manifest(bundle, lambda values, name=path.name, new=digest: values["files"].update({name: new}))
    edit_manifest(bundle, lambda values: values.pop("manifest_sha256"))
    loaded = load_bundle(bundle)
    arrays = (*loaded.head.arrays().values(), loaded.vectors.word_keys, loaded.vectors.bigram_keys)
    assert all(array.flags.aligned for array in arrays)
    texts = ("a quiet harbour", "leek pie")
    assert np.array_equal(loaded.predict(texts).probabilities, model.predict(texts).probabilities)


def test_swapped_tags_are_rejected(bundle: Path) -> None:
    edit_manifest(bundle, lambda values: values["tags"].reverse())
    with pytest.raises(MltagError, match=r"manifest .* was changed"):
        load_bundle(bundle)


def test_swapped_tags_are_rejected_without_a_manifest_hash(bundle: Path) -> None:
    edit_manifest(bundle, lambda values: values.pop("manifest_sha256"))
    load_bundle(bundle)  # as earlier programs wrote it
    edit_manifest(bundle, lambda values: values["tags"].reverse())
    with pytest.raises(MltagError, match=r"manifest .* was changed"):
        load_bundle(bundle)


@pytest.mark.parametrize("key", ["threshold", "metrics", "training", "recipe", "base", "licences", "files"])
def test_every_value_of_a_manifest_is_under_its_hash(bundle: Path, key: str) -> None:
    def change(values: dict[str, Any]) -> None:
        if key == "threshold":
            values[key] = 0.123
        elif key == "base":
            values[key] = "another"
        elif key == "licences":
            values[key] = [*values[key], "another"]
        elif key == "files":
            del values[key]["MODEL_CARD.md"]
        elif key == "training":
            values[key]["seed"] += 1
        elif key == "recipe":
            values[key]["name"] = "another"
        else:
            values[key]["another"] = 1

    edit_manifest(bundle, change)
    with pytest.raises(MltagError, match=r"manifest .* was changed"):
        load_bundle(bundle)


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
    ],
)
def test_invalid_values_are_rejected(bundle: Path, key: str, value: Any) -> None:
    edit_manifest(bundle, lambda values: values.update({key: value}))
    with pytest.raises(MltagError, match="manifest could not be read"):
        load_bundle(bundle)


def test_an_off_topic_filter_of_another_dimension_is_rejected(bundle: Path) -> None:
    edit_manifest(bundle, lambda values: values.update(off_topic=[0.5, 0.5]))
    with pytest.raises(MltagError, match="differ in dimension"):
        load_bundle(bundle)


@pytest.mark.parametrize(
    ("key", "value"),
    [*(("rows", count) for count in (-1, 2.5, float("nan"), "7", True)), ("f1", 7.3), ("accuracy", "0.9")],
)
def test_invalid_figures_are_rejected(bundle: Path, key: str, value: Any) -> None:
    edit_manifest(bundle, lambda values: values["training"].update({key: value}))
    with pytest.raises(MltagError, match="manifest could not be read"):
        load_bundle(bundle)


def test_a_model_with_a_tag_that_cannot_be_read_back_is_not_written(
    model: LinearModel, tmp_path: Path
) -> None:
    manifest = replace(model.manifest, tags=("a", "b\tb", "c"))
    with pytest.raises(MltagError, match="control character"):
        save_bundle(tmp_path / "b", LinearModel(manifest, model.vectors, model.head, model.base, None))
    assert not (tmp_path / "b").exists()


def test_a_folder_that_is_not_a_bundle_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="no model"):
        load_bundle(tmp_path / "missing")
    with pytest.raises(MltagError, match="no readable"):
        load_bundle(tmp_path)
    (tmp_path / "manifest.json").write_text("[" * 100_000)
    with pytest.raises(MltagError, match="damaged"):
        load_bundle(tmp_path)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
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
