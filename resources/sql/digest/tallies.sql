SELECT packed FROM asset_tally WHERE batch_id = ? ORDER BY part
