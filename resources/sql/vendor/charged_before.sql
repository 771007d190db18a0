-- Charges that earlier months of a source state, of the batch in force of each month, oldest month first.
SELECT b.period, c.account_id, c.meter_id, c.subscription, c.quantity, c.charged_until
FROM batch b JOIN batch_count c ON c.batch_id = b.id
WHERE c.charged_until IS NOT NULL AND b.id IN (
    SELECT max(n.id) FROM batch n
    WHERE n.source_id = ? AND n.period BETWEEN ? AND ? AND n.state = 'complete'
        AND (n.held = 0 OR EXISTS (SELECT 1 FROM batch_confirmation k WHERE k.batch_id = n.id))
    GROUP BY n.period)
ORDER BY b.period, c.rowid
