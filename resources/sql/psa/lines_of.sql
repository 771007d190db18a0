SELECT l.agreement, l.line, l.product, l.quantity, l.included, l.unit_price, l.unit_cost, l.currency, l.billable, l.effective, l.cancelled
FROM batch_line l JOIN batch_agreement a ON a.batch_id = l.batch_id AND a.ordinal = l.agreement
WHERE l.batch_id = ? AND a.client = ?
ORDER BY l.rowid
