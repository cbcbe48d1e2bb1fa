import Model
import Stores

// What name servers tell the world of this server.

extension Check {
    static let names: [Check] = [
        Check(
            "web.ipv6", .problem, cost: .normal, needs: [.production], "the site answers by IPv6 as it does by IPv4",
            why: "half of the other servers try IPv6 first, and wait for a long time before they take the other",
            fix: "listen on [::]:443, open the firewall for it, or take the AAAA record out",
            source: "docs.joinmastodon.org, troubleshooting"
        ) { inspection, _ in
            guard let names = inspection.services.names else { return .skipped(Inspection.whyNoNames) }
            guard inspection.hasIPv6 else { return .skipped("this machine has no IPv6 to try it with") }
            var verdicts: [Verdict] = []
            for host in inspection.secureHosts where !host.isOnlyName {
                verdicts.append(try await inspection.compareFamilies(host, names))
            }
            return .worst(of: verdicts) ?? .skipped("no domain is configured")
        },
        sender(
            "mail.sender-domain", .problem, "the domain that mails come from takes mail",
            why: "answers and failures reach nobody, and many servers refuse mails from such a domain",
            fix: "an MX record for the domain of SMTP_FROM_ADDRESS", source: "RFC 5321, section 5.1"
        ) { names, domain in
            let servers = try await names.mailServers(of: domain)
            if !servers.isEmpty { return .fine("\(domain): \(servers.prefix(3).joined(separator: ", "))") }
            let addresses = try await names.addresses(of: domain)
            return addresses.short.isEmpty && addresses.long.isEmpty
                ? .found("\(domain) has neither MX nor address") : .fine("\(domain) itself")
        },
        sender(
            "mail.sender-policy", .warning, "the domain that mails come from says who may send them",
            why: "confirmations and new passwords are taken for junk, or refused by the large providers",
            fix: "TXT records: v=spf1 … for the domain, v=DMARC1; … for _dmarc.DOMAIN", source: "RFC 7208, RFC 7489"
        ) { names, domain in
            var missing: [String] = []
            let texts = try await names.texts(of: domain)
            if !texts.contains(where: { $0.lowercased().hasPrefix("v=spf1") }) { missing.append("SPF") }
            if try await !names.hasReportingPolicy(domain) { missing.append("DMARC") }
            return missing.isEmpty
                ? .fine("\(domain): SPF and DMARC")
                : .found("\(domain): no \(missing.joined(separator: ", no "))", missing.map { Evidence($0) })
        },
    ]

    /// A check of the domain that the server's mails come from.
    private static func sender(
        _ id: String, _ severity: Severity, _ title: String, why: String, fix: String, source: String,
        look: @escaping @Sendable (NameServers, String) async throws -> Verdict
    ) -> Check {
        Check(
            id, severity, cost: .normal, needs: [.variables, .secrets, .production], title, why: why, fix: fix,
            source: source
        ) { inspection, _ in
            guard let names = inspection.services.names else { return .skipped(Inspection.whyNoNames) }
            guard let domain = inspection.senderDomain else { return .skipped("SMTP_FROM_ADDRESS has no domain") }
            do {
                return try await look(names, domain)
            } catch {
                guard let reason = NameServers.reason(error) else { throw error }
                return .unseen("\(domain): \(reason)")
            }
        }
    }
}

extension NameServers {
    /// Whether a domain, or one that it is below, has a DMARC record: receivers look at both (RFC 7489, section 6.6.3).
    fileprivate func hasReportingPolicy(_ domain: String) async throws -> Bool {
        var labels = domain.split(separator: ".")[...]
        while labels.count > 1 {
            let texts = try await texts(of: "_dmarc.\(labels.joined(separator: "."))")
            if texts.contains(where: { $0.uppercased().hasPrefix("V=DMARC1") }) { return true }
            labels = labels.dropFirst()
        }
        return false
    }
}

extension Inspection {
    static let whyNoNames = "connections are led elsewhere (MASTOCTL_CONNECT_TO), so names tell nothing"

    /// Of `Mastodon <notifications@example.org>`: `example.org`.
    fileprivate var senderDomain: String? {
        guard let sender = services.variables?["SMTP_FROM_ADDRESS"], let sign = sender.lastIndex(of: "@") else {
            return nil
        }
        let domain = sender[sender.index(after: sign)...].prefix { !"> \"'".contains($0) }.lowercased()
        return domain.contains(".") ? domain : nil
    }

    /// Whether this machine has an address of IPv6 that reaches beyond its own network.
    fileprivate var hasIPv6: Bool {
        (services.machine.text("/proc/net/if_inet6") ?? "").split(separator: "\n").contains { line in
            let fields = line.split(separator: " ")
            return fields.count > 3 && fields[3] == "00" && !fields[0].hasPrefix("f")
        }
    }

    /// Greets a host at each of its addresses of IPv6 where it can be reached by IPv4.
    fileprivate func compareFamilies(_ host: SecureHost, _ names: NameServers) async throws -> Verdict {
        let addresses: (short: [String], long: [String])
        do {
            addresses = try await names.addresses(of: host.name)
        } catch {
            guard let reason = NameServers.reason(error) else { throw error }
            return .unseen("\(host.text): \(reason)")
        }
        guard let short = addresses.short.first, !addresses.long.isEmpty else {
            return .fine("\(host.text) has addresses of one kind alone")
        }
        guard case .greeted(let expected) = await greet(host, at: short) else {
            return .unseen("\(host.text) does not answer at \(short) either")
        }
        var found: [String] = []
        for address in addresses.long.prefix(3) {
            switch await greet(host, at: address) {
            case .greeted(let greeting):
                if greeting != expected { found.append("\(address) shows another certificate than \(short)") }
            case .plain: break
            case .absent(let words), .deaf(let words), .unseen(let words): found.append("\(address) \(words)")
            }
        }
        return found.isEmpty
            ? .fine(host.text, [Evidence(host.text)])
            : .found("\(host.text): \(found.joined(separator: ", "))", [Evidence(host.text)])
    }
}
