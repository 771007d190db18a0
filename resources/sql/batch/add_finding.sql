INSERT INTO batch_finding (batch_id, ordinal, severity, file, row, "column", value, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
