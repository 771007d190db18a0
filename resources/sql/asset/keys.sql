SELECT hashes FROM asset_key WHERE batch_id = ? AND meter_id = ? AND key_of = ?
