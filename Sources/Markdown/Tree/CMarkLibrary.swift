import CCMarkGFM
import Synchronization

/// The C library with its extensions registered: what parses bytes into a tree.
struct CMarkLibrary: Sendable {
    /// Registering is done once in a process, before the first parse.
    static let registered = CMarkLibrary()

    private let extensions: [Extension]
    /// Tells task list items from others.
    let tasklist: Extension
    let strikethrough: Extension

    /// An extension as the library knows it: its address, which stays the same, since the library
    /// keeps registered extensions for the life of the process. Attaching one to a parser changes
    /// the parser, not the extension. The table that two extensions write while a parser finishes
    /// is not theirs but the library's; `finishing` guards it.
    struct Extension: Sendable {
        private let address: Int

        init(_ pointer: OpaquePointer) { address = Int(bitPattern: pointer) }

        /// What the library calls it by.
        var pointer: OpaquePointer {
            guard let pointer = OpaquePointer(bitPattern: address) else {
                preconditionFailure("an extension of libcmark-gfm at address 0")
            }
            return pointer
        }
    }

    private init() {
        cmark_gfm_core_extensions_ensure_registered()
        let find = { (name: String) -> Extension in
            guard let found = cmark_find_syntax_extension(name) else {
                preconditionFailure("libcmark-gfm has no extension '\(name)'")
            }
            return Extension(found)
        }
        precondition(
            hakusho_table_type() == 0x800C && hakusho_table_row_type() == 0x800D
                && hakusho_table_cell_type() == 0x800E && hakusho_strikethrough_type() == 0xC00C,
            "libcmark-gfm numbers its node types otherwise than 0.29.0.gfm.6")
        tasklist = find("tasklist")
        strikethrough = find("strikethrough")
        // First the fences, so that `:::` below a table ends it instead of becoming a row.
        extensions = [
            Extension(makeFenceExtension()), find("table"), strikethrough,
            find("autolink"), tasklist,
        ]
    }

    /// Parses `bytes`; the caller frees the tree.
    func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Node {
        let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS)
        defer { cmark_parser_free(parser) }
        for one in extensions { cmark_parser_attach_syntax_extension(parser, one.pointer) }
        if let start = bytes.baseAddress {
            let text = UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self)
            cmark_parser_feed(parser, text, bytes.count)
        }
        let root = Self.finishing.withLock { _ in Int(bitPattern: cmark_parser_finish(parser)) }
        guard let root = Node(bitPattern: root) else {
            preconditionFailure("libcmark-gfm gave no document")
        }
        return root
    }

    /// Held while a parser finishes: strikethrough and autolink then write a table that all
    /// parsers of the process read.
    private static let finishing = Mutex(())
}
