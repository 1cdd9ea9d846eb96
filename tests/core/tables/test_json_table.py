"""JSON lines as a table, and lines with some values changed."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.tables.json_table import (
    JsonTable,
    changed_object,
    new_object,
    object_cells,
    picked_object,
)
from mltag_desktop.core.tables.record_parser import QuarantinedRecord
from mltag_desktop.core.tables.table_file import parse_cells, parse_many
from tests.core.tables.helpers import cells_of

same_folder = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "is empty"), (b"\n \n", "is empty"), (b"{}\n", "no JSON objects")]
)
def test_a_file_without_objects(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(content)
    with pytest.raises(MltagError, match=said):
        open_table(path)


def test_a_changed_line_keeps_every_other_byte() -> None:
    raw = b'{"id" : 1.50,"t":"\\u00e9\xc3\xa9",  "tag":null, "n": {"a": [1e5]}}\r\n'
    assert changed_object(raw, {"tag": "x", "new": 0.25}) == raw.replace(b"null", b'"x"').replace(
        b"]}}", b']},"new" : 0.25}'
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"3", "4", b"4"),
        (b"3", "four", b'"four"'),
        (b"true", "false", b"false"),
        (b'["a"]', "b", b'["b"]'),
        (b'"a"', "4", b'"4"'),
        (b"null", None, b"null"),
    ],
)
def test_a_new_text_keeps_the_type_where_it_can(old: bytes, new: str | None, expected: bytes) -> None:
    assert changed_object(b'{"tag": ' + old + b"}\n", {"tag": new}) == b'{"tag": ' + expected + b"}\n"


def test_an_ascii_file_stays_ascii() -> None:
    assert changed_object(b'{"a": "\\u00e9", "t": ""}', {"t": "ü"}) == b'{"a": "\\u00e9", "t": "\\u00fc"}'
    assert changed_object(b'{"t": ""}', {"t": "ü"}) == '{"t": "ü"}'.encode()


def test_the_last_of_duplicate_keys_counts() -> None:
    raw = b'{"a": 1, "a": 2}'
    assert object_cells(raw, ("a",)) == ("2",)
    assert changed_object(raw, {"a": "3"}) == b'{"a": 1, "a": 3}'


def test_picked_keys_stay_as_they_are_written() -> None:
    assert picked_object(b'{"a":1.0,"b":[ 2 ],"c":3}\n', ["a", "b"]) == b'{"a":1.0,"b":[ 2 ]}\n'
    assert picked_object(b"{ }\n", ["a"]) == b"{ }\n"


def test_a_deeply_nested_object_is_quarantined(tmp_path: Path) -> None:
    path = tmp_path / "deep.jsonl"
    path.write_bytes(b'{"a": 1}\n{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n" + b'{"a": "\xe9"}\n')
    reasons = [item.reason for item in JsonTable(path).records() if isinstance(item, QuarantinedRecord)]
    assert reasons == ["The object is nested too deeply.", "The record contains bytes that are not UTF-8."]


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
objects = st.dictionaries(st.sampled_from(["id", "title", "tag", "é", "a b", ""]), values, min_size=1)
separators = st.sampled_from([(", ", ": "), (",", ":"), (" ,  ", " : ")])


@same_folder
@given(
    st.lists(objects, min_size=1, max_size=6),
    separators,
    st.booleans(),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_any_objects_survive_a_round_trip(tmp_path, found, parts, ascii_only, newline) -> None:
    path = tmp_path / "a.jsonl"
    lines = [json.dumps(each, ensure_ascii=ascii_only, separators=parts) for each in found]
    path.write_bytes((newline.join(lines) + newline).encode("utf-8", "replace"))
    table = JsonTable(path)
    items = list(table.records())
    assert table.head + b"".join(item.raw for item in items) == path.read_bytes()
    cells = cells_of(table)
    assert cells == [parse_cells(item.raw, table.dialect) for item in items]
    assert cells == parse_many([item.raw for item in items], table.dialect)
    for each, row in zip(found, cells, strict=True):
        for key, cell in zip(table.dialect.keys, row, strict=True):
            value = each.get(key)
            if isinstance(value, str):
                assert cell == value.encode("utf-8", "replace").decode()
            elif value is not None:
                assert json.loads(cell) == value
            else:
                assert cell == ""


@given(objects, separators, st.booleans(), st.sampled_from(["id", "tag", "new"]), st.text(max_size=5))
def test_only_the_named_value_changes(found, parts, ascii_only, key, text) -> None:
    raw = json.dumps(found, ensure_ascii=ascii_only, separators=parts).encode("utf-8", "replace") + b"\n"
    before = json.loads(raw)
    changed = changed_object(raw, {key: text})
    after = json.loads(changed)
    assert {name: value for name, value in after.items() if name != key} == {
        name: value for name, value in before.items() if name != key
    }
    assert list(after)[: len(before)] == list(before)
    if not isinstance(before.get(key), (int, float, bool, list)):
        assert after[key] == text.encode("utf-8", "replace").decode()
    assert changed.endswith(b"}\n")
    assert changed_object(changed, {key: text}) == changed


def test_records_are_written_by_their_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"title": "a", "tag": null}\n')
    table = open_table(path)
    (record,) = table.records()
    assert changed_object(record.raw, {"tag": "x"}) == b'{"title": "a", "tag": "x"}\n'
    assert new_object(("b", ""), table.dialect.keys, "\n") == b'{"title": "b"}\n'


LIST = b'\xef\xbb\xbf [\n  {"title": "one", "n": 1.50,\n   "deep": {"a": [1,\n 2]}},\n  {"title": "two"}\n]\n'


@pytest.mark.parametrize("size", [1, 7, 1 << 17])
def test_a_list_of_objects_is_a_table(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(LIST)
    table = open_table(path)
    assert (table.dialect.form, table.columns) == ("json", ("title", "n", "deep"))
    items = [item for block in table.blocks(size) for item in block]
    assert [(item.line, item.raw) for item in items] == [
        (2, b'{"title": "one", "n": 1.50, "deep": {"a": [1, 2]}}\n'),
        (5, b'{"title": "two"}\n'),
    ]
    assert [*table.rows()] == [("one", "1.50", '{"a": [1, 2]}'), ("two", "", "")]


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (b'[{"a": 1}, 2, [{"a": 1}], {"a": 3}]', [(1, "no JSON object"), (1, "no JSON object")]),
        (b'[{"a": 1},\n{"a": "\xff"}]', [(2, "not UTF-8")]),
        (b'[{"a": 1},\n{"a": }, {"a": 3}]', [(2, "not valid JSON")]),
        (b'[{"a": 1},\n{"a": "cut o', [(2, "not valid JSON")]),
        (b'[{"a": 1}]\n[{"a": 2}]', [(1, "the list has ended")]),
    ],
)
def test_what_is_no_object_of_a_list_is_quarantined(
    tmp_path: Path, content: bytes, reasons: list[tuple[int, str]]
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    table = open_table(path)
    found = [item for item in table.records() if isinstance(item, QuarantinedRecord)]
    assert [item.line for item in found] == [line for line, _ in reasons]
    assert all(words in item.reason for item, (_, words) in zip(found, reasons, strict=True))
    assert next(table.rows()) == ("1",)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.json", b"[1, 2]"), ("a.json", b'{"a": 1,\n "b": 2}'), ("a.txt", b'{\n  "a": [{"b": 1}]\n}\n')],
)
def test_json_that_is_no_table_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(MltagError, match="no list of objects"):
        open_table(tmp_path / name)


@same_folder
@given(
    st.lists(objects, min_size=1, max_size=6), st.sampled_from([None, 1]), st.booleans(), st.integers(1, 99)
)
def test_any_list_has_the_cells_of_its_lines(tmp_path, found, indent, ascii_only, size) -> None:
    lines, array = tmp_path / "a.jsonl", tmp_path / "a.json"
    texts = [json.dumps(each, ensure_ascii=ascii_only) for each in found]
    lines.write_bytes("\n".join(texts).encode("utf-8", "replace"))
    array.write_bytes(json.dumps(found, ensure_ascii=ascii_only, indent=indent).encode("utf-8", "replace"))
    one, other = JsonTable(lines), JsonTable(array)
    assert one.columns == other.columns
    cells = [cells for block in other.blocks(size) for cells in block.cells]
    assert len(cells) == len(found)
    if indent is None:
        assert cells == [*one.rows()]
