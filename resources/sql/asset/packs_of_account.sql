SELECT packed FROM asset_pack
WHERE batch_id = ? AND meter_id = ? AND first_account <= ? AND last_account >= ?
ORDER BY id
