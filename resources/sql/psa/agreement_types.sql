SELECT line, raw FROM batch_line WHERE batch_id = ? AND raw <> '' AND instr(lower(raw), 'type') > 0
