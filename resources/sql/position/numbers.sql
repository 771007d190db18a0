SELECT client, packed FROM position WHERE period = ? ORDER BY client
