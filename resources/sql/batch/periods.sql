SELECT DISTINCT b.period
FROM batch b JOIN source s ON s.id = b.source_id
WHERE b.state = 'complete' AND s.removed_at IS NULL
ORDER BY b.period DESC
