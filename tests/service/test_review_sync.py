"""Exchange between service and workspace: uncertain predictions, decisions and flags."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from mltag_desktop.cli.command_line import build
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.learning.production_metrics import production_metrics
from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.types import GATED
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import ServiceOptions, same_text
from mltag_desktop.core.serving.review_sync import import_feedback, review
from mltag_desktop.core.workspace.records.served_answers import (
    ServedAnswer,
    cells_of,
    prepare,
    served_answers,
)
from mltag_desktop.core.workspace.types import Mark, Status
from mltag_desktop.core.workspace.workspace import Workspace
from tests.helpers import TEXTS, adapted
from tests.processes import wait_for
from tests.service.helpers import mltag, serving

TAGS = ["cooking", "gardening", "sailing"]
STRANGE = [
    'a "quoted", text',
    "two\nlines; and\tmore",
    "  blanks  ",
    "naïve — ½ 東京 😀",
    "nul \x00 inside",
    "a\r\nb",
]


@pytest.fixture
def unsure(options: ServiceOptions) -> ServiceOptions:
    """Return options with which every prediction needs review."""
    return replace(options, review_below=1.1)


def command(*arguments: object) -> dict[str, object]:
    found: dict[str, object] = json.loads(mltag(*arguments, "--json", "-"))
    return found


def test_imported_decisions_override_predictions(tmp_path: Path, unsure: ServiceOptions) -> None:
    texts = [*TEXTS[:5], *STRANGE]
    with serving(unsure) as running, FeedbackStore.existing(unsure.state) as feedback_store:
        before = [running.predict(text) for text in texts]
        assert all(answer["needs_review"] for answer in before)
        running.predict(texts[0])
        wait_for(lambda: len(feedback_store.doubts()) == len(texts))
        with Workspace.create(tmp_path / "review.mltag", "Ann", TAGS) as document:
            assert review(SILENT, feedback_store, document).added == len(texts)
            assert review(SILENT, feedback_store, document).added == 0, "each text is asked about once"
            document.decisions.decide(range(document.table.count), "sailing")
            done = review(SILENT, feedback_store, document)
            assert (done.decided, done.withdrawn) == (len(texts), 0)
            wait_for(lambda: running.predict(texts[0])["source"] == "curator")
            for text in texts:
                answer = running.predict(f" {text} ")
                assert (answer["tag"], answer["source"]) == ("sailing", "curator"), repr(text)
                assert (answer["confidence"], answer["needs_review"]) == (1.0, False)
            assert running.metric('mltag_texts_total{source="curator"}') >= len(texts)
            many = [{"text": texts[0]}, {"text": "never asked about"}, {"text": texts[1]}]
            found = running.client.post("/v1/predict", json={"items": many}).json()["predictions"]
            assert [answer["source"] for answer in found] == ["curator", "model", "curator"]
            document.history.undo()
            assert review(SILENT, feedback_store, document).withdrawn == len(texts)
            wait_for(lambda: running.predict(texts[0])["source"] == "model")
            assert [running.predict(text) for text in texts] == before


def test_the_latest_decision_on_the_same_text_wins(tmp_path: Path) -> None:
    with (
        FeedbackStore(tmp_path) as feedback_store,
        Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as document,
    ):
        document.table.add_texts(["rose bush", "rose  bush", "rose bush"])
        document.decisions.decide([2], "cooking")
        document.decisions.decide([1], "sailing")
        review(SILENT, feedback_store, document)
        assert feedback_store.decisions()[same_text("rose bush")].tag == "sailing"
        document.decisions.decide([0], "gardening")
        review(SILENT, feedback_store, document)
        assert feedback_store.decisions()[same_text("rose bush")].tag == "gardening"
        document.decisions.note(1, "written on earlier one")
        document.decisions.add_tag([2], "sailing")
        review(SILENT, feedback_store, document)
        assert feedback_store.decisions()[same_text("rose bush")].tag == "gardening"


def test_the_store_has_a_maximum_size(unsure: ServiceOptions) -> None:
    with (
        serving(replace(unsure, review_keep=10)) as running,
        FeedbackStore.existing(unsure.state) as feedback_store,
    ):
        for text in TEXTS[:30]:
            running.predict(text)
        wait_for(lambda: running.metric('mltag_dropped_total{what="review"}') == 20)
        assert len(feedback_store.doubts()) == 10


def test_a_text_that_is_unsure_and_drawn_counts_as_drawn(unsure: ServiceOptions) -> None:
    with serving(replace(unsure, sample=0.3)) as running:
        running.predict_all(TEXTS)
    with FeedbackStore.existing(unsure.state) as feedback_store:
        reasons = Counter(doubt.reason for doubt in feedback_store.doubts())
        assert 10 < reasons["sample"] < 50
        assert reasons["sample"] + reasons["unsure"] == len(TEXTS)
        assert {item.probability for item in feedback_store.samples()} == {0.3}
        assert len(feedback_store.samples()) == reasons["sample"]


def test_review_workspaces_carry_the_answers_and_give_the_accuracy_of_the_service(
    tmp_path: Path, options: ServiceOptions, model: LinearModel
) -> None:
    """The half of the texts with the lowest confidence is sent, and a third of all at random."""
    answers = model.predict(TEXTS)
    middle = float(np.median(answers.confidence))
    wrong = {text for text, sure in zip(TEXTS, answers.confidence, strict=True) if sure < middle}
    workspace = tmp_path / "review.mltag"
    with serving(replace(options, review_below=middle, sample=0.33)) as running:
        running.predict_all(TEXTS)
    with FeedbackStore.existing(options.state) as feedback_store:
        feedback_store.set_bundle(str(options.model))
        drawn = {doubt.text for doubt in feedback_store.doubts() if doubt.reason == "sample"}
    command("review", workspace, "--state", options.state, "--curator", "Ann")
    with Workspace.open(workspace, "Ann") as document:
        records = document.table.records(range(document.table.count))
        assert {record.text for record in records} == wrong | drawn
        for record in records:
            at = TEXTS.index(record.text)
            tag = answers.tags[int(answers.best[at])]
            served = served_answers(document.table, [record.row])[record.row]
            assert (served.tag, served.version) == (tag, model.version)
            assert served.confidence == pytest.approx(answers.confidence[at], abs=1e-6)
            assert served.reason == ("sample" if record.text in drawn else "unsure")
            assert served.probability == (0.33 if record.text in drawn else 0)
            assert served.time.startswith("20")
            assert (record.predicted, record.stale) == (tag, False)
        for record in records:  # what the model doubts is wrong, the rest is right
            assert record.predicted is not None
            tag = "sailing" if record.predicted != "sailing" else "cooking"
            document.decisions.decide([record.row], tag if record.text in wrong else record.predicted)
        assert {record.status for record in document.table.records(range(document.table.count))} == {
            Status.ACCEPTED,
            Status.CORRECTED,
        }
        found = production_metrics(SILENT, document)
    right = len(drawn - wrong)
    assert found.from_service
    assert (found.audit.whole.rows, found.audit.whole.right) == (len(drawn), right)
    assert found.audit.whole.share == pytest.approx(right / len(drawn))
    assert found.queue.whole.share == 0, "these were sent because they were unsure"


def test_texts_are_weighted_by_the_probability_with_which_they_were_drawn(tmp_path: Path) -> None:
    """Ten right answers drawn at 1%, thirty wrong ones drawn at 10%."""
    answers = [ServedAnswer(f"right {n}", "sample", "sailing", 0.9, "v1", "", 0.01) for n in range(10)]
    answers += [
        ServedAnswer(f"wrong {n}", "sample", "cooking", 0.9, f"v1{GATED}", "", 0.1) for n in range(30)
    ]
    with Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as document:
        prepare(document.table)
        document.table.add_records([cells_of(answer) for answer in answers])
        document.decisions.decide(range(40), "sailing")
        found = production_metrics(SILENT, document, "v1").audit.whole
    assert (found.rows, found.right) == (40, 10)
    assert found.share == pytest.approx(1000 / 1300)
    assert found.interval[0] < found.share < found.interval[1]


def test_feedback_is_a_reason(tmp_path: Path, options: ServiceOptions) -> None:
    with serving(options) as running:
        given_ = {"text": "rose bush", "tag": "sailing"}
        assert running.feedback(**given_).status_code == 200
    workspace = tmp_path / "review.mltag"
    command("import-feedback", workspace, "--state", options.state, "--curator", "Ann")
    with Workspace.open(workspace, "Ann") as document:
        served = served_answers(document.table, [0])[0]
    assert (served.reason, served.tag, served.probability) == ("feedback", "gardening", 0.0)


def test_a_review_workspace_follows_the_model_of_the_service(
    tmp_path: Path,
    unsure: ServiceOptions,
    bundles: tuple[Path, Path],
    model: LinearModel,
    other_model: LinearModel,
) -> None:
    workspace = tmp_path / "review.mltag"
    with serving(unsure) as running:
        running.predict("rose bush")
    with FeedbackStore.existing(unsure.state) as feedback_store:
        feedback_store.set_bundle(str(bundles[0]))
    command("review", workspace, "--state", unsure.state, "--curator", "Ann")
    with FeedbackStore.existing(unsure.state) as feedback_store:
        feedback_store.set_bundle(str(bundles[1]))
    command("review", workspace, "--state", unsure.state, "--curator", "Ann")
    with Workspace.open(workspace, "Ann") as document:
        assert document.models.active == other_model.version
        assert document.table.records([0])[0].predicted == "cooking"
    save_bundle(tmp_path / "adapted", adapted(model))
    with FeedbackStore.existing(unsure.state) as feedback_store:
        feedback_store.set_bundle(str(tmp_path / "adapted"))
    command("review", workspace, "--state", unsure.state, "--curator", "Ann")
    with Workspace.open(workspace, "Ann") as document:
        assert document.models.active == model.manifest.version, "adapted to a table, as most candidates are"


def test_nothing_that_users_read_has_the_suffix_of_a_gate(
    tmp_path: Path, unsure: ServiceOptions, model: LinearModel, other_model: LinearModel
) -> None:
    for name, each in (("active", model), ("shadow", other_model)):
        save_bundle(tmp_path / name, adapted(each))
    given = replace(unsure, model=tmp_path / "active", candidate=tmp_path / "shadow", sample=1.0)
    printed = []
    with serving(given) as running, FeedbackStore.existing(given.state) as feedback_store:
        printed.append(running.service.models.active.in_words())
        answers = [running.predict(text) for text in TEXTS]
        why = running.explain(text=TEXTS[0]).json()
        assert {each["model_version"] for each in [*answers, why]} == {model.version}
        running.feedback(text=TEXTS[0], tag="sailing")
        wait_for(lambda: len(feedback_store.samples()) == 2 * len(TEXTS))
        told = running.client.get("/v1/model").json()
        assert (told["version"], told["candidate"]) == (model.version, other_model.version)
        addresses = ("/v1/accuracy", "/metrics")
        printed += [running.client.get(address).text for address in addresses]
    review_, flags, report = (tmp_path / name for name in ("review.mltag", "flags.mltag", "report.json"))
    command("review", review_, "--state", given.state, "--curator", "Ann")
    command("import-feedback", flags, "--state", given.state, "--curator", "Ann")
    for path in (review_, flags):
        with Workspace.open(path, "Ann") as document:
            for record in document.table.records(range(document.table.count)):
                printed += [*record.cells, record.note]
    done = CliRunner().invoke(
        build(["serve-report", "check"]), ["serve-report", "--state", str(given.state), "--json", str(report)]
    )
    printed += [done.output, report.read_text(encoding="utf-8")]
    assert not [text for text in printed if GATED in text]
    assert sum(model.version in text for text in printed) > len(TEXTS)


def test_feedback_becomes_flags_once(tmp_path: Path, options: ServiceOptions) -> None:
    with serving(options) as running:
        for given_ in (
            {"text": "rose bush", "tag": "sailing", "id": "one", "note": "surely\nnot"},
            {"text": "never seen before", "id": "two"},
            {"text": "main sail", "right": True},
        ):
            assert running.feedback(**given_).status_code == 200
    with (
        FeedbackStore.existing(options.state) as feedback_store,
        Workspace.create(tmp_path / "w.mltag", "Ann", TAGS) as document,
    ):
        document.table.add_texts(["tomato soup", "rose  bush"])
        document.decisions.note(1, "my own note")
        done = import_feedback(SILENT, feedback_store, document)
        assert (done.flagged, done.added, done.known, done.agreeing) == (2, 1, 0, 1)
        assert document.states().marked(Mark.FLAGGED).tolist() == [False, True, True]
        notes = [record.note for record in document.table.records([1, 2])]
        assert notes[0].startswith("my own note\n")
        assert "reported gardening as wrong" in notes[0]
        assert "suggested sailing: surely not [feedback one]" in notes[0]
        again = import_feedback(SILENT, feedback_store, document)
        assert (again.flagged, again.known) == (0, 2)


def test_the_commands(tmp_path: Path, unsure: ServiceOptions, bundles: tuple[Path, Path]) -> None:
    workspace = tmp_path / "review.mltag"
    with serving(replace(unsure, candidate=bundles[1])) as running:
        running.predict("rose bush")
        running.feedback(text="tomato soup")
    with FeedbackStore.existing(unsure.state) as feedback_store:
        feedback_store.set_bundle(str(unsure.model))
    found = command("review", workspace, "--state", unsure.state, "--curator", "Ann")
    assert found == {"added": 1, "decided": 0, "withdrawn": 0, "kept": 1}
    assert command("import-feedback", workspace, "--state", unsure.state)["flagged"] == 1
    with Workspace.open(workspace, "Ann") as document:
        assert document.table.texts([0, 1]) == ["rose bush", "tomato soup"]
        assert [tag.name for tag in document.tag_set.tags] == TAGS
        assert document.models.active == document.models.all()[-1].version
        document.decisions.decide([0], "sailing")
    assert command("review", workspace, "--state", unsure.state)["decided"] == 1
    report = command("serve-report", "--state", unsure.state)
    trial = report["trials"][0]  # type: ignore[index]
    assert (trial["decisions"]["neither"], trial["trained_on"]) == (0, 1)  # the text is no evidence


def test_a_promoted_model_is_published_to_a_running_service(
    tmp_path: Path, options: ServiceOptions, bundles: tuple[Path, Path]
) -> None:
    """Promote in the workspace and publish to the folder; the service loads the model by itself."""
    place, workspace = tmp_path / "model", tmp_path / "w.mltag"
    with Workspace.create(workspace, "Ann", TAGS) as document:
        versions = [document.models.add(bundle, None, "a test").version for bundle in bundles]
        document.models.promote(versions[0])
    mltag("publish", workspace, place)
    with serving(replace(options, model=place)) as running:
        assert running.predict("rose bush")["model_version"] == versions[0]
        with Workspace.open(workspace, "Ann") as document:
            document.models.promote(versions[1])
        mltag("publish", workspace, place)
        wait_for(lambda: running.predict("rose bush")["model_version"] == versions[1])


@pytest.mark.parametrize("words", [["review", "w.mltag"], ["import-feedback", "w.mltag"], ["serve-report"]])
def test_a_missing_store_is_reported(tmp_path: Path, words: list[str]) -> None:
    with pytest.raises(MltagError, match="contains no service data"):
        mltag(*words, "--state", tmp_path)


@given(st.text(), st.lists(st.sampled_from([" ", "\n", "\t", " "])))
def test_whitespace_does_not_change_the_identity_of_a_text(text: str, blanks: list[str]) -> None:
    padding = "".join(blanks)
    assert same_text(f"{padding}{text}{padding}") == same_text(text)
    assert same_text(f"{text}x") != same_text(text)
