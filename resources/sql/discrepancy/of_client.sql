SELECT key, kind, client, service, other_service, source, account, meter, product, asset_key, billed, counted, difference,
    quantity, price, price_months, price_currency, impact, currency, estimate, since, until, other_amount, line_cost, rows
FROM discrepancy
WHERE period = ? AND client = ?
