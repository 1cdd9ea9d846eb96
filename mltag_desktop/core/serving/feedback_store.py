"""The database of a service: an SQLite file that its workers write and the command line reads."""

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from mltag_desktop.core.errors import MltagError
from mltag_desktop.core.filesystem import create_empty
from mltag_desktop.core.serving.records import (
    CuratorDecision,
    DoubtfulText,
    Feedback,
    FeedbackResult,
    SampledAnswer,
    Trial,
    TrialDifference,
    TrialPlan,
    now,
    same_text,
)
from mltag_desktop.core.workspace.storage.connection_pool import (
    ConnectionPool,
    Transaction,
    explained,
    is_full,
)

FILE: Final = "service.db"
_APPLICATION: Final = 0x4D4C5356  # "MLSV"
_VERSION: Final = 1
_ROOM: Final = 1 << 20
"""Free space in bytes below which feedback may be refused."""
_SCHEMA: Final = """
CREATE TABLE trials (id INTEGER PRIMARY KEY, mode TEXT, current TEXT, candidate TEXT, share REAL,
    UNIQUE (mode, current, candidate, share));
CREATE TABLE tallies (trial INTEGER, kind TEXT, n INTEGER NOT NULL, PRIMARY KEY (trial, kind)) WITHOUT ROWID;
CREATE TABLE feedback (id INTEGER PRIMARY KEY, uid TEXT UNIQUE, time TEXT, digest BLOB, text TEXT,
    right INTEGER, tag TEXT, served_tag TEXT, served_version TEXT, confidence REAL, note TEXT, unit BLOB,
    arm TEXT, other_tag TEXT, trial INTEGER);
CREATE TABLE doubts (id INTEGER PRIMARY KEY, digest BLOB UNIQUE, text TEXT, tag TEXT, confidence REAL,
    version TEXT, reason TEXT, first TEXT, last TEXT, times INTEGER);
CREATE TABLE differences (trial INTEGER, digest BLOB, current_tag TEXT, candidate_tag TEXT,
    current_confidence REAL, candidate_confidence REAL, time TEXT, times INTEGER,
    PRIMARY KEY (trial, digest));
CREATE TABLE decisions (digest BLOB PRIMARY KEY, tag TEXT, curator TEXT, time TEXT, workspace TEXT);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
INSERT INTO meta VALUES ('edition', '0'), ('bundle', '');
"""
_FEEDBACK: Final = (
    "SELECT f.uid, f.text, f.right, f.tag, f.served_tag, f.served_version, f.confidence, f.note, f.unit,"
    " f.arm, f.time, t.current, t.candidate, t.share"
    " FROM feedback f LEFT JOIN trials t ON t.id = f.trial ORDER BY f.id"
)
_ADD_FEEDBACK: Final = (
    "INSERT OR IGNORE INTO feedback (uid, time, digest, text, right, tag, served_tag, served_version,"
    " confidence, note, unit, arm, trial) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
"""Without `other_tag`, which earlier versions stored."""
_STORED_FEEDBACK: Final = "SELECT digest, right, tag FROM feedback WHERE uid = ?"
_DIFFERENCE: Final = (
    "INSERT INTO differences VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1"
)
_DRAWN: Final = "ALTER TABLE doubts ADD COLUMN probability REAL NOT NULL DEFAULT 0"
"""A column that earlier versions neither read nor write."""
_DOUBT: Final = (
    "INSERT INTO doubts (digest, text, tag, confidence, version, reason, first, last, times, probability)"
    " VALUES"
)
_SAME_DOUBT: Final = (
    "ON CONFLICT (digest) DO UPDATE SET tag = excluded.tag, confidence = excluded.confidence,"
    " version = excluded.version, last = excluded.last, times = times + 1,"
    " reason = CASE WHEN excluded.probability > 0 THEN excluded.reason"
    " WHEN reason = 'differs' THEN excluded.reason ELSE replace(reason, ', differs', '') END"
    " || CASE WHEN excluded.reason != 'differs' AND instr(reason, 'differs')"
    " OR excluded.reason = 'differs' AND reason != 'differs' THEN ', differs' ELSE '' END,"
    " probability = max(probability, excluded.probability)"
)
_DECIDED_TEXTS: Final = (
    "SELECT digest, text FROM doubts JOIN decisions USING (digest)"
    " UNION SELECT digest, text FROM feedback JOIN decisions USING (digest)"
)
_MOST_DOUBTS: Final = "SELECT coalesce(max(id), 0) FROM doubts"
"""The number of texts to review, or more."""
_ALL_DOUBTS: Final = "SELECT count(*) FROM doubts"
_DRAWN_DOUBTS: Final = "SELECT count(*) FROM doubts WHERE probability > 0"
_IS_DOUBT: Final = "SELECT 1 FROM doubts WHERE digest = ?"
_DRAWN_INDEX: Final = "CREATE INDEX IF NOT EXISTS drawn_doubts ON doubts (id) WHERE probability > 0"
"""Counts the texts that were drawn at random without reading the others."""

_ALL_SAMPLES: Final = (
    "SELECT d.text, s.version, s.tag, s.confidence, s.probability, s.served, s.time, s.digest"
    " FROM samples s LEFT JOIN doubts d ON d.digest = s.digest ORDER BY s.time, s.digest, s.version"
)
_SAME_SAMPLE: Final = (
    "ON CONFLICT DO UPDATE SET probability = max(probability, excluded.probability),"
    " served = max(served, excluded.served)"
)
_ADDED_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS samples (digest BLOB, version TEXT, tag TEXT NOT NULL,"
    " confidence REAL NOT NULL, probability REAL NOT NULL, served INTEGER NOT NULL, time TEXT NOT NULL,"
    " PRIMARY KEY (digest, version)) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS trial_plans (id INTEGER PRIMARY KEY, time TEXT NOT NULL,"
    " change TEXT NOT NULL, plan TEXT NOT NULL)",
)
"""Tables that the first version did not have; they are created when a store is opened."""
_LATEST_PLAN: Final = "SELECT coalesce(max(id), 0) FROM trial_plans"
Tallies = Mapping[tuple[Trial, str], int]
"""Number of answers by trial and kind: "current", "candidate", "compared" or "same"."""


class FeedbackStore:
    """The database of one service; threads and processes may share it. All methods raise `MltagError`."""

    def __init__(self, folder: Path) -> None:
        """Open the database in `folder`, and create it if it is missing."""
        self.path = folder.absolute() / FILE
        _create(self.path)
        self._store = ConnectionPool(self.path)
        self._trials: dict[Trial, int] = {}

    @classmethod
    def existing(cls, folder: Path) -> "FeedbackStore":
        """Open the database that a service has created in `folder`; raises `MltagError` without it."""
        path = folder if folder.name == FILE else folder / FILE
        if not path.is_file():
            raise MltagError(f"{folder} contains no service data.", "Choose the folder given with --state.")
        return cls(path.parent)

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    def __enter__(self) -> "FeedbackStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- written by the service

    def add_feedback(self, item: Feedback) -> FeedbackResult:
        """Store feedback durably; return what became of it.

        A repetition has the same text, tag and verdict as the feedback with its uid.
        """
        with self._store.write() as transaction:
            trial = None if item.trial is None else self._trial(transaction, item.trial)
            values = (
                item.uid, item.time or now(), same_text(item.text), item.text, item.right, item.tag,
                item.served_tag, item.served_version, item.confidence, item.note, item.unit, item.arm, trial,
            )  # fmt: skip
            if transaction.execute(_ADD_FEEDBACK, values).rowcount > 0:
                return FeedbackResult.NEW
            digest, right, tag = transaction.execute(_STORED_FEEDBACK, (item.uid,)).fetchone()
        is_same = (digest, tag) == (same_text(item.text), item.tag) and (
            item.tag is not None or right == item.right
        )  # whether a tag is right depends on the model that answers when it is sent
        return FeedbackResult.REPEATED if is_same else FeedbackResult.CONFLICT

    def add(
        self,
        doubts: Sequence[DoubtfulText] = (),
        differences: Iterable[TrialDifference] = (),
        tallies: Tallies = MappingProxyType({}),
        samples: Iterable[SampledAnswer] = (),
        *,
        keep: int,
    ) -> int:
        """Store all of these; return the number of doubts that did not fit in `keep`.

        Texts that were drawn at random have as much room again, so that a sample stays complete. A model's
        first answer to a drawn text counts.
        """
        with self._store.write(durable=False) as transaction:
            left_out = _add_doubts(transaction, doubts, keep)
            rows = (
                (
                    same_text(item.text), item.version, item.tag, item.confidence, item.probability,
                    int(item.served), item.time or now(),
                )
                for item in samples
            )  # fmt: skip
            transaction.insert("INSERT INTO samples VALUES", rows, _SAME_SAMPLE)
            for item in differences:
                values = (
                    self._trial(transaction, item.trial), same_text(item.text), item.current_tag,
                    item.candidate_tag, item.current_confidence, item.candidate_confidence, now(),
                )  # fmt: skip
                transaction.execute(_DIFFERENCE, values)
            for (trial, kind), count in tallies.items():
                statement = (
                    "INSERT INTO tallies VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
                )
                transaction.execute(statement, (self._trial(transaction, trial), kind, count))
        return left_out

    def set_bundle(self, folder: str) -> None:
        """Store the folder of the active model, for workspaces created from the texts to review."""
        with self._store.write() as transaction:
            transaction.execute("UPDATE meta SET value = ? WHERE name = 'bundle'", (folder,))

    def set_plan(self, plan: TrialPlan, change: str, expected: int) -> bool:
        """Make `plan` the plan of the trial; return False if it is not number `expected` that it follows."""
        with self._store.write() as transaction:
            (number,) = transaction.execute(_LATEST_PLAN).fetchone()
            if number != expected:
                return False
            values = (now(), change, plan.to_json())
            transaction.execute("INSERT INTO trial_plans VALUES (NULL, ?, ?, ?)", values)
        return True

    def ping(self) -> None:
        """Raise `MltagError` when the database cannot be written, or feedback could soon fill its disk."""
        if is_full(self.path.parent, _ROOM):
            raise MltagError(f"{self.path} cannot store feedback: the disk is full.", "Free some space.")
        with self._store.write(durable=False) as transaction:
            transaction.execute("UPDATE meta SET value = value WHERE name = 'edition'")

    # --- decisions of curators

    def set_decisions(self, workspace: str, decided: Mapping[bytes, CuratorDecision]) -> tuple[int, int]:
        """Replace the decisions of a workspace; return the number of new and of withdrawn decisions.

        If another workspace decided the same text, the later decision wins.
        """
        with self._store.write() as transaction:
            query = "SELECT digest, tag FROM decisions WHERE workspace = ?"
            before = dict(transaction.execute(query, (workspace,)).fetchall())
            query = "SELECT digest, time FROM decisions WHERE workspace != ?"
            elsewhere = dict(transaction.execute(query, (workspace,)).fetchall())
            withdrawn = [key for key in before if key not in decided]
            new = [
                key
                for key, decision in decided.items()
                if before.get(key) != decision.tag and elsewhere.get(key, "") < decision.time
            ]
            transaction.executemany("DELETE FROM decisions WHERE digest = ?", [(key,) for key in withdrawn])
            for key in new:
                decision = decided[key]
                values = (key, decision.tag, decision.curator, decision.time, workspace)
                transaction.execute("INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?)", values)
            if withdrawn or new:
                transaction.execute("UPDATE meta SET value = value + 1 WHERE name = 'edition'")
        return len(new), len(withdrawn)

    # --- reading

    @property
    def edition(self) -> int:
        """A number that increases with every change of the decisions."""
        return int(self._meta("edition"))

    @property
    def bundle(self) -> str:
        """The folder of the active model; empty for the bundled model."""
        return self._meta("bundle")

    @property
    def bundles(self) -> list[str]:
        """The folders of the active model and of the candidates; empty for the bundled model."""
        plans = [TrialPlan.from_json(plan) for (plan,) in self._rows("SELECT plan FROM trial_plans")]
        return [self.bundle, *dict.fromkeys(plan.candidate for plan in plans if plan.candidate)]

    def plan(self) -> tuple[int, TrialPlan]:
        """Return the latest plan and its number; an empty plan and 0 without any."""
        rows = self._rows("SELECT id, plan FROM trial_plans ORDER BY id DESC LIMIT 1")
        return (int(rows[0][0]), TrialPlan.from_json(rows[0][1])) if rows else (0, TrialPlan())

    def plan_changes(self) -> list[tuple[str, str]]:
        """Return time and description of every change of the trial, oldest first."""
        rows = self._rows("SELECT time, change FROM trial_plans ORDER BY id")
        return [(time, change) for time, change in rows]

    def decisions(self) -> dict[bytes, CuratorDecision]:
        """Return the current decisions by `same_text` digest."""
        rows = self._rows("SELECT digest, tag, curator, time FROM decisions")
        return {key: CuratorDecision(tag, curator, time) for key, tag, curator, time in rows}

    def decided_texts(self) -> dict[bytes, str]:
        """Return the texts that have a decision, by `same_text` digest."""
        return dict(self._rows(_DECIDED_TEXTS))

    def feedback(self) -> list[Feedback]:
        """Return all feedback, oldest first."""
        return [_feedback_of(row) for row in self._rows(_FEEDBACK)]

    def doubts(self) -> list[DoubtfulText]:
        """Return the texts to review, oldest first."""
        rows = self._rows(
            "SELECT text, tag, confidence, version, reason, probability, first FROM doubts ORDER BY id"
        )
        return [DoubtfulText(*row) for row in rows]

    def samples(self) -> list[SampledAnswer]:
        """Return the answers to texts that were drawn at random, oldest first."""
        return [
            SampledAnswer(text or "", version, tag, confidence, probability, bool(served), time, digest)
            for text, version, tag, confidence, probability, served, time, digest in self._rows(_ALL_SAMPLES)
        ]

    def sample_state(self) -> tuple[object, ...]:
        """Return values that change when an answer is sampled or a decision changes; cheap."""
        query = "SELECT count(*), coalesce(max(time), ''), coalesce(sum(served), 0) FROM samples"
        return (*self._rows(query)[0], self.edition)

    def trials(self) -> list[tuple[Trial, dict[str, int]]]:
        """Return each trial of one candidate with its tallies, oldest first."""
        query = "SELECT id, current, candidate, share FROM trials WHERE mode != 'ab' ORDER BY id"
        return [
            (Trial(*values), dict(self._rows("SELECT kind, n FROM tallies WHERE trial = ?", (identity,))))
            for identity, *values in self._rows(query)
        ]

    def differences(self, trial: Trial) -> dict[bytes, tuple[str, str]]:
        """Return the tags of the active model and the candidate for texts that differ, whatever the share."""
        query = (
            "SELECT d.digest, d.current_tag, d.candidate_tag"
            " FROM differences d JOIN trials t ON t.id = d.trial"
            " WHERE t.mode != 'ab' AND (t.current, t.candidate) = (?, ?) ORDER BY d.rowid"
        )
        rows = self._rows(query, (trial.current, trial.candidate))
        return {key: (current, candidate) for key, current, candidate in rows}

    def _meta(self, name: str) -> str:
        ((value,),) = self._rows("SELECT value FROM meta WHERE name = ?", (name,))
        return str(value)

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with self._store.read() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(query, values).fetchall()
        return rows

    def _trial(self, transaction: Transaction, trial: Trial) -> int:
        if trial not in self._trials:
            values = (trial.mode, *astuple(trial))
            transaction.execute("INSERT OR IGNORE INTO trials VALUES (NULL, ?, ?, ?, ?)", values)
            query = "SELECT id FROM trials WHERE (mode, current, candidate, share) = (?, ?, ?, ?)"
            (identity,) = transaction.execute(query, values).fetchone()
            transaction.then(lambda: self._trials.update({trial: identity}))
            return int(identity)
        return self._trials[trial]


def _add_doubts(transaction: Transaction, doubts: Sequence[DoubtfulText], keep: int) -> int:
    """Store texts to review; return the number of new ones that did not fit in `keep`."""
    if not doubts:
        return 0
    added = now()
    rows = [(same_text(doubt.text), doubt.time or added, doubt) for doubt in doubts]
    (most,) = transaction.execute(_MOST_DOUBTS).fetchone()
    fitting = rows if most + len(rows) <= keep else _known_or_fitting(transaction, rows, keep)
    values = (
        (
            key, doubt.text, doubt.tag, doubt.confidence, doubt.version, doubt.reason, time, time, 1,
            doubt.probability,
        )
        for key, time, doubt in fitting
    )  # fmt: skip
    transaction.insert(_DOUBT, values, _SAME_DOUBT)
    return len(rows) - len(fitting)


def _known_or_fitting(
    transaction: Transaction, rows: Sequence[tuple[bytes, str, DoubtfulText]], keep: int
) -> list[tuple[bytes, str, DoubtfulText]]:
    """Return the texts that are stored already, and as many others as `keep` has room for.

    Texts that were drawn at random have as much room again as those that were not.
    """
    (count,), (drawn,) = (transaction.execute(query).fetchone() for query in (_ALL_DOUBTS, _DRAWN_DOUBTS))
    stored = {False: count - drawn, True: drawn}
    fitting, new = [], set[bytes]()
    for row in rows:
        key, _, doubt = row
        is_drawn = doubt.probability > 0
        if key not in new and transaction.execute(_IS_DOUBT, (key,)).fetchone() is None:
            if stored[is_drawn] >= keep:
                continue
            stored[is_drawn] += 1
            new.add(key)
        fitting.append(row)
    return fitting


def _feedback_of(row: Sequence[Any]) -> Feedback:
    uid, text, right, tag, served_tag, version, confidence, note, unit, arm, time = row[:11]
    trial = None if row[11] is None else Trial(*row[11:])
    return Feedback(
        uid, text, bool(right), tag, served_tag, version, confidence, note, unit, arm, trial, time
    )


def _create(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(FileExistsError):
            create_empty(path, 0o600)
    except OSError as error:
        raise MltagError(
            f"{path} could not be created: {error.strerror}.",
            "Choose another folder with --state.",
        ) from error
    with (
        explained(path),
        contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=10)) as connection,
    ):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if (
            not application
            and not version
            and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        ):
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {_VERSION}")
        elif application != _APPLICATION:
            raise MltagError(f"{path} was not created by a service.", "Choose another folder with --state.")
        elif version > _VERSION:
            raise MltagError(
                f"{path} was written by a newer version of the program.", "Update MLTag Desktop."
            )
        for statement in _ADDED_TABLES:
            connection.execute(statement)
        if "probability" not in [row[1] for row in connection.execute("PRAGMA table_info(doubts)")]:
            connection.execute(_DRAWN)
        connection.execute(_DRAWN_INDEX)
        connection.execute("COMMIT")
