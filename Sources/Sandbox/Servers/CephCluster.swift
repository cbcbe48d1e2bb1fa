import Faults
import Glibc
import Processes

/// The steps from an empty directory to a radosgw (Ceph 16).
struct CephCluster {
    static let names = ["mon.a", "osd.0", "client.rgw"]

    let directory: String
    let isDetached: Bool
    private(set) var gatewayPort = 0
    private(set) var processes: [ServerProcess] = []

    init(directory: String, isDetached: Bool) {
        self.directory = directory
        self.isDetached = isDetached
    }

    /// Starts the three daemons and makes a user; answers the user's keys.
    mutating func start() async throws -> (accessKey: String, secretKey: String) {
        for name in ["mon", "osd", "rgw"] { try File.makeDirectory("\(directory)/\(name)") }
        let monitorPort = try Loopback.freePort()
        gatewayPort = try Loopback.freePort()
        let cluster = try identifier()
        try File.write(configuration(cluster: cluster, monitorPort: monitorPort), to: "\(directory)/ceph.conf")

        try await run(
            "ceph-authtool", ["--create-keyring", keyring, "--gen-key", "-n", "mon.", "--cap", "mon", "allow *"])
        for name in ["client.admin", "client.rgw", "osd.0"] {
            let rights = ["mon", "osd", "mgr"].flatMap { ["--cap", $0, "allow *"] }
            try await run("ceph-authtool", [keyring, "--gen-key", "-n", name] + rights)
        }
        let map = "\(directory)/monmap"
        let monitor = "v2:127.0.0.1:\(monitorPort)"
        try await run("monmaptool", ["--create", "--addv", "a", monitor, "--fsid", cluster, map])
        try await run("ceph-mon", configured + ["--mkfs", "-i", "a", "--monmap", map, "--keyring", keyring])
        try spawn("ceph-mon", ["-i", "a"], log: "mon.a")

        let device = try identifier()
        try await run("ceph", configured + ["--connect-timeout", "30", "osd", "new", device])
        try await run("ceph-osd", configured + ["-i", "0", "--mkfs", "--osd-uuid", device])
        try spawn("ceph-osd", ["-i", "0"], log: "osd.0")
        let user = try await run(
            "radosgw-admin",
            configured + ["-n", "client.rgw", "user", "create", "--uid=mastodon", "--display-name=mastodon"])
        try spawn("radosgw", ["-n", "client.rgw"], log: "client.rgw")
        try await becomeReady()
        guard let accessKey = Self.value("access_key", in: user), let secretKey = Self.value("secret_key", in: user)
        else { throw Fault(.unreachable, "radosgw-admin in \(directory) made no keys") }
        return (accessKey, secretKey)
    }

    private var keyring: String { "\(directory)/keyring" }
    private var configured: [String] { ["-c", "\(directory)/ceph.conf"] }

    private mutating func spawn(_ program: String, _ arguments: [String], log: String) throws {
        let path = try Executable.require(program, of: "radosgw ceph-mon ceph-osd")
        // In the foreground: a daemon that forks away would be nobody's child when the start fails half way.
        let child = try ChildProcess.spawn(
            path, configured + ["-f"] + arguments, output: .file("\(directory)/\(log).out"), directory: directory,
            detached: isDetached)
        processes.append(ServerProcess(id: child.id))
        try File.write("\(child.id)\n", to: "\(directory)/\(log).pid")
    }

    @discardableResult
    private func run(_ program: String, _ arguments: [String]) async throws -> String {
        let path = try Executable.require(program, of: "radosgw ceph-mon ceph-osd")
        let ending = try await ChildProcess.run(path, arguments)
        guard ending.status == 0 else {
            throw Fault(
                .unreachable, "\(program) in \(directory) ended with status \(ending.status)",
                notes: ending.output.split(separator: "\n").suffix(5).map(String.init))
        }
        return ending.output
    }

    private func becomeReady() async throws {
        let deadline = ContinuousClock.now + .seconds(60)
        while !Loopback.accepts(port: gatewayPort) {
            guard processes.allSatisfy(\.isAlive), ContinuousClock.now < deadline else {
                throw Fault(
                    .unreachable, "radosgw in \(directory) does not start",
                    notes: File.tail("\(directory)/client.rgw.out"))
            }
            await Pause.short()
        }
    }

    private func identifier() throws -> String {
        guard let text = File.read("/proc/sys/kernel/random/uuid") else {
            throw Fault(.inputOutput, "the kernel gives no random identifier")
        }
        return String(text.prefix(36))
    }

    /// A string of flat JSON, where Ceph writes `/` as `\/`.
    private static func value(_ name: String, in json: String) -> String? {
        guard let start = json.firstRange(of: "\"\(name)\": \"") else { return nil }
        return String(json[start.upperBound...].prefix { $0 != "\"" }).replacing("\\/", with: "/")
    }

    /// The two paxos intervals are what brings the start from 12 s to about one.
    private func configuration(cluster: String, monitorPort: Int) -> String {
        """
        [global]
        fsid = \(cluster)
        mon host = v2:127.0.0.1:\(monitorPort)/0
        public addr = 127.0.0.1
        cluster addr = 127.0.0.1
        ms bind ipv6 = false
        ms bind msgr1 = false
        ms bind port min = 20000
        ms bind port max = 32000
        keyring = \(keyring)
        osd pool default size = 1
        osd pool default min size = 1
        osd pool default pg num = 4
        osd pool default pgp num = 4
        mon allow pool size one = true
        mon warn on pool no redundancy = false
        osd crush chooseleaf type = 0
        osd objectstore = memstore
        memstore device bytes = 4294967296
        mon max pg per osd = 1000
        run dir = \(directory)
        admin socket =
        log file = \(directory)/$name.log
        crash dir = \(directory)
        pid file =
        mon data = \(directory)/mon
        osd data = \(directory)/osd
        paxos propose interval = 0.01
        paxos min wait = 0.01
        mon data avail crit = 0
        mon data avail warn = 0
        debug mon = 0
        debug osd = 0
        debug rgw = 0
        [client.rgw]
        rgw frontends = beast endpoint=127.0.0.1:\(gatewayPort)
        rgw data = \(directory)/rgw
        rgw thread pool size = 32
        rgw gc obj min wait = 1
        rgw enable usage log = false
        rgw dns name = localhost

        """
    }
}
