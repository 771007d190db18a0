SELECT s.name, l.account, l.client, l.state, l.reason
FROM account_link l JOIN source s ON s.id = l.source_id
WHERE s.removed_at IS NULL
ORDER BY s.name, l.account
