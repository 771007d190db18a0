DELETE FROM position WHERE period = ? AND client = ?
