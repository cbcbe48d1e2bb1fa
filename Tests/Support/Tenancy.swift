import Postgres
import Processes
import Sandbox
import Synchronization

/// The time for which a test has an instance. When the last copy of the instance is gone, its database and its files go,
/// too: hundreds of tests one after the other would fill the memory they lie in.
package final class Tenancy: Sendable {
    private let database: ConnectionSettings
    private let folder: String

    /// How many instances there may be at once. Tests begin all together, and few of them are at work.
    private static let places = Places(24)

    /// Waits for a place. Not for ever: a test may hold one instance while it asks for another.
    static func enter() async {
        await places.take()
    }

    init(database: ConnectionSettings, folder: String) {
        self.database = database
        self.folder = folder
    }

    deinit {
        Tenancy.places.give()
        Task { [database, folder] in await Tenancy.clear(database, folder) }
    }

    /// Drops the database once nobody is connected to it, and then removes the files.
    private static func clear(_ database: ConnectionSettings, _ folder: String) async {
        var settings = database
        settings.database = "postgres"
        for _ in 0..<60 {
            try? await Task.sleep(for: .seconds(3))
            guard let connection = try? await PostgresConnection.connect(settings) else { return }
            let isGone = (try? await connection.execute("drop database \(identifier: database.database ?? "")")) != nil
            await connection.close()
            if isGone {
                _ = try? await ChildProcess.run("/bin/rm", ["-rf", "--", folder])
                return
            }
        }
    }
}

/// A number of places, taken and given back. When none was given back for a while, one more is made.
private final class Places: Sendable {
    private static let patience = Duration.seconds(45)

    private let state: Mutex<(free: Int, moved: ContinuousClock.Instant)>

    init(_ count: Int) {
        state = Mutex((count, .now))
    }

    func take() async {
        while true {
            let isMine = state.withLock { state in
                guard state.free > 0 || ContinuousClock.now - state.moved > Self.patience else { return false }
                state.free -= 1
                state.moved = .now
                return true
            }
            if isMine { return }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    func give() {
        state.withLock { $0 = ($0.free + 1, .now) }
    }
}
