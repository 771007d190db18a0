INSERT INTO service (id, ordinal, definition) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET definition = excluded.definition
