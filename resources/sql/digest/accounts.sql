-- With what the number stands for: an account that was given another id would move its numbers to another client.
SELECT b.account_id, a.account, b.name, b.domain
FROM batch_account b JOIN account a ON a.id = b.account_id
WHERE b.batch_id = ? ORDER BY b.account_id
