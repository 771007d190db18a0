SELECT account_id, meter_id, part, assets, packed FROM asset_pack WHERE batch_id = ? ORDER BY id
