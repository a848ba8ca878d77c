import CCMarkGFM

/// The lines `:::NAME ARGS` and `:::` as an extension of the C library, so that it alone
/// decides what is code, HTML or a list and what is not.
///
/// Each such line becomes a leaf: a heading of level 0, whose content is the line. A heading
/// because the library does not count it as a blank line that would loosen a list, and it may
/// interrupt a paragraph. Pairs are made after the parse.
func makeFenceExtension() -> OpaquePointer {
    guard let fence = cmark_syntax_extension_new("hakusho-fence") else {
        preconditionFailure("libcmark-gfm made no extension")
    }
    cmark_syntax_extension_set_open_block_func(fence) {
        fence, indented, parser, parent, input, length in
        guard indented == 0, let input, let fence, let parser else { return nil }
        let first = Int(cmark_parser_get_first_nonspace(parser))
        guard first + 3 <= Int(length),
            input[first] == 0x3A, input[first + 1] == 0x3A, input[first + 2] == 0x3A,
            let node = cmark_parser_add_child(
                parser, parent, CMARK_NODE_HEADING, Int32(first) + 1)
        else { return nil }
        cmark_node_set_syntax_extension(node, fence)
        return node
    }
    cmark_syntax_extension_set_match_block_func(fence) { _, _, _, _, _ in 0 }
    cmark_syntax_extension_set_contains_inlines_func(fence) { _, _ in 0 }
    cmark_syntax_extension_set_can_contain_func(fence) { _, _, _ in 0 }
    return fence
}
