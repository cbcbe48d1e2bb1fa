import Glibc
import Postgres
import Sandbox
import Support
import Testing

@Suite struct `Connecting` {
    private func failure(_ settings: ConnectionSettings) async -> PostgresError? {
        await #expect(throws: PostgresError.self) { try await PostgresConnection.connect(settings) }
    }

    @Test func `a wrong password is told by its SQLSTATE and shown to nobody`() async throws {
        var settings = try await SharedServer.settings()
        settings.password = "wr0ng-one"
        let error = await failure(settings)
        #expect(error?.kind == .authenticationFailed)
        #expect(error?.sqlstate == "28P01")
        #expect(!"\(String(reflecting: error))".contains("wr0ng"))
        #expect(!"\(String(reflecting: settings)) \(settings)".contains("wr0ng"))
    }

    @Test func `no password where one is needed is an authentication failure`() async throws {
        var settings = try await SharedServer.settings()
        settings.password = nil
        #expect(await failure(settings)?.kind == .authenticationFailed)
    }

    @Test func `a missing database and a missing role`() async throws {
        var settings = try await SharedServer.settings()
        settings.database = "no such thing"
        #expect(await failure(settings)?.kind == .databaseMissing)
        settings = try await SharedServer.settings()
        settings.user = "nobody-here"
        #expect(await failure(settings)?.kind == .authenticationFailed)
    }

    @Test func `nobody listening, an unknown host, a missing socket`() async throws {
        var settings = try await SharedServer.settings()
        settings.port = String(try Loopback.freePort())
        let refused = await failure(settings)
        #expect(refused?.kind == .connectionFailed)
        #expect(refused?.isTransient == true)
        settings.host = "no-such-host.invalid"
        #expect(await failure(settings)?.kind == .connectionFailed)
        settings.host = "/tmp/no-such-directory"
        #expect(await failure(settings)?.kind == .connectionFailed)
    }

    @Test func `a host that never answers ends after the time-out, and sooner when cancelled`() async throws {
        let silent = try SilentPort()
        defer { silent.close() }
        var settings = try await SharedServer.settings()
        settings.port = String(silent.port)
        settings.connectTimeout = .milliseconds(300)
        let isSoon = try await Patience.suffices(.seconds(30)) { [settings] in
            #expect(await failure(settings)?.kind == .connectionFailed)
        }
        #expect(isSoon)
        settings.connectTimeout = .seconds(3600)
        let task = Task { [settings] in try await PostgresConnection.connect(settings) }
        task.cancel()
        let isCutSoon = try await Patience.suffices(.seconds(30)) {
            await #expect(throws: CancellationError.self) { _ = try await task.value }
        }
        #expect(isCutSoon)
    }

    @Test func `of several hosts the first that answers is taken`() async throws {
        let silent = try SilentPort()
        defer { silent.close() }
        var settings = try await SharedServer.settings()
        let port = try #require(settings.port)
        settings.host = "127.0.0.1,127.0.0.1,127.0.0.1"
        settings.port = "\(try Loopback.freePort()),\(silent.port),\(port)"
        settings.connectTimeout = .seconds(4)
        let connection = try await PostgresConnection.connect(settings)
        #expect(await connection.serverVersion >= 90_600)
        #expect(await connection.parameterStatus("server_encoding") == "UTF8")
    }

    @Test func `a URI with an encoded password, over TCP and the Unix socket`() async throws {
        let server = try await SharedServer.server()
        let overTCP = ConnectionSettings(
            uri: "postgres://postgres:s3cret%2F%C3%BC@127.0.0.1:\(server.port)/postgres?sslmode=disable")
        #expect(try await PostgresConnection.connect(overTCP).first("select 1") { try $0[0] as Int } == 1)
        var overSocket = try await SharedServer.settings()
        overSocket.host = server.directory
        #expect(try await PostgresConnection.connect(overSocket).first("select 1") { try $0[0] as Int } == 1)
    }

    @Test(arguments: [
        "postgres://u:geh/eim@127.0.0.1/x", "postgres://u:geh@eim@127.0.0.1/x", "postgres://u:geh eim@h/x?geheim=1",
        "postgres://u:geheim@h:port/x", "mysql://u:geheim@h/x",
    ]) func `a URI that cannot be read shows nothing of its password`(uri: String) async throws {
        let error = await failure(ConnectionSettings(uri: uri))
        let text = String(reflecting: error)
        #expect(!text.contains("geh") && !text.contains("eim"), "\(text)")
    }

    @Test func `a connection that was closed says so`() async throws {
        let connection = try await SharedServer.connect()
        await connection.close()
        let error = await #expect(throws: PostgresError.self) { try await connection.execute("select 1") }
        #expect(error?.kind == .connectionLost)
    }
}

/// A port that takes connections and says nothing.
struct SilentPort {
    let port: Int
    private let descriptor: CInt

    init() throws {
        descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        #expect(isBound)
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func close() { _ = Glibc.close(descriptor) }
}
