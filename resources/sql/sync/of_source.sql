SELECT s.name, a.period, a.started_at, a.ended_at, a.outcome, a.reason, a.batch_id, a.rows, a.requests, a.by
FROM sync_attempt a JOIN source s ON s.id = a.source_id
WHERE a.source_id = ?
ORDER BY a.id DESC
LIMIT ?
