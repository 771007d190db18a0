-- All decisions of earlier periods about subjects that were once accepted until the given day or later; a key without its
-- leading period ("2026-10") names kind and subject.
SELECT key, act, target, effective, until, reason, by, at, seen_billed, seen_counted, seen_difference, seen_quantity, seen_impact, seen_currency,
    seen_other_amount, seen_line_cost, seen_until, seen_rows
FROM decision
WHERE period < ? AND substr(key, 8) IN (SELECT substr(key, 8) FROM decision WHERE period < ? AND act = 'accept' AND until >= ?)
ORDER BY period, id
