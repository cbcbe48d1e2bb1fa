/// The first image of a GIF.
///
/// Source: the specification of GIF89a.
struct GIFReader {
    struct Image {
        var width: Int
        var height: Int
        /// Red, green, blue and opacity of each pixel.
        var pixels: [UInt8]
    }

    private static let largest = 1 << 22

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func first() throws -> Image {
        place = 6
        var (width, height) = (try short(), try short())
        let flags = try byte()
        place += 2
        let shared = flags & 0x80 != 0 ? try colours(flags) : nil
        var transparent: UInt8?
        while true {
            switch try byte() {
            case 0x21:
                let label = try byte()
                let block = try blocks(atMost: 1 << 20)
                if label == 0xF9, block.count >= 4 { transparent = block[0] & 1 != 0 ? block[3] : nil }
            case 0x2C:
                let (left, top, across, down) = (try short(), try short(), try short(), try short())
                let flags = try byte()
                let own = flags & 0x80 != 0 ? try colours(flags) : nil
                guard let table = own ?? shared else { throw PictureError(reason: "it has no colours") }
                if width == 0 || height == 0 { (width, height) = (left + across, top + down) }
                guard width > 0, height > 0, width * height <= Self.largest, across * down <= Self.largest else {
                    throw PictureError(reason: "it is too large")
                }
                let size = Int(try byte())
                let places = try Codes(size, try blocks(atMost: 1 << 24)).decoded(across * down)
                var image = Image(
                    width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height * 4))
                let lines = flags & 0x40 != 0 ? Self.interlaced(down) : Array(0..<down)
                for (number, line) in lines.enumerated() where top + line < height {
                    for column in 0..<min(across, max(0, width - left)) where number * across + column < places.count {
                        let colour = places[number * across + column]
                        guard colour != transparent, Int(colour) * 3 + 2 < table.count else { continue }
                        let target = ((top + line) * width + left + column) * 4
                        for part in 0..<3 { image.pixels[target + part] = table[Int(colour) * 3 + part] }
                        image.pixels[target + 3] = 255
                    }
                }
                return image
            default: throw PictureError(reason: "it has no image")
            }
        }
    }

    /// The order in which the lines of an interlaced image come.
    private static func interlaced(_ height: Int) -> [Int] {
        [(0, 8), (4, 8), (2, 4), (1, 2)].flatMap { Array(stride(from: $0.0, to: height, by: $0.1)) }
    }

    private mutating func byte() throws -> UInt8 {
        guard place < bytes.count else { throw PictureError(reason: "it is cut short") }
        defer { place += 1 }
        return bytes[place]
    }

    private mutating func short() throws -> Int { Int(try byte()) | Int(try byte()) << 8 }

    private mutating func colours(_ flags: UInt8) throws -> [UInt8] {
        let count = 3 << (Int(flags & 7) + 1)
        guard place + count <= bytes.count else { throw PictureError(reason: "it is cut short") }
        defer { place += count }
        return Array(bytes[place..<(place + count)])
    }

    /// The blocks up to the empty one, as one.
    private mutating func blocks(atMost bound: Int) throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let count = Int(try byte())
            if count == 0 { return all }
            guard place + count <= bytes.count, all.count + count <= bound else {
                throw PictureError(reason: "it is cut short")
            }
            all += bytes[place..<(place + count)]
            place += count
        }
    }

    /// Codes that grow with the words they stand for.
    private struct Codes {
        private let width: Int
        private let bytes: [UInt8]

        init(_ width: Int, _ bytes: [UInt8]) throws {
            guard (2...8).contains(width) else { throw PictureError(reason: "it is damaged") }
            self.width = width
            self.bytes = bytes
        }

        /// So many places in the table of colours, fewer where the image ends before.
        func decoded(_ count: Int) throws -> [UInt8] {
            let (clear, end) = (1 << width, (1 << width) + 1)
            // Each word is a shorter one and a letter.
            var prefixes = [Int](repeating: -1, count: 4_096)
            var letters = (0..<4_096).map { UInt8(truncatingIfNeeded: $0) }
            var (size, next, previous) = (width + 1, end + 1, -1)
            var result: [UInt8] = []
            result.reserveCapacity(count)
            var (bits, held, place) = (0, 0, 0)
            var word: [UInt8] = []
            while result.count < count {
                while held < size {
                    guard place < bytes.count else { return result }
                    bits |= Int(bytes[place]) << held
                    held += 8
                    place += 1
                }
                let code = bits & ((1 << size) - 1)
                bits >>= size
                held -= size
                if code == clear {
                    (size, next, previous) = (width + 1, end + 1, -1)
                    continue
                }
                if code == end { break }
                guard code < next || (code == next && previous >= 0) else {
                    throw PictureError(reason: "it is damaged")
                }
                word.removeAll(keepingCapacity: true)
                var step = code == next ? previous : code
                while step >= 0 {
                    word.append(letters[step])
                    step = step < clear ? -1 : prefixes[step]
                }
                guard let first = word.last else { throw PictureError(reason: "it is damaged") }
                result += word.reversed()
                if code == next { result.append(first) }
                if previous >= 0, next < 4_096 {
                    prefixes[next] = previous
                    letters[next] = first
                    next += 1
                    if next == 1 << size, size < 12 { size += 1 }
                }
                previous = code
            }
            return Array(result.prefix(count))
        }
    }
}
