SELECT l.agreement, l.line, l.product, l.quantity, l.included, l.unit_price, l.unit_cost, l.currency, l.billable, l.effective, l.cancelled
FROM batch_line l
WHERE l.batch_id = ?
ORDER BY l.rowid
