SELECT c.account_id, c.meter_id, a.account, m.meter, c.subscription, c.measure, c.quantity, c.unit_cost, c.currency, c.term,
    c.commitment_end, c.status, c.charged_until
FROM batch_count c JOIN account a ON a.id = c.account_id JOIN meter m ON m.id = c.meter_id
WHERE c.batch_id = ?
