/// The captions that news agencies and Photoshop put into pictures.
///
/// - Source: IPTC-NAA Information Interchange Model, version 4; Adobe's Photoshop file formats
///   specification, "Image Resources".
enum IPTC {
    /// The names of those who made a picture: by-lines and the caption's writer.
    ///
    /// - Parameter resources: Photoshop's image resources, or the datasets alone.
    static func authors(_ resources: ArraySlice<UInt8>) -> [String] {
        guard resources.starts(with: "8BIM".utf8) else { return authors(inDatasets: resources) }
        var found: [String] = []
        var cursor = ImageCursor(resources)
        do throws(ImageFault) {
            while !cursor.isAtEnd, try cursor.take(4).elementsEqual("8BIM".utf8) {
                let number = try cursor.bigEndian(2)
                let name = try cursor.byte()
                // The name and its length fill an even number of bytes.
                _ = try cursor.take(name + 1 - name % 2)
                let size = try cursor.bigEndian(4)
                let content = try cursor.take(size)
                if size % 2 == 1, !cursor.isAtEnd { _ = try cursor.byte() }
                if number == 0x0404 { found += authors(inDatasets: content) }
            }
        } catch {
            // What is cut off tells nothing more.
            return found
        }
        return found
    }

    private static func authors(inDatasets bytes: ArraySlice<UInt8>) -> [String] {
        var found: [String] = []
        var cursor = ImageCursor(bytes)
        do throws(ImageFault) {
            while !cursor.isAtEnd, try cursor.byte() == 0x1C {
                let record = try cursor.byte()
                let dataset = try cursor.byte()
                let size = try cursor.bigEndian(2)
                guard size < 0x8000 else { break }
                let content = try cursor.take(size)
                if record == 2, dataset == 80 || dataset == 122, found.count < 20 {
                    found.append(PDFText.decodeGuessing(Array(content)))
                }
            }
        } catch {
            return found
        }
        return found
    }
}
