-- The last word about each row of an earlier period that adjusts a quantity, where it still holds: its numbers are those seen
-- when it was said.
SELECT d.period, d.key, d.act, d.target, d.effective, d.by, x.kind, x.client, x.service, x.other_service, x.billed, x.counted, x.difference
FROM decision AS d JOIN discrepancy AS x ON x.period = d.period AND x.key = d.key
WHERE d.period < ? AND d.act IN ('approve', 'dismiss')
  AND d.id = (SELECT max(e.id) FROM decision AS e WHERE e.period = d.period AND e.key = d.key)
  AND x.kind IN ('underbilled', 'not_billed', 'overbilled', 'no_usage', 'stale_quantity', 'mismatched_service', 'not_applied')
  AND x.billed IS d.seen_billed AND x.counted IS d.seen_counted AND x.difference IS d.seen_difference
  AND x.quantity IS d.seen_quantity AND x.impact IS d.seen_impact AND x.currency = d.seen_currency
ORDER BY d.period DESC, d.key
