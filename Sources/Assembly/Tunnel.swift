import Configuration
// Several modules have settings of these names; the bare ones are the configured ones.
import struct Configuration.PostgresSettings
import struct Configuration.RedisSettings
import Engines
import Faults
import Glibc
import Stores
import Synchronization

/// Brings the services of a server here by ssh: each to a socket in a folder of this user's own, where nobody else can
/// reach it. Nothing is started before it is opened.
final class Tunnel: Sendable {
    private struct State {
        var opening: Task<SecureShell.Link, any Error>?
        var isClosed = false
    }

    /// The configuration with the sockets in the places of the services.
    let inside: Configuration
    private let way: Way
    private let folder: String
    private let forwards: [SecureShell.Forward]
    /// Why it cannot be opened.
    private let obstacle: Fault?
    private let state = Mutex(State())

    /// Nil when the server is reached directly.
    init?(_ configuration: Configuration) {
        guard let way = configuration.via, way.kind == .ssh else { return nil }
        self.way = way
        folder = "\(Self.root)/mastoctl-\(String(UInt64.random(in: 1 ... .max), radix: 36))"
        var plan = TunnelPlan(folder: folder)
        inside = plan.bring(configuration)
        forwards = plan.forwards
        obstacle = plan.obstacle
    }

    /// Short, since the path of a socket may have 107 bytes.
    private static var root: String {
        let own = getenv("XDG_RUNTIME_DIR").map { String(cString: $0) } ?? ""
        return own.hasPrefix("/") && own.utf8.count < 40 && access(own, W_OK) == 0 ? own : "/tmp"
    }

    /// Starts ssh and waits for the sockets, when nobody did before.
    ///
    /// - Throws: `Fault(.unreachable)` with what ssh said; `.configuration` for what cannot be brought.
    func open() async throws {
        if let obstacle { throw obstacle }
        let task = state.withLock { state in
            let task = state.opening ?? Task { try await connect() }
            state.opening = task
            return task
        }
        _ = try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private func connect() async throws -> SecureShell.Link {
        for path in [folder] + TunnelPlan.rooms.map({ "\(folder)/\($0)" }) where mkdir(path, 0o700) != 0 {
            throw Fault(.inputOutput, "cannot make \(path)", notes: [String(cString: strerror(errno))])
        }
        do {
            return try await SecureShell(environment: Self.environment).bring(forwards, from: way.arguments)
        } catch let error as EngineError {
            throw Fault(
                .unreachable, "cannot reach the server by \(way.text)", notes: error.lines,
                help: "try `ssh \(way.arguments.joined(separator: " "))`; its keys and known hosts are used",
                cause: error)
        }
    }

    /// What the far machine tells of itself.
    ///
    /// - Parameter words: of `MachineReport.script`.
    /// - Throws: `Fault(.unreachable)` where nothing can be run, as where an account is for forwarding alone.
    func machine(_ words: [String]) async throws -> Machine {
        let unknown = Fault(.unreachable, "\(way.text) lets no command run that would tell of the machine")
        do {
            let answer = try await SecureShell(environment: Self.environment)
                .answer(MachineReport.script, words, at: way.arguments)
            let report = MachineReport(answer)
            guard report.isAnswer else { throw unknown }
            return Machine(report)
        } catch let error as EngineError {
            throw unknown.noting(error.lines.last)
        }
    }

    /// Ends ssh and removes the folder. May be called twice.
    func close() async {
        let task = state.withLock { state in
            defer { state.isClosed = true }
            return state.isClosed ? nil : state.opening
        }
        guard let task else { return }
        if let link = try? await task.value { await link.end() }
        for forward in forwards { unlink(forward.here) }
        for room in TunnelPlan.rooms { rmdir("\(folder)/\(room)") }
        rmdir(folder)
    }

    private static var environment: [String: String] {
        Dictionary(
            uniqueKeysWithValues: SecureShell.variables.compactMap { name in
                getenv(name).map { (name, String(cString: $0)) }
            })
    }
}

/// Which socket stands for which service.
private struct TunnelPlan {
    /// PostgreSQL's sockets have their names from their ports, so that each has a folder.
    static let rooms = ["primary", "replica"]

    let folder: String
    var forwards: [SecureShell.Forward] = []
    var obstacle: Fault?

    init(folder: String) {
        self.folder = folder
    }

    mutating func bring(_ configuration: Configuration) -> Configuration {
        var inside = configuration
        inside.via = nil
        inside.postgres = bring(configuration.postgres, to: "primary")
        inside.replica = configuration.replica.map { bring($0, to: "replica") }
        inside.redis = bring(configuration.redis, as: "redis")
        inside.sidekiqRedis =
            configuration.sidekiqRedis == configuration.redis
            ? inside.redis : bring(configuration.sidekiqRedis, as: "sidekiq")
        inside.cacheRedis =
            configuration.cacheRedis == configuration.redis
            ? inside.redis : bring(configuration.cacheRedis, as: "cache")
        bringSearch(&inside)
        bringAPI(&inside)
        return inside
    }

    private mutating func forward(_ name: String, to there: String) -> String {
        let here = "\(folder)/\(name)"
        forwards.append(SecureShell.Forward(here: here, there: there))
        return here
    }

    private mutating func bring(_ settings: PostgresSettings, to room: String) -> PostgresSettings {
        var settings = settings
        let name = ".s.PGSQL.\(settings.port)"
        if settings.requiresTLS {
            // libpq knows no TLS over a socket, and would say nothing of it.
            refuse(
                "PostgreSQL with sslmode \(settings.sslmode)", "set postgres.sslmode = \"prefer\": ssh encrypts the way"
            )
        }
        let host = settings.host.isEmpty ? "/var/run/postgresql" : settings.host
        _ = forward("\(room)/\(name)", to: host.hasPrefix("/") ? "\(host)/\(name)" : Self.place(host, settings.port))
        settings.host = "\(folder)/\(room)"
        return settings
    }

    private mutating func bring(_ settings: RedisSettings, as name: String) -> RedisSettings {
        var settings = settings
        if settings.usesTLS { refuse("Redis with TLS", "give the address of a Redis without it: ssh encrypts the way") }
        switch settings.target {
        case .server(let host, let port): settings.target = .socket(path: forward(name, to: Self.place(host, port)))
        case .socket(let path): settings.target = .socket(path: forward(name, to: path))
        case .sentinels: refuse("Redis behind sentinels", "give the address of its master")
        }
        return settings
    }

    private mutating func bringSearch(_ inside: inout Configuration) {
        guard inside.elasticsearch.isEnabled else { return }
        let address = inside.elasticsearch.url
        guard address.hasPrefix("http://") else {
            refuse("search with TLS", "give the address of a cluster without it: ssh encrypts the way")
            return
        }
        let rest = address.dropFirst("http://".count)
        let place = rest.split(separator: "@").last.map(String.init) ?? String(rest)
        inside.elasticsearch.socket = forward("search", to: place)
    }

    /// One in public is asked in public; one that only the far machine reaches is brought.
    private mutating func bringAPI(_ inside: inout Configuration) {
        if let socket = inside.lanes.apiSocket {
            inside.lanes.apiSocket = forward("api", to: socket)
        } else if let url = inside.lanes.apiURL, url.hasPrefix("http://") {
            let place = url.dropFirst("http://".count).prefix { $0 != "/" }
            let hasPort = place.last.map { $0.isNumber } == true && place.contains(":")
            inside.lanes.apiSocket = forward("api", to: hasPort ? String(place) : "\(place):80")
        }
    }

    private mutating func refuse(_ what: String, _ help: String) {
        obstacle = obstacle ?? Fault(.configuration, "\(what) cannot be reached by ssh://", help: help)
    }

    private static func place(_ host: String, _ port: Int) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
