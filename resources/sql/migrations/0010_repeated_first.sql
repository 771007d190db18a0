-- Version 10: what repeats stands before the hashes of everything. SQLite reads a row from its beginning, and a comparison wants
-- the few keys that repeat: it read all hashes of a month, tens of megabytes, to come to them.

ALTER TABLE asset_key RENAME TO asset_key_before;

CREATE TABLE asset_key (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    meter_id INTEGER NOT NULL REFERENCES meter (id),
    key_of   TEXT NOT NULL CHECK (key_of IN ('name', 'id')),
    repeated BLOB NOT NULL,
    hashes   BLOB NOT NULL,
    PRIMARY KEY (batch_id, meter_id, key_of)
) STRICT;

INSERT INTO asset_key (batch_id, meter_id, key_of, repeated, hashes)
SELECT batch_id, meter_id, key_of, repeated, hashes FROM asset_key_before ORDER BY rowid;

DROP TABLE asset_key_before;

CREATE TRIGGER asset_key_no_update BEFORE UPDATE ON asset_key WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_key_no_delete BEFORE DELETE ON asset_key WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_key_no_insert BEFORE INSERT ON asset_key WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;
