SELECT ordinal, agreement, client, name, starts, ends, months FROM batch_agreement WHERE batch_id = ? ORDER BY ordinal
