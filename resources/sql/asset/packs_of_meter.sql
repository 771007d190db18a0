SELECT account_id, packed FROM asset_pack WHERE batch_id = ? AND meter_id = ? ORDER BY account_id, part
