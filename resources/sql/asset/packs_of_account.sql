SELECT account_id, packed FROM asset_pack WHERE batch_id = ? AND meter_id = ? AND account_id = ? ORDER BY part
