INSERT INTO batch_confirmation (batch_id, reason, by, at) VALUES (?, ?, ?, ?)
