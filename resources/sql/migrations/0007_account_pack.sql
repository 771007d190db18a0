-- Version 7: the accounts of a batch with their names, packed (core/store/accountpack.h): a provider has tens of thousands, and an
-- insert with its checks for each was a tenth of an import. Batches of before keep their rows in batch_account.

CREATE TABLE batch_account_pack (
    batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
    packed   BLOB NOT NULL
) STRICT;

CREATE TRIGGER batch_account_pack_no_update BEFORE UPDATE ON batch_account_pack WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_account_pack_no_delete BEFORE DELETE ON batch_account_pack WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_account_pack_no_insert BEFORE INSERT ON batch_account_pack WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;
