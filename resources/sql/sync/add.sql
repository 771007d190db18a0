INSERT INTO sync_attempt (source_id, period, started_at, ended_at, outcome, reason, batch_id, rows, requests, by)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
