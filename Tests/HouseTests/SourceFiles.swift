import Glibc

/// A file of this repository, for laws about ourselves. Each is read and cut into lines once, not once a law.
struct SourceFile: Sendable {
    typealias Line = (number: Int, text: Substring)

    /// Below the repository: `Sources/Model/Media/ObjectKey.swift`.
    let path: String
    let text: String
    var name: String { String(path.split(separator: "/").last ?? "") }
    /// With their numbers, from 1.
    let lines: [Line]
    /// The lines without comments that take the whole line.
    let codeLines: [Line]

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0 + 1, $1) }
        codeLines = lines.filter { !$0.text.utf8.drop { $0 == UInt8(ascii: " ") }.starts(with: "//".utf8) }
    }

    static let repository = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    static let sources = all(below: "Sources")
    static let tests = all(below: "Tests")

    static func all(below directory: String, ending: String = ".swift") -> [SourceFile] {
        var files: [SourceFile] = []
        guard let handle = opendir("\(repository)/\(directory)") else { return [] }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = "\(directory)/\(name)"
            if name.hasSuffix(ending) {
                files.append(SourceFile(path: path, text: read("\(repository)/\(path)")))
            } else if !name.hasPrefix(".") && !name.contains(".") {
                files += all(below: path, ending: ending)
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    static func read(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Whether a word stands in it. The library's own search compares letters, not bytes, and takes a debug build seconds
    /// over all sources.
    func holds(_ word: String) -> Bool {
        withCString { text in word.withCString { strstr(text, $0) != nil } }
    }
}

/// `path:line` of every code line that holds one of the words and matches. The words spare the slow matching of lines
/// that cannot match.
func places(
    _ pattern: some RegexComponent, in files: [SourceFile], words: [String], without: String? = nil
) -> [String] {
    files.filter { file in words.contains { file.text.holds($0) } }.flatMap { file in
        file.codeLines.filter { line in
            if let without, line.text.holds(without) { return false }
            return words.contains { line.text.holds($0) } && line.text.firstMatch(of: pattern) != nil
        }.map { "\(file.path):\($0.number)" }
    }
}
