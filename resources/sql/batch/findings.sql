SELECT file, row, "column", value, reason FROM batch_finding WHERE batch_id = ? AND severity = ? ORDER BY ordinal
