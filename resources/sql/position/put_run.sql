INSERT INTO run (period, as_of, at, batches, rules_sha, duration_ms) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (period) DO UPDATE SET as_of = excluded.as_of, at = excluded.at, batches = excluded.batches,
    rules_sha = excluded.rules_sha, duration_ms = excluded.duration_ms
