"""The update dialog: checks a downloaded update file, its signature and an installer; no network access."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton, QWidget

from mltag_desktop.core.diagnostics.updates import (
    SUFFIX,
    InstallerMatch,
    PublicKey,
    Release,
    ReleaseAge,
    SignatureCheck,
    Update,
    check_installer,
    read_update,
    release_age,
    release_keys,
)
from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.progress import Progress
from mltag_desktop.gui.i18n import error_words, tr, tr_plural
from mltag_desktop.gui.operations import Lane, Operation, Operations
from mltag_desktop.gui.widgets.common import MutedLabel, heading
from mltag_desktop.gui.widgets.dialogs import AskPath, Dialog, ask_to_open
from mltag_desktop.gui.widgets.layout import STRETCH, dialog_column, hbox
from mltag_desktop.gui.widgets.theme import GAP, GROUP, UNIT, Theme

RELEASE_AGES: Final = {
    ReleaseAge.NEWER: tr("Version {theirs} is newer than the installed version {ours}."),
    ReleaseAge.SAME: tr("Version {theirs} is already installed."),
    ReleaseAge.OLDER: tr("Version {theirs} is older than the installed version {ours}."),
}
SIGNATURES: Final = {
    SignatureCheck.VALID: tr("{name} is signed by the developers of MLTag Desktop."),
    SignatureCheck.WRONG: tr(
        "{name} is not the file that the developers of MLTag Desktop signed. Do not install anything from "
        "it. Download it and {signature} again."
    ),
    SignatureCheck.UNKNOWN_KEY: tr(
        "{name} is signed with a key that this version does not know. Do not install anything from it, "
        "unless the developers of MLTag Desktop have announced a new key."
    ),
    SignatureCheck.MALFORMED: tr("{signature} is not a signature. Download it again."),
    SignatureCheck.MISSING: tr(
        "The signature is missing. Download {signature} into the folder of {name}, then choose {name} again."
    ),
    SignatureCheck.NO_KEYS: tr(
        "This copy of the program has no key, so it cannot check who made {name}. Use only files from a "
        "source that you trust."
    ),
}
FITS: Final = {
    InstallerMatch.WHOLE: tr("{name} is intact (checksum matches). You can install it."),
    InstallerMatch.DIFFERS: tr(
        "The checksum of {name} does not match the update file. Do not install it; download it again."
    ),
    InstallerMatch.UNNAMED: tr(
        "{name} is not listed in the update file. Choose the installer of this version."
    ),
}


class UpdateDialog(Dialog):
    """Shows version and signature of an update file, and whether an installer matches its checksum."""

    def __init__(
        self,
        theme: Theme,
        jobs: Operations,
        version: str,
        parent: QWidget,
        ask: AskPath = ask_to_open,
        keys: tuple[PublicKey, ...] | None = None,
    ) -> None:
        super().__init__(parent)
        self._checking = Lane(self, jobs)
        self._version = version
        self._ask = ask
        self._keys = release_keys() if keys is None else keys
        self._update: Update | None = None
        self.setWindowTitle(tr("Check an update file"))
        words = MutedLabel(
            theme,
            tr(
                "The program does not use the network, so it cannot look for updates. Download SHA256SUMS "
                "and SHA256SUMS.minisig from where you got the program into one folder, then choose "
                "SHA256SUMS here."
            ),
        )
        self.choose_file = QPushButton(tr("Choose the &update file…"))
        self.status = QLabel()
        self.signature = QLabel()
        self.notes = MutedLabel(theme)
        self.choose_installer = QPushButton(tr("Check an &installer…"))
        self.fit = QLabel()
        for label in (self.status, self.signature, self.fit):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.choose_file.clicked.connect(self._choose_file)
        self.choose_installer.clicked.connect(self._choose_installer)
        self._checking.ended.connect(self._show)
        self._lay_out(words)
        self._show()

    def read(self, path: Path) -> None:
        """Read an update file and show its version."""
        self.fit.clear()
        self._checking.cancel()  # its result would refer to the previous update file
        try:
            self._update = read_update(path, self._keys)
            self.status.setText(self._version_text(self._update.release))
            self.signature.setText(
                SIGNATURES[self._update.signature].format(name=path.name, signature=path.name + SUFFIX)
            )
        except MltagError as error:
            self._update = None
            self.status.setText(error_words(error))
            self.signature.clear()
        self._show()

    def check(self, path: Path) -> None:
        """Check in a job whether an installer matches the update file."""
        if self._update is None or not self._update.may_be_installed or self._checking.is_running:
            return
        self.fit.setText(tr("Reading {name}…", name=path.name))
        Operation(_check, self._update.release, path).success(self._show_match).failure(
            self._show_failure
        ).run(self._checking)
        self._show()

    @Slot()
    def _choose_file(self) -> None:
        kinds = tr("Update files (release.json SHA256SUMS *.json *.txt);;All files (*)")
        chosen = self._ask(self, tr("Choose update file"), str(Path.home()), kinds)
        if chosen:
            self.read(Path(chosen))

    @Slot()
    def _choose_installer(self) -> None:
        kinds = tr("All files (*)")
        chosen = self._ask(self, tr("Choose the downloaded installer"), str(Path.home()), kinds)
        if chosen:
            self.check(Path(chosen))

    def _version_text(self, release: Release) -> str:
        words = RELEASE_AGES[release_age(release, self._version)].format(
            theirs=release.version, ours=self._version
        )
        return f"{words} {tr('Release date: {date}.', date=release.date)}" if release.date else words

    @Slot(object)
    def _show_match(self, result: tuple[str, InstallerMatch]) -> None:
        name, match = result
        self.fit.setText(FITS[match].format(name=name))

    @Slot(object)
    def _show_failure(self, error: Exception) -> None:
        self.fit.setText(error_words(error))

    @Slot()
    def _show(self) -> None:
        release = self._update.release if self._update else None
        usable = self._update is not None and self._update.may_be_installed
        count = len(release.files) if release else 0
        self.notes.setText(release.notes if release else "")
        self.notes.setVisible(bool(release and release.notes))
        self.signature.setVisible(release is not None)
        self.choose_installer.setEnabled(count > 0 and usable and not self._checking.is_running)
        if release is None:
            self.fit.setText(tr("Choose the update file first."))
        self.choose_installer.setToolTip(
            tr_plural("The update file lists {n} file", "The update file lists {n} files", count)
            if release
            else ""
        )

    def _lay_out(self, words: QLabel) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = dialog_column(self, words, GAP)
        for title, button, labels in (
            (tr("Version"), self.choose_file, (self.status, self.signature, self.notes)),
            (tr("Download check"), self.choose_installer, (self.fit,)),
        ):
            column.addWidget(heading(title))
            row = hbox(button, STRETCH)
            column.addLayout(row)
            for label in labels:
                column.addWidget(label)
            column.addSpacing(GROUP)
        column.addStretch(1)
        column.addWidget(buttons)
        self.setMinimumWidth(140 * UNIT)
        self.resize(140 * UNIT, 100 * UNIT)


def _check(progress: Progress, release: Release, path: Path) -> tuple[str, InstallerMatch]:
    return path.name, check_installer(release, path)
