import Configuration
import Glibc
import Model

/// Where this program keeps what must outlive a run: journals and checkpoints, a folder per instance.
struct StateFolders {
    let configuration: Configuration

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// Best first. Memory comes last: a journal there outlives a killed run but not the machine, and is used only when
    /// the disk that holds the state is full or read-only.
    var journals: [String] {
        [
            "\(folder)/journal",
            "/dev/shm/mastoctl-\(getuid())/\(instance)/journal",
        ]
    }

    /// The record of changes.
    var trail: String { "\(folder)/audit.jsonl" }

    /// This instance's own folder.
    var folder: String { "\(configuration.run.stateDirectory)/\(instance)" }

    /// One instance's state is never taken for another's: database and storage are in the name.
    private var instance: String {
        let storage =
            switch configuration.storage {
            case .filesystem(let root, _): root
            case .s3(let bucket): "\(bucket.endpoint ?? bucket.hostname)/\(bucket.bucket)/\(bucket.keyPrefix ?? "")"
            case .swift(let container, _, _): container
            case .azure(let account, let container, _): "\(account)/\(container)"
            }
        let identity = "\(configuration.postgres.address)/\(configuration.postgres.name) \(storage)"
        let hash = identity.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let domain = (configuration.identity.localDomain ?? "instance").map { $0 == "/" ? "_" : $0 }
        return String(domain) + "-" + String(hash, radix: 16)
    }
}

/// This instance's own folder for what must outlive a run, for those who keep more than journals there.
package struct StatePlace {
    package let folder: String

    package init(_ configuration: Configuration) {
        folder = StateFolders(configuration).folder
    }
}
