SELECT b.id, b.source_id, s.name, s.side, b.period, b.connector_version, b.imported_at, b.sha256, b.rows_in, b.rows_kept,
    b.rows_rejected, b.duration_ms, b.tally_rule, b.state, b.origin, b.requests, b.server_date, b.held,
    EXISTS (SELECT 1 FROM batch_confirmation c WHERE c.batch_id = b.id)
FROM batch b JOIN source s ON s.id = b.source_id
WHERE b.id IN (
    SELECT max(n.id) FROM batch n JOIN source t ON t.id = n.source_id
    WHERE n.period = ? AND n.state = 'complete' AND t.removed_at IS NULL
        AND (n.held = 0 OR EXISTS (SELECT 1 FROM batch_confirmation k WHERE k.batch_id = n.id))
    GROUP BY n.source_id)
ORDER BY s.name
