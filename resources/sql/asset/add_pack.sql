INSERT INTO asset_pack (batch_id, meter_id, first_account, last_account, assets, packed) VALUES (?, ?, ?, ?, ?, ?)
