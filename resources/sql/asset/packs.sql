SELECT meter_id, assets, packed FROM asset_pack WHERE batch_id = ? ORDER BY id
