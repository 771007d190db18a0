SELECT c.client, c.name, c.parent, c.roll_up
FROM batch_client c JOIN batch b ON b.id = c.batch_id JOIN source s ON s.id = b.source_id
WHERE c.client = ? AND b.period < ? AND b.state = 'complete' AND s.removed_at IS NULL
    AND (b.held = 0 OR EXISTS (SELECT 1 FROM batch_confirmation k WHERE k.batch_id = b.id))
ORDER BY b.period DESC, b.id DESC
LIMIT 1
