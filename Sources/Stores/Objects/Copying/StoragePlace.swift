import Faults
import Glibc
import Model

/// A place where media can lie: the server's own storage, or another one. It is opened when it is first asked something.
package struct StoragePlace: Sendable {
    /// As one types it: `fs:/srv/media`, `s3:cold`.
    package let form: String
    /// For people: the folder, or the bucket's address.
    package let place: String
    /// Whether the server stores its media there.
    package let isServers: Bool
    /// The lines of an env file by which a server stores them there; secrets are left to whoever writes them.
    package let variables: [String]
    private let opened: Opened

    /// Before the names of files that are being written.
    static let draftPrefix = ".mastoctl-draft-"

    /// Whether it is half a file of a run that was killed.
    package static func isDraft(_ key: ObjectKey) -> Bool {
        key.text.split(separator: "/").last?.hasPrefix(draftPrefix) ?? false
    }

    /// A folder, made when something is first stored in it.
    package init(folder: String, isServers: Bool, variables: [String]) {
        self.init(form: "fs:\(folder)", place: folder, isServers: isServers, variables: variables) { isWriting in
            if isWriting { try Self.make(folder) }
            do {
                return try FileObjectStore(root: folder, threads: 8)
            } catch let error as FileError where error.code == ENOENT && !isWriting {
                return nil
            }
        }
    }

    /// - Parameter open: opens it; nil when there is nothing to be read yet.
    package init(
        form: String, place: String, isServers: Bool, variables: [String],
        _ open: @escaping @Sendable (_ isWriting: Bool) throws -> (any ObjectStore)?
    ) {
        self.form = form
        self.place = place
        self.isServers = isServers
        self.variables = variables
        opened = Opened(open)
    }

    /// What is there; nil for a folder that is not there yet.
    func store() async throws -> (any ObjectStore)? { try await opened.store(isWriting: false) }

    /// The same to store in.
    func store(at _: Site<ReadWrite>) async throws -> any ObjectStore {
        guard let store = try await opened.store(isWriting: true) else {
            throw Fault(.ourBug, "\(place) was not opened")
        }
        return store
    }

    private actor Opened {
        private let open: @Sendable (Bool) throws -> (any ObjectStore)?
        private var store: (any ObjectStore)?

        init(_ open: @escaping @Sendable (Bool) throws -> (any ObjectStore)?) {
            self.open = open
        }

        func store(isWriting: Bool) throws -> (any ObjectStore)? {
            if let store { return store }
            store = try open(isWriting)
            return store
        }
    }

    /// As a server makes its own.
    private static func make(_ folder: String) throws {
        var path = ""
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            guard mkdir(path, 0o755) == 0 || errno == EEXIST || errno == EISDIR else {
                throw FileError(code: errno, action: "make", path: path)
            }
        }
    }
}
