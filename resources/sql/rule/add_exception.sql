INSERT INTO count_exception (client, service, quantity, reason, author, until) VALUES (?, ?, ?, ?, ?, ?)
