enum MarkdownRoom {}
