enum CoreRoom {}
