-- In the order in which they were stored.
SELECT meter_id, key_of, hashes, repeated FROM asset_key WHERE batch_id = ? ORDER BY rowid
