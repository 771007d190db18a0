SELECT ordinal, severity, file, row, "column", value, reason FROM batch_finding WHERE batch_id = ? ORDER BY ordinal
