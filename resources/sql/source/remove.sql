UPDATE source SET removed_at = ? WHERE id = ?
