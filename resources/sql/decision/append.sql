INSERT INTO decision (period, key, act, target, effective, until, reason, by, at, seen_billed, seen_counted, seen_difference, seen_quantity, seen_impact, seen_currency,
    seen_other_amount, seen_line_cost, seen_until, seen_rows)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
