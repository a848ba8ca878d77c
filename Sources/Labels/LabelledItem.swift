package import Content
package import Core

/// Something that has a label of its own, or could have one.
package struct LabelledItem: Sendable {
    /// What it is.
    package enum Kind: String, Sendable, CaseIterable {
        case page
        /// `:::label LEVEL`, named by its file and the digest of its text.
        case portion
        case upload
        case whitepaper
        /// Named by its whitepaper.yml and its version.
        case edition
        /// A file of an edition.
        case whitepaperItem = "whitepaper-item"
        /// Named by its whitepaper.yml and its key.
        case fact
        case redirect

        /// Whether it is a part of another item, which says `downgrade` for it.
        var isPart: Bool { self == .portion || self == .fact || self == .edition }

        /// Whether it is known again by its text or its file where it was moved.
        var isFoundByText: Bool { isText || self == .upload || self == .whitepaper }

        /// Whether its text may be found again within another's.
        var isText: Bool { self == .page || self == .portion || self == .whitepaperItem }
    }

    /// What it is.
    package let kind: Kind
    /// Its file from the project's root; for a part of an item and for a redirect, what it is
    /// called in the file follows after `#`.
    package let path: String
    /// The effective label; nil where it has no usable one.
    package let label: Label?
    /// The place to blame for its label.
    package let place: SourceSpan
    /// The file that says `downgrade`.
    package let account: String
    /// What that file says.
    package let downgrades: [Downgrade]
    /// Whether the lock has it; what says nothing of its own label can never be lowered.
    let isRecorded: Bool

    /// Takes what its room knows of it.
    package init(
        _ kind: Kind, _ path: String, label: Label?, place: SourceSpan, account: String,
        downgrades: [Downgrade] = [], isRecorded: Bool = true
    ) {
        self.kind = kind
        self.path = path
        self.label = label
        self.place = place
        self.account = account
        self.downgrades = downgrades
        self.isRecorded = isRecorded
    }

    /// What the lock knows it by.
    var key: LabelLock.Key { LabelLock.Key(kind: kind, path: path) }

    /// Its file, without what follows `#`.
    package var file: String { String(path.prefix { $0 != "#" }) }

    /// Of a part of another item: its name behind `#`.
    var part: String? { kind.isPart ? name(in: path) : nil }
}
