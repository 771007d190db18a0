INSERT INTO position (period, client, positions, packed) VALUES (?, ?, ?, ?)
ON CONFLICT (period, client) DO UPDATE SET positions = excluded.positions, packed = excluded.packed
