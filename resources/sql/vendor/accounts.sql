SELECT a.id, a.account, b.name, b.domain
FROM batch_account b JOIN account a ON a.id = b.account_id
WHERE b.batch_id = ?
ORDER BY a.account
