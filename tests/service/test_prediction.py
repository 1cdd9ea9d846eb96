"""Single and bulk predictions, and their agreement with the command line."""

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core.messages import probability_words
from mltag_desktop.core.model.bundle import save_bundle
from mltag_desktop.core.model.linear_model import LinearModel
from mltag_desktop.core.model.manifest import UnsurePolicy
from mltag_desktop.core.model.model_names import install
from mltag_desktop.core.serving.feedback_store import FeedbackStore
from mltag_desktop.core.serving.records import CuratorDecision, ServiceOptions, now, same_text
from mltag_desktop.core.serving.review_sync import with_review
from mltag_desktop.core.settings import DEFAULT_REVIEW_THRESHOLD
from mltag_desktop.core.workspace.decisions.review_thresholds import ReviewThresholds
from mltag_desktop.service.app import page
from tests.helpers import TEXTS
from tests.processes import wait_for
from tests.service.helpers import Running, serving


def test_predictions_below_the_threshold_need_review(options: ServiceOptions, model: LinearModel) -> None:
    with serving(replace(options, review_below=0.7)) as running:
        answers = [running.predict(text) for text in [*TEXTS, "nothing of this at all"]]
        assert {answer["needs_review"] for answer in answers} == {True, False}
        assert all(answer["needs_review"] == (answer["confidence"] < 0.7) for answer in answers)  # type: ignore[operator]
        assert running.metric("mltag_needs_review_total") == sum(bool(a["needs_review"]) for a in answers)
    with serving(options) as running:
        assert running.client.get("/v1/model").json()["threshold"] == DEFAULT_REVIEW_THRESHOLD


def test_unsure_predictions_are_answered_without_a_tag_if_wanted(
    options: ServiceOptions, model: LinearModel, tmp_path: Path
) -> None:
    unsure = replace(options, review_below=0.7, unsure=UnsurePolicy.EMPTY)
    with serving(unsure) as running:
        answers = [running.predict(text) for text in [*TEXTS, "nothing of this at all"]]
        assert {answer["needs_review"] for answer in answers} == {True, False}
        assert all((answer["tag"] is None) == answer["needs_review"] for answer in answers)
    folder = tmp_path / "published"
    install(with_review(model, ReviewThresholds(1.0), UnsurePolicy.REFUSE), folder)
    with serving(replace(options, model=folder)) as running:
        answer = running.predict("nothing of this at all")
        assert (answer["tag"], answer["needs_review"]) == (None, True)


def test_a_model_of_several_tags_answers_with_additional_tags(
    options: ServiceOptions, model: LinearModel, tmp_path: Path
) -> None:
    head = replace(model.head, tag_thresholds=np.full(len(model.tags), 1e-6, np.float32))
    several = LinearModel(model.manifest, model.vectors, head, model.base, model.holdout).versioned()
    install(several, tmp_path / "several")
    with serving(replace(options, model=tmp_path / "several")) as running:
        answer = running.predict(TEXTS[0], probabilities=True)
        others = {**answer["probabilities"]}  # type: ignore[dict-item]
        others.pop(str(answer["tag"]))
        assert answer["additional_tags"] == sorted(others, key=lambda tag: -others[tag])


def test_an_explanation_adds_up_and_is_by_the_same_model(running: Running) -> None:
    why = running.explain(text="Why the rose bush matters").json()
    assert why["tag"] == "gardening"
    assert why["bias"] + sum(piece["weight"] for piece in why["pieces"]) == pytest.approx(why["score"])
    assert why["model_version"] == running.predict("x")["model_version"]
    assert "".join(piece["text"] for piece in why["pieces"]) in "Whytherosebushmatters"
    asked = running.explain(text="rose bush", tag="sailing").json()
    assert asked["tag"] == "sailing"
    unknown = running.explain(text="rose bush", tag="chess")
    assert unknown.status_code == 422
    assert "chess" in unknown.json()["message"]


def test_the_model_information_is_returned(running: Running, model: LinearModel) -> None:
    told = running.client.get("/v1/model").json()
    assert told["version"] == model.version
    assert told["tags"] == list(model.tags)
    assert told["f1"] == model.manifest.training.f1
    assert told.get("candidate") is None


def test_health_readiness_and_metrics(running: Running) -> None:
    assert running.client.get("/healthz").json() == {"status": "alive"}
    assert running.client.get("/readyz").json() == {"status": "ready"}
    running.predict("tomato soup")
    text = running.client.get("/metrics").text
    for line in text.splitlines():
        assert line.startswith("#") or len(line.rsplit(" ", 1)) == 2
    assert running.metric('mltag_requests_total{address="/v1/predict",status="200"}') == 1
    assert running.metric('mltag_request_seconds_count{address="/v1/predict"}') == 1
    assert running.metric('mltag_texts_total{source="model"}') == 1
    assert running.metric("mltag_confidence_count") == 1


def test_the_stream_is_monitored_for_drift(running: Running) -> None:
    """After texts on the model's topics, texts in another language raise their share."""

    def send(texts: list[str]) -> None:
        for start in range(0, len(texts), 60):
            items = [{"text": text} for text in texts[start : start + 60]]
            running.client.post("/v1/predict", json={"items": items}).raise_for_status()

    own = [
        f"How to handle {name} {n}" for n in range(20) for name in ("tomato soup", "a rose bush", "a sail")
    ]
    send(own)
    wait_for(lambda: running.metric("mltag_drift_texts") == len(own))
    before = running.metric("mltag_drift_foreign_share")
    odd = [f"zzqx wvut {n} kkpl mnbv" for n in range(240)]
    send(odd)
    wait_for(lambda: running.metric("mltag_drift_texts") == len(own) + len(odd))
    assert running.metric("mltag_drift_foreign_share") > before
    assert 0 < running.metric("mltag_drift_vocabulary_coverage") < 0.9


def test_the_page_loads_nothing_external(running: Running) -> None:
    answer = running.client.get("/")
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "http://" not in answer.text
    assert "https://" not in answer.text
    assert "src=" not in answer.text


needs_node = pytest.mark.skipif(shutil.which("node") is None, reason="no Node.js")
(SCRIPT,) = re.findall(r"<script>(.*?)</script>", page(), re.DOTALL)


def on_page(field: str, call: str, before: str = "") -> str:
    """Run the script of the page, with this field for each of its elements; return what `call` prints."""
    document = f"const field = {{ addEventListener() {{}}, {field} }};"
    document += "const document = { getElementById: () => field };"
    command = ["node", "-e", f"{document}{before}{SCRIPT}; {call};"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@needs_node
def test_the_page_says_what_was_answered_and_which_models_are_tried() -> None:
    found = {
        "tag": "mlops", "additional_tags": [], "confidence": 0.9, "model_version": "a", "needs_review": False,
        "off_topic": False, "source": "model",
    }  # fmt: skip
    model = {"candidate": None, "mode": None, "share": 0.05}
    said = {
        "mlops (0.90).": ("answered", found),
        "mlops (0.90), also other. Answered by model b.": (
            "answered", {**found, "additional_tags": ["other"], "model_version": "b"}
        ),
        "No tag: the model is too unsure (0.40). Needs review.": (
            "answered", {**found, "tag": None, "confidence": 0.4, "needs_review": True}
        ),
        "No tag (0.89). The text may be off topic. Needs review.": (
            "answered", {**found, "tag": None, "confidence": 0.89, "off_topic": True, "needs_review": True}
        ),
        "mlops, decided by a curator.": ("answered", {**found, "source": "curator"}),
        "": ("tried", model),
        ". Shadow model b predicts too, and never answers": (
            "tried", {**model, "candidate": "b", "mode": "shadow"}
        ),
        ". Candidate b answers 5% of the keys": ("tried", {**model, "candidate": "b", "mode": "canary"}),
    }  # fmt: skip
    calls = ",".join(f"{name}({json.dumps(value)})" for name, value in said.values())
    printed = on_page("", f"active = 'a'; console.log(JSON.stringify([{calls}]))")
    assert json.loads(printed) == list(said)


@needs_node
@pytest.mark.parametrize(
    ("token", "fetched", "said"),
    [
        ("", "Promise.reject(new TypeError('Failed to fetch'))", "The service does not answer."),
        ("", "{ status: 401 }", "This service needs a token."),
        ("old", "{ status: 401 }", "The token is wrong."),
        ("schlüssel", "{ status: 200 }", "The token is wrong."),
        ("", "{ status: 502, json: async () => JSON.parse('<html>') }", "The answer cannot be read"),
        (
            "",
            "{ status: 413, json: async () => ({ message: 'Too long.', hint: 'Shorten.' }) }",
            "Too long. Sh",
        ),
    ],
)
def test_the_page_says_why_there_is_no_answer(token: str, fetched: str, said: str) -> None:
    printed = on_page(
        f"value: {json.dumps(token)}, hidden: true",
        "call('v1/model').catch(error => console.log(error.message))",
        f"globalThis.fetch = async () => ({fetched});",
    )
    assert printed.startswith(said)


@needs_node
def test_the_page_writes_a_confidence_as_the_window_does() -> None:
    shares = [0.0, 0.009, 0.29, float(np.float32(0.29)), 0.899999, 0.9, 0.997, 0.999999, 1.0]
    printed = on_page("", f"console.log(JSON.stringify({shares}.map(confidence)))")
    assert json.loads(printed) == [probability_words(share) for share in shares]


@needs_node
def test_the_page_stores_the_same_feedback_once(running: Running, options: ServiceOptions) -> None:
    program = f"""
        const elements = {{}}, ask = fetch;
        const element = () => ({{ value: "", replaceChildren() {{}}, addEventListener() {{}} }});
        const document = {{ getElementById: id => elements[id] ??= element() }};
        globalThis.Option = class {{}};
        globalThis.fetch = (path, options) => ask(new URL(path, "{running.client.base_url}"), options);
        const load = () => {{ {SCRIPT}; return [at, send, text => asked = text]; }};
        const feedback = async each => {{
          const [at, send, ask] = load();
          for (const [text, tag] of each) {{
            ask(text);
            at("right").value = tag;
            await send();
            console.log(at("sent").textContent);
          }}
        }};
        (async () => {{
          await feedback([["x", ""], ["x", ""]]);  // in a browser that keeps nothing
          Object.defineProperty(globalThis, "sessionStorage", {{ value: {{ given: "[[" }} }});
          await feedback([["rose", ""], ["rose", ""], ["rose", "cooking"], ["rose", "cooking"], ["y", ""]]);
          await feedback([["y", ""], ["rose", "cooking"], ["rose", ""]]);  // the page is loaded again
        }})();
    """
    done = subprocess.run(["node", "-e", program], capture_output=True, text=True, check=True)
    saved, known = "Feedback saved. Thank you.", "This feedback was already saved."
    assert done.stdout.splitlines() == [
        *(saved, known),
        *(saved, known, saved, known, saved),
        *(known, known, saved),  # a curator who changed back means the first tag
    ]
    with FeedbackStore.existing(options.state) as store:
        assert [(one.text, one.tag) for one in store.feedback()] == [
            ("x", None), ("rose", None), ("rose", "cooking"), ("y", None), ("rose", None)
        ]  # fmt: skip


def test_feedback_may_name_the_tags_of_all_models_and_of_decisions(
    options: ServiceOptions, model: LinearModel, tmp_path: Path
) -> None:
    manifest = replace(model.manifest, tags=(*model.tags[:-1], "chess"))
    parts = (manifest, model.vectors, model.head, model.base, model.holdout)
    save_bundle(tmp_path / "shadow", LinearModel(*parts).versioned())
    decided = {same_text("a knight"): CuratorDecision("riding", "Ann", now())}
    with FeedbackStore(options.state) as store:
        store.set_decisions("letters", decided)
    with serving(replace(options, candidate=tmp_path / "shadow")) as running:
        told = running.client.get("/v1/model").json()
        assert told["tags"] == list(model.tags)
        assert told["feedback_tags"] == [*model.tags, "chess", "riding"]
        for tag in told["feedback_tags"]:
            answer = running.feedback(text="a knight", tag=tag)
            assert answer.status_code == 200, answer.text


def test_the_examples_of_the_description_work(running: Running) -> None:
    described = running.client.get("/openapi.json").json()
    assert set(described["paths"]) == {
        "/v1/predict", "/v1/explain", "/v1/feedback", "/v1/accuracy", "/v1/model", "/v1/model/reload",
        "/healthz", "/readyz", "/metrics",
    }  # fmt: skip
    for path in ("/v1/predict", "/v1/explain", "/v1/feedback"):
        content = described["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        name = content["schema"]["$ref"].rpartition("/")[2]
        examples = described["components"]["schemas"][name]["examples"]
        assert examples
        for example in examples:
            known = {"tag": "sailing"} if "tag" in example else {}  # a tag of this model
            assert running.client.post(path, json=example | known).status_code == 200


@pytest.mark.parametrize("path", ["/v1/predict", "/v1/explain", "/v1/feedback"])
@pytest.mark.parametrize("body", [{"txt": "rose bush"}, {}, {"key": 5}, {"txt": "rose bush", "key": 5}])
def test_a_request_without_a_text_is_told_so(running: Running, path: str, body: dict[str, object]) -> None:
    answer = running.client.post(path, json=body)
    assert answer.status_code == 422
    assert answer.json()["message"] == "The request is invalid: text is missing."
    assert {"field": "text", "problem": "is missing"} in answer.json()["fields"]
    assert {each["field"] for each in answer.json()["fields"]} == {"text", *body}, "all that is wrong"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"text": 5}, "text must be a string"),
        ({"text": "a", "items": [{"text": "b"}]}, "give either text or items"),
        ({"items": [None]}, "items.0 must be an object"),
        ({"items": []}, "items must not be empty"),
        ({"items": "a"}, "items must be a list"),
        (["a"], "the body must be an object"),
        ({"text": "a", "probabilities": 1}, "probabilities must be true or false"),
        ({"text": "a", "key": "k" * 501}, "key is longer than 500 characters"),
    ],
)
def test_the_message_names_the_first_problem(running: Running, body: dict[str, object], problem: str) -> None:
    answer = running.client.post("/v1/predict", json=body)
    assert (answer.status_code, answer.json()["message"]) == (422, f"The request is invalid: {problem}.")


def test_a_missing_body_is_described(running: Running) -> None:
    answer = running.client.post("/v1/explain", headers={"Content-Type": "application/json"})
    assert answer.json()["message"] == "The request is invalid: the body is missing."


def test_blank_feedback_and_a_bad_id_are_described(running: Running) -> None:
    answer = running.feedback(text=" ", id="a b")
    problems = {each["field"]: each["problem"] for each in answer.json()["fields"]}
    assert problems["text"] == "must not be blank"
    assert problems["id"].startswith("must be 1 to 100 of the characters")


def test_a_long_request_is_predicted_correctly(running: Running, model: LinearModel) -> None:
    texts = [f"{text} {number}" for number, text in enumerate(TEXTS * 5)]
    found = running.client.post("/v1/predict", json={"items": [{"text": text} for text in texts]}).json()
    expected = model.predict(texts)
    shown = [answer["confidence"] for answer in found["predictions"]]
    assert shown == [round(value, 6) for value in expected.confidence.tolist()]
