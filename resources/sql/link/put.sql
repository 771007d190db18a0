INSERT INTO account_link (source_id, account, client, state, reason, by, at)
SELECT s.id, ?, ?, ?, ?, ?, ? FROM source s WHERE s.name = ? AND s.removed_at IS NULL
ON CONFLICT (source_id, account) DO UPDATE SET client = excluded.client, state = excluded.state, reason = excluded.reason,
    by = excluded.by, at = excluded.at
