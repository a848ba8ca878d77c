/// Why an archive, or one of its members, is not read; thrown where reading cannot go on.
struct ZipRefusal: Error {
    /// The rule that it breaks.
    let rule: PolicyRule

    init(_ rule: PolicyRule) {
        self.rule = rule
    }
}
