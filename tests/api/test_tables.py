"""Tables as frames."""

from pathlib import Path

import pandas as pd
import pytest

from mltag_desktop import MltagError, read_table


def test_every_cell_is_text_as_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes('id;titel;preis\n007;"Brot; frisch";1,50\n008;Süß;\n'.encode("cp1252"))
    frame = read_table(path)
    assert frame.to_dict("list") == {
        "id": ["007", "008"],
        "titel": ["Brot; frisch", "Süß"],
        "preis": ["1,50", ""],
    }
    assert frame.attrs["unreadable"] == []


@pytest.mark.parametrize("suffix", [".jsonl", ".xlsx", ".parquet"])
def test_other_formats_are_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"table{suffix}"
    frame = pd.DataFrame({"title": ["Bread", "Rose"], "tag": ["cooking", "garden"]})
    match suffix:
        case ".jsonl":
            frame.to_json(path, orient="records", lines=True)
        case ".xlsx":
            frame.to_excel(path, index=False)
        case _:
            frame.to_parquet(path)
    pd.testing.assert_frame_equal(read_table(path), frame)


def test_unreadable_lines_are_left_out_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("title,tag\nBread,cooking\nRose,garden,too,many\nSail,sea\n")
    with pytest.warns(UserWarning, match="1 line is unreadable in table.csv: line 3") as found:
        frame = read_table(path)
    assert found[0].filename == __file__, "the line that reads the table"
    assert frame["title"].tolist() == ["Bread", "Sail"]
    assert [line for line, _ in frame.attrs["unreadable"]] == [3]


def test_the_format_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("a|b\nc|d\n")
    assert read_table(path, delimiter="|", header=False).shape == (2, 2)
    with pytest.raises(MltagError, match="has no sheets"):
        read_table(path, sheet="One")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MltagError):
        read_table(tmp_path / "nothing.csv")
