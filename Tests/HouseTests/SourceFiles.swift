import Glibc

/// The sources of this repository, for laws about ourselves.
struct SourceFile {
    /// Below the repository: `Sources/Model/Media/ObjectKey.swift`.
    var path: String
    var text: String

    /// With their numbers, from 1.
    var lines: [(number: Int, text: Substring)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { ($0.offset + 1, $0.element) }
    }

    /// The lines without comments that take the whole line.
    var codeLines: [(number: Int, text: Substring)] {
        lines.filter { !$0.text.drop { $0 == " " }.hasPrefix("//") }
    }

    static let repository = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    static let sources = all(below: "Sources")
    static let tests = all(below: "Tests")

    static func all(below directory: String) -> [SourceFile] {
        var files: [SourceFile] = []
        guard let handle = opendir("\(repository)/\(directory)") else { return [] }
        defer { closedir(handle) }
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let path = "\(directory)/\(name)"
            if name.hasSuffix(".swift") {
                files.append(SourceFile(path: path, text: read("\(repository)/\(path)")))
            } else if !name.hasPrefix(".") && !name.contains(".") {
                files += all(below: path)
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

/// `path:line` of every code line that holds one of the words and matches. The words spare the slow matching of lines
/// that cannot match.
func places(
    _ pattern: some RegexComponent, in files: [SourceFile], words: [String], without: String? = nil
) -> [String] {
    files.filter { file in words.contains { file.text.contains($0) } }.flatMap { file in
        file.codeLines.filter { line in
            if let without, line.text.contains(without) { return false }
            return words.contains { line.text.contains($0) } && line.text.firstMatch(of: pattern) != nil
        }.map { "\(file.path):\($0.number)" }
    }
}
