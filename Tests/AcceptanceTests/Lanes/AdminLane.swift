import Faults
import Glibc
import Model
import Support

/// An instance with a profile and a token for a fake Admin API.
struct AdminLane {
    let server = FakeAdminAPI()
    let stage: Stage
    private let folder = TemporaryFolder()
    private var profile: String { "\(folder.path)/production.toml" }

    static func make(_ release: MastodonRelease = .usual, token: String = "good-token") async throws -> AdminLane {
        let lane = AdminLane(stage: try await Stage.make(release))
        lane.write(url: lane.server.url, token: token)
        return lane
    }

    private init(stage: Stage) {
        self.stage = stage
    }

    /// Writes the profile and what login keeps beside it.
    func write(url: String, token: String = "good-token") {
        TextFile.write(
            "env_file = \"\(folder.path)/env\"\n[lanes]\napi_url = \"\(url)\"\n", to: profile)
        TextFile.write(
            "api_url = \"\(url)\"\napi_token = \"\(token)\"\n", to: "\(folder.path)/production.credentials")
        TextFile.write(
            stage.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)\n" }.joined(),
            to: "\(folder.path)/env")
        for name in ["production.toml", "production.credentials", "env"] { chmod("\(folder.path)/\(name)", 0o600) }
    }

    func start(_ words: [String]) throws -> Running {
        try Running(words + ["--profile", profile], environment: stage.environment)
    }

    func run(_ words: [String]) async throws -> Run { try await start(words).end() }

    /// A proxy before the server, which the profile names from now on.
    func proxied() -> FaultProxy {
        let proxy = FaultProxy(upstream: server.port)
        write(url: "http://127.0.0.1:\(proxy.port)")
        return proxy
    }

    /// What was asked of the Admin API: `POST /api/v1/admin/domain_blocks`.
    var asked: [String] { server.asked.map { "\($0.method) \($0.path)" } }
}
