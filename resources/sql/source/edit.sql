UPDATE source SET settings = ? WHERE id = ?
