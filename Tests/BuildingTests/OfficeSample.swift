import Foundation
import TestSupport

/// A small office document, packed by Python's zipfile.
enum OfficeSample {
    /// Writes a Word document that says of itself how it is classified, as Microsoft's programs do.
    static func write(classified name: String, to file: URL) async throws {
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["python3", "-c", script, file.path, name],
            in: file.deletingLastPathComponent(), environment: ["PATH": "/usr/bin:/bin"],
            standardInput: "")
        struct NotWritten: Error { let why: String }
        guard run.status == 0 else { throw NotWritten(why: run.stderr) }
    }

    private static let script = """
        import sys, zipfile
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        types = 'http://schemas.openxmlformats.org/package/2006/content-types'
        links = 'http://schemas.openxmlformats.org/package/2006/relationships'
        office = 'http://schemas.openxmlformats.org/officeDocument/2006/'
        word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
        kind = 'application/vnd.openxmlformats-'
        properties = kind + 'officedocument.custom-properties+xml'
        document = kind + 'officedocument.wordprocessingml.document.main+xml'
        parts = {
            '[Content_Types].xml': f'<Types xmlns="{types}">'
            f'<Default Extension="rels" ContentType="{kind}package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{document}"/>'
            f'<Override PartName="/docProps/custom.xml" ContentType="{properties}"/></Types>',
            '_rels/.rels': f'<Relationships xmlns="{links}">'
            f'<Relationship Id="r1" Type="{office}relationships/officeDocument" '
            'Target="word/document.xml"/>'
            f'<Relationship Id="r2" Type="{office}relationships/custom-properties" '
            'Target="docProps/custom.xml"/></Relationships>',
            'word/document.xml': f'<w:document xmlns:w="{word}"><w:body><w:p/></w:body>'
            '</w:document>',
            'docProps/custom.xml': f'<Properties xmlns="{office}custom-properties" '
            f'xmlns:vt="{office}docPropsVTypes"><property '
            'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
            'name="MSIP_Label_2096f6a2-d2f7-48be-b329-b73aaa526e5d_Name">'
            f'<vt:lpwstr>{sys.argv[2]}</vt:lpwstr></property></Properties>',
        }
        with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as file:
            for name, text in parts.items():
                file.writestr(name, head + text)
        """
}
