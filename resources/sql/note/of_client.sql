SELECT key, client, text, by, at FROM note WHERE client = ? AND key = '' ORDER BY id
