INSERT INTO batch_line (batch_id, agreement, line, product, quantity, included, unit_price, unit_cost, currency, billable,
    effective, cancelled, raw, file, row)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
