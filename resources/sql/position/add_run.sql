INSERT INTO run (period, as_of, at, batches, rules_sha, duration_ms) VALUES (?, ?, ?, ?, ?, ?)
