SELECT meter_id, first_account, last_account, assets, packed FROM asset_pack WHERE batch_id = ? ORDER BY id
