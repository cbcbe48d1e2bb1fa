import Configuration
import Faults
import Glibc
import Support
import Testing

@testable import Commands

/// What the words of each row become behind the parser: the operation or the question that the command names, with its
/// values.
///
/// `Tests/Golden/operations` has a file for each table, which `RECORD_GOLDEN=1` writes anew: a verb that is taken for
/// another one, or an option that goes nowhere, is seen there.
@Suite struct OperationTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Golden/operations"

    /// Configured by nothing, as on a machine where nothing is.
    private struct NoFiles: FileReader {
        var workingDirectory: String { "/" }
        var userID: UInt32 { 0 }
        func read(_ path: String, limit: Int) throws(FileTrouble) -> FileContent { throw .missing }
        func readOwn(_ path: String, limit: Int) throws(FileTrouble) -> FileContent { throw .missing }
        func names(in directory: String) -> [String] { [] }
        func exists(_ path: String) -> Bool { false }
    }

    @Test(arguments: ParseTable.all)
    func `words become this operation, with these values`(table: ParseTable) throws {
        let configuration = try Configuration.load(environment: [:], files: NoFiles())
        var text = ""
        for row in table.rows where row.isTaken {
            guard let named = try Self.named(by: Parsed(row.arguments).parsed, configuration) else { continue }
            text += "\(row.words)\n    \(named)\n"
        }
        let path = "\(Self.folder)/\(table.testDescription).txt"
        if getenv("RECORD_GOLDEN") != nil {
            mkdir(Self.folder, 0o755)
            if !text.isEmpty { TextFile.write(text, to: path) }
        }
        let told = (TextFile.read(path) ?? "").split(separator: "\n")
        for (line, golden) in zip(text.split(separator: "\n"), told) where line != golden {
            Issue.record("\(table.testDescription): \(line)\nand not\n\(golden)")
        }
        #expect(text.split(separator: "\n").count == told.count, "\(path) has other rows; RECORD_GOLDEN=1 rewrites it")
    }

    /// What a command names, in words; nil for one that names nothing, such as those of this tool itself.
    private static func named(by command: Any, _ configuration: Configuration) throws -> String? {
        do {
            let named: Any? =
                switch command {
                case let command as any OperationCommand: try command.operation(configuration)
                case let command as any ListingCommand: try command.question(configuration)
                case let command as any QueryCommand: try command.question(configuration)
                default: nil
                }
            return named.map(ShownValue.text)
        } catch let fault as Fault {
            return "refused: \(ShownValue.withoutPlace(fault.message))"
        }
    }
}
