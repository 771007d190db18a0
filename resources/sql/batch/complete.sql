UPDATE batch
SET state = 'complete', sha256 = ?, rows_in = ?, rows_kept = ?, rows_rejected = ?, duration_ms = ?, tally_rule = ?, requests = ?,
    server_date = ?, held = ?
WHERE id = ?
