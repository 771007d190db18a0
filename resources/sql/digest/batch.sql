-- What a batch is. The columns of these statements never change: logged digests would not fit any more; later columns get their own.
SELECT id, source_id, period, connector_version, imported_at, sha256, rows_in, rows_kept, rows_rejected, duration_ms, tally_rule,
    origin, requests, server_date, held
FROM batch WHERE id = ?
