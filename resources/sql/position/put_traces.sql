INSERT INTO position_trace (period, client, packed) VALUES (?, ?, ?)
ON CONFLICT (period, client) DO UPDATE SET packed = excluded.packed
