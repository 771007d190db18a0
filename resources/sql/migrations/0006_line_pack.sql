-- Version 6: the billed lines of a batch once more, packed (core/store/linepack.h): a comparison reads them in one piece. The
-- rows stay the evidence; batches of before have no pack, and their rows are read.

CREATE TABLE batch_line_pack (
    batch_id INTEGER PRIMARY KEY REFERENCES batch (id),
    packed   BLOB NOT NULL
) STRICT;

CREATE TRIGGER batch_line_pack_no_update BEFORE UPDATE ON batch_line_pack WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_line_pack_no_delete BEFORE DELETE ON batch_line_pack WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_line_pack_no_insert BEFORE INSERT ON batch_line_pack WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;
