"""What the Python interface takes: checked arguments, texts and tags of any container, tables as frames."""

import functools
import inspect
import os
import re
import types
import typing
import warnings
from collections import abc
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from numbers import Integral, Real
from pathlib import Path
from typing import Any, Final, Literal, ParamSpec, TypedDict, TypeVar, Union, Unpack

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionDtype
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import column_or_1d

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.messages import listed, some_of
from mltag_desktop.core.tables.columns import ColumnMapping, guess_mapping, record_text
from mltag_desktop.core.tables.dialect import Dialect
from mltag_desktop.core.tables.formats import ReadingOptions, dialect_as, open_table

TextColumns = str | Sequence[str] | None
"""The columns of a frame that hold the text; they are joined by a blank."""
_SAMPLE_ROWS: Final = 200


class InvalidInputError(MltagError, ValueError):
    """Texts or tags that cannot be used; a `ValueError`, as scikit-learn expects."""


def texts_of(values: Any, columns: TextColumns = None, *, without: Sequence[str] = ()) -> list[str]:
    """Return the texts of a list, an array, a Series, or the `columns` of a frame.

    Missing values are empty texts. `without` names columns of the frame that are not text. Raises
    `InvalidInputError` for missing columns and for values that are not text.
    """
    if isinstance(values, pd.DataFrame):
        return _joined(values, _named(values, columns, without))
    if isinstance(values, str | bytes):
        raise InvalidInputError("One text was given in place of several.", "Put it in a list: [text].")
    if isinstance(values, pd.Series) and _is_row(values, columns):
        raise InvalidInputError(
            "One row of a frame was given in place of several.",
            "Pass frame.iloc[[0]], or a list if these are texts.",
        )
    if isinstance(values, abc.Set):
        raise InvalidInputError("The texts are a set, which has no order.", "Put them in a list.")
    if (
        len(getattr(values, "shape", (0,))) != 1
        or not isinstance(values, Iterable)
        or isinstance(values, abc.Mapping)
    ):
        shape = getattr(values, "shape", type(values).__name__)
        raise InvalidInputError(
            f"Expected a list of texts, got {shape}.",
            "Reshape your data: pass one column of texts, or a frame with Tagger(text=[columns]).",
        )
    return _strings(values, "The input")


def tags_of(values: Any, count: int) -> NDArray[Any]:
    """Return the tags of `count` texts as an array, shape (count,).

    Raises `InvalidInputError` for missing tags, numbers that are not classes, and another number of tags.
    """
    if values is None:
        raise InvalidInputError("The tags are missing: y should be a 1d array.", "Pass the tag of each text.")
    if isinstance(values, str):
        raise InvalidInputError("The tags are one text.", f"Pass the column itself: frame[{values!r}].")
    try:
        tags = column_or_1d([*values] if isinstance(values, abc.Iterator) else _native(values), warn=True)
    except ValueError as error:
        uneven = "inhomogeneous" in str(error)  # lists of different lengths, in numpy's words
        raise InvalidInputError(
            "Some texts have several tags." if uneven else f"The tags are invalid: {_sentence(error)}",
            "Pass one tag for each text, and further tags as additional_tags.",
        ) from error
    if len(tags) != count:
        raise InvalidInputError(
            f"There are {count:,} texts and {len(tags):,} tags.", "Pass one tag for each text."
        )
    tags = np.asarray(tags)
    if tags.dtype.kind in "OUST":
        tags = tags.astype(object)
    blank = np.array([isinstance(tag, str) and not tag.strip() for tag in tags.tolist()], np.bool_)
    missing = np.flatnonzero(pd.isna(tags) | blank)
    if len(missing):
        what = "1 tag is missing" if len(missing) == 1 else f"{len(missing):,} tags are missing"
        raise InvalidInputError(
            f"{what} (NaN or empty), the first at position {missing[0]:,}.",
            "Leave these rows out: frame.dropna(subset=[label]).",
        )
    require_encodable([tag for tag in tags.tolist() if isinstance(tag, str)])
    if tags.dtype.kind == "f" and not np.isfinite(tags).all():
        raise InvalidInputError("The tags are numbers: input y contains infinity.", "Pass text tags.")
    if all(isinstance(tag, str) for tag in tags.tolist()):
        return tags.astype(str)
    try:
        check_classification_targets(tags)
    except ValueError as error:
        raise InvalidInputError(f"The tags are not classes: {_sentence(error)}", "Pass text tags.") from error
    return tags


def tag_name(tag: Any) -> str:
    """Return a class as a text. 1.0 is 1: pandas makes floats of whole numbers where some are missing."""
    return str(int(tag)) if isinstance(tag, (float, np.floating)) and tag.is_integer() else str(tag)


def require_encodable(names: Iterable[str]) -> None:
    """Raise `InvalidInputError` for a text that no file can hold, because it has a lone surrogate."""
    for name in {*names}:
        try:
            name.encode()
        except UnicodeEncodeError as error:
            raise InvalidInputError(
                f"{name!r} has half of a character, at position {error.start}.", "Remove this character."
            ) from error


def additional_tags_of(values: Any, count: int) -> tuple[tuple[str, ...], ...]:
    """Return the additional tags of `count` texts; empty for None. A missing value is no tag."""
    if values is None:
        return ()
    listed = values if isinstance(values, Iterable) else ()
    given = [() if _is_missing(each) else each for each in listed]
    if len(given) != count or not all(isinstance(each, list | tuple | set | frozenset) for each in given):
        raise InvalidInputError(
            f"The additional tags do not fit {count:,} texts.", "Pass a list or tuple of tags for each text."
        )
    found = tuple(tuple(tag_name(tag) for tag in each) for each in given)
    require_encodable(tag for each in found for tag in each)
    return found


def split_labels(labels: Sequence[Any]) -> tuple[Sequence[Any], tuple[tuple[str, ...], ...]]:
    """Return the tag of each text and its additional tags; a label may be a list or tuple of all its tags.

    The second result is empty where no label is a list.
    """
    if not any(isinstance(label, list | tuple) for label in labels):
        return labels, ()
    every = [tuple(label) if isinstance(label, list | tuple) else (label,) for label in labels]
    additional = tuple(tuple(str(tag) for tag in tags[1:]) for tags in every)
    main = pd.Series([tags[0] if tags else None for tags in every], dtype=object)
    return main, additional if any(additional) else ()


def weights_of(values: Any, count: int) -> tuple[float, ...] | None:
    """Return the sample weights of `count` texts; None for equal weights."""
    if values is None:
        return None
    try:
        weights = np.asarray(values, np.float64)
    except (ValueError, TypeError) as error:
        raise InvalidInputError(
            f"The sample weights are not numbers: {_sentence(error)}", "Pass one number for each text."
        ) from error
    if weights.shape != (count,):
        raise InvalidInputError(
            f"The sample weights have the shape {weights.shape}; there are {count:,} texts.",
            "Pass one weight for each text.",
        )
    if not np.isfinite(weights).all() or (weights < 0).any() or not weights.any():
        raise InvalidInputError(
            "The sample weights contain NaN, infinity or negative numbers, or are all zero.",
            "Pass weights of 0 or more.",
        )
    return tuple(weights.tolist())


def require_columns(frame: pd.DataFrame, names: Sequence[Any]) -> None:
    """Raise `InvalidInputError` for columns that `frame` lacks, with those that it has, or has twice."""
    for name in names:
        if not isinstance(name, abc.Hashable):
            kind = type(name).__name__
            raise InvalidInputError(
                f"A {kind} was given in place of a column.", "Pass the name of one column of the frame."
            )
    missing = [name for name in names if name not in frame.columns]
    if missing:
        raise InvalidInputError(
            f"The frame has no {'columns' if missing[1:] else 'column'} {listed([*map(str, missing)])}.",
            f"Its columns are: {some_of([*map(str, frame.columns)])}.",
        )
    repeated = [str(name) for name in dict.fromkeys(names) if list(frame.columns).count(name) > 1]
    if repeated:
        raise InvalidInputError(
            f"The frame has several columns called {listed(repeated)}.", "Rename or drop all but one."
        )


def column_names(columns: Any) -> list[Any]:
    """Return the names of columns as a list: one name, several, or None for no name."""
    if columns is None:
        return []
    is_one = isinstance(columns, str) or not isinstance(columns, Iterable)
    return [columns] if is_one else list(columns)


def _is_row(series: pd.Series, columns: TextColumns) -> bool:
    """Return whether a Series is a row of a frame, whose index are the names of its columns.

    Where the text columns are not named, a row is called by a number, as in a frame with the usual index.
    """
    if names := column_names(columns):
        return all(name in series.index for name in names)
    return isinstance(series.name, Integral) and series.index.inferred_type == "string"


def _named(frame: pd.DataFrame, columns: TextColumns, without: Sequence[str]) -> list[str]:
    """Return the text columns of a frame: the named ones, or its only column."""
    names = column_names(columns)
    others = [name for name in frame.columns if name not in without]
    if not names and len(others) == 1:
        return others
    if not names and not others:
        raise InvalidInputError("The frame has no column with texts.", "Add a column with the texts.")
    if not names:
        raise InvalidInputError(
            "The frame has several columns, and none is named as text.",
            f"Name the text columns, such as text={_likely_texts(frame[others])}.",
        )
    require_columns(frame, names)
    return names


def _likely_texts(frame: pd.DataFrame) -> list[Any]:
    """Return the columns that the window would read as text; the first one if there are none."""
    names = list(frame.columns)
    sample = frame.head(_SAMPLE_ROWS).astype(object)
    try:
        rows = sample.where(sample.notna(), "").astype(str).to_numpy().tolist()
        found = guess_mapping([*map(str, names)], rows).text
    except MltagError:
        found = (0,)
    return [names[place] for place in found]


def _joined(frame: pd.DataFrame, names: Sequence[str]) -> list[str]:
    """Return the text of each row, joined as the program joins the text columns of a table."""
    mapping = ColumnMapping(tuple(range(len(names))))
    cells = [_strings(frame[name], f"The column {name}") for name in names]
    return [record_text(row, mapping) for row in zip(*cells, strict=True)]


def _native(tags: Any) -> Any:
    """Return nullable whole numbers and booleans of pandas as those of numpy, not as floats."""
    dtype = getattr(tags, "dtype", None)
    if not isinstance(dtype, ExtensionDtype) or dtype.kind not in "biu" or pd.isna(tags).any():
        return tags
    return np.asarray(tags, {"b": np.bool_, "i": np.int64, "u": np.uint64}[dtype.kind])


def _is_missing(value: Any) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or (isinstance(value, float) and value != value)


def _sentence(error: Exception) -> str:
    """Return scikit-learn's and numpy's words with one full stop."""
    return f"{str(error).rstrip('.')}."


def _strings(values: Iterable[Any], what: str) -> list[str]:
    if getattr(getattr(values, "dtype", None), "kind", "O") in "biufcmM":
        missing = pd.isna(values)
        if missing.all():  # pandas reads an empty column as numbers
            return [""] * len(missing)
        raise InvalidInputError(
            f"{what} holds numbers or dates instead of texts.",
            "Choose the column of the texts, or convert it with .astype(str).",
        )
    return [_string(value, place, what) for place, value in enumerate(values)]


def _string(value: Any, place: int, what: str) -> str:
    if isinstance(value, str):
        return str(value)
    if _is_missing(value):
        return ""
    shown = repr(value)
    if len(shown) > _LONGEST:
        shown = f"a value of the type {type(value).__name__}"
    raise InvalidInputError(
        f"{what} holds {shown} at position {place:,}, which is not a text.",
        "Choose the column of the texts, or convert it with .astype(str).",
    )


P = ParamSpec("P")
T = TypeVar("T")

_WORDS: Final[dict[Any, tuple[str, ...]]] = {
    str: ("a text",),
    Path: ("a path",),
    bool: ("True", "False"),
    int: ("a whole number",),
    float: ("a number",),
    type(None): ("None",),
}
_KINDS: Final[dict[Any, tuple[type, ...]]] = {
    Path: (os.PathLike,),
    bool: (bool, np.bool_),
    int: (Integral,),
    float: (Real,),
}
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LONGEST: Final = 60
"""Number of characters of a wrong value that a message shows."""
_FRAME: Final = 'Write it first: frame.to_csv("table.csv", index=False), then pass the path of the file.'


def checked(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that raises `InvalidInputError` for arguments that do not fit its annotations.

    Annotations are types, `Literal`, `Sequence` and unions of them; `Any` allows everything. A path is
    neither empty nor a web address.
    """
    signature, hints = inspect.signature(function), typing.get_type_hints(function)
    further = [each.name for each in signature.parameters.values() if each.kind is each.VAR_KEYWORD]
    for name in further:  # a `TypedDict` of options
        hints |= typing.get_type_hints(typing.get_args(hints.pop(name))[0])

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        given = signature.bind(*args, **kwargs).arguments
        for name in further:
            given |= given.pop(name, {})
        for name, value in given.items():
            if further and name not in hints and name not in signature.parameters:
                raise TypeError(f"{function.__name__}() got an unexpected keyword argument {name!r}")
            hint = hints.get(name, Any)
            if isinstance(value, pd.DataFrame) and Path in _choices(hint):
                raise InvalidInputError(f"{name} is a frame in place of a file.", _FRAME)
            if not _fits(value, hint):
                raise InvalidInputError(f"{name} is {_shown(value)}.", _advice(hint))
            if isinstance(value, str | os.PathLike) and Path in _choices(hint):
                _check_path(name, os.fspath(value))
        return function(*args, **kwargs)

    return call


def _check_path(name: str, path: str) -> None:
    if _ADDRESS.match(path):
        raise InvalidInputError(f"{path} is a web address.", "Download the file and pass its path.")
    if not path or "\0" in path:
        raise InvalidInputError(f"{name} is {path!r}, which is not a file name.", "Pass the path of a file.")


def _choices(hint: Any) -> tuple[Any, ...]:
    """Return the members of a union; another hint is the only one."""
    return typing.get_args(hint) if typing.get_origin(hint) in (Union, types.UnionType) else (hint,)


def _fits(value: Any, hint: Any) -> bool:
    return any(_fits_one(value, each) for each in _choices(hint))


def _fits_one(value: Any, hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if hint is Any or isinstance(hint, TypeVar):
        return True
    if origin is Literal:
        return isinstance(value, str) and value in typing.get_args(hint)
    if origin is Sequence:
        if not isinstance(value, Collection) or isinstance(value, str | bytes | Mapping | set | frozenset):
            return False
        (item,) = typing.get_args(hint)
        return all(_fits(each, item) for each in value)
    if isinstance(value, bool | np.bool_) and hint is not bool:
        return False  # which Python counts among the numbers
    return isinstance(value, _KINDS.get(hint, hint))


def _advice(hint: Any) -> str:
    """Return what to pass, such as "Pass a text, a list of texts or None."."""
    choices = _choices(hint)
    if all(typing.get_origin(each) is Literal for each in choices):
        return f"Choose one of: {', '.join(str(each) for each in typing.get_args(choices[0]))}."
    if Path in choices:  # a text is a path too
        choices = tuple(each for each in choices if each is not str)
    words = [word for each in choices for word in _words(each)]
    return f"Pass {' or '.join(filter(None, [', '.join(words[:-1]), words[-1]]))}."


def _words(hint: Any) -> tuple[str, ...]:
    if typing.get_origin(hint) is Sequence:
        return ("a list of texts",)
    return _WORDS.get(hint) or (f"a {hint.__name__}",)


def _shown(value: Any) -> str:
    """Return a value as text; the type of a large one."""
    written = repr(value) if isinstance(value, str | int | float | list | tuple | types.NoneType) else ""
    return written if 0 < len(written) <= _LONGEST else f"of the type {type(value).__name__}"


class Reading(TypedDict, total=False):
    """How `read_table` and `Workspace.import_table` read a file; each option is a keyword of them.

    What is not given is detected.
    """

    encoding: str | None
    delimiter: str | None
    sheet: str | None
    header: bool | None


def dialect_of(file: Path, reading: Reading) -> Dialect | None:
    """Return the dialect of a table file; None if nothing was given, so that all of it is detected."""
    return dialect_as(
        file,
        ReadingOptions(
            reading.get("encoding") or "",
            reading.get("delimiter") or "",
            reading.get("sheet") or "",
            reading.get("header"),
        ),
    )


@checked
def read_table(path: str | Path, **reading: Unpack[Reading]) -> pd.DataFrame:
    """Return a CSV, TSV, JSON, workbook or Parquet file as a frame in which every cell is text.

    Encoding, delimiter, sheet and header are detected unless given (`Reading`). Lines that cannot be read are
    left out with a warning; `frame.attrs["unreadable"]` lists their line numbers and the reasons.
    """
    file = Path(path)
    dialect = dialect_of(file, reading)
    table = open_table(file, dialect)
    rows: list[tuple[str, ...]] = []
    unreadable: list[tuple[int, str]] = []
    for block in table.blocks():
        rows += block.cells
        unreadable += [(item.line, str(item.reason)) for _, item in block.quarantined]
    frame = pd.DataFrame(rows, columns=list(table.columns))
    frame.attrs["unreadable"] = unreadable
    if unreadable:
        lines = "1 line is" if len(unreadable) == 1 else f"{len(unreadable):,} lines are"
        line, reason = unreadable[0]
        text = f"{lines} unreadable in {file.name}: line {line}, {reason}"
        warnings.warn(text, stacklevel=3)  # in the code that calls, above the check of the arguments
    return frame
