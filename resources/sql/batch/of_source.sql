SELECT b.id, b.source_id, s.name, s.side, b.period, b.connector_version, b.imported_at, b.sha256, b.rows_in, b.rows_kept,
    b.rows_rejected, b.duration_ms, b.tally_rule, b.state, b.origin, b.requests, b.server_date, b.held,
    EXISTS (SELECT 1 FROM batch_confirmation c WHERE c.batch_id = b.id)
FROM batch b JOIN source s ON s.id = b.source_id
WHERE b.source_id = ? AND b.state = 'complete'
ORDER BY b.id DESC
