"""The baseline of the start-up benchmark: an empty PySide6 window that reports its first paint."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        Path(os.environ["MLTAG_STARTUP_TRACE"]).write_text(
            f"painted {time.time():.6f} {time.process_time():.6f}\n"
        )
        QApplication.quit()


application = QApplication(sys.argv)
window = Bare()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
