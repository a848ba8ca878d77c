// jemalloc takes the place of the C library's malloc for the whole program as soon as it is
// linked; nothing is called by name. A build allocates and frees a tree of nodes for each page,
// on several threads: the C library's allocator costs it a quarter more user time.
