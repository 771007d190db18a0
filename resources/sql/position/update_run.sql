UPDATE run SET as_of = ?, at = ?, batches = ?, rules_sha = ?, duration_ms = ? WHERE period = ?
