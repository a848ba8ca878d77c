package import Core

/// What the policy learnt of one file.
package struct Examination: Sendable {
    /// What its bytes are; nil where no allowed type has such bytes.
    package var type: FileType?
    /// What is wrong with it, in the order found, each rule once; empty where it is allowed.
    package private(set) var refusals: [PolicyRule] = []
    /// Why the policy could not look inside; nil where it could.
    package private(set) var unscannable: Message?
    /// What it tells about people, in the order found.
    package var disclosures: [Disclosure] = []
    /// The names of the classification labels that office programs put into it.
    package var classifications: [String] = []

    /// Digests of what was looked at already; another in each run of the program.
    private var seen: Set<Int> = []

    /// Nothing found yet.
    package init() {}

    /// Notes what is wrong; makes the rule only where none with this identifier is noted, as a
    /// hostile document breaks it at a million places.
    mutating func refuse(once id: StaticString, _ rule: @autoclosure () -> PolicyRule) {
        guard !refusals.contains(where: { $0.id == id.description }) else { return }
        refuse(rule())
    }

    /// Notes what is wrong.
    mutating func refuse(_ rule: PolicyRule) {
        if !refusals.contains(where: { $0.id == rule.id }) { refusals.append(rule) }
    }

    /// Takes over what was found in a part of the same file.
    mutating func merge(_ part: Examination) {
        for rule in part.refusals { refuse(rule) }
        for told in part.disclosures {
            disclose(told.kind, told.value, isRemovable: told.isRemovable)
        }
    }

    /// Takes over what was found in a member of an archive, saying in which.
    mutating func merge(_ inner: Examination, ofMember name: String) {
        for rule in inner.refusals { refuse(rule.inMember(name)) }
        if let reason = inner.unscannable {
            giveUp(
                en: "'\(name.legible)' inside it: \(reason.en)",
                ja: "中の「\(name.legible)」: \(reason.ja)")
        }
        for found in inner.disclosures {
            disclose(found.kind, found.value, isRemovable: false)
        }
        for name in inner.classifications { classify(name) }
    }

    /// Whether no more is noted of what the file tells about people.
    var isFull: Bool { disclosures.count >= 100 }

    /// Notes what the file tells about people, each thing once and at most a hundred in all.
    mutating func disclose(_ kind: Disclosure.Kind, _ text: String?, isRemovable: Bool) {
        guard !isFull else { return }
        let told = Disclosure(kind, value: text?.disclosed, isRemovable: isRemovable)
        if kind == .author, let name = told.value, ProgramNames.contains(name) { return }
        if !disclosures.contains(told) { disclosures.append(told) }
    }

    /// Notes what stands at a place where files tell about people; nothing where none of it can
    /// be seen.
    mutating func disclose(_ kind: Disclosure.Kind, in bytes: XMLBytes) {
        guard !isFull, seen.count < 1_000 else { return }
        // No name is longer, and a hostile one of a megabyte costs no more.
        let head = XMLBytes(UnsafeBufferPointer(rebasing: bytes.buffer.prefix(1024)))
        var hasher = Hasher()
        hasher.combine(kind)
        hasher.combine(bytes: UnsafeRawBufferPointer(head.buffer))
        // The same name stands at each of a thousand changes.
        guard seen.insert(hasher.finalize()).inserted else { return }
        let text = head.text
        if text.disclosed != nil { disclose(kind, text, isRemovable: false) }
    }

    /// Notes a label of an office program, once, up to a hundred of them.
    mutating func classify(_ name: String) {
        if classifications.count < 100, !classifications.contains(name) {
            classifications.append(name)
        }
    }

    /// Notes that the policy cannot look inside; the first reason stays.
    mutating func giveUp(en: String, ja: String) {
        if unscannable == nil { unscannable = Message(en: en, ja: ja) }
    }
}

/// Something in a file that gives people away.
package struct Disclosure: Hashable, Sendable {
    /// What it is about.
    package enum Kind: String, Hashable, Sendable {
        /// Where a picture was taken.
        case position
        /// Who made the file, or changed it last.
        case author
        /// The camera, its number or its owner.
        case device
        /// Remarks that are not shown, such as comments and tracked changes.
        case remarks
    }

    /// What it is about.
    package let kind: Kind
    /// What it says, for a message: at most 80 characters, none invisible; nil where that would
    /// repeat the secret.
    package let value: String?
    /// Whether `FilePolicy.withoutDisclosures` takes it out without changing what is seen.
    package let isRemovable: Bool

    /// Takes what was found.
    package init(_ kind: Kind, value: String?, isRemovable: Bool) {
        self.kind = kind
        self.value = value
        self.isRemovable = isRemovable
    }
}
