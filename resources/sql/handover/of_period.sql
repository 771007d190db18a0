SELECT sheet, format, file, content_hash, file_hash, rows, by, at FROM handed_over WHERE period = ? ORDER BY id DESC
