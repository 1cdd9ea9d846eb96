"""Sort 100,000 rows by confidence: a proxy model over a Python model, compared with an index array.

Not part of `make bench`; it is the evidence for docs/decisions/0004-no-proxy-models.md. Run it with
`python -m benchmarks sorting`.
"""

import sys
import time
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks.results import Goal, publish

ROWS: Final = 100_000
Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class Rows(QAbstractTableModel):
    """A table model of confidences that are shown in the order of an index array."""

    def __init__(self, confidence: Any) -> None:
        super().__init__()
        self._confidence = confidence
        self._order = np.arange(len(confidence))

    def reorder(self) -> None:
        self.beginResetModel()
        self._order = np.argsort(self._confidence, kind="stable")
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return float(self._confidence[self._order[index.row()]])


def main() -> None:
    """Measure both once and publish the figures."""
    app = QApplication(sys.argv[:1])
    confidence = np.random.default_rng(0).random(ROWS)
    model, proxied = Rows(confidence), Rows(confidence)
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(proxied)
    seconds: dict[str, float] = {}
    for name, item_model, sort in (
        ("index_array", model, model.reorder),
        ("proxy_model", proxy, lambda: proxy.sort(0)),
    ):
        view = QTableView()
        view.setModel(item_model)
        view.show()
        app.processEvents()
        start = time.perf_counter()
        sort()
        app.processEvents()
        seconds[name] = time.perf_counter() - start
        view.close()
    figures: dict[str, object] = {f"{name}_seconds": value for name, value in seconds.items()}
    figures["proxy_ratio"] = seconds["proxy_model"] / seconds["index_array"]
    publish("sorting", figures, (Goal("proxy_ratio", at_least=1.0),))


if __name__ == "__main__":
    main()
