-- Version 2: saved views of lists, and which approved rows went out with which sheet (before, only how many were known).

CREATE TABLE saved_view (
    page    TEXT NOT NULL,
    name    TEXT NOT NULL,
    query   TEXT NOT NULL,
    columns TEXT NOT NULL,
    sort    TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (page, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE handed_over_row (
    handed_over_id INTEGER NOT NULL REFERENCES handed_over (id),
    key            TEXT NOT NULL,
    PRIMARY KEY (key, handed_over_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER handed_over_row_no_update BEFORE UPDATE ON handed_over_row
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER handed_over_row_no_delete BEFORE DELETE ON handed_over_row
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;
