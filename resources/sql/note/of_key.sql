SELECT key, client, text, by, at FROM note WHERE key = ? ORDER BY id
