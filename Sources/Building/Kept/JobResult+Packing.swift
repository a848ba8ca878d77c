import Core
import Labels
import Links
import Uploads

extension JobResult {
    /// Whether all numbers are those of the plan.
    func fits(_ plan: BuildPlan) -> Bool {
        let routes = plan.routes.table.routes.indices
        return links.allSatisfy { routes.contains($0.target) }
            && anchors.allSatisfy { routes.contains($0.route) }
            && unread.allSatisfy(routes.contains)
            && uploads.allSatisfy { plan.project.uploads.uploads.indices.contains($0.upload) }
    }
}

extension UploadUse: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.append(upload)
        writer.append(outputs)
        writer.append(span)
    }

    init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(
            upload: try reader.count(), outputs: try reader.number(), span: try reader.span())
    }
}

extension NotedPortion: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.append(file)
        writer.append(span)
        writer.append(words)
        writer.append(label)
        writer.append(print)
    }

    init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(
            file: try reader.text(), span: try reader.span(), words: try reader.text(),
            label: try reader.optional(), print: try reader.value())
    }
}

/// Routes, uploads and outputs are kept by their numbers, which are those of the same plan. Links
/// to other sites are not kept: no build collects them.
extension JobResult: Packable {
    func pack(into writer: inout PackedWriter) {
        writer.append(links)
        writer.append(anchors.count)
        for (route, found) in anchors {
            writer.append(route)
            writer.append(found)
        }
        writer.append(uploads)
        writer.append(portions)
        writer.append(diagnostics)
        writer.append(unread)
    }

    init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        links = try reader.values()
        for _ in 0..<(try reader.count()) {
            anchors.append((try reader.count(), try reader.values()))
        }
        uploads = try reader.values()
        portions = try reader.values()
        diagnostics = try reader.values()
        unread = try reader.values()
    }
}
