INSERT INTO saved_view (page, name, query, columns, sort, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (page, name) DO UPDATE SET query = excluded.query, columns = excluded.columns, sort = excluded.sort, by = excluded.by, at = excluded.at
