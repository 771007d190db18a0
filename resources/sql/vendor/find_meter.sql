SELECT id FROM meter WHERE source_id = ? AND meter = ?
