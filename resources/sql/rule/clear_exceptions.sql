DELETE FROM count_exception
