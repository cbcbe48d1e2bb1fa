import Archives
import Crypto
import Faults
import Model

extension BundlePart {
    package var digest: String { Digest.hexadecimal(Digest.sha256(bytes)) }
}

/// A bundle for support as a file: a tar archive packed with zstd.
package enum BundleFile {
    package static let manifest = "manifest.json"

    /// Writes a new file that nobody else may read.
    ///
    /// - Throws: `Fault(.usage)` when there is one of that name, `Fault(.inputOutput)`.
    package static func write(_ parts: [BundlePart], to path: String, at time: UTCTime) throws {
        let file = try PrivateFile(path: path)
        let pieces = ZstdPieces()
        do {
            let writer = TarWriter(into: pieces)
            for part in parts { try writer.add(part.name, part.bytes, modified: Int64(time.seconds)) }
            try writer.close()
        } catch let error as ArchiveError {
            throw Fault(.inputOutput, "cannot pack \(path)", notes: [error.reason])
        }
        try file.add(pieces.packed)
        try file.finish()
    }

    /// What a bundle has at most: it comes from elsewhere.
    private static var bounds: TarReader.Bounds {
        var bounds = TarReader.Bounds()
        bounds.bytes = 64 << 20
        bounds.entries = 200
        return bounds
    }

    /// Reads a bundle that somebody else may have made; nothing of it is ever written to a file.
    ///
    /// - Returns: the parts by their names, each as its manifest has it.
    /// - Throws: `Fault(.noSuch)` without the file, `Fault(.badData)` with what is wrong with it.
    package static func read(_ path: String) throws -> [String: [UInt8]] {
        func wrong(_ reason: String) -> Fault {
            Fault(
                .badData, "\(path) is no bundle for support, or not as it was made", notes: [reason],
                help: "make it again with `mastoctl support bundle`")
        }
        var parts: [String: [UInt8]] = [:]
        do {
            let reader = try TarReader(path: path, bounds: bounds)
            while let entry = try reader.next({ $0.isFile && isFit($0.name) }) {
                guard isFit(entry.name), entry.isFile, let content = entry.content else {
                    throw wrong("it holds something that is no plain file of a bundle's")
                }
                guard parts.updateValue(content, forKey: entry.name) == nil else {
                    throw wrong("\(entry.name) stands in it twice")
                }
            }
        } catch let error as ArchiveError {
            if case .system(let code) = error.kind {
                throw Fault(code == 2 ? .noSuch : .inputOutput, "cannot read \(path)", notes: [error.reason])
            }
            throw wrong(error.reason)
        }
        if let trouble = trouble(with: parts) { throw wrong(trouble) }
        return parts
    }

    /// Small letters, digits, dots, dashes; one folder at most, and none above.
    private static func isFit(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return name.utf8.count <= 120 && (1...2).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty && !part.hasPrefix(".")
                    && part.utf8.allSatisfy { byte in
                        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "._-@".utf8.contains(byte)
                    }
            }
    }

    /// What a manifest and the parts beside it do not agree on; nil when they do.
    private static func trouble(with parts: [String: [UInt8]]) -> String? {
        guard let bytes = parts[manifest], let told = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)),
            told["schema"]?.string == "support.bundle/1", let list = told["parts"]?.array
        else { return "it has no manifest of a bundle" }
        var seen: Set<String> = [manifest]
        for entry in list {
            guard let name = entry["name"]?.string, let content = parts[name] else {
                return "a part that its manifest names is not there"
            }
            guard entry["sha256"]?.string == BundlePart(name, "", content).digest else {
                return "\(name) is not what its manifest says"
            }
            if name.hasSuffix(".json"), JSONValue(parsing: String(decoding: content, as: UTF8.self)) == nil {
                return "\(name) is no JSON"
            }
            seen.insert(name)
        }
        return seen.count == parts.count ? nil : "it holds a part that its manifest does not name"
    }
}
