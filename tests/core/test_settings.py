import dataclasses
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.settings import (
    DECLARED,
    DEFAULT_REVIEW_THRESHOLD,
    MOST_BYTES,
    Settings,
    load,
    quarantined,
    read,
    restored,
    store,
)

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=3,
)


def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()


def test_stored_settings_are_restored(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    settings = Settings(
        review_below=0.6, curator="Zoë ✓", colour_scheme="dark", hints=False, recent_files=("/a", "/b")
    )
    store(path, settings)
    assert load(path) == settings


def test_a_setting_that_nobody_chose_is_not_stored(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    store(path, Settings(curator="Ann", review_below=DEFAULT_REVIEW_THRESHOLD))
    assert json.loads(path.read_text()) == {"curator": "Ann"}
    store(path, Settings(review_below=0.6))
    assert json.loads(path.read_text()) == {"review_below": 0.6}


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"null", b"[" * 100_000, b" " * 2_000_000]
)
def test_a_damaged_file_gives_the_defaults_and_is_renamed(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load(path) == Settings()
    assert not path.exists()
    assert quarantined(path).read_bytes() == content


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"from_the_future": {"a": [1]}, "curator": "Ann"}))
    store(path, dataclasses.replace(load(path), curator="Bea"))
    content = json.loads(path.read_text())
    assert content["from_the_future"] == {"a": [1]}
    assert content["curator"] == "Bea"


def test_one_invalid_value_does_not_affect_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps(
            {"review_below": 7, "hints": "no", "colour_scheme": "pink", "font_scale": 2, "curator": "Ann"}
        )
    )
    assert load(path) == Settings(curator="Ann", font_scale=2.0)


@hypothesis_settings(max_examples=50)
@given(content=st.fixed_dictionaries({}, optional=dict.fromkeys(DECLARED, ANY_JSON)))
def test_any_value_is_read_and_stored(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(content))
    settings = load(path)
    assert 0 <= settings.review_below <= 1
    store(path, settings)
    assert load(path) == settings


def test_recent_files_are_limited_and_latest_first() -> None:
    settings = Settings()
    for number in range(30):
        settings = settings.with_recent(Path(f"/table{number % 20}.csv"))
    assert settings.recent_files[0] == str(Path("/table9.csv"))
    assert len(settings.recent_files) == len(set(settings.recent_files)) == 12


def test_an_uncreatable_settings_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MltagError, match="could not be created"):
        store(tmp_path / "file" / "settings.json", Settings())


def test_a_damaged_file_is_reported_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{")
    assert read(path).damaged
    assert not read(path).damaged
    assert MOST_BYTES >= 100_000


def test_unnamed_settings_are_not_reset() -> None:
    settings = Settings(curator="Ann", font_scale=2.0, recent_files=("/a",), unknown={"a": 1})
    assert restored(settings, ["font_scale"]) == Settings(
        curator="Ann", recent_files=("/a",), unknown={"a": 1}
    )


def test_an_integer_setting_keeps_its_bounds(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for value, kept in ((3, 3), (3.0, 10), (True, 10), (1, 10), (10**30, 10)):
        path.write_text(json.dumps({"backups_kept": value}))
        assert load(path).backups_kept == kept
