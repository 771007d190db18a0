INSERT INTO ignored_meter (source_id, meter, reason, by, at)
SELECT s.id, ?, ?, ?, ? FROM source s WHERE s.name = ? AND s.removed_at IS NULL
ON CONFLICT (source_id, meter) DO UPDATE SET reason = excluded.reason, by = excluded.by, at = excluded.at
