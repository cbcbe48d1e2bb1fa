import HTTP
import Stores
import Support
import Synchronization

/// What greets the stage's hosts over TLS, and the name server that tells of them.
final class CheckFront: Sendable {
    static let soundNames: [String: NameServerStandIn.Reply] = [
        "town.social": .records(
            addresses: ["127.0.0.1"] + (hasLongAddresses ? ["::1"] : []), texts: ["v=spf1 mx -all", "something else"],
            mail: ["mail.town.social"]),
        "www.town.social": .records(addresses: ["127.0.0.1"]), "files.town.social": .records(addresses: ["127.0.0.1"]),
        "streaming.town.social": .records(addresses: ["127.0.0.1"]),
        "_dmarc.town.social": .records(texts: ["v=DMARC1; p=none"]),
    ]
    /// Whether this machine has `::1`.
    static let hasLongAddresses =
        Machine().text("/proc/net/if_inet6")?.contains("00000000000000000000000000000001") == true

    let secure: SecureServers
    let resolver: NameServers?
    private let servers: Mutex<[GreetedServer]>
    private let names: NameServerStandIn

    /// What a server with a fault shows.
    struct Fault: Sendable {
        var name: String
        var hosts = ["town.social", "*.town.social"]
        var days = 90
        var sending = CertificateAuthority.Sending.whole
    }

    /// - Parameters:
    ///   - fault: nil for a sound server.
    ///   - host: the only one that has the fault; nil for all.
    ///   - isOnBoth: whether it also listens on `::1`.
    init(
        _ fault: Fault? = nil, at host: String? = nil, isOnBoth: Bool = true,
        names zone: [String: NameServerStandIn.Reply] = soundNames
    ) throws {
        let authority = try Self.authority.get()
        let sound = try GreetedServer(
            authority.pair("sound-\(UInt32.random(in: 0...UInt32.max))", for: Fault(name: "").hosts, days: 90),
            isOnBoth: isOnBoth)
        var all = [sound]
        var detours: [String] = []
        if let fault {
            let name = "\(fault.name)-\(UInt32.random(in: 0...UInt32.max))"
            let faulty = try GreetedServer(
                authority.pair(name, for: fault.hosts, days: fault.days, sending: fault.sending), isOnBoth: isOnBoth)
            all.append(faulty)
            detours.append("\(host ?? ""):443:127.0.0.1:\(faulty.port)")
        }
        detours.append("::127.0.0.1:\(sound.port)")
        var settings = HTTPClient.Settings()
        settings.caFile = authority.root
        settings.detours = detours.compactMap { Detour($0) }
        secure = SecureServers(settings)
        servers = Mutex(all)
        names = NameServerStandIn(zone)
        resolver = NameServers(resolver: names.address)
    }

    deinit { stop() }

    /// Neither greets nor tells names any more.
    func stop() {
        servers.withLock { $0 = [] }
        names.stop()
    }

    private static let authority = Result { try CertificateAuthority() }
}

extension CheckFault {
    private static func front(
        _ id: String, _ environment: [String: String] = [:], _ make: @escaping @Sendable () throws -> CheckFront
    ) -> CheckFault {
        CheckFault(id: id, environment: environment, front: make)
    }

    private static func names(_ id: String, _ changes: [String: NameServerStandIn.Reply]) -> CheckFault {
        front(id) { try CheckFront(names: CheckFront.soundNames.merging(changes) { $1 }) }
    }

    static let fronts: [CheckFault] = [
        // Of one host alone, so that each host is seen to be looked at.
        front("web.tls-expiry", ["WEB_DOMAIN": "www.town.social"]) {
            try CheckFront(.init(name: "soon", days: 10), at: "www.town.social")
        },
        front("web.tls-expiry") { try CheckFront(.init(name: "over", days: -1)) },
        front(
            "web.tls-expiry",
            [
                "S3_ENABLED": "true", "S3_BUCKET": "town", "S3_ENDPOINT": "https://s3.host",
                "S3_ALIAS_HOST": "files.town.social",
            ]
        ) { try CheckFront(.init(name: "media", days: 2), at: "files.town.social") },
        front("web.tls-chain", ["STREAMING_API_BASE_URL": "wss://streaming.town.social"]) {
            try CheckFront(.init(name: "alone", sending: .itselfAlone), at: "streaming.town.social")
        },
        front("web.tls-chain", ["WEB_DOMAIN": "www.town.social"]) {
            try CheckFront(.init(name: "other", hosts: ["village.social"]), at: "town.social")
        },
        front("web.tls-chain") { try CheckFront(.init(name: "itself", sending: .selfSigned)) },
        front("web.ipv6") {
            try CheckFront(
                isOnBoth: false,
                names: CheckFront.soundNames.merging(
                    ["town.social": .records(addresses: ["127.0.0.1", "::1"])]
                ) { $1 })
        },
        names("mail.sender-domain", ["town.social": .records(texts: ["v=spf1 -all"])]),
        names("mail.sender-policy", ["town.social": .records(addresses: ["127.0.0.1"], mail: ["mail.town.social"])]),
        names("mail.sender-policy", ["_dmarc.town.social": .noSuchName]),
    ]
}
