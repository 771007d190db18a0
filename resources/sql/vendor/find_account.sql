SELECT id FROM account WHERE source_id = ? AND account = ?
