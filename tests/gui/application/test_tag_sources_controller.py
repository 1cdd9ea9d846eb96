"""The look at a new table for its tags."""

import gc
import traceback
import weakref

from mltag_desktop.core.progress import SILENT
from mltag_desktop.core.tables.columns import ColumnMapping
from mltag_desktop.core.tables.formats import open_table
from mltag_desktop.core.workspace.workspace import Workspace
from mltag_desktop.gui.application.tag_sources_controller import TagSourcesController
from mltag_desktop.gui.document.workspace_files import OpenedSource
from tests.gui.helpers import TAGS


def test_a_table_whose_look_fails_is_released(qtbot, app_context, tmp_path):
    source = tmp_path / "table.csv"
    source.write_text("text,label\nrye loaf,bread\nmast and keel,boats\n")
    workspace = Workspace.create(tmp_path / "table.mltag", "kim", TAGS)
    workspace.table.import_table(SILENT, open_table(source), ColumnMapping(text=(0,), tag=1))
    workspace.close()
    errors = []
    app_context.notifications.failed.connect(errors.append)
    controller = TagSourcesController(app_context, {})
    with qtbot.waitSignal(app_context.jobs.idle):
        controller.consider(OpenedSource(workspace, None))
    traceback.clear_frames(errors.pop().__traceback__)
    released = weakref.ref(workspace)
    del workspace

    def is_released() -> bool:
        gc.collect()  # the thread of the job may still hold it for a moment
        return released() is None

    qtbot.waitUntil(is_released)
