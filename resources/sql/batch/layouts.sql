SELECT DISTINCT s.name, f.layout
FROM batch_file f JOIN batch b ON b.id = f.batch_id JOIN source s ON s.id = b.source_id
WHERE b.state = 'complete' AND s.removed_at IS NULL
