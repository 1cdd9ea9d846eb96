"""Fit linear classifiers to sparse and dense columns: Newton's method with conjugate gradients.

Every objective is 1/2 |w|^2 + the sum of the rows' losses. It is strictly convex, so the start and the order
of the rows do not matter. All work is done in NumPy and sparse products: the solver loads fast, releases the
GIL for the window, and can be cancelled after each product. (Keerthi and DeCoste, 2005; Lin, Weng and
Keerthi, 2008.)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from mltag_desktop.core.model.types import FloatArray, IntArray
from mltag_desktop.core.progress import Progress, SubProgress

if TYPE_CHECKING:
    import scipy.sparse

Sums = NDArray[np.float64]
_CLOSE: Final = 3e-4
"""Gradient norm, relative to the first gradient, at which the minimum counts as reached."""
_INNER: Final = 0.1
_MOST_STEPS: Final = 40
_MOST_INNER: Final = 60
_HALVINGS: Final = 20
_PRODUCTS_A_REPORT: Final = 32
_OWN_BLOCKS: Final = 8
"""Largest number of columns with separate preconditioner blocks: each inverse costs many products."""
_ONE_THREAD_MATRIX: Final = 4 * 65_536
_ONE_THREAD_VECTOR: Final = 4 * 2_304
"""Multiplications up to which OpenBLAS uses one thread, for two matrices and for a matrix and a vector."""


class Loss(Protocol):
    """The training loss of the rows as a function of their scores z, shape (n, k)."""

    coupled: bool
    """Whether the columns of z form one problem; otherwise they are independent problems."""
    steepest: FloatArray
    """Upper bound of the second derivative for each row and column, shape (n, k)."""

    def value(self, z: FloatArray) -> Sums:
        """Return the loss of each column, shape (k,)."""
        ...

    def slope(self, z: FloatArray) -> FloatArray:
        """Return the derivative, shape (n, k)."""
        ...

    def curvature(self, z: FloatArray) -> Callable[[FloatArray], FloatArray]:
        """Return a function that multiplies (n, k) values by the second derivative at `z`."""
        ...


class SquaredHinge:
    """cost * max(0, 1 - sign * z)^2, one column against the rest (a linear support vector machine)."""

    coupled = False

    def __init__(self, sign: FloatArray, cost: FloatArray) -> None:
        self._sign, self._cost = sign, cost
        self.steepest: FloatArray = 2 * cost

    def value(self, z: FloatArray) -> Sums:
        """Return the loss of each column."""
        slack = np.maximum(0, 1 - self._sign * z)
        return _sums(self._cost * slack, slack)

    def slope(self, z: FloatArray) -> FloatArray:
        """Return the derivative."""
        slope: FloatArray = -self.steepest * self._sign * np.maximum(0, 1 - self._sign * z)
        return slope

    def curvature(self, z: FloatArray) -> Callable[[FloatArray], FloatArray]:
        """Return the product with the second derivative."""
        active = self.steepest * (self._sign * z < 1)
        return lambda change: active * change


class Logistic:
    """cost * log(1 + exp(-sign * z)), one column against the rest."""

    coupled = False

    def __init__(self, sign: FloatArray, cost: FloatArray) -> None:
        self._sign, self._cost = sign, cost
        self.steepest: FloatArray = cost * np.float32(0.25)

    def value(self, z: FloatArray) -> Sums:
        """Return the loss of each column."""
        return _sums(self._cost, np.logaddexp(0, -self._sign * z))

    def slope(self, z: FloatArray) -> FloatArray:
        """Return the derivative."""
        slope: FloatArray = -self._cost * self._sign * _sigmoid(-self._sign * z)
        return slope

    def curvature(self, z: FloatArray) -> Callable[[FloatArray], FloatArray]:
        """Return the product with the second derivative."""
        probability = _sigmoid(z)
        second = self._cost * probability * (1 - probability)
        return lambda change: second * change


class Multinomial:
    """cost * -log softmax(z)[label]: logistic regression over all tags together; `cost` has shape (n, 1)."""

    coupled = True

    def __init__(self, labels: IntArray, tags: int, cost: FloatArray) -> None:
        self._hot = np.eye(tags, dtype=np.float32)[labels]
        self._cost = cost
        self.steepest = np.broadcast_to(cost * np.float32(0.25), self._hot.shape).astype(np.float32)

    def value(self, z: FloatArray) -> Sums:
        """Return the total loss of all columns, repeated for each column."""
        highest = z.max(axis=1, keepdims=True)
        log_sum = highest + np.log(np.exp(z - highest).sum(axis=1, keepdims=True))
        total = float((self._cost * (log_sum - (z * self._hot).sum(axis=1, keepdims=True))).sum())
        return np.full(z.shape[1], total)

    def slope(self, z: FloatArray) -> FloatArray:
        """Return the derivative."""
        slope: FloatArray = self._cost * (_softmax(z) - self._hot)
        return slope

    def curvature(self, z: FloatArray) -> Callable[[FloatArray], FloatArray]:
        """Return the product with the second derivative."""
        probabilities = _softmax(z)

        def product(change: FloatArray) -> FloatArray:
            weighted = probabilities * change
            total = weighted.sum(axis=1, keepdims=True)
            result: FloatArray = self._cost * (weighted - probabilities * total)
            return result

        return product


@dataclass(frozen=True)
class Columns:
    """The features of n rows: m sparse columns and d dense columns; either may be 0."""

    sparse: "scipy.sparse.csr_array[np.float32] | None"
    dense: FloatArray
    """Shape (n, d)."""
    ridge: FloatArray
    """Regularisation of each dense column, shape (d,): 1, or 0 for an unregularised column."""

    @property
    def m(self) -> int:
        """Number of sparse columns."""
        return 0 if self.sparse is None else int(self.sparse.shape[1])


@dataclass(frozen=True)
class Weights:
    """Weights of the sparse columns, shape (m, k), and of the dense columns, shape (d, k)."""

    sparse: FloatArray
    dense: FloatArray

    def add(self, other: "Weights", lengths: FloatArray) -> None:
        """Add `other` in place, scaled by one length per column, shape (k,)."""
        for mine, theirs in ((self.sparse, other.sparse), (self.dense, other.dense)):
            mine += theirs * lengths


def minimise(progress: Progress, columns: Columns, loss: Loss) -> Weights:
    """Return the weights at the minimum; `progress` is called for each product and may raise `Cancelled`."""
    newton = _Newton(progress, columns, loss)
    progress.report(0.0)
    return newton.run(progress)


class _Newton:
    """Newton's method for one problem: columns, loss and preconditioner."""

    def __init__(self, progress: Progress, columns: Columns, loss: Loss) -> None:
        self._columns, self._loss = columns, loss
        self._k = loss.steepest.shape[1]
        progress.report(0.0)
        self._stacked = _stacked(columns.dense, self._k)
        progress.report(0.0)
        self._diagonal, self._blocks = self._preconditioner(progress)

    def run(self, progress: Progress) -> Weights:
        columns = self._columns
        at = Weights(
            np.zeros((columns.m, self._k), np.float32),
            np.zeros((columns.dense.shape[1], self._k), np.float32),
        )
        z = np.zeros(self._loss.steepest.shape, np.float32)
        first: Sums | None = None
        for step in range(_MOST_STEPS):
            gradient = self._gradient(at, z)
            size = np.sqrt(self._dot(gradient, gradient))
            first = size if first is None else first
            live = size > _CLOSE * first
            if not live.any():
                break
            change, dz = self._direction(SubProgress(progress, 0.0, step / _MOST_STEPS), gradient, live, z)
            lengths = self._lengths(at, change, z, dz, self._dot(gradient, change))
            if not lengths.any():
                break
            at.add(change, lengths)
            z = z + lengths * dz
        return at

    def _gradient(self, at: Weights, z: FloatArray) -> Weights:
        back = self._back(self._loss.slope(z))
        return Weights(at.sparse + back.sparse, at.dense * self._columns.ridge[:, None] + back.dense)

    def _direction(
        self,
        progress: Progress,
        gradient: Weights,
        live: NDArray[np.bool_],
        z: FloatArray,
    ) -> tuple[Weights, FloatArray]:
        """Solve for the Newton step by conjugate gradients; return it and the change of the scores."""
        curvature, ridge = self._loss.curvature(z), self._columns.ridge[:, None]
        change = Weights(np.zeros_like(gradient.sparse), np.zeros_like(gradient.dense))
        dz = np.zeros_like(z)
        residual = Weights(-gradient.sparse * live, -gradient.dense * live)
        scaled = self._precondition(residual)
        along, size = scaled, self._dot(residual, scaled)
        tolerance = _INNER**2 * size
        for _ in range(_MOST_INNER):
            progress.report(1.0)
            scores = self._scores(along)
            back = self._back(curvature(scores))
            product = Weights(
                np.add(back.sparse, along.sparse, out=back.sparse), back.dense + ridge * along.dense
            )
            lengths = _ratio(size, self._dot(along, product))
            change.add(along, lengths)
            residual.add(product, -lengths)
            dz += lengths * scores
            scaled = self._precondition(residual)
            new_size = self._dot(residual, scaled)
            if (new_size <= tolerance).all():
                break
            scaled.add(along, _ratio(new_size, size))
            along, size = scaled, new_size
        return change, dz

    def _lengths(
        self, at: Weights, change: Weights, z: FloatArray, dz: FloatArray, slope: Sums
    ) -> FloatArray:
        """Return the step length of each column: halved until the objective falls enough (Armijo), or 0."""
        ridge = self._columns.ridge[:, None]
        held = Weights(at.sparse, at.dense * ridge), Weights(change.sparse, change.dense * ridge)
        squares = self._dot(held[0], at), self._dot(held[0], change), self._dot(held[1], change)
        before = squares[0] / 2 + self._loss.value(z)
        lengths = np.ones(self._k, np.float32)
        for _ in range(_HALVINGS):
            size = squares[0] / 2 + lengths * squares[1] + lengths**2 * squares[2] / 2
            now = size + self._loss.value(z + lengths * dz)
            short = now > before + 1e-4 * lengths * slope + 1e-6 * np.abs(before)
            if not short.any():
                return lengths
            lengths = np.where(short, lengths / 2, lengths).astype(np.float32)
        return np.where(short, 0, lengths).astype(np.float32)

    def _preconditioner(self, progress: Progress) -> tuple[FloatArray, FloatArray]:
        """Return the inverse of the bound on the curvature: a diagonal (m, k) and dense blocks (k, d, d)."""
        bound, dense = self._loss.steepest, self._columns.dense
        diagonal = np.ones((self._columns.m, self._k), np.float32)
        if self._columns.sparse is not None:
            squares = self._columns.sparse.copy()
            squares.data = squares.data**2
            diagonal = (1 / (1 + squares.T @ bound)).astype(np.float32)
            progress.report(0.0)
        blocks = np.empty((self._k, dense.shape[1], dense.shape[1]), np.float32)
        held = np.diag(np.maximum(self._columns.ridge, 1e-6).astype(np.float64))
        least = bound.min(axis=1)  # most rows have equal weights in all columns and are multiplied once
        if self._k > _OWN_BLOCKS:
            blocks[:] = np.linalg.inv(held + _products(progress, dense, bound.mean(axis=1)))
            return diagonal, blocks
        shared = held + _products(progress, dense, least)
        for column in range(self._k):
            more = bound[:, column] - least
            rows = np.flatnonzero(more)
            own = dense[rows]
            blocks[column] = np.linalg.inv(shared + _products(progress, own, more[rows]))
        return diagonal, blocks

    def _precondition(self, residual: Weights) -> Weights:
        dense = np.matmul(self._blocks, residual.dense.T[:, :, None])[:, :, 0].T
        return Weights(self._diagonal * residual.sparse, np.ascontiguousarray(dense))

    def _scores(self, weights: Weights) -> FloatArray:
        n = len(self._columns.dense)
        scores: FloatArray = (self._stacked @ weights.dense).reshape(-1, self._k)[:n]
        if self._columns.sparse is not None:
            scores = scores + self._columns.sparse @ weights.sparse
        return scores

    def _back(self, slopes: FloatArray) -> Weights:
        """Return the product of the transposed columns with `slopes`, shape (n, k)."""
        sparse, (parts, rows, _) = self._columns.sparse, self._stacked.shape
        words = np.zeros((0, self._k), np.float32) if sparse is None else sparse.T @ slopes
        padded = np.zeros((parts * rows, self._k), np.float32)
        padded[: len(slopes)] = slopes
        products = self._stacked.transpose(0, 2, 1) @ padded.reshape(parts, rows, self._k)
        return Weights(words, products.sum(axis=0))

    def _dot(self, one: Weights, other: Weights) -> Sums:
        products = _sums(one.sparse, other.sparse) + _sums(one.dense, other.dense)
        return np.full(self._k, products.sum()) if self._loss.coupled else products


def _products(progress: Progress, dense: FloatArray, weights: FloatArray) -> FloatArray:
    """Return the weighted products of all pairs of columns, shape (d, d)."""
    products = np.empty((dense.shape[1], dense.shape[1]), np.float32)
    for first in range(0, len(products), _PRODUCTS_A_REPORT):
        progress.report(0.0)
        chosen = slice(first, first + _PRODUCTS_A_REPORT)
        products[chosen] = (dense[:, chosen].T * weights) @ dense
    return products


def _stacked(dense: FloatArray, columns: int) -> FloatArray:
    """Split (n, d) rows into parts of equal height, the last one padded: shape (parts, rows, d).

    Products with a part are too small for BLAS to start threads, which would wait for each other on a busy
    machine and take the core of the window.
    """
    n, d = dense.shape
    rows = max(1, (_ONE_THREAD_MATRIX if columns > 1 else _ONE_THREAD_VECTOR) // (d * columns))
    parts = max(1, -(-n // rows))
    stacked = np.zeros((parts, rows, d), np.float32)
    stacked.reshape(parts * rows, d)[:n] = dense
    return stacked


def _sums(one: FloatArray, other: FloatArray) -> Sums:
    """Return the sum of the products in each column."""
    sums: Sums = np.einsum("ij,ij->j", one, other).astype(np.float64)
    return sums


def _ratio(above: Sums, below: Sums) -> FloatArray:
    """Return above / below; 0 where either is not positive."""
    good = (below > 0) & (above > 0)
    return np.where(good, above / np.where(good, below, 1), 0).astype(np.float32)


def _sigmoid(z: FloatArray) -> FloatArray:
    probability: FloatArray = (1 / (1 + np.exp(-np.clip(z, -60, 60)))).astype(np.float32)
    return probability


def _softmax(z: FloatArray) -> FloatArray:
    exponentials = np.exp(z - z.max(axis=1, keepdims=True))
    probabilities: FloatArray = exponentials / exponentials.sum(axis=1, keepdims=True)
    return probabilities
