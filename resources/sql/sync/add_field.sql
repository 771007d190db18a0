INSERT INTO source_secret (source_id, field) VALUES (?, ?) ON CONFLICT DO NOTHING
