"""Arguments of a wrong type or value: each is refused before anything is done, with what to pass."""

import inspect
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mltag_desktop import InvalidInputError, MltagError, Tagger, Workspace, evaluate, read_table

ARGUMENTS = {
    "path": "x.csv",
    "records": 1,
    "record": 1,
    "tag": "mlops",
    "text": "x",
    "mark": "flagged",
    "version": "1",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("arguments")
    TABLE.to_csv(folder / "t.csv", index=False)
    with Workspace.create(folder / "w.mltag", curator="Ann") as made:
        made.import_table(folder / "t.csv", text="title")
        yield made


TABLE = pd.DataFrame({"title": ["Serving models", "Parsing contracts"], "body": ["a", "b"]})


def functions(workspace: Workspace) -> list[Callable[..., Any]]:
    """Return every function of the interface that takes more than texts, frames and fitted models."""
    methods = [
        method
        for name, method in inspect.getmembers(workspace, inspect.ismethod)
        if not name.startswith("_") and name != "close"
    ]
    return [read_table, Tagger.load, Tagger.bundled().explain, Tagger.bundled().save, *methods]


def test_every_argument_of_every_function_is_checked(workspace: Workspace) -> None:
    checked = 0
    for function in functions(workspace):
        hints = typing.get_type_hints(inspect.unwrap(getattr(function, "__func__", function)))
        parameters = dict(inspect.signature(function).parameters)
        if further := next(
            (name for name, each in parameters.items() if each.kind is each.VAR_KEYWORD), None
        ):
            del parameters[further]
            hints |= typing.get_type_hints(typing.get_args(hints.pop(further))[0])
        needed = {name: ARGUMENTS[name] for name, each in parameters.items() if each.default is each.empty}
        for name in [name for name in hints if name != "return" and hints[name] is not Any]:
            with pytest.raises(InvalidInputError, match=rf"^{name} is of the type object\. (Pass|Choose)"):
                function(**needed | {name: object()})
            checked += 1
    assert checked > 40
    assert workspace.journal().empty
    assert not list(workspace.path.parent.glob("x.csv*"))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda w: w.certify("a"), "allowed is 'a'. Pass a number."),
        (lambda w: w.certify(True), "allowed is True"),
        (lambda w: w.certify(0.05, checks=1.5), "checks is 1.5. Pass a whole number or None."),
        (lambda w: w.promote(""), "No model was named. Name one of"),
        (lambda w: w.tagger(""), "No model was named"),
        (lambda w: w.promote(None), "There is no candidate to promote. Train one"),
        (lambda w: w.decide(1, "mlops", None), "note is None. Pass a text."),
        (lambda w: w.export("out.csv", columns=["title", 5]), "columns is .*Pass a text, a list of texts or"),
        (lambda w: w.export("out.csv", fill="x"), "fill is 'x'. Pass True, False or None."),
        (lambda w: w.export("nowhere/out.csv"), r"The folder .*nowhere does not exist. Create it first"),
        (lambda w: w.import_table("t.csv", id=0), "id is 0"),
        (lambda w: Workspace.open(w.path.with_name("t.csv")), "t.csv is not an MLTag workspace"),
        (lambda w: Workspace.open(w.path.parent), "is a folder"),
        (lambda w: Workspace.open(w.path, curator=5), "curator is 5"),  # type: ignore[arg-type]
        (lambda w: Workspace.create("nowhere/w.mltag"), "The folder .*nowhere does not exist"),
        (lambda w: Workspace.create("n.mltag", tags=["a", " "]), "A tag has no name"),
        (lambda w: Workspace.create("n.mltag", tags={"a", "b"}), "tags is of the type set. Pass a list"),  # type: ignore[arg-type]
        (lambda w: read_table("https://example.org/t.csv"), "is a web address. Download the file"),
        (lambda w: read_table(""), "path is '', which is not a file name"),
        (lambda w: read_table("a\0b"), "which is not a file name"),
        (lambda w: read_table(w.path.parent), "is a folder"),
        (
            lambda w: read_table("/dev/null" if Path("/dev/null").exists() else "none"),
            "device|not found",
        ),
        (lambda w: read_table("t.csv", header=0), "header is 0. Pass True, False or None."),  # type: ignore[arg-type]
        (lambda w: read_table(TABLE), "path is a frame in place of a file"),
        (lambda w: Tagger.bundled().save("nowhere/model"), "The folder .*nowhere does not exist"),
        (lambda w: Tagger.load(5), "path is 5. Pass a path."),  # type: ignore[arg-type]
        (lambda w: Tagger.bundled(text=["title", "body"]).predict(TABLE.iloc[0]), r"One row.*iloc\[\[0\]\]"),
        (lambda w: Tagger.bundled().predict(TABLE.iloc[0]), "One row of a frame.*a list if these are texts"),
        (lambda w: Tagger.bundled().predict({"a", "b"}), "a set, which has no order"),
        (lambda w: Tagger.bundled(text=5).predict(TABLE), "The frame has no column “5”"),  # type: ignore[arg-type]
        (lambda w: evaluate(Tagger.bundled(), TABLE, label="body", slices=5), "The frame has no column “5”"),  # type: ignore[arg-type]
        (lambda w: evaluate(Tagger.bundled(), TABLE, label={}), "A dict was given in place of a column"),  # type: ignore[arg-type]
    ],
)
def test_a_wrong_value_is_refused_with_what_to_do(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, call: Callable[[Workspace], object], said: str
) -> None:
    monkeypatch.chdir(workspace.path.parent)
    with pytest.raises(MltagError, match=said):
        call(workspace)
    assert not {"out.csv", "n.mltag", "nowhere"} & {path.name for path in Path().iterdir()}


def test_what_python_counts_as_the_same_is_taken(workspace: Workspace) -> None:
    assert workspace.decide(np.int64(1), "mlops") == 1
    assert workspace.undo()
    texts = pd.Series(["Serving models"], index=["first"])  # a column with names as its index
    assert len(Tagger.bundled().predict(texts)) == 1
    read = read_table(workspace.path.with_name("t.csv"), header=np.True_, encoding=None)  # type: ignore[arg-type]
    assert read.columns.tolist() == ["title", "body"]
    workspace.export(workspace.path.with_name("o.csv"), columns=read.columns[:1], add=())
