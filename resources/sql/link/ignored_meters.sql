SELECT s.name, m.meter, m.reason
FROM ignored_meter m JOIN source s ON s.id = m.source_id
WHERE s.removed_at IS NULL
ORDER BY s.name, m.meter
