import json
from collections.abc import Sequence
from dataclasses import replace
from html import unescape
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mltag_desktop.core.evaluation.behavioural_tests import BehaviourResult, Failure
from mltag_desktop.core.evaluation.evaluation_report import Report
from mltag_desktop.core.evaluation.html_report import to_html, to_summary
from mltag_desktop.core.evaluation.model_evaluation import ReportSettings, RowFacts, evaluate_models
from mltag_desktop.core.evaluation.model_figures import ModelRole, find_prediction_changes
from mltag_desktop.core.evaluation.regressions import RegressionKind
from mltag_desktop.core.messages import STORED_MESSAGES, Message, messages_in
from mltag_desktop.core.model.types import Predictions
from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.training.candidate_evaluation import CROSS_VALIDATED
from mltag_desktop.core.workspace.types import ModelInfo
from tests.errors import user_error

TAGS = ("cat", "dog", "bird")


def answers(
    version: str, codes: Sequence[int], tags: tuple[str, ...] = TAGS, sure: float = 0.8
) -> Predictions:
    rest = (1 - sure) / (len(tags) - 1)
    probabilities = np.full((len(codes), len(tags)), rest, dtype=np.float32)
    probabilities[np.arange(len(codes)), list(codes)] = sure
    return Predictions(version, tags, probabilities)


def three_models(better: int, worse: int, both: int) -> Report:
    """Rules that always say cat; an active model wrong on `better` rows; a candidate wrong on `worse`."""
    rows = better + worse + both
    truth = [row % 3 for row in range(rows)]
    current, candidate = list(truth), list(truth)
    for row in range(better):
        current[row] = (truth[row] + 1) % 3
    for row in range(better, better + worse):
        candidate[row] = (truth[row] + 1) % 3
    failed = Failure("purr", "minimum", "purr", "cat", "dog", 0.8, "Dogs purr, too.")
    return evaluate_models(
        SILENT,
        [TAGS[code] for code in truth],
        TAGS,
        [answers("rules-1", [0] * rows), answers("v1", current), answers("v2", candidate)],
        roles=(ModelRole.RULES, ModelRole.ACTIVE, ModelRole.CANDIDATE),
        behaviour=[None, BehaviourResult(3, 3, 0, ()), BehaviourResult(2, 3, 0, (failed,))],
        rows=RowFacts(slices={"first": np.arange(rows) < 10, "none": np.zeros(rows, dtype=np.bool_)}),
        settings=ReportSettings(notes=["2 rows were left out."]),
    )


def one_model(name: str = "holdout", rows: int = 1) -> Report:
    """A model that is right on all of a few rows."""
    found = [answers("v1", [0] * rows)]
    return evaluate_models(SILENT, ["cat"] * rows, TAGS, found, settings=ReportSettings(name=name))


def stored(report: Report, **more: object) -> Any:
    """Return a report as it is read from a file."""
    return json.loads(json.dumps({**report.to_json(), **more}, allow_nan=False))


def test_the_headline_states_its_certainty() -> None:
    report = three_models(14, 5, 172)
    current, candidate = report.models[1].f1, report.models[2].f1
    assert report.headline == (
        f"The candidate is likely better than the active model: F1 {candidate:.3f} against {current:.3f} "
        "on 191 rows; better on 14, worse on 5 (97%)."
    )


def test_the_headline_names_no_winner_without_a_difference() -> None:
    report = three_models(4, 3, 50)
    assert report.headline.startswith("No clear difference between")
    assert "likely" not in report.headline


def test_the_headline_does_not_deny_a_difference_that_chance_may_explain() -> None:
    report = three_models(1, 4, 15)
    assert "between the candidate and the active model may be due to chance: F1" in report.headline


@pytest.mark.parametrize("is_stored", [True, False])
def test_a_promoted_candidate_is_called_the_active_model(is_stored: bool) -> None:
    """Reports of earlier versions have no messages, only English sentences."""
    report = three_models(14, 5, 172)
    if not is_stored:
        report = Report.from_json(stored(report))
    after = [info("v1", bundled=True), info("v2", active=True)]
    now = report.now(after)
    assert now.headline.startswith("The active model is likely better than the bundled model: F1")
    assert [model.role for model in now.models] == ["rules", "bundled", "current"]
    assert not any("candidate" in note for note in now.notes)
    back = now.now([info("v1", active=True), info("v2")])
    assert back.headline.startswith("v2 is likely better than the active model")
    assert report.now([info("v1", active=True), info("v2", candidate=True)]) == report


def test_a_wholly_tagged_table_is_read_first_and_without_caution() -> None:
    audit = replace(three_models(14, 5, 172), name="audit set", records=tuple(range(191)))
    part = replace(audit, name="decisions", others=(audit,))
    assert part.caution
    assert part.reading_order() == (1, 0)
    whole = replace(part, whole_table=True)
    assert not whole.caution
    assert whole.reading_order() == (0, 1)


def info(version: str, *, active: bool = False, candidate: bool = False, bundled: bool = False) -> ModelInfo:
    return ModelInfo(version, "", "", active, candidate, None, None, bundled)


def test_models_are_in_order_with_their_metrics() -> None:
    report = three_models(5, 5, 50)
    roles = [("rules", "rules-1"), ("current", "v1"), ("candidate", "v2")]
    assert [(model.role, model.version) for model in report.models] == roles
    assert [report.models[2].slices[name].rows for name in ("first", "none")] == [10, 0]
    pairs = [(pair.a, pair.b) for pair in report.comparisons]
    assert pairs == [("majority", "v2"), ("rules-1", "v2"), ("v1", "v2")]
    assert report.paired == report.comparisons[-1]


def test_prediction_changes_have_the_true_tag() -> None:
    changes = three_models(2, 1, 5).prediction_changes
    assert changes is not None
    assert (changes.rows, changes.total) == (8, 3)
    assert {(change.reference, change.before, change.after, change.truth) for change in changes.shown} == {
        ("1", "dog", "cat", "cat"),
        ("2", "bird", "dog", "dog"),
        ("3", "bird", "cat", "bird"),
    }
    assert sum(count.rows for count in changes.counts) == 3


def test_regressions_are_listed() -> None:
    found = three_models(0, 12, 60).regressions
    names = {(each.kind, each.name): each for each in found}
    assert names.keys() >= {("tag", "cat"), ("slice", "first"), ("behaviour", "purr")}
    assert names[RegressionKind.SLICE, "first"].likely
    assert all((each.after < each.before) == (each.kind != RegressionKind.CALIBRATION) for each in found)


def test_a_model_with_other_tags_is_evaluated_on_the_same_rows() -> None:
    old = answers("old", [0, 1, 0], ("dog", "cat"))
    new = answers("new", [0, 1, 2], ("cat", "dog", "fish"))
    report = evaluate_models(SILENT, ["dog", "cat", "fish"], ("cat", "dog"), [old, new])
    assert report.models[0].tag_order == ("cat", "dog", "fish")
    assert report.models[0].accuracy == pytest.approx(2 / 3)
    assert report.models[1].confusion == ((0, 1, 0), (1, 0, 0), (0, 0, 1))


def test_one_model_has_no_comparison() -> None:
    report = one_model()
    assert (report.paired, report.prediction_changes, report.regressions) == (None, None, ())
    assert report.headline.startswith("F1 1.000 (")
    assert report.headline.endswith(" on 1 rows.")


@pytest.mark.parametrize("name", [CROSS_VALIDATED, "decisions new to both", "decisions"])
def test_decisions_are_not_taken_for_a_random_sample(name: str) -> None:
    """The queue chooses them; the F1 on 84 of them was 0.948 where 73% of all records were right."""
    report = one_model(name)
    assert report.headline.endswith(" on 1 tagged records.")
    assert report.caution.startswith("Tagged records are not a random sample")
    assert "unless a search chose which of its records were decided" in report.caution
    assert report.caution in unescape(to_html(report))
    assert report.caution in unescape(to_summary(report))
    assert not one_model(name, rows=0).caution


@pytest.mark.parametrize("name", ["audit set", "holdout", "decisions.csv"])
def test_rows_that_nobody_chose_need_no_caution(name: str) -> None:
    assert not one_model(name).caution


def test_a_report_without_rows_states_it() -> None:
    report = evaluate_models(SILENT, [], TAGS, [answers("v1", []), answers("v2", [])])
    assert report.headline == "No rows for evaluation."
    assert Report.from_json(report.to_json()) == report


@settings(max_examples=25)
@given(st.integers(0, 20), st.integers(0, 20), st.integers(1, 40))
def test_a_report_survives_a_json_round_trip(better: int, worse: int, both: int) -> None:
    report = three_models(better, worse, both)
    assert Report.from_json(stored(report)) == report


def test_a_stored_report_has_its_messages_again() -> None:
    report = three_models(20, 3, 4)
    content = stored(report, **{STORED_MESSAGES: messages_in(report.to_json())})
    assert content["headline"] == report.headline
    again = Report.from_json(content)
    assert again == report
    texts = (again.headline, again.notes[-1], again.paired.words if again.paired else "")
    assert all(isinstance(text, Message) for text in texts)
    assert type(Report.from_json(stored(report)).headline) is str


def test_the_json_has_the_keys_that_scripts_rely_on() -> None:
    data = three_models(3, 2, 20).to_json()
    assert {"rows", "models", "paired"} <= set(data)
    model = data["models"][0]
    keys = "version accuracy precision recall f1 macro_f1 ece intervals tags slices tag_order confusion"
    assert set(keys.split()) <= set(model)
    assert {"precision", "recall", "f1", "support"} <= set(model["tags"]["cat"])
    assert {"rows", "f1"} <= set(model["slices"]["first"])


def test_invalid_report_data_is_rejected() -> None:
    for data in ({}, {"models": 3}, stored(three_models(1, 1, 5)) | {"models": [{"f1": 1}]}):
        with user_error("report"):
            Report.from_json(data)
    content = stored(three_models(1, 1, 5))
    content["models"][0]["role"] = "oracle"
    with user_error("cannot be read: 'oracle' is not a valid ModelRole"):
        Report.from_json(content)


def test_many_prediction_changes_are_counted_but_not_all_shown() -> None:
    rows = 3_000
    changes = find_prediction_changes(answers("a", [0] * rows), answers("b", [1] * rows))
    assert (changes.total, len(changes.shown)) == (rows, 1_000)
    assert changes.counts[0].rows == rows
    assert changes.shown[0].truth is None
    assert changes.shown[0].reference == "1"


def test_roles_and_kinds_are_plain_words_in_json_and_come_back_as_what_they_were() -> None:
    content = stored(three_models(1, 4, 20))
    assert [model["role"] for model in content["models"]] == ["rules", "current", "candidate"]
    assert {"tag", "behaviour"} <= {regression["kind"] for regression in content["losses"]}
    again = Report.from_json(content)
    assert [model.role for model in again.models] == [ModelRole.RULES, ModelRole.ACTIVE, ModelRole.CANDIDATE]
    assert all(isinstance(regression.kind, RegressionKind) for regression in again.regressions)
