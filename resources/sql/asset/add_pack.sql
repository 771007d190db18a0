INSERT INTO asset_pack (batch_id, account_id, meter_id, part, assets, packed) VALUES (?, ?, ?, ?, ?, ?)
