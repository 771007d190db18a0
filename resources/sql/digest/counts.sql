SELECT account_id, meter_id, subscription, measure, quantity, unit_cost, currency, term, commitment_end, status, raw, file, row,
    charged_until
FROM batch_count WHERE batch_id = ? ORDER BY account_id, rowid
