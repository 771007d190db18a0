INSERT INTO batch_line_pack (batch_id, packed) VALUES (?, ?)
