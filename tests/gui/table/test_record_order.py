"""When the records are counted again."""

from threading import Event

import numpy as np
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from mltag_desktop.core.workspace.search.column_values import ColumnValues
from mltag_desktop.gui.application.application import Application
from mltag_desktop.gui.table.record_order import RecordOrder
from tests.gui.helpers import workspace_of


class WaitingValues(ColumnValues):
    """A column whose count waits for `go_on`, as it waits for a core on a busy computer."""

    go_on = Event()

    def count(self, among):
        self.go_on.wait()
        return super().count(among)


def test_a_count_that_only_waited_does_not_delay_the_next_one(focused: Application, qtbot: QtBot) -> None:
    order = focused.record_order
    qtbot.waitUntil(lambda: bool(focused.saved_filters.columns))  # its own columns would replace the test's
    column = WaitingValues(0, "id", (("a", 12), ("b", 12)), np.zeros(24, np.int16))
    QTimer.singleShot(600, column.go_on.set)
    with qtbot.waitSignal(order.counted, check_params_cb=lambda _, faceted: 0 in faceted.by_value):
        order.set_columns((column,))
    focused.session.publish(workspace_of(focused).decisions.decide([0], "other"))
    waits = [timer.interval() for timer in order.findChildren(QTimer) if timer.isActive()]
    assert waits
    assert max(waits) <= 250, "before: four times as long as the count took"
    with qtbot.waitSignal(order.counted):
        pass


def test_a_count_that_began_during_a_prediction_is_not_final(focused: Application, qtbot: QtBot) -> None:
    settled = iter([False])  # the prediction runs when the count begins, and has ended when the count ends
    page = focused.page
    order = RecordOrder(
        focused.session, focused.jobs, page.model, page.table.on_screen, lambda: next(settled, True)
    )
    shown: list[bool] = []
    order.counted.connect(lambda counts, _: shown.append(counts.is_final))
    order.count_again()
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == [False, True], "the second count begins by itself"
    order.deleteLater()
