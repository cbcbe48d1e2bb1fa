import Model
import Stores

// Certificates, as whoever connects gets them.

extension Check {
    static let secureHosts: [Check] = [
        Check(
            "web.tls-expiry", .critical, cost: .normal, needs: [.production], limit: Limit(14, .days),
            "certificates are valid for longer than a threshold",
            why: "from that moment on people see a warning, pictures are gone and other servers refuse",
            fix: "renew the certificate, and look at what should have done so (systemctl status certbot.timer)",
            source: "Hachyderm, February 2023: that of the media host had run out"
        ) { inspection, check in
            let limit = inspection.limit(of: check)
            return try await inspection.judge { host, greeting in
                guard let end = greeting.end else { return .unseen("\(host.text) shows no certificate") }
                let left = (end.seconds - inspection.now.seconds) / 86_400
                let seen = [Evidence(host.text, left, .days)]
                guard left < limit else {
                    return .fine("\(host.text) \(Evidence.text(left.rounded(.down), .days))", seen)
                }
                return .found(
                    left < 0
                        ? "\(host.text) has run out at \(end)"
                        : "\(host.text) runs out at \(end), in \(Evidence.text(left, .days))",
                    seen, as: left < 3 ? .critical : .warning)
            }
        },
        Check(
            "web.tls-chain", .problem, cost: .normal, needs: [.production],
            "certificates come with all that is needed to trust them",
            why: "browsers fetch what is missing by themselves, other servers do not: they refuse this one",
            fix: "serve the whole chain (fullchain.pem, not cert.pem), for the names that are used",
            source: "RFC 8446, section 4.4.2"
        ) { inspection, _ in
            try await inspection.judge { host, greeting in
                let words: String? =
                    switch greeting.doubt {
                    case nil: nil
                    // Of its own certificate, which another check tells.
                    case .time where greeting.end.map { $0 < inspection.now } == true: nil
                    case .time: "a certificate above its own is not valid now"
                    case .authority where greeting.count == 1:
                        "it sends its own certificate alone, without that of \(greeting.issuer)"
                    case .authority: "\(greeting.issuer), the last in its chain, is trusted by nobody here"
                    case .selfSigned: "it vouches for itself"
                    case .name:
                        greeting.names.isEmpty
                            ? "its certificate is for no host"
                            : "its certificate is for \(greeting.names.prefix(5).joined(separator: ", "))"
                    case .other(let number): "it is not trusted (OpenSSL's error \(number))"
                    }
                guard let words else { return .fine(host.text, [Evidence(host.text)]) }
                return .found("\(host.text): \(words)", [Evidence(host.text)])
            }
        },
    ]
}

extension Inspection {
    /// One verdict out of those on every host: the worst, with the words of all that were found.
    func judge(_ look: (SecureHost, SecureServers.Greeting) -> Verdict) async throws -> Verdict {
        let greetings = try await greetings()
        guard !greetings.isEmpty else { return .skipped("no domain is configured") }
        var verdicts: [Verdict] = []
        for (host, answer) in greetings {
            switch answer {
            case .greeted(let greeting): verdicts.append(look(host, greeting))
            case .plain: break
            case .absent where host.isOnlyName: break
            case .absent(let words), .deaf(let words), .unseen(let words):
                verdicts.append(.unseen("\(host.text): \(words)"))
            }
        }
        return .worst(of: verdicts) ?? .skipped("connections are led to a server without TLS")
    }
}

extension Verdict {
    /// What several looks come to together; nil for none.
    static func worst(of verdicts: [Verdict]) -> Verdict? {
        let found = verdicts.filter(\.isFinding)
        let evidence = verdicts.flatMap(\.evidence)
        func words(_ some: [Verdict]) -> String { some.map(\.detail).joined(separator: "; ") }
        if !found.isEmpty {
            return .found(words(found), evidence, as: found.compactMap(\.severity).max(), fix: found.first?.fix)
        }
        let unseen = verdicts.filter { $0.kind == .unseen }
        if !unseen.isEmpty { return .unseen(words(unseen)) }
        let fine = verdicts.filter { $0.kind == .fine }
        return fine.isEmpty ? nil : .fine(fine.map(\.detail).joined(separator: ", "), evidence)
    }

    private var isFinding: Bool {
        if case .found = kind { true } else { false }
    }

    /// Of a finding that is not as bad as its check says.
    private var severity: Check.Severity? {
        if case .found(let severity) = kind { severity } else { nil }
    }
}
