enum LinksRoom {}
