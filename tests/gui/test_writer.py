import threading

from pytestqt.qtbot import QtBot

from mltag_desktop.core.errors import MltagError
from mltag_desktop.gui.writer import Writer


def test_calls_run_in_order_and_closing_writes_what_is_left(qapp) -> None:
    writer, done, gate = Writer(), [], threading.Event()
    writer.write(lambda: gate.wait(10))
    for number in range(20):
        writer.write(lambda number=number: done.append(number))
    gate.set()
    writer.close()
    assert done == list(range(20))


def test_errors_are_told_and_the_next_call_runs(qtbot: QtBot) -> None:
    writer, told, crashes = Writer(), [], []
    writer.failed.connect(told.append)
    writer.crashed.connect(crashes.append)
    writer.done.connect(told.append)

    def refuse() -> None:
        raise MltagError("The disk is full.", "Free some space.")

    def break_down() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(writer.settled):
        writer.write(refuse)
        writer.write(break_down)
        writer.write(lambda: "written")
    writer.close()
    assert [type(one) for one in told] == [MltagError, ZeroDivisionError, str]
    assert [type(one) for one in crashes] == [ZeroDivisionError]
