/// What has changed in a project since somebody last asked.
enum ProjectChange: Sendable, Equatable {
    /// These files, from the project's root.
    case files(Set<String>)
    /// Nobody knows what, or a folder with all that is in it.
    case everything

    /// Both.
    func joined(with other: ProjectChange) -> ProjectChange {
        guard case .files(let a) = self, case .files(let b) = other else { return .everything }
        return .files(a.union(b))
    }

    /// Whether a file that pages show may be another.
    var touchesUploads: Bool {
        switch self {
        case .everything: true
        case .files(let files): files.contains { $0.hasPrefix("Content/uploads/") }
        }
    }
}
