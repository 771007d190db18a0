SELECT product, name, list_price, unit_cost, currency FROM batch_product WHERE batch_id = ? ORDER BY product
