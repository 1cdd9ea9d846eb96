"""Settings that are stored between runs."""

from pathlib import Path

from mltag_desktop.gui.state.preferences import SettingsStore, own_folder
from mltag_desktop.gui.widgets.theme import Theme


def test_the_folder_of_the_sample_is_not_offered(theme: Theme, tmp_path: Path) -> None:
    store = SettingsStore(tmp_path / "settings.json", theme)
    store.add_recent(tmp_path / "mine.csv")
    store.add_recent(own_folder() / "sample.csv")
    assert store.settings.recent_files[0].endswith("sample.csv")
    assert store.settings.last_folder == str(tmp_path)
