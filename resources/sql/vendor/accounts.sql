SELECT a.id, a.account, b.name, b.domain
FROM batch t
    CROSS JOIN account a ON a.source_id = t.source_id
    CROSS JOIN batch_account b ON b.batch_id = t.id AND b.account_id = a.id
WHERE t.id = ?
ORDER BY a.account
