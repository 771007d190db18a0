INSERT INTO asset_tally (batch_id, part, packed) VALUES (?, ?, ?)
