SELECT client, service, quantity, reason, author, until
FROM count_exception
ORDER BY client, service, until, quantity, reason, author, id
