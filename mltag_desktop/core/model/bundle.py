"""Read and write model bundles: folders with a manifest, plain arrays and a model card, and no code.

The manifest lists the SHA-256 of each file and of itself. A bundle with a wrong hash, shape or format is
rejected with an error that says what is wrong.
"""

import hashlib
import io
import json
import math
import re
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import read_bounded, resource, sha256_of, write_error
from mltag_desktop.core.messages import message
from mltag_desktop.core.model.encoder import DIMENSION, ENGLISH
from mltag_desktop.core.model.extraction import BUCKETS, SHAPE_COUNT, Features
from mltag_desktop.core.model.linear_head import ARRAY, ForeignHead, LinearHead, empty_head
from mltag_desktop.core.model.linear_model import BaseModelMixture, LinearModel, SourceGate
from mltag_desktop.core.model.manifest import Manifest
from mltag_desktop.core.model.own_estimator import OwnEstimator
from mltag_desktop.core.model.static_vectors import StaticVectors
from mltag_desktop.core.model.tokenization import WordPieces, differ
from mltag_desktop.core.model.training_set import LabelledFeatures
from mltag_desktop.core.processes.pool import send_as_place
from mltag_desktop.core.serialization import from_plain

MANIFEST: Final = "manifest.json"
MOST_BYTES: Final = 16 << 20
"""Largest size of a manifest."""
MOST_FILES: Final = 500
_HEADER: Final = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '(?P<descr>[<|][biuf][1248])', "
    rb"'fortran_order': (?P<by_column>True|False), "
    rb"'shape': \((?P<shape>\d{0,12}(?:, ?\d{1,12}){0,7},?)\), \}[ ]*\n",
    re.DOTALL,
)
"""Header of a .npy file. NumPy's own reader evaluates a Python literal and accepts object arrays."""
_PREFIX: Final = 10
_LONGEST_HEADER: Final = 1 << 12
CARD: Final = "MODEL_CARD.md"
_PIECES: Final = "pieces.txt"
_MANIFEST_HASH: Final = "manifest_sha256"
"""Key of the hash over all other values of a manifest; older versions of the program did not write it."""
_ADVICE: Final = message("Choose another model, or get a new copy of this one.")

Arrays = dict[str, NDArray[Any]]


def save_bundle(folder: Path, model: LinearModel, card: str = "", *, out: Path | None = None) -> None:
    """Write `model` into the new folder `folder`; the same model gives the same bytes.

    Messages name `out` where `folder` is only temporary.

    Raises `MltagError` when the folder exists or cannot be written, or when a tag has an invalid name.
    """
    try:
        model.manifest.check_names()
    except ValueError as error:
        raise MltagError(
            message("The model cannot be kept: {error}.", error=error), "Rename the tag."
        ) from error
    try:
        folder.mkdir(parents=True)
        for name, array in _arrays_of(model).items():
            data = io.BytesIO()  # numpy's own write to a file does not say why it failed
            np.save(data, array, allow_pickle=False)
            (folder / f"{name}.npy").write_bytes(data.getbuffer())
        (folder / _PIECES).write_bytes(model.vectors.pieces.text)
        if card:
            (folder / CARD).write_text(card, encoding="utf-8", newline="\n")
        files = {path.name: sha256_of(path) for path in sorted(folder.iterdir())}
        slices = {} if model.holdout is None else {"slices": list(model.holdout.slices)}
        own = model.manifest.to_json(form=model.format)
        manifest = {**own, **slices, "files": files}
        manifest[_MANIFEST_HASH] = _hash_of(manifest)
        text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise MltagError(
            message("{folder} already exists.", folder=folder), "Choose another name for the model."
        ) from error
    except OSError as error:
        raise write_error(out or folder, error) from error


@dataclass(frozen=True)
class BundleIndex:
    """What the file `manifest.json` of a bundle says."""

    manifest: Manifest
    hash: str
    """SHA-256 over all values, so that it covers all files, in hex."""
    stored_hash: str | None
    """The hash that was stored; None in a bundle of an earlier version."""
    files: Mapping[str, str]
    """SHA-256 of each other file, by name."""
    slices: tuple[str, ...]
    """Names of the slices of the holdout."""


def load_bundle(folder: Path) -> LinearModel:
    """Read a model; raises `MltagError` when it is incomplete, damaged or from a newer program."""
    index = read_index(folder)
    arrays, pieces = _checked_files(folder, index.files)
    try:
        model = _assemble(index, arrays, pieces, folder)
    except KeyError as error:
        raise MltagError(
            message(
                "The array {args} of the model in {folder} is missing.", args=error.args[0], folder=folder
            ),
            _ADVICE,
        ) from error
    except ValueError as error:
        raise MltagError(
            message(
                "The files of the model in {folder} are inconsistent: {error}.", folder=folder, error=error
            ),
            _ADVICE,
        ) from error
    # without a stored hash, the version is checked, which is derived from the tags and the arrays
    is_unchanged = (
        index.stored_hash == index.hash
        if index.stored_hash is not None
        else model.versioned().version == model.version
    )
    if not is_unchanged:
        raise MltagError(
            message("The manifest of the model in {folder} was changed (its hash is wrong).", folder=folder),
            _ADVICE,
        )
    return model


def _hash_of(manifest: Mapping[str, Any]) -> str:
    """Return the SHA-256 over all values of a manifest except its own hash, in hex."""
    values = {key: value for key, value in manifest.items() if key != _MANIFEST_HASH}
    text = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


@lru_cache(maxsize=1)
def bundled() -> LinearModel:
    """Return the model that comes with the program."""
    return load_bundle(resource("model"))


def bundled_index() -> BundleIndex:
    """Return the index of the model that comes with the program, without loading it."""
    return read_index(resource("model"))


def read_index(folder: Path) -> BundleIndex:
    """Return the index of a bundle, whose files are not checked; raises `MltagError`."""
    if not folder.is_dir():
        raise MltagError(
            message("There is no model in {folder}.", folder=folder),
            "Choose a folder that contains a manifest.json.",
        )
    try:
        return index_in(read_bounded(folder / MANIFEST, MOST_BYTES))
    except OSError as error:
        raise MltagError(
            message("{folder} contains no readable {manifest}.", folder=folder, manifest=MANIFEST),
            "Choose a model folder.",
        ) from error
    except ValueError as error:
        raise MltagError(
            message("The manifest in {folder} is damaged ({error}).", folder=folder, error=error), _ADVICE
        ) from error


def index_in(content: bytes) -> BundleIndex:
    """Return the index in the bytes of its file; raises `ValueError`, or `MltagError` for invalid values."""
    try:
        values = json.loads(content.decode("utf-8"))
        if not isinstance(values, dict):
            raise ValueError("it is no JSON object")
        digest = _hash_of(values)
    except RecursionError as error:
        raise ValueError("too deeply nested") from error
    files = from_plain(dict[str, str], values.get("files"))
    if len(files) > MOST_FILES:
        raise ValueError("too many files")
    slices = from_plain(tuple[str, ...], values.get("slices", ()))
    return BundleIndex(Manifest.from_json(values), digest, values.get(_MANIFEST_HASH), files, slices)


def _checked_files(folder: Path, files: Mapping[str, str]) -> tuple[Arrays, bytes]:
    """Return the arrays and the word pieces; raises `MltagError` for a file with another hash."""
    arrays: Arrays = {}
    pieces = b""
    for name, expected in files.items():
        path = folder / name
        if Path(name).name != name or name in {"", ".", ".."}:
            raise MltagError(
                message("The model in {folder} refers to a file outside its folder.", folder=folder), _ADVICE
            )
        if not path.is_file():  # a pipe or a device would not end
            raise MltagError(
                message("The file {name} of the model in {folder} is missing.", name=name, folder=folder),
                _ADVICE,
            )
        try:
            content = np.fromfile(path, np.uint8)  # read once, so that the checked bytes are the used ones
        except OSError as error:
            raise MltagError(
                message(
                    "The file {name} of the model in {folder} could not be read: {value}.",
                    name=name,
                    folder=folder,
                    value=error.strerror or error,
                ),
                _ADVICE,
            ) from error
        if hashlib.sha256(content.data).hexdigest() != expected:
            raise MltagError(
                message(
                    "The file {name} of the model in {folder} was modified (checksum mismatch).",
                    name=name,
                    folder=folder,
                ),
                _ADVICE,
            )
        if name == _PIECES:
            pieces = content.tobytes()
        elif path.suffix == ".npy":
            try:
                arrays[path.stem] = _array_in(content)
            except (ValueError, EOFError) as error:
                raise MltagError(
                    message(
                        "The file {name} of the model in {folder} is not an array.", name=name, folder=folder
                    ),
                    _ADVICE,
                ) from error
    return arrays, pieces


def _array_in(content: NDArray[np.uint8]) -> NDArray[Any]:
    """Return the array in a .npy file as a view of `content`; raises `ValueError` for any other bytes."""
    start = content[:_LONGEST_HEADER].tobytes()
    header = _HEADER.match(start)
    if header is None:
        raise ValueError("another version of the format, or not plain numbers")
    end = _PREFIX + int.from_bytes(start[_PREFIX - 2 : _PREFIX], "little")
    if header.end() > end:
        raise ValueError("a head that is cut")
    dtype = np.dtype(header["descr"].decode("ascii"))
    shape = tuple(int(size) for size in header["shape"].split(b",") if size.strip())
    numbers = content[end : end + dtype.itemsize * math.prod(shape)].view(dtype)
    numbers = np.require(numbers, requirements="A")  # compiled code reads it; a header may have any length
    return numbers.reshape(shape, order="F" if header["by_column"] == b"True" else "C")


def _arrays_of(model: LinearModel) -> Arrays:
    vectors = model.vectors
    arrays: Arrays = {
        "vectors_word_keys": vectors.word_keys,
        "vectors_bigram_keys": vectors.bigram_keys,
        "vectors_table": vectors.table,
        "vectors_scales": vectors.scales,
    }
    arrays |= {f"head_{name}": array for name, array in model.head.arrays().items()}
    if model.mixture is not None:
        arrays |= {f"elsewhere_{name}": array for name, array in model.mixture.head.arrays().items()}
        arrays |= model.mixture.gate.arrays()
    arrays |= _snapshot_arrays("base", model.base)
    if model.holdout is not None:
        arrays |= _snapshot_arrays("holdout", model.holdout)
    return arrays


def _snapshot_arrays(prefix: str, rows: LabelledFeatures) -> Arrays:
    features = rows.features
    arrays: Arrays = {
        "labels": rows.labels,
        "weights": rows.weights,
        "digests": rows.digests,
        "bounds": features.bounds,
        "buckets": features.buckets,
        "counts": features.counts,
        "vectors": features.vectors,
    }
    if rows.slices:
        arrays["slices"] = np.stack(list(rows.slices.values()))
    if rows.rules is not None:
        arrays["rules"] = rows.rules
    if rows.additional_tags is not None:
        arrays["further"] = rows.additional_tags
    return {f"{prefix}_{name}": array for name, array in arrays.items()}


def _assemble(index: BundleIndex, arrays: Arrays, pieces: bytes, folder: Path) -> LinearModel:
    manifest, tags = index.manifest, len(index.manifest.tags)
    table = _array(arrays, "vectors_table", np.int8, (None, None))
    units, dimension = table.shape
    word_keys = _array(arrays, "vectors_word_keys", np.uint64, (None,))
    bigram_keys = _array(arrays, "vectors_bigram_keys", np.uint64, (None,))
    word_pieces = WordPieces(pieces)
    if len(word_keys) + len(bigram_keys) + len(word_pieces) != units:
        raise ValueError("its vectors and vocabulary differ in number")
    if not differ(word_keys) or not differ(bigram_keys):
        raise ValueError("its vocabulary repeats itself")
    if manifest.off_topic and len(manifest.off_topic) != dimension + 1:
        raise ValueError("its off-topic filter and its vectors differ in dimension")
    scales = _array(arrays, "vectors_scales", np.float16, (units,))
    head = _head(arrays, "head", dimension)
    if "head_estimator" in arrays:
        stored = _array(arrays, "head_estimator", np.uint8, (None,))
        head = replace(head, estimator=OwnEstimator(stored, manifest.recipe, manifest.tags))
    if head.bias.shape != (tags,):
        raise ValueError("its tag set and its numbers differ in number")
    mixture = _mixture(arrays, dimension, tags) if "gate_weights" in arrays else None
    base = _snapshot(arrays, "base", manifest.tags, dimension)
    holdout = None
    if "holdout_labels" in arrays:
        holdout = _snapshot(arrays, "holdout", manifest.tags, dimension, index.slices)
    vectors = StaticVectors(word_keys, bigram_keys, word_pieces, table, scales)
    return LinearModel(manifest, vectors, head, base, holdout, mixture, folder)


_HEAD_SHAPES: Final = {
    "columns": "m",
    "idf": "m",
    "words": "mk",
    "vectors": "dk",
    "bias": "k",
    "bayes": "mk",
    "scale": "2",
    "confidence_curve": "3",
    "tag_thresholds": "k",
    "forms": "sk",
    "guessed": "g",
    "guessed_scale": "1",
    "guessed_copies": "n",
    "character_columns": "c",
    "character_idf": "c",
    "characters": "ck",
    "embeddings": "ek",
    "english": "lk",
}
"""A letter or a number for each axis of an array of a head; equal letters are equal sizes."""
_HEAD_NUMBERS: Final = {
    "columns": np.int32,
    "character_columns": np.int32,
    "guessed": np.uint64,
    "guessed_copies": np.uint64,
}
"""Arrays of a head that hold other numbers than float32."""
_TOGETHER: Final = (("guessed", "guessed_scale"), ("character_columns", "character_idf", "characters"))


def _head(arrays: Arrays, prefix: str, dimension: int) -> LinearHead:
    sizes: dict[str, int | None] = {"d": dimension, "s": SHAPE_COUNT, "e": DIMENSION, "1": 1, "2": 2, "3": 3}
    sizes["l"] = ENGLISH.dimension
    found: Arrays = {}
    parts: dict[str, Any] = {}
    for each in fields(LinearHead):
        name = each.metadata.get(ARRAY, each.name)
        key, axes = f"{prefix}_{name}", _HEAD_SHAPES.get(name)
        if axes is None or (key not in arrays and each.default is not MISSING):
            continue
        shape = tuple(sizes.get(axis) for axis in axes)
        found[name] = parts[each.name] = _array(arrays, key, _HEAD_NUMBERS.get(name, np.float32), shape)
        sizes |= dict(zip(axes, found[name].shape, strict=True))
    for names in _TOGETHER:
        if 0 < len(found.keys() & names) < len(names):
            raise KeyError(f"{prefix}_{next(name for name in names if name not in found)}")
    for name in ("columns", "character_columns"):
        columns = found.get(name, np.zeros(0, np.int32))
        if len(columns) and (columns[0] < 0 or columns[-1] >= BUCKETS or (np.diff(columns) <= 0).any()):
            raise ValueError(f"the {name} of {prefix} are out of order")
    head = LinearHead(**parts)
    if f"{prefix}_foreign_embeddings" not in arrays:
        return head
    return replace(head, foreign=_foreign(arrays, f"{prefix}_foreign", len(head.bias), dimension))


def _foreign(arrays: Arrays, prefix: str, tags: int, dimension: int) -> ForeignHead:
    embeddings = _array(arrays, f"{prefix}_embeddings", np.float32, (DIMENSION, tags))
    bias = _array(arrays, f"{prefix}_bias", np.float32, (tags,))
    scale = _array(arrays, f"{prefix}_scale", np.float32, (2,))
    languages = _array(arrays, f"{prefix}_languages", np.uint8, (None,)).tobytes().decode("ascii")
    head = replace(empty_head(dimension, tags), embeddings=embeddings, bias=bias, scale=scale)
    return ForeignHead(head, tuple(languages.split(",")))


def _mixture(arrays: Arrays, dimension: int, tags: int) -> BaseModelMixture:
    head = _head(arrays, "elsewhere", dimension)
    if not 0 < len(head.bias) <= tags:
        raise ValueError("its base knows other tags")
    line = _array(arrays, "gate_line", np.float32, (2,))
    weights = _array(arrays, "gate_weights", np.float32, (dimension,))
    return BaseModelMixture(head, SourceGate(weights, float(line[0]), float(line[1])))


def _snapshot(
    arrays: Arrays, prefix: str, tags: tuple[str, ...], dimension: int, slices: tuple[str, ...] = ()
) -> LabelledFeatures:
    labels = _array(arrays, f"{prefix}_labels", np.int32, (None,))
    n = len(labels)
    bounds = _array(arrays, f"{prefix}_bounds", np.int64, (n + 1,))
    buckets = _array(arrays, f"{prefix}_buckets", np.int32, (None,))
    if bounds[0] != 0 or bounds[-1] != len(buckets) or (np.diff(bounds) < 0).any():
        raise ValueError(f"the rows of {prefix} overlap")
    if len(buckets) and (buckets.min() < 0 or buckets.max() >= BUCKETS):
        raise ValueError(f"{prefix} has buckets out of range")
    if n and (labels.min() < 0 or labels.max() >= len(tags)):
        raise ValueError(f"{prefix} has labels outside the tag set")
    features = Features(
        bounds,
        buckets,
        _array(arrays, f"{prefix}_counts", np.float32, (len(buckets),)),
        _array(arrays, f"{prefix}_vectors", np.float32, (n, dimension)),
    )
    members = _array(arrays, f"{prefix}_slices", np.bool_, (len(slices), n)) if slices else ()
    rules = _array(arrays, f"{prefix}_rules", np.float32, (n, None)) if f"{prefix}_rules" in arrays else None
    name = f"{prefix}_further"
    additional_tags = _array(arrays, name, np.bool_, (n, len(tags))) if name in arrays else None
    return LabelledFeatures(
        tags,
        labels,
        _array(arrays, f"{prefix}_weights", np.float32, (n,)),
        features,
        _array(arrays, f"{prefix}_digests", np.uint64, (n,)),
        dict(zip(slices, members, strict=True)),
        rules,
        additional_tags,
    )


def _array(arrays: Arrays, name: str, dtype: Any, shape: tuple[int | None, ...]) -> NDArray[Any]:
    """Return the named array; raises `ValueError` for another type or shape, where None fits any length."""
    array = arrays[name]
    fits = len(shape) == array.ndim and all(
        want is None or want == have for want, have in zip(shape, array.shape, strict=True)
    )
    if array.dtype != dtype or not fits:
        raise ValueError(f"{name} is {array.dtype} {array.shape}")
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise ValueError(f"{name} holds numbers that are not finite")
    return array


@lru_cache(maxsize=3)
def model_in(folder: Path, version: str) -> LinearModel:
    """Return the model in a folder, without its gate if only that model has the version.

    A worker process keeps three: usually the bundled model, the active one and a candidate.
    """
    found = load_bundle(folder)
    return found if found.version == version else found.own


def _place_of(model: LinearModel) -> tuple[object, ...] | None:
    """Return how a worker process loads a model, if it is on the disk."""
    return None if model.folder is None else (model_in, (model.folder, model.version))


send_as_place(LinearModel, _place_of)
