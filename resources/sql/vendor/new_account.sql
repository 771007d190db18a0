INSERT INTO account (source_id, account) VALUES (?, ?) ON CONFLICT DO NOTHING
