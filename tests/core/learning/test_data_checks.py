"""Checks of the data behind a report."""

from collections.abc import Callable

from mltag_desktop.core.evaluation.evaluation_report import DataCheck
from mltag_desktop.core.learning.data_checks import data_checks
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.workspace.workspace import Workspace

Make = Callable[..., Workspace]


def by_kind(workspace: Workspace, model: LinearModel, *holdout: int) -> dict[str, DataCheck]:
    return {check.kind: check for check in data_checks(SILENT, workspace, model, holdout)}


def test_duplicates_and_leaks_have_their_records(make_workspace: Make, tiny_model: LinearModel) -> None:
    workspace = make_workspace(60, words=3)
    text = workspace.table.texts([4])[0]
    clean = by_kind(workspace, tiny_model)
    assert "No tagged record matches" in clean["leaks"].words
    assert clean["leaks"].records == ()
    assert "No two records" in clean["duplicates"].words
    workspace.table.add_texts([text])
    found = by_kind(workspace, tiny_model, 7)
    assert found["leaks"].records == (7,)
    assert found["leaks"].words.startswith("1 tagged record matches")
    assert found["duplicates"].records == (4, 60)
    assert found["duplicates"].words.startswith("2 records have the same text")


def test_drift_is_reported_with_records(make_workspace: Make, tiny_model: LinearModel) -> None:
    def drift(workspace: Workspace) -> list[DataCheck]:
        found = data_checks(SILENT, workspace, tiny_model, ())
        return [check for check in found if check.kind == "drift"]

    alike, unlike = make_workspace(60, words=2, seed=41), make_workspace(60)
    unlike.table.add_texts([f"Квартальный отчёт о прибыли и убытках, часть {n}" for n in range(60)])
    for table in (make_workspace(10), alike):
        assert [check.warns for check in drift(table)] == [False]
    warnings = drift(unlike)
    assert all(check.warns for check in warnings)
    assert any(row >= 60 for check in warnings for row in check.records)
    learned = [row for row in range(60, 90) if not unlike.table.audited()[row]]
    unlike.decisions.decide(learned, unlike.tag_set.tags[0].name)
    listed = {row for check in drift(unlike) for row in check.records}
    assert listed
    assert not listed & set(learned), "a model is surer of texts that it has learned"
