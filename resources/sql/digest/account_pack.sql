SELECT packed FROM batch_account_pack WHERE batch_id = ?
