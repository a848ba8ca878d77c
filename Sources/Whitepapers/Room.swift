enum WhitepapersRoom {}
