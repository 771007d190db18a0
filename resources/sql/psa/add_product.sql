INSERT INTO batch_product (batch_id, product, name, list_price, unit_cost, currency) VALUES (?, ?, ?, ?, ?, ?)
