SELECT packed FROM batch_line_pack WHERE batch_id = ?
