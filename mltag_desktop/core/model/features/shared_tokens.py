"""Runs the sentence encoder with less work: what depends on one token only is computed once in a batch.

The encoder is a convolution over the tokens of a text. The library multiplies its first two layers for each
token of each text, but these depend on one token and its offset, and a batch repeats most tokens. The result
differs by rounding only (cosine above 0.99999). Words are split into tokens once, too.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray

_ORDERS: Final = ((2, 0), (3, 1), (5, 2))
"""Number of tokens of each convolution, and how many of these precede the token."""
_LEFT: Final = max(left for _, left in _ORDERS)
_RIGHT: Final = max(count - 1 - left for count, left in _ORDERS)
_WIDTH: Final = 256
"""Dimensions of a convolution."""
_DIMENSION: Final = 512
_TOKENS: Final = 384
"""Tokens that go through the second layer at once; more would not stay in the processor's cache."""
_START, _UNKNOWN, _END = 1, 0, 2
_KEPT_WORDS: Final = 50_000
_PARTS: Final = (
    "sp", "table", "scale", "lo", "proj_W", "proj_b", "ln_g_all", "ln_b_all", "w1", "b1", "w2", "b2", "ln_g",
    "ln_b", "cnn_W", "cnn_b", "d0", "d1", "d2", "d3", "p1", "p3", "eps",
)  # fmt: skip
"""The parts of the library's backend that are used, in the pinned version."""


def has_parts(backend: Any) -> bool:
    """Return whether a backend of the library has all parts that are used here."""
    return all(hasattr(backend, name) for name in _PARTS)


class SharedTokenEncoder:
    """An encoder with the weights and the tokenizer of a backend of the library; for one thread."""

    def __init__(self, backend: Any) -> None:
        from threadpoolctl import ThreadpoolController  # not at start-up

        self._backend = backend
        self._blocks = len(backend.scale)
        self._first = [
            np.ascontiguousarray(
                weights.reshape(count, _WIDTH, _WIDTH).transpose(1, 0, 2).reshape(_WIDTH, count * _WIDTH)
            )
            for weights, (count, _) in zip(backend.w1, _ORDERS, strict=True)
        ]
        self._words: dict[str, tuple[int, ...]] = {}
        self._limit = ThreadpoolController().limit

    def encode(self, texts: Sequence[str]) -> FloatArray:
        """Return the embeddings of texts, shape (n, 512), each of length 1."""
        with self._limit(limits=1, user_api="blas"):  # threads on a busy machine wait for each other
            return self._encode(texts)

    def _encode(self, texts: Sequence[str]) -> FloatArray:
        out = np.empty((len(texts), _DIMENSION), np.float32)
        if not texts:
            return out
        tokens = [self._tokens(text) for text in texts]
        flat = np.fromiter(chain.from_iterable(tokens), np.int64)
        distinct, places = np.unique(flat, return_inverse=True)
        batch = _TokenBatch(self._backend, self._blocks, self._first, distinct)
        first = at = 0
        lengths: list[int] = []
        for length in (*map(len, tokens), None):
            if lengths and (length is None or sum(lengths) + length > _TOKENS):
                size = sum(lengths)
                out[first : first + len(lengths)] = batch.encode(places[at : at + size], np.array(lengths))
                first, at, lengths = first + len(lengths), at + size, []
            if length is not None:
                lengths.append(length)
        return out

    def _tokens(self, text: str) -> list[int]:
        """Return the tokens of a text; words are split independently of each other."""
        found = [_START]
        for word in text.split():
            tokens = self._words.get(word)
            if tokens is None:
                tokens = tuple(self._backend.sp.encode(word, add_bos=False, add_eos=False))
                if tokens == (_UNKNOWN,):  # nothing is left of the word
                    tokens = ()
                if len(self._words) >= _KEPT_WORDS:
                    self._words.clear()
                self._words[word] = tokens
            found += tokens
        return [*found, _END] if len(found) > 1 else [_START, _UNKNOWN, _END]


class _TokenBatch:
    """The layers that depend on one token, for the different tokens of a batch of texts."""

    def __init__(
        self, backend: Any, blocks: int, first: Sequence[FloatArray], distinct: NDArray[np.int64]
    ) -> None:
        self._backend = backend
        block = distinct % blocks
        self._embedding: FloatArray = backend.table[distinct].astype(np.float32)
        self._embedding *= backend.scale[block, None]
        self._embedding += backend.lo[block, None]
        x = self._embedding @ backend.proj_W
        x += backend.proj_b
        self._input = _normalised(x, backend.ln_g_all, backend.ln_b_all, backend.eps)
        self._nothing = len(distinct)
        """The index of the padding token before and after a text, which adds nothing."""
        self._shares: list[FloatArray] = []
        """Contribution of each token to the first layer of its neighbours, (tokens + 1, offsets, 256)."""
        for number, (count, _) in enumerate(_ORDERS):
            share = np.zeros((len(distinct) + 1, count, _WIDTH), np.float32)
            own = self._input[:, number * _WIDTH : (number + 1) * _WIDTH]
            share[:-1] = (own @ first[number]).reshape(-1, count, _WIDTH)
            self._shares.append(share)

    def encode(self, tokens: NDArray[np.int64], lengths: NDArray[np.int64]) -> FloatArray:
        """Return the embeddings of some texts: the places of their tokens, and their numbers of tokens."""
        backend, count = self._backend, len(tokens)
        starts = np.cumsum(lengths) - lengths
        layers = np.empty((count, _DIMENSION + len(_ORDERS) * _WIDTH), np.float32)
        layers[:, :_DIMENSION] = self._embedding[tokens]
        around = _neighbours(starts, lengths, count)
        with_nothing = np.append(tokens, self._nothing)
        hidden = np.zeros((count + 1, _WIDTH), np.float32)  # the last row is the padding
        for number, (size, left) in enumerate(_ORDERS):
            window = around[:, _LEFT - left : _LEFT - left + size]
            share = self._shares[number]
            h = share[with_nothing[window[:, 0]], 0]
            for offset in range(1, size):
                h += share[with_nothing[window[:, offset]], offset]
            h += backend.b1[number]
            np.maximum(h, 0, out=h)
            h += self._input[tokens, number * _WIDTH : (number + 1) * _WIDTH]
            hidden[:count] = h
            second = hidden[window].reshape(count, size * _WIDTH) @ backend.w2[number]
            second += backend.b2[number]
            np.maximum(second, 0, out=second)
            second += h
            at = _DIMENSION + number * _WIDTH
            layers[:, at : at + _WIDTH] = second
        layers = _normalised(layers, backend.ln_g, backend.ln_b, backend.eps)
        return self._pooled(np.add.reduceat(layers, starts, axis=0), lengths.astype(np.float32))

    def _pooled(self, sums: FloatArray, lengths: FloatArray) -> FloatArray:
        """Return the embeddings for the sums over the tokens of each text."""
        backend = self._backend
        mean = (sums @ backend.cnn_W + lengths[:, None] * backend.cnn_b) / np.sqrt(lengths)[:, None]
        first = np.maximum(mean @ backend.p1 + np.maximum(mean @ backend.d0, 0) @ backend.d1, 0)
        out = np.tanh(first @ backend.p3 + np.maximum(first @ backend.d2, 0) @ backend.d3)
        found: FloatArray = out / np.sqrt(np.maximum(np.vecdot(out, out), backend.eps))[:, None]
        return found


def _normalised(x: FloatArray, gain: FloatArray, bias: FloatArray, least: float) -> FloatArray:
    """Return rows with mean 0 and variance 1, scaled and shifted; `x` is changed."""
    x -= x.mean(axis=-1, keepdims=True)
    x *= 1 / np.sqrt(np.vecdot(x, x) / x.shape[-1] + least)[:, None]
    x *= gain
    x += bias
    return x


def _neighbours(starts: NDArray[np.int64], lengths: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the places around each token, shape (count, left + 1 + right); `count` outside its text."""
    around = np.arange(count)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    inside = around >= np.repeat(starts, lengths)[:, None]
    inside &= around < np.repeat(starts + lengths, lengths)[:, None]
    return np.where(inside, around, count)
