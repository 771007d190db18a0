SELECT sequence, at, by, what, subject, detail, previous_hash, hash FROM event ORDER BY sequence
