SELECT count(*) FROM batch_line WHERE batch_id = ?
