INSERT INTO handed_over (period, sheet, format, file, content_hash, file_hash, rows, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
