SELECT sequence, at, by, what, subject, detail, previous_hash, hash FROM event WHERE sequence < ? ORDER BY sequence DESC LIMIT ?
