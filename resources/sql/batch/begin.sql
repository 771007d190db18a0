INSERT INTO batch (source_id, period, connector_version, imported_at, origin) VALUES (?, ?, ?, ?, ?)
