"""Workspaces: frames of records, decisions, journal and models, and the steps that change them."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from mltag_desktop import MltagError, Workspace
from mltag_desktop.core.model.bundle import bundled, save_bundle
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.decisions.certificates import start
from mltag_desktop.core.workspace.types import DecisionKind
from mltag_desktop.core.workspace.workspace import Workspace as Document
from tests.cli.helpers import write_plain
from tests.core.helpers import base_model
from tests.core.learning.certification.helpers import plan_of_two_cuts
from tests.processes import printed

TABLE = pd.DataFrame(
    {
        "id": ["a1", "a2", "a3", "a4"],
        "title": ["Segmenting streets", "Serving models", "Parsing contracts", "Pasta dough"],
        "note": ["", "x", "", ""],
    }
)
VISION, OPS, LANGUAGE, OTHER = "computer-vision", "mlops", "natural-language-processing", "other"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    TABLE.to_csv(path, index=False)
    return path


@pytest.fixture
def workspace(tmp_path: Path, source: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "table.mltag", curator="ann") as made:
        made.import_table(source, text="title", id="id")
        yield made


def test_an_imported_table_is_predicted(workspace: Workspace) -> None:
    frame = workspace.to_frame()
    assert frame.index.tolist() == [1, 2, 3, 4]
    assert frame.index.name == "record"
    assert frame["title"].tolist() == TABLE["title"].tolist()
    assert frame["note"].tolist() == ["", "x", "", ""]
    expected = bundled().predict(TABLE["title"].tolist())
    assert frame["predicted_tag"].tolist() == [expected.tags[code] for code in expected.best]
    assert frame["confidence"].tolist() == pytest.approx(expected.confidence.tolist())
    sure = frame["confidence"] >= DEFAULT_REVIEW_THRESHOLD
    assert set(frame["status"][sure]) <= {"undecided", "to review"}, "some may be off topic"
    assert set(frame["status"][~sure]) <= {"to review"}
    assert frame["tag"].isna().all()
    assert frame["time"].isna().all()
    assert not frame["stale"].any()


def test_importing_again_adds_nothing_and_merges_changes(workspace: Workspace, source: Path) -> None:
    assert workspace.import_table(source, text="title", id="id") == (0, 0, 0)
    changed = TABLE.assign(title=TABLE["title"].replace("Pasta dough", "Bread dough"))
    changed.to_csv(source, index=False)
    assert workspace.import_table(source, text="title", id="id").changed == 1
    assert workspace.to_frame()["title"].tolist()[-1] == "Bread dough"


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({"text": ["title", "note"]}, "come from “title”, not from “title” and “note”"),
        ({"id": "note"}, "come from “id”, not from “note”"),
        ({"label": "note"}, "imported without known tags, so “note” cannot be used"),
    ],
)
def test_importing_again_with_other_columns_is_refused(
    workspace: Workspace, source: Path, named: dict[str, Any], said: str
) -> None:
    with pytest.raises(MltagError, match=said) as error:
        workspace.import_table(source, **named)
    assert "Leave the column out" in error.value.hint
    assert workspace.import_table(source) == (0, 0, 0)


def test_records_that_the_source_lost_are_not_in_the_frame(workspace: Workspace, source: Path) -> None:
    TABLE.drop(index=1).to_csv(source, index=False)
    assert workspace.import_table(source, text="title", id="id").gone == 1
    assert workspace.to_frame().index.tolist() == [1, 3, 4]


def test_decisions_are_journal_steps_of_the_curator(workspace: Workspace) -> None:
    assert workspace.decide(1, VISION) == 1
    assert workspace.decide([2, 3], OPS, note="both") == 2
    assert workspace.decide(pd.Series({4: OTHER, 3: LANGUAGE})) == 2
    frame = workspace.to_frame()
    assert frame["tag"].tolist() == [VISION, OPS, LANGUAGE, OTHER]
    assert frame["mltag_note"].tolist() == ["", "both", "both", ""]
    assert set(frame["curator"]) == {"ann"}
    assert frame["time"].dt.tz is not None
    journal = workspace.journal()
    assert journal["step"].max() == 3
    assert journal[journal["step"] == 2]["record"].tolist() == [2, 3]
    decided = workspace.decisions()
    assert decided.index.tolist() == [1, 2, 3, 4]
    assert decided["text"].tolist() == TABLE["title"].tolist()
    assert decided["tag"].tolist() == frame["tag"].tolist()
    assert decided["model_version"].unique().tolist() == [bundled().version]
    right = decided["tag"] == decided["predicted_tag"]
    assert decided["status"].tolist() == ["accepted" if yes else "corrected" for yes in right]


def test_a_step_is_undone_and_redone(workspace: Workspace) -> None:
    workspace.decide([1, 2], VISION)
    assert "2 records" in workspace.undo()
    assert workspace.decisions().empty
    assert workspace.journal()["undone"].tolist()[:2] == [True, True]
    assert workspace.redo()
    assert len(workspace.decisions()) == 2
    assert workspace.redo() == ""


@pytest.mark.parametrize(
    ("records", "tag", "message"),
    [
        (9, VISION, "there is no record 9"),
        (0, VISION, "there is no record 0"),
        (True, VISION, "True is not a record number"),
        (["a1"], VISION, "'a1' is not a record number"),
        ([1, 2], "sport", "record 1: the workspace has no tag “sport”; record 2"),
        ({1: VISION, 2: None}, None, "record 2 has no tag"),
        (pd.Series([VISION, float("nan")], index=[1, 2]), None, "record 2 has no tag"),
        (pd.Series([VISION, OPS], index=[1, 1]), None, "record 1 has two tags"),
        (1, None, "The tag is missing"),
        ({1: VISION}, OPS, "Both tags by record and one tag"),
        ([1, 2], [VISION, OPS], r"not one tag.*dict\(zip\(records, tags\)\)"),
        (1.0, VISION, "1.0 is not a record number"),
        (None, VISION, "None is not a record number"),
        (pd.DataFrame({"tag": [VISION]}), None, "A frame was given"),
        (range(5, 100), VISION, "and 90 more"),
    ],
)
def test_a_wrong_decision_changes_nothing(workspace: Workspace, records, tag, message: str) -> None:
    with pytest.raises(MltagError, match=message):
        workspace.decide(records, tag)
    assert workspace.journal().empty
    assert workspace.decisions().empty


def test_marks_and_additional_tags_of_the_window_are_shown(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    with Document.open(tmp_path / "table.mltag", "bob") as document:
        document.decisions.decide([0], VISION)
        document.decisions.add_tag([0], OPS)
        document.decisions.mark([1], DecisionKind.FLAG)
        document.decisions.mark([2], DecisionKind.UNSURE)
    with Workspace.open(tmp_path / "table.mltag", write=False) as again:
        frame = again.to_frame()
        assert frame["additional_tags"].tolist() == [(OPS,), (), (), ()]
        assert frame["flagged"].tolist() == [False, True, False, False]
        assert frame["unsure"].tolist() == [False, False, True, False]
        assert again.decisions()["curator"].tolist() == ["bob"]


def test_the_table_is_exported(workspace: Workspace, tmp_path: Path, source: Path) -> None:
    workspace.decide(1, VISION)
    done = workspace.export(tmp_path / "out.csv", columns=["title"], rows="reviewed")
    assert done.rows == 1
    assert pd.read_csv(tmp_path / "out.csv")["tag"].tolist() == [VISION]
    with pytest.raises(MltagError, match="already exists"):
        workspace.export(tmp_path / "out.csv")
    with pytest.raises(MltagError, match="source table"):
        workspace.export(source, replace=True)
    with pytest.raises(MltagError, match="no column “price”"):
        workspace.export(tmp_path / "other.csv", columns=["price"])
    workspace.export(tmp_path / "same.csv", what="original")
    assert (tmp_path / "same.csv").read_bytes() == source.read_bytes()


def test_a_candidate_is_trained_promoted_and_rolled_back(tmp_path: Path) -> None:
    rows = pd.DataFrame({"title": [f"{word} number {n}" for n in range(15) for word in ("Bread", "Hedge")]})
    rows.to_csv(tmp_path / "rows.csv", index=False)
    with Workspace.create(tmp_path / "rows.mltag", tags=["cooking", "garden"]) as workspace:
        workspace.import_table(tmp_path / "rows.csv")
        titles = workspace.to_frame()["title"]
        workspace.decide(titles.map(lambda title: "cooking" if "Bread" in title else "garden"))
        candidate = workspace.retrain()
        models = workspace.models().set_index("version")
        assert models.loc[candidate.version, "state"] == "candidate"
        assert candidate.report.models[-1].version == candidate.version
        assert workspace.report(candidate.version[:6]).headline == candidate.report.headline
        sets = candidate.report.sets()
        assert [*sets] == ["decisions, cross-validated", "audit set"]
        assert all(repr(each).startswith(f"<Report on {name}, ") for name, each in sets.items())
        assert repr(candidate.report).startswith("<Report on decisions, ")
        workspace.promote()
        frame = workspace.to_frame()
        assert set(frame["predicted_tag"]) == {"cooking", "garden"}
        assert not frame["stale"].any()
        tagger = workspace.tagger()
        assert tagger.version_ == candidate.version
        assert tagger.predict(frame)[0] == frame["predicted_tag"].iloc[0]
        assert workspace.tagger(candidate.version).version_ == candidate.version
        with pytest.warns(match="never predicts cooking"):
            assert workspace.tagger(bundled().version[:6]).version_ == bundled().version
        assert workspace.rollback() == bundled().version
        with pytest.warns(match=r"never predicts cooking, garden\. Train") as warned:
            assert workspace.tagger().version_ == bundled().version
        assert warned[0].filename == __file__
        with pytest.raises(MltagError, match="has no report"):
            workspace.report(bundled().version)
        with pytest.raises(MltagError, match="There is no model zzz"):
            workspace.promote("zzz")
        with pytest.raises(MltagError, match="There is no candidate to promote"):
            workspace.promote()


def test_the_list_of_models_names_the_candidate(tmp_path: Path) -> None:
    path = tmp_path / "table.mltag"
    save_bundle(tmp_path / "model", base_model())
    with Document.create(path, "ann", base_model().tags) as document:
        document.models.set_base(bundled().version)
        version = document.models.add(tmp_path / "model", None, "test").version
    with Workspace.open(path, write=False) as workspace:
        models = workspace.models().set_index("version")
    assert models.loc[version, "state"] == "candidate"


def test_training_without_decisions_is_an_error(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="no decisions to train on"):
        workspace.retrain()
    assert workspace.models()["state"].tolist() == ["active"]


def test_a_workspace_open_elsewhere_is_read_and_not_written(workspace: Workspace, tmp_path: Path) -> None:
    workspace.decide(1, VISION)
    code = (
        "import sys\nfrom mltag_desktop import MltagError, Workspace\n"
        "with Workspace.open(sys.argv[1]) as workspace:\n"
        "    print(workspace.read_only, workspace.to_frame()['tag'].tolist()[0])\n"
        "    writes = [workspace.undo, workspace.redo, workspace.retrain, workspace.predict,\n"
        "        workspace.rollback, lambda: workspace.decide(2, 'mlops'), lambda: workspace.promote('a'),\n"
        "        lambda: workspace.import_table('table.csv')]\n"
        "    for write in writes:\n"
        "        try:\n"
        "            write()\n"
        "        except MltagError as error:\n"
        "            print(error)\n"
    )
    path = tmp_path / "table.mltag"
    first, *errors = printed(code, path).splitlines()
    assert first == f"True {VISION}"
    assert len(errors) == 8
    for error in errors:
        assert "is open in another program (ann on this computer" in error
        assert error.endswith("Close it there, then try again.")
    assert workspace.journal()["step"].max() == 1


def test_a_second_run_of_a_notebook_cell_is_refused_until_the_first_is_closed(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="is open in this Python session already") as refused:
        Workspace.open(workspace.path)
    assert "workspace.close()" in refused.value.hint
    assert workspace.decide(1, VISION) == 1
    with Workspace.open(workspace.path, write=False) as reader:
        assert reader.to_frame()["tag"].tolist()[0] == VISION
    workspace.close()
    assert Workspace.open(workspace.path).decide(2, VISION) == 1, "closed, since nothing refers to it"
    with Workspace.open(workspace.path) as again:
        assert not again.read_only


def test_a_model_has_the_version_of_the_list(tmp_path: Path) -> None:
    pd.DataFrame({"title": [f"Segmenting street scene {n}" for n in range(10)]}).to_csv(tmp_path / "rows.csv")
    with Workspace.create(tmp_path / "rows.mltag") as workspace:
        workspace.import_table(tmp_path / "rows.csv", text="title")
        assert workspace.models()["f1"].dtype == "float64"
        workspace.decide(range(1, 11), VISION)
        candidate = workspace.retrain()
        tagger = workspace.tagger(candidate.version)
    assert tagger.model_.mixture is not None
    assert tagger.version_ == candidate.version


def test_reading_leaves_the_workspace_free_for_others(workspace: Workspace, tmp_path: Path) -> None:
    workspace.close()
    path = tmp_path / "table.mltag"
    with Workspace.open(path, write=False) as reader, Workspace.open(path) as writer:
        assert writer.decide(1, VISION) == 1
        with pytest.raises(MltagError, match=r"was opened with write=False.*Open it without"):
            reader.decide(2, OPS)


def test_a_frame_is_not_a_source(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match=r"a frame in place of a file.*to_csv"):
        workspace.import_table(TABLE)


def test_a_missing_workspace_or_one_that_exists_is_an_error(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="There is no workspace"):
        Workspace.open(tmp_path / "nothing.mltag")
    assert not (tmp_path / "nothing.mltag").exists()
    with pytest.raises(MltagError):
        Workspace.create(workspace.path)
    with pytest.raises(MltagError, match=r"tags is 'cooking'. Pass a list of texts"):
        Workspace.create(tmp_path / "other.mltag", tags="cooking")
    assert not (tmp_path / "other.mltag").exists()
    with pytest.raises(MltagError, match=r"other\.csv does not end in \.mltag"):
        Workspace.create(tmp_path / "other.csv")
    assert not (tmp_path / "other.csv").exists()


def test_a_warning_names_the_line_that_opens_the_workspace(tmp_path: Path) -> None:
    path = tmp_path / "new.mltag"
    path.with_name("new.mltag-unsaved-1").write_bytes(b"")
    with pytest.warns(UserWarning, match="holds changes to another file") as found:
        Workspace.create(path).close()
    with pytest.warns(UserWarning, match="holds changes to another file") as again:
        Workspace.open(path).close()
    assert found[0].filename == again[0].filename == __file__


def test_an_empty_workspace_has_empty_frames(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "new.mltag", tags=["a", "b"]) as workspace:
        assert workspace.to_frame().empty
        assert workspace.decisions().empty
        assert workspace.journal().empty
        assert workspace.tags == ("a", "b")
        assert repr(workspace).endswith("new.mltag: 0 records>")


def test_marks_notes_and_additional_tags_leave_the_decision_alone(workspace: Workspace) -> None:
    workspace.decide(1, VISION)
    workspace.mark([1, 2], "flagged")
    workspace.mark(1, "unsure")
    workspace.note(1, "ask Bob")
    workspace.add_tag(1, OPS)
    frame = workspace.to_frame()
    assert frame["flagged"].tolist() == [True, True, False, False]
    first = frame.loc[1]
    assert (first["tag"], first["additional_tags"], first["mltag_note"]) == (VISION, (OPS,), "ask Bob")
    assert first["unsure"]
    workspace.mark(1, "flagged", remove=True)
    workspace.remove_tag(1, OPS)
    workspace.note(1, "")
    workspace.clear([1])
    first = workspace.to_frame().loc[1]
    assert (first["status"], first["additional_tags"], first["mltag_note"]) == ("undecided", (), ""), "unsure"
    assert not first["flagged"]
    assert first["unsure"]
    workspace.undo()
    assert workspace.to_frame().loc[1, "tag"] == VISION


@pytest.mark.parametrize(
    ("records", "mark", "said"),
    [
        ([], "flagged", "no record was given"),
        ([9], "flagged", "there is no record 9"),
        (["a1"], "flagged", "'a1' is not a record number"),
        ([True, False], "flagged", r"True is not a record number.*such as frame.index\[mask\]"),
        ([1], "starred", "mark is 'starred'. Choose one of: flagged, skipped"),
    ],
)
def test_a_wrong_mark_or_record_changes_nothing(
    workspace: Workspace, records: list[object], mark: Any, said: str
) -> None:
    before = len(workspace.journal())
    with pytest.raises(MltagError, match=said):
        workspace.mark(records, mark)
    assert len(workspace.journal()) == before


def test_a_note_is_one_text_of_one_record(workspace: Workspace) -> None:
    with pytest.raises(MltagError, match="A note belongs to one record"):
        workspace.note([1, 2], "both")
    with pytest.raises(MltagError, match=r"text is None. Pass a text"):
        workspace.note(1, None)
    for call in (partial(workspace.note, 1), partial(workspace.decide, 1, VISION)):
        with pytest.raises(MltagError, match="has half of a character"):
            call("\ud800")
    assert workspace.journal().empty


def test_a_tag_that_no_file_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MltagError, match="has half of a character"):
        Workspace.create(tmp_path / "w.mltag", tags=["a\ud800"])
    assert not (tmp_path / "w.mltag").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"records": [9]}, "Nothing was written: there is no record 9"),
        ({"records": "1"}, "'1' is not a record number"),
        ({"rows": "decided"}, "rows is 'decided'. Choose one of: all, reviewed, corrected"),
        ({"off_topic": "skip"}, "off_topic is 'skip'"),
        ({"columns": []}, "No column of the source was named"),
        ({"guard": "yes"}, "guard is 'yes'. Pass True or False"),
    ],
)
def test_an_export_of_nothing_that_exists_is_refused(
    workspace: Workspace, tmp_path: Path, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(MltagError, match=said):
        workspace.export(tmp_path / "out.csv", **options)
    with pytest.raises(TypeError, match="unexpected keyword argument 'guarded'"):
        workspace.export(tmp_path / "out.csv", guarded=True)  # type: ignore[call-arg]
    assert not (tmp_path / "out.csv").exists()
    workspace.export(tmp_path / "out.csv", columns="title", add="status", records=2)
    assert pd.read_csv(tmp_path / "out.csv").columns.tolist() == ["title", "status"]


def test_a_certification_from_start_to_certificate(tmp_path: Path) -> None:
    table = write_plain(tmp_path / "t.csv", copies=2)
    with Workspace.create(tmp_path / "c.mltag", curator="Ann") as workspace:
        workspace.import_table(table, text=["title", "description"])
        assert workspace.certificates().empty
        with pytest.raises(MltagError):
            workspace.finish_certification()
        state = workspace.certify(0.2, checks=30)
        assert (state.checked, state.proven, len(state.to_check)) == (0, False, state.missing)
        with pytest.raises(MltagError):
            workspace.certify(0.1)
        while not (state := workspace.certify(0.2)).proven:
            workspace.decide(state.to_check["predicted_tag"])
        sentence = workspace.finish_certification()
        assert "at most 20%" in sentence
        issued = workspace.certificates()
        assert (issued["sentence"].tolist(), issued["valid"].tolist()) == ([sentence], [True])
        workspace.undo()
        assert workspace.certificates().empty
        workspace.cancel_certification()


def test_a_certification_of_two_cuts_is_proven_before_its_last_check(tmp_path: Path) -> None:
    path = tmp_path / "c.mltag"
    with Workspace.create(path, curator="Ann") as workspace:
        workspace.import_table(write_plain(tmp_path / "t.csv"), text=["title", "description"])
    with Document.open(path, "Ann") as document:
        start(document, plan_of_two_cuts(document))
    with Workspace.open(path, curator="Ann") as workspace:
        state = workspace.certify(0.1)
        assert (state.cut, state.records, state.proven, state.missing) == (0.95, 20, False, 2)
        workspace.decide(state.to_check["predicted_tag"])
        state = workspace.certify(0.1)
        assert (state.proven, state.proven_cut, state.proven_records) == (True, 0.95, 20)
        assert (state.cut, state.records, state.missing) == (0.9, 30, 2)
        assert "20 records at 0.95 or above" in workspace.finish_certification()
