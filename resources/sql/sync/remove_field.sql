DELETE FROM source_secret WHERE source_id = ? AND field = ?
