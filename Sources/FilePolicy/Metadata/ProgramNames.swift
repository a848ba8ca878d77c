/// Names that programs write where the author's should be. They give nobody away.
enum ProgramNames {
    /// Whether a name is a program's, and no person's.
    static func contains(_ name: String) -> Bool {
        let name = name.lowercased()
        return whole.contains(name) || starts.contains { name.hasPrefix($0) }
    }

    /// In lower case.
    private static let whole: Set<String> = [
        "openpyxl", "xlsxwriter", "python-docx", "python-pptx", "pptxgenjs", "docx", "docx.js",
        "exceljs", "sheetjs", "phpspreadsheet", "phpword", "epplus", "closedxml", "pandoc",
        "jasperreports", "google docs", "google sheets", "google slides", "keynote", "pages",
        "numbers", "un-named", "unknown", "unknown author", "unknown creator", "anonymous",
        "user", "author", "admin", "administrator", "root", "microsoft office user",
        "microsoft office ユーザー",
    ]
    private static let starts = [
        "adobe ", "apache poi", "aspose", "libreoffice", "openoffice", "microsoft office",
        "microsoft word", "microsoft excel", "microsoft powerpoint", "microsoft®", "wps office",
        "acrobat ", "inkscape", "wkhtmltopdf", "weasyprint", "ghostscript", "pdftex", "latex",
    ]
}
