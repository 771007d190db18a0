SELECT ordinal, name, sha256, bytes, layout, rows_in, rows_kept, rows_rejected, pages, declared_total
FROM batch_file WHERE batch_id = ? ORDER BY ordinal
