SELECT b.id, b.source_id, s.name, s.side, b.period, b.connector_version, b.imported_at, b.sha256, b.rows_in, b.rows_kept,
    b.rows_rejected, b.duration_ms, b.tally_rule, b.state, b.origin, b.requests, b.server_date, b.held, 0
FROM batch b JOIN source s ON s.id = b.source_id
WHERE b.source_id = ? AND b.period = ? AND b.state = 'complete' AND b.held = 1
    AND NOT EXISTS (SELECT 1 FROM batch_confirmation k WHERE k.batch_id = b.id)
    AND b.id = (SELECT max(n.id) FROM batch n WHERE n.source_id = b.source_id AND n.period = b.period AND n.state = 'complete')
