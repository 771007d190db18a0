SELECT DISTINCT c.client FROM batch_client c JOIN batch b ON b.id = c.batch_id WHERE b.state = 'complete'
