DELETE FROM run WHERE period = ?
