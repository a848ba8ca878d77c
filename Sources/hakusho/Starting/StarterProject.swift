import Core

/// A small site to begin with, in one language: it builds without a warning.
struct StarterProject {
    /// A text file of the project.
    struct File {
        /// From the project's folder.
        let path: String
        let text: String

        init(_ path: String, _ text: String) {
            self.path = path
            self.text = text + "\n"
        }
    }

    let language: MessageLanguage
    /// The date of its first notice.
    let today: CalendarDate

    /// Folders come before what is in them.
    var files: [File] {
        let own = language == .ja ? japaneseFiles : englishFiles
        return own + [File(".gitignore", "/Site/\n/.hakusho/")]
    }

    /// Where its first notice stands.
    var noticeFile: String { "Content/pages/notices/\(today.iso)-opening.md" }
}
