SELECT
    (SELECT count(*) FROM batch b JOIN source s ON s.id = b.source_id
     WHERE b.held = 1 AND b.state = 'complete' AND s.removed_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM batch_confirmation k WHERE k.batch_id = b.id)
         AND b.id = (SELECT max(n.id) FROM batch n WHERE n.source_id = b.source_id AND n.period = b.period AND n.state = 'complete')),
    (SELECT count(*) FROM batch_confirmation k LEFT JOIN batch b ON b.id = k.batch_id WHERE b.id IS NULL OR b.held = 0)
