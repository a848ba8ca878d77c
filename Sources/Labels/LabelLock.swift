import Content
import Core

/// labels.lock: the label that each item had when it was last recorded, so that no label is
/// lowered unseen.
///
/// An item is known by its kind and path. One that was moved is known again by the digest of
/// its text, or by at least half of its sentences (`TextFingerprint`). Entries of what was
/// deleted stay for good: else it could be deleted, forgotten and written again with a lower
/// label.
///
/// What escapes: text that is moved and rewritten, so that less than half of its sentences stay,
/// which for a portion of one sentence is any change of it; text or bytes put into another item
/// that is recorded already; an upload that is moved and changed, or converted; an output whose
/// clearance is raised in site.yml; and whoever edits the lock itself or deletes it together with
/// labels.yml, which their history in git shows.
package struct LabelLock: Sendable {
    /// What an entry is found by.
    package struct Key: Hashable, Sendable {
        let kind: LabelledItem.Kind
        let path: String
    }

    /// One item as it was recorded.
    package struct Entry: Sendable {
        /// Kind and path.
        let key: Key
        /// The index of its level in the lock's own list.
        let level: Int
        /// Indices into the lock's own list of marks.
        let marks: [Int]
        /// `TextFingerprint.digest`.
        let digest: String
        /// `TextFingerprint.sketch`.
        let sketch: [UInt32]
        /// Whether the item was gone when the lock was last written.
        let isDeleted: Bool
        /// Its line.
        let span: SourceSpan

        /// Of a part of an item: its name behind `#`.
        var part: String? { key.kind.isPart ? name(in: key.path) : nil }

        /// The file of the item.
        var file: String { String(key.path.prefix { $0 != "#" }) }
    }

    /// A downgrade that was recorded; it is history and needs no entry in the item any more.
    package struct Record: Hashable, Sendable {
        /// The item's path; a part's with its name.
        var path: String
        /// As the item's author wrote it: a level and its marks.
        let from: String
        let to: String
        let on: String
        let by: String
        let reason: String

        /// Whether it is the same decision, whatever was said about it.
        func isSame(as other: Record) -> Bool {
            (path, from, to, on) == (other.path, other.from, other.to, other.on)
        }
    }

    /// The levels when it was written, lowest first.
    var levels: [Located<String>] = []
    /// The marks when it was written.
    var handling: [Located<String>] = []
    /// In the order of the file.
    var entries: [Entry] = []
    /// In the order of the file.
    var downgrades: [Record] = []

    /// A lock without any entry.
    package init() {}

    /// Where a project has it.
    package static let file = "Content/labels.lock"
}

/// What follows the first `#`.
func name(in path: String) -> String { String(path.drop { $0 != "#" }.dropFirst()) }
