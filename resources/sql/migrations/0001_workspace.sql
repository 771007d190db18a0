-- The workspace file, version 1. Days are days since 1970-01-01, periods are year * 12 + month - 1, quantities of lines and
-- counts and all money are integers of 1/10000, computed quantities of positions are integers of 1/100000000.
-- Statements are separated by ';' and a blank line.

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    side       TEXT NOT NULL CHECK (side IN ('psa', 'vendor')),
    connector  TEXT NOT NULL,
    settings   TEXT NOT NULL DEFAULT '{}',
    added_at   TEXT NOT NULL,
    removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX source_by_name ON source (name) WHERE removed_at IS NULL;

CREATE TABLE batch (
    id                INTEGER PRIMARY KEY,
    source_id         INTEGER NOT NULL REFERENCES source (id),
    period            INTEGER NOT NULL,
    connector_version TEXT NOT NULL,
    imported_at       TEXT NOT NULL,
    sha256            TEXT NOT NULL DEFAULT '',
    rows_in           INTEGER NOT NULL DEFAULT 0,
    rows_kept         INTEGER NOT NULL DEFAULT 0,
    rows_rejected     INTEGER NOT NULL DEFAULT 0,
    duration_ms       INTEGER NOT NULL DEFAULT 0,
    tally_rule        TEXT NOT NULL DEFAULT '',
    state             TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'complete'))
) STRICT;

CREATE INDEX batch_by_source ON batch (source_id, period, id);

CREATE TABLE batch_file (
    batch_id      INTEGER NOT NULL REFERENCES batch (id),
    ordinal       INTEGER NOT NULL,
    name          TEXT NOT NULL,
    sha256        TEXT NOT NULL,
    bytes         INTEGER NOT NULL,
    layout        TEXT NOT NULL,
    rows_in       INTEGER NOT NULL,
    rows_kept     INTEGER NOT NULL,
    rows_rejected INTEGER NOT NULL,
    PRIMARY KEY (batch_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_finding (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    ordinal  INTEGER NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('rejected', 'warning')),
    file     TEXT NOT NULL,
    row      INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    value    TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (batch_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_client (
    batch_id  INTEGER NOT NULL REFERENCES batch (id),
    client    TEXT NOT NULL,
    name      TEXT NOT NULL,
    parent    TEXT NOT NULL DEFAULT '',
    roll_up   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (batch_id, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_agreement (
    batch_id  INTEGER NOT NULL REFERENCES batch (id),
    ordinal   INTEGER NOT NULL,
    agreement TEXT NOT NULL,
    client    TEXT NOT NULL,
    name      TEXT NOT NULL,
    starts    INTEGER,
    ends      INTEGER,
    months    INTEGER NOT NULL CHECK (months IN (1, 3, 12)),
    PRIMARY KEY (batch_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_line (
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    agreement  INTEGER NOT NULL,
    line       TEXT NOT NULL,
    product    TEXT NOT NULL,
    quantity   INTEGER NOT NULL,
    included   INTEGER NOT NULL DEFAULT 0,
    unit_price INTEGER,
    unit_cost  INTEGER,
    currency   TEXT NOT NULL DEFAULT '',
    billable   INTEGER NOT NULL DEFAULT 1,
    effective  INTEGER,
    cancelled  INTEGER,
    raw        TEXT NOT NULL DEFAULT '',
    file       INTEGER NOT NULL DEFAULT 0,
    row        INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX batch_line_by_batch ON batch_line (batch_id, agreement);

CREATE TABLE batch_product (
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    product    TEXT NOT NULL,
    name       TEXT NOT NULL,
    list_price INTEGER,
    unit_cost  INTEGER,
    currency   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (batch_id, product)
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    account   TEXT NOT NULL,
    UNIQUE (source_id, account)
) STRICT;

CREATE TABLE meter (
    id        INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source (id),
    meter     TEXT NOT NULL,
    UNIQUE (source_id, meter)
) STRICT;

CREATE TABLE batch_account (
    batch_id   INTEGER NOT NULL REFERENCES batch (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    name       TEXT NOT NULL,
    domain     TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (batch_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_meter (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    meter_id INTEGER NOT NULL REFERENCES meter (id),
    name     TEXT NOT NULL,
    PRIMARY KEY (batch_id, meter_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_count (
    batch_id       INTEGER NOT NULL REFERENCES batch (id),
    account_id     INTEGER NOT NULL REFERENCES account (id),
    meter_id       INTEGER NOT NULL REFERENCES meter (id),
    subscription   TEXT NOT NULL DEFAULT '',
    measure        TEXT NOT NULL CHECK (measure IN ('purchased', 'assigned', 'used')),
    quantity       INTEGER NOT NULL,
    unit_cost      INTEGER,
    currency       TEXT NOT NULL DEFAULT '',
    term           TEXT NOT NULL DEFAULT '',
    commitment_end INTEGER,
    status         TEXT NOT NULL DEFAULT '',
    raw            TEXT NOT NULL DEFAULT '',
    file           INTEGER NOT NULL DEFAULT 0,
    row            INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX batch_count_by_batch ON batch_count (batch_id, account_id);

-- The assets of one meter, packed account by account (core/store/assetsegment.h); many rows a batch keep each BLOB small.
CREATE TABLE asset_pack (
    id            INTEGER PRIMARY KEY,
    batch_id      INTEGER NOT NULL REFERENCES batch (id),
    meter_id      INTEGER NOT NULL REFERENCES meter (id),
    first_account INTEGER NOT NULL,
    last_account  INTEGER NOT NULL,
    assets        INTEGER NOT NULL,
    packed        BLOB NOT NULL
) STRICT;

CREATE INDEX asset_pack_by_meter ON asset_pack (batch_id, meter_id, first_account);

-- The counts made at ingest: one packed list of groups per batch (core/store/tallypack.h); parts keep each BLOB small.
CREATE TABLE asset_tally (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    part     INTEGER NOT NULL,
    packed   BLOB NOT NULL,
    PRIMARY KEY (batch_id, part)
) STRICT;

-- Hashes of folded names and ids of all assets of a meter, sorted, for finding duplicate seats without reading assets.
CREATE TABLE asset_key (
    batch_id INTEGER NOT NULL REFERENCES batch (id),
    meter_id INTEGER NOT NULL REFERENCES meter (id),
    key_of   TEXT NOT NULL CHECK (key_of IN ('name', 'id')),
    hashes   BLOB NOT NULL,
    repeated BLOB NOT NULL,
    PRIMARY KEY (batch_id, meter_id, key_of)
) STRICT;

CREATE TABLE account_link (
    source_id INTEGER NOT NULL REFERENCES source (id),
    account   TEXT NOT NULL,
    client    TEXT NOT NULL DEFAULT '',
    state     TEXT NOT NULL CHECK (state IN ('linked', 'ignored')),
    reason    TEXT NOT NULL DEFAULT '',
    by        TEXT NOT NULL,
    at        TEXT NOT NULL,
    PRIMARY KEY (source_id, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE ignored_meter (
    source_id INTEGER NOT NULL REFERENCES source (id),
    meter     TEXT NOT NULL,
    reason    TEXT NOT NULL DEFAULT '',
    by        TEXT NOT NULL,
    at        TEXT NOT NULL,
    PRIMARY KEY (source_id, meter)
) STRICT, WITHOUT ROWID;

CREATE TABLE service (
    id         TEXT PRIMARY KEY,
    ordinal    INTEGER NOT NULL,
    definition TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE count_exception (
    id       INTEGER PRIMARY KEY,
    client   TEXT NOT NULL,
    service  TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    author   TEXT NOT NULL,
    until    INTEGER
) STRICT;

-- The last run of each period; positions and discrepancies are those of that run.
CREATE TABLE run (
    period     INTEGER PRIMARY KEY,
    as_of      INTEGER NOT NULL,
    at         TEXT NOT NULL,
    batches    TEXT NOT NULL,
    rules_sha  TEXT NOT NULL,
    duration_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

-- All positions of one client, packed (core/store/positionpack.h), and their traces (core/store/tracepack.h): a run replaces
-- them client by client, and history reads the numbers without the traces.
CREATE TABLE position (
    period    INTEGER NOT NULL REFERENCES run (period) ON DELETE CASCADE,
    client    TEXT NOT NULL,
    positions INTEGER NOT NULL,
    packed    BLOB NOT NULL,
    PRIMARY KEY (period, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE position_trace (
    period INTEGER NOT NULL REFERENCES run (period) ON DELETE CASCADE,
    client TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (period, client)
) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancy (
    id            INTEGER PRIMARY KEY,
    period        INTEGER NOT NULL REFERENCES run (period) ON DELETE CASCADE,
    key           TEXT NOT NULL,
    kind          TEXT NOT NULL,
    client        TEXT NOT NULL DEFAULT '',
    service       TEXT NOT NULL DEFAULT '',
    other_service TEXT NOT NULL DEFAULT '',
    source        TEXT NOT NULL DEFAULT '',
    account       TEXT NOT NULL DEFAULT '',
    meter         TEXT NOT NULL DEFAULT '',
    product       TEXT NOT NULL DEFAULT '',
    asset_key     TEXT NOT NULL DEFAULT '',
    billed        INTEGER,
    counted       INTEGER,
    difference    INTEGER,
    quantity      INTEGER,
    price         INTEGER,
    price_months  INTEGER NOT NULL DEFAULT 1,
    price_currency TEXT NOT NULL DEFAULT '',
    impact        INTEGER,
    currency      TEXT NOT NULL DEFAULT '',
    estimate      INTEGER NOT NULL DEFAULT 0,
    since         INTEGER,
    until         INTEGER,
    other_amount  INTEGER,
    line_cost     INTEGER
) STRICT;

CREATE INDEX discrepancy_by_key ON discrepancy (period, key);

CREATE TABLE decision (
    id              INTEGER PRIMARY KEY,
    period          INTEGER NOT NULL,
    key             TEXT NOT NULL,
    act             TEXT NOT NULL CHECK (act IN ('start', 'approve', 'accept', 'dismiss', 'reopen')),
    target          INTEGER,
    effective       INTEGER,
    until           INTEGER,
    reason          TEXT NOT NULL DEFAULT '',
    by              TEXT NOT NULL,
    at              TEXT NOT NULL,
    seen_billed     INTEGER,
    seen_counted    INTEGER,
    seen_difference INTEGER,
    seen_quantity   INTEGER,
    seen_impact     INTEGER,
    seen_currency   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX decision_by_period ON decision (period, key, id);

CREATE TABLE note (
    id     INTEGER PRIMARY KEY,
    period INTEGER,
    key    TEXT NOT NULL DEFAULT '',
    client TEXT NOT NULL DEFAULT '',
    text   TEXT NOT NULL,
    by     TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

CREATE INDEX note_by_key ON note (key, id);

CREATE TABLE event (
    sequence      INTEGER PRIMARY KEY,
    at            TEXT NOT NULL,
    by            TEXT NOT NULL,
    what          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    detail        TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash          TEXT NOT NULL
) STRICT;

CREATE TABLE handed_over (
    id           INTEGER PRIMARY KEY,
    period       INTEGER NOT NULL,
    sheet        TEXT NOT NULL,
    format       TEXT NOT NULL,
    file         TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    file_hash    TEXT NOT NULL,
    rows         INTEGER NOT NULL,
    by           TEXT NOT NULL,
    at           TEXT NOT NULL
) STRICT;

CREATE TABLE layout_profile (
    name TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Immutability: a complete batch and everything in it, decisions, notes, events and exports never change.

CREATE TRIGGER batch_complete_stays BEFORE UPDATE ON batch WHEN OLD.state = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_is_kept BEFORE DELETE ON batch WHEN OLD.state = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_file_no_update BEFORE UPDATE ON batch_file WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_file_no_delete BEFORE DELETE ON batch_file WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_file_no_insert BEFORE INSERT ON batch_file WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_finding_no_update BEFORE UPDATE ON batch_finding WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_finding_no_delete BEFORE DELETE ON batch_finding WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_finding_no_insert BEFORE INSERT ON batch_finding WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_client_no_update BEFORE UPDATE ON batch_client WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_client_no_delete BEFORE DELETE ON batch_client WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_client_no_insert BEFORE INSERT ON batch_client WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_agreement_no_update BEFORE UPDATE ON batch_agreement WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_agreement_no_delete BEFORE DELETE ON batch_agreement WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_agreement_no_insert BEFORE INSERT ON batch_agreement WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_line_no_update BEFORE UPDATE ON batch_line WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_line_no_delete BEFORE DELETE ON batch_line WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_line_no_insert BEFORE INSERT ON batch_line WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_product_no_update BEFORE UPDATE ON batch_product WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_product_no_delete BEFORE DELETE ON batch_product WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_product_no_insert BEFORE INSERT ON batch_product WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_account_no_update BEFORE UPDATE ON batch_account WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_account_no_delete BEFORE DELETE ON batch_account WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_account_no_insert BEFORE INSERT ON batch_account WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_meter_no_update BEFORE UPDATE ON batch_meter WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_meter_no_delete BEFORE DELETE ON batch_meter WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_meter_no_insert BEFORE INSERT ON batch_meter WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_count_no_update BEFORE UPDATE ON batch_count WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_count_no_delete BEFORE DELETE ON batch_count WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER batch_count_no_insert BEFORE INSERT ON batch_count WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_pack_no_update BEFORE UPDATE ON asset_pack WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_pack_no_delete BEFORE DELETE ON asset_pack WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_pack_no_insert BEFORE INSERT ON asset_pack WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_tally_no_update BEFORE UPDATE ON asset_tally WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_tally_no_delete BEFORE DELETE ON asset_tally WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_tally_no_insert BEFORE INSERT ON asset_tally WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_key_no_update BEFORE UPDATE ON asset_key WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_key_no_delete BEFORE DELETE ON asset_key WHEN (SELECT state FROM batch WHERE id = OLD.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER asset_key_no_insert BEFORE INSERT ON asset_key WHEN (SELECT state FROM batch WHERE id = NEW.batch_id) = 'complete'
BEGIN SELECT RAISE(ABORT, 'a complete batch is immutable'); END;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER note_no_update BEFORE UPDATE ON note
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER note_no_delete BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER handed_over_no_update BEFORE UPDATE ON handed_over
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;

CREATE TRIGGER handed_over_no_delete BEFORE DELETE ON handed_over
BEGIN SELECT RAISE(ABORT, 'the record of decisions is append-only'); END;
