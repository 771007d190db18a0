SELECT client FROM position WHERE period = ?
