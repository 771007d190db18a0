INSERT INTO asset_key (batch_id, meter_id, key_of, hashes, repeated) VALUES (?, ?, ?, ?, ?)
