#if LIBFUZZER
    /// Takes the reader's name from the command line, before libFuzzer reads its options there.
    ///
    /// - Source: llvm.org/docs/LibFuzzer.html, "Startup initialization".
    @_cdecl("LLVMFuzzerInitialize") func startLibFuzzer(
        _ count: UnsafeMutablePointer<CInt>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>
    ) -> CInt {
        guard FuzzingCommand.reader != nil else { fatalError("no such reader") }
        arguments.pointee[1] = arguments.pointee[0]
        arguments.pointee += 1
        count.pointee -= 1
        return 0
    }

    /// Reads one input that libFuzzer made; a broken rule is a crash to it.
    @_cdecl("LLVMFuzzerTestOneInput") func readOneInput(
        _ data: UnsafePointer<UInt8>?, _ count: Int
    ) -> CInt {
        let bytes = Array(UnsafeBufferPointer(start: data, count: count))
        if let complaint = FuzzingCommand.reader?.complaint(about: bytes) { fatalError(complaint) }
        return 0
    }
#endif
