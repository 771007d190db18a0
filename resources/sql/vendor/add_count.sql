INSERT INTO batch_count (batch_id, account_id, meter_id, subscription, measure, quantity, unit_cost, currency, term,
    commitment_end, status, raw, file, row, charged_until)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
