import Faults
import Model

extension ClusterInventory {
    /// What a cluster's objects may come to, in bytes: those of a hundred servers are a tenth of it.
    package static let sizeLimit = 128 << 20

    /// Reads a file of what kubectl told.
    ///
    /// - Returns: with what is to be said of the file, since it holds secrets.
    /// - Throws: `Fault(.badData)` with the file; `Fault(.noSuch)` or `denied` when it cannot be read.
    package static func reading(
        _ path: String, files: any FileReader
    ) throws -> (ClusterInventory, warnings: [String]) {
        let path = files.absolute(path)
        let content: FileContent
        do throws(FileTrouble) {
            content = try files.read(path, limit: sizeLimit)
        } catch {
            throw error.fault(path: path, what: "the inventory")
        }
        var warnings: [String] = []
        if content.mode & 0o077 != 0 {
            warnings.append("\(path) may hold secrets, and others can read it (mode \(String(content.mode, radix: 8)))")
        }
        return (try parsing([String(decoding: content.bytes, as: UTF8.self)], of: path), warnings)
    }

    /// - Parameter source: what the texts are from, in words.
    /// - Throws: `Fault(.badData)`.
    package static func parsing(_ texts: [String], of source: String) throws -> ClusterInventory {
        do throws(Trouble) {
            return try ClusterInventory(parsing: texts)
        } catch {
            throw Fault(
                .badData, "\(source): the inventory cannot be understood", notes: [error.reason],
                help: "wanted is what `kubectl get deployments,configmaps,secrets --output json` tells")
        }
    }
}
