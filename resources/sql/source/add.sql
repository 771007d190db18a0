INSERT INTO source (name, side, connector, settings, added_at) VALUES (?, ?, ?, ?, ?)
