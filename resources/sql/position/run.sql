SELECT period, as_of, at, batches, rules_sha, duration_ms FROM run WHERE period = ?
