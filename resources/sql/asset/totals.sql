SELECT account_id, meter_id, sum(assets) FROM asset_pack WHERE batch_id = ? GROUP BY meter_id, account_id
