SELECT agreement, line, product, quantity, included, unit_price, unit_cost, currency, billable, effective, cancelled, raw, file, row
FROM batch_line WHERE batch_id = ? ORDER BY agreement, rowid
