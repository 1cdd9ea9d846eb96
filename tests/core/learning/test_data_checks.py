"""Checks of the data behind a report."""

from mltag_desktop.core.learning.data_checks import data_checks
from mltag_desktop.core.progress import SILENT


def test_duplicates_and_leaks_have_their_records(make_workspace, tiny_model) -> None:
    workspace = make_workspace(60, words=3)
    text = workspace.table.texts([4])[0]
    clean = {check.kind: check for check in data_checks(SILENT, workspace, tiny_model, ())}
    assert "No tagged record matches" in clean["leaks"].words
    assert clean["leaks"].records == ()
    assert "No two records" in clean["duplicates"].words
    workspace.table.add_texts([text])
    found = {check.kind: check for check in data_checks(SILENT, workspace, tiny_model, (7,))}
    assert found["leaks"].records == (7,)
    assert found["leaks"].words.startswith("1 tagged record matches")
    assert found["duplicates"].records == (4, 60)
    assert found["duplicates"].words.startswith("2 records have the same text")


def test_drift_is_reported_with_records(make_workspace, tiny_model) -> None:
    few = make_workspace(10)
    assert [check.warns for check in data_checks(SILENT, few, tiny_model, ()) if check.kind == "drift"] == [
        False
    ]
    alike, unlike = make_workspace(60, words=2, seed=41), make_workspace(60)
    unlike.table.add_texts([f"Квартальный отчёт о прибыли и убытках, часть {n}" for n in range(60)])
    kinds = [
        [check for check in data_checks(SILENT, table, tiny_model, ()) if check.kind == "drift"]
        for table in (alike, unlike)
    ]
    assert [check.warns for check in kinds[0]] == [False]
    assert all(check.warns for check in kinds[1])
    assert any(row >= 60 for check in kinds[1] for row in check.records)
    learned = [row for row in range(60, 90) if not unlike.table.audited()[row]]
    unlike.decisions.decide(learned, unlike.tag_set.tags[0].name)
    found = [check for check in data_checks(SILENT, unlike, tiny_model, ()) if check.kind == "drift"]
    listed = {row for check in found for row in check.records}
    assert listed
    assert not listed & set(learned), "a model is surer of texts that it has learned"
