INSERT INTO note (period, key, client, text, by, at) VALUES (?, ?, ?, ?, ?, ?)
