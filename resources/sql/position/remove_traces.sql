DELETE FROM position_trace WHERE period = ? AND client = ?
