-- Version 5: what a sync could not read though it is there (a tenant that refuses the key): unknown, not zero.

CREATE TABLE unread (
    id         INTEGER PRIMARY KEY,
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    account_id INTEGER REFERENCES account (id),
    meter_id   INTEGER REFERENCES meter (id),
    reason     TEXT NOT NULL
) STRICT;

CREATE INDEX unread_by_batch ON unread (batch_id);

CREATE TRIGGER unread_no_update BEFORE UPDATE ON unread WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER unread_no_delete BEFORE DELETE ON unread WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER unread_no_insert BEFORE INSERT ON unread WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;
