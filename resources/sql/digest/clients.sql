SELECT client, name, parent, roll_up FROM batch_client WHERE batch_id = ? ORDER BY client
