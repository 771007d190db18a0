SELECT a.id, a.account
FROM batch t
    CROSS JOIN account a ON a.source_id = t.source_id
WHERE t.id = ?
ORDER BY a.id
