/// Which footnotes one output shows, and in which order.
struct FootnoteOrder {
    /// What a footnote is called on the page.
    struct Entry {
        /// Its place among the definitions of the document.
        let definition: Int
        /// The id's part behind `fn-` and `fnref-`.
        let name: String
        /// How often the text refers to it, and how often it has so far.
        var references = 0
        var written = 0
    }

    /// Footnotes in the order of their numbers.
    private(set) var order: [Entry] = []
    private var numbers: [Int: Int] = [:]

    /// The index in `order` of a definition; nil where nothing that is shown refers to it.
    func index(of definition: Int) -> Int? { numbers[definition] }

    mutating func add(_ definition: Int, name: @autoclosure () -> String) {
        if numbers[definition] == nil {
            numbers[definition] = order.count
            order.append(Entry(definition: definition, name: name()))
        }
        order[numbers[definition]!].references += 1
    }

    /// The number, from 1, of the reference that is being written.
    mutating func nextReference(to index: Int) -> Int {
        order[index].written += 1
        return order[index].written
    }
}
