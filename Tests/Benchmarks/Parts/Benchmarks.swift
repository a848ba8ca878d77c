#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Does one part of a build again and again, so that its instructions can be counted.
///
///     Benchmarks list
///     Benchmarks PART COUNT
///
/// `instructions.py` runs it twice with different counts: what both have in common is getting
/// ready.
@main
struct Benchmarks {
    /// Reads the command line and does what it says; status 2 where it says nothing sensible.
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments == ["list"] {
            for part in Part.allCases { print(part.rawValue) }
            return
        }
        guard arguments.count == 2, let part = Part(rawValue: arguments[0]),
            let count = Int(arguments[1]), count >= 0
        else {
            print("usage: Benchmarks list, or Benchmarks PART COUNT")
            exit(2)
        }
        let work = part.prepared()
        var sum = 0
        for _ in 0..<count { sum &+= work() }
        // Printed, so that no part of the work can be left out.
        print(sum)
    }
}
