SELECT packed FROM asset_pack WHERE batch_id = ? AND meter_id = ? ORDER BY first_account, id
