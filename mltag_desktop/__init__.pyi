from mltag_desktop.api.evaluation import evaluate as evaluate
from mltag_desktop.api.inputs import InvalidInputError as InvalidInputError
from mltag_desktop.api.inputs import read_table as read_table
from mltag_desktop.api.report import Report as Report
from mltag_desktop.api.tagger import Tagger as Tagger
from mltag_desktop.api.workspace import Workspace as Workspace
from mltag_desktop.core.errors import MltagError as MltagError

__version__: str
__all__ = ["InvalidInputError", "MltagError", "Report", "Tagger", "Workspace", "evaluate", "read_table"]
