/// A picture as its first bytes tell it.
package struct Picture: Sendable, Equatable {
    package enum Form: String, Sendable {
        case png = "image/png"
        case gif = "image/gif"
        case webp = "image/webp"

        package var mediaType: String { rawValue }
    }

    package var form: Form
    package var width: Int
    package var height: Int

    /// Nil for what is none of these.
    package init?(_ bytes: [UInt8]) {
        if bytes.starts(with: PNG.signature), bytes.count >= 33, bytes[12..<16].elementsEqual("IHDR".utf8) {
            self.init(form: .png, width: PNG.number(bytes, at: 16), height: PNG.number(bytes, at: 20))
        } else if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8), bytes.count >= 13 {
            self.init(
                form: .gif, width: Int(bytes[6]) | Int(bytes[7]) << 8, height: Int(bytes[8]) | Int(bytes[9]) << 8)
        } else if bytes.starts(with: "RIFF".utf8), bytes.count >= 30, bytes[8..<12].elementsEqual("WEBP".utf8) {
            self.init(form: .webp, width: 0, height: 0)
        } else {
            return nil
        }
    }

    private init(form: Form, width: Int, height: Int) {
        self.form = form
        self.width = width
        self.height = height
    }

    /// The picture without movement and without what is said beside it (dates, places, programs), as PNG.
    ///
    /// A PNG keeps its own pixels untouched: what animates it and what tells of it is left out. Of a GIF it is the first
    /// image.
    ///
    /// - Throws: `PictureError`; for WebP always.
    package static func still(of bytes: [UInt8]) throws -> [UInt8] {
        guard let picture = Picture(bytes) else { throw PictureError(reason: "it is no picture") }
        switch picture.form {
        case .png: return try PNG.still(bytes)
        case .gif:
            var reader = GIFReader(bytes)
            let image = try reader.first()
            return try PNG.encoded(image.pixels, width: image.width, height: image.height)
        case .webp: throw PictureError(reason: "WebP pictures cannot be read here")
        }
    }
}

/// Why a picture cannot be read.
package struct PictureError: Error, Sendable, Equatable {
    /// For people: `it is cut short`.
    package var reason: String
}
