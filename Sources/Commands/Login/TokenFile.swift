import Configuration
import Faults
import Glibc

/// A token from a file or a pipe.
enum TokenFile {
    /// The first line, without blanks around it; `-` is standard input.
    ///
    /// - Throws: `Fault(.noSuch)`, `Fault(.denied)` or `Fault(.inputOutput)` for a file that cannot be read,
    ///   `Fault(.badData)` for an empty one.
    static func read(_ path: String) throws -> String {
        let bytes = path == "-" ? try standardInput() : try file(path)
        let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
        let token = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !token.isEmpty else {
            throw Fault(.badData, "there is no token in \(path == "-" ? "standard input" : path)")
        }
        return token
    }

    private static func file(_ path: String) throws -> [UInt8] {
        let files = SystemFileReader()
        do throws(FileTrouble) {
            return try files.readOwn(files.absolute(path), limit: 1 << 16).bytes
        } catch {
            let kind: Fault.Kind =
                switch error {
                case .missing, .directory: .noSuch
                case .denied, .untrusted: .denied
                case .tooLarge: .badData
                case .failed: .inputOutput
                }
            throw Fault(
                kind, "cannot read the token file \(path)", notes: [error.reason],
                help: "a pipe is read by --token-file -")
        }
    }

    private static func standardInput() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while bytes.count < 1 << 16 {
            let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 {
                throw Fault(.inputOutput, "cannot read standard input", notes: [String(cString: strerror(errno))])
            }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
