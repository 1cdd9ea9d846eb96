import threading

from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.runtime.decision_writer import DecisionWriter
from tests.gui.application.paint_counter import OnePaint


def test_calls_run_in_order_and_close_waits_for_them(qapp) -> None:
    writer, done, gate = DecisionWriter(), [], threading.Event()
    writer.write(lambda: gate.wait(10))
    for number in range(20):
        writer.write(lambda number=number: done.append(number))
    gate.set()
    writer.close()
    assert done == list(range(20))


def test_errors_are_reported_and_next_call_runs(qtbot: QtBot) -> None:
    writer, told, crashes = DecisionWriter(), [], []
    writer.failed.connect(told.append)
    writer.crashed.connect(crashes.append)
    writer.done.connect(told.append)

    def refuse() -> None:
        raise MltagError("The disk is full.", "Free some space.")

    def break_down() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(writer.idle):
        writer.write(refuse)
        writer.write(break_down)
        writer.write(lambda: "written")
    writer.close()
    assert [type(one) for one in told] == [MltagError, ZeroDivisionError, str]
    assert [type(one) for one in crashes] == [ZeroDivisionError]


def test_decision_is_written_after_the_paint(qtbot: QtBot) -> None:
    writer, told = DecisionWriter(patience=60.0), []
    widget = OnePaint(told)
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    told.clear()
    with qtbot.waitSignal(writer.idle):
        writer.write(lambda: told.append("written"))
        widget.update()
    writer.close()
    assert told == ["painted", "written"]


def test_decision_is_written_without_a_paint(qapp) -> None:
    writer, written = DecisionWriter(), threading.Event()
    writer.write(written.set)
    assert written.wait(10)
    writer.close()
