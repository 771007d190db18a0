-- Version 4: syncs. Where a batch came from and how it was read, results that are held until a person confirms them, what became
-- of every attempt, and which fields of a source have an entry in the operating system's keychain (their names, never a secret).

ALTER TABLE batch_file ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;

ALTER TABLE batch_file ADD COLUMN declared_total INTEGER;

ALTER TABLE batch ADD COLUMN origin TEXT NOT NULL DEFAULT 'import' CHECK (origin IN ('import', 'sync'));

ALTER TABLE batch ADD COLUMN requests INTEGER NOT NULL DEFAULT 0;

ALTER TABLE batch ADD COLUMN server_date TEXT NOT NULL DEFAULT '';

-- 1: complete, but with far fewer rows than the month before: not in force without a row in batch_confirmation.
ALTER TABLE batch ADD COLUMN held INTEGER NOT NULL DEFAULT 0 CHECK (held IN (0, 1));

CREATE TABLE batch_confirmation (
    batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
    reason   TEXT NOT NULL,
    by       TEXT NOT NULL,
    at       TEXT NOT NULL
) STRICT;

CREATE TABLE sync_attempt (
    id         INTEGER PRIMARY KEY,
    source_id  INTEGER NOT NULL REFERENCES source (id),
    period     INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at   TEXT NOT NULL,
    outcome    TEXT NOT NULL CHECK (outcome IN ('done', 'held', 'incomplete', 'failed', 'cancelled')),
    reason     TEXT NOT NULL DEFAULT '',
    batch_id   INTEGER REFERENCES batch (id),
    rows       INTEGER NOT NULL DEFAULT 0,
    requests   INTEGER NOT NULL DEFAULT 0,
    by         TEXT NOT NULL,
    CHECK ((batch_id IS NOT NULL) = (outcome IN ('done', 'held')))
) STRICT;

CREATE INDEX sync_attempt_by_source ON sync_attempt (source_id, id);

CREATE TABLE source_secret (
    source_id INTEGER NOT NULL REFERENCES source (id),
    field     TEXT NOT NULL,
    PRIMARY KEY (source_id, field)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER batch_confirmation_no_update BEFORE UPDATE ON batch_confirmation
BEGIN SELECT RAISE(ABORT, 'a confirmation is append-only'); END;

CREATE TRIGGER batch_confirmation_no_delete BEFORE DELETE ON batch_confirmation
BEGIN SELECT RAISE(ABORT, 'a confirmation is append-only'); END;

CREATE TRIGGER batch_confirmation_of_held BEFORE INSERT ON batch_confirmation
WHEN (SELECT count(*) FROM batch WHERE id = NEW.batch_id AND state = 'complete' AND held = 1) = 0
BEGIN SELECT RAISE(ABORT, 'only a held batch is confirmed'); END;

CREATE TRIGGER sync_attempt_no_update BEFORE UPDATE ON sync_attempt
BEGIN SELECT RAISE(ABORT, 'the record of syncs is append-only'); END;

CREATE TRIGGER sync_attempt_no_delete BEFORE DELETE ON sync_attempt
BEGIN SELECT RAISE(ABORT, 'the record of syncs is append-only'); END;
