/// Inputs for one reader, made of its seeds by a number.
struct SeededRun {
    let reader: Reader
    let seed: UInt64

    /// An input that breaks a rule.
    struct Broken {
        let input: [UInt8]
        let complaint: String
    }

    /// Gives the reader the seeds as they are, and then one mutation after another.
    ///
    /// - Parameters:
    ///   - goesOn: Asked before each mutation, with their number so far.
    ///   - before: Sees each input before the reader does, since a crash tells none.
    /// - Returns: How many inputs were read, and the first that breaks a rule.
    func run(
        while goesOn: (Int) -> Bool, before: ([UInt8]) throws -> Void = { _ in }
    ) throws -> (count: Int, broken: Broken?) {
        let seeds = try Seeds(of: reader)
        var mutator = Mutator(seeds, seed: seed)
        var count = 0
        var waiting = seeds.inputs[...]
        while !waiting.isEmpty || goesOn(count - seeds.inputs.count) {
            let input = waiting.popFirst() ?? mutator.next()
            try before(input)
            count += 1
            if let complaint = reader.complaintInTime(about: input) {
                return (count, Broken(input: input, complaint: complaint))
            }
        }
        return (count, nil)
    }
}
