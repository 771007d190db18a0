SELECT DISTINCT l.client
FROM account_link l JOIN source s ON s.id = l.source_id
WHERE s.removed_at IS NULL AND l.state = 'linked'
