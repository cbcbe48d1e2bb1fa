import Model
import Stores

// Other servers: what the database tells, and what they see of this one.

extension Check {
    static let federationRows: [Check] = [
        .asking(
            "fed.inbound-fresh", .problem, needs: [.database, .production], limit: Limit(3, .hours), .staleInbound,
            "nothing has come from other servers for more than @", unit: .hours,
            why: "timelines stand still: the inbox, the queue ingress or the way in is broken",
            fix: "see sidekiq.queue-unserved, fed.inbox and the log of nginx", source: "ids of statuses"),
        .asking(
            "fed.blocks-half-applied", .problem, cost: .normal, limit: Limit(1, .days), .halfAppliedBlocks,
            "blocks older than @ whose accounts do not carry them", unit: .count,
            why: "a worker was killed half way: the blocked still reach people here",
            fix: "mastoctl domain-blocks repair", source: "mastodon#27470"),
        .asking(
            "fed.broad-blocks", .critical, .broadBlocks, "blocks of a whole top-level domain",
            why: "every server below it is cut off", fix: "mastoctl domain-blocks remove NAME, unless it is meant",
            source: "Mastodon 4.6.5 app/models/domain_block.rb (by suffix)"),
        Check(
            "fed.own-domain-blocked", .critical, needs: [.database], "the server does not block itself",
            why: "its own people cannot be reached, its own media are not shown",
            fix: "mastoctl domain-blocks remove NAME", source: "fediblockhole"
        ) { inspection, check in
            let own = inspection.ownDomains
            guard let found = try await inspection.measures(.ownBlocks(own), limit: 0, patience: .seconds(5)) else {
                return .skipped("this release's schema has no such thing")
            }
            return found.rows.isEmpty
                ? .fine("none of \(own.joined(separator: ", "))")
                : .found(
                    "blocked: \(found.rows.map(\.name).joined(separator: ", "))", found.rows.map { Evidence($0.name) })
        },
        .asking(
            "fed.relays", .warning, limit: Limit(1, .days), .stuckRelays, "relays that do not answer for more than @",
            unit: .days, why: "nothing comes by them, and deliveries to them fail",
            fix: "remove the relay, or ask whoever runs it", source: "Mastodon 4.6.5 app/models/relay.rb"),
        .asking(
            "fed.fasp", .notice, since: .v4_4, limit: Limit(7, .days), .troubledProviders,
            "discovery providers with trouble within @", unit: .days, why: "search and recommendations lack them",
            fix: "confirm or remove the provider in the server's settings",
            source: "Mastodon 4.6.5 app/models/fasp/provider.rb"),
        .asking(
            "fed.severed-ties", .warning, limit: Limit(100, .count), .severedTies,
            "blocks of the last week that cut more than @ follows", unit: .count,
            why: "people lost many friends; if it was a mistake, it can be mended now",
            fix: "look at the block; mastoctl domain-blocks remove NAME", source: "fediblockhole's guard"),
        .asking(
            "fed.unavailable-followed", .notice, cost: .normal, limit: Limit(10, .count), .unavailableFriends,
            "servers nothing is delivered to, with more than @ followers of people here", unit: .count,
            why: "they are taken for dead, and are asked again only when they write first",
            fix: "mastoctl domains resume-delivery NAME, if they are there again",
            source: "Mastodon 4.6.5 app/lib/delivery_failure_tracker.rb"),
        Check(
            "fed.outbound", .problem, cost: .normal, needs: [.redis], limit: Limit(500, .count),
            "deliveries to most hosts succeed", why: "many failures at once are this side's: TLS, DNS, IPv6, the clock",
            fix: "see sidekiq.error-cluster and fed.actor; mastoctl domains list --where 'failing:>0'",
            source: "Mastodon 4.6.5 app/lib/delivery_failure_tracker.rb"
        ) { inspection, check in
            guard let base = inspection.base else { return .skipped("no Redis") }
            let hosts = try await base.server.failingHosts(prefix: await inspection.prefix(), most: 2_000)
            let seen = [Evidence("hosts with failed deliveries", Double(hosts.count), .count)]
            return Double(hosts.count) > inspection.limit(of: check)
                ? .found("hosts with failed deliveries: \(hosts.count)", seen)
                : .fine("\(hosts.count) hosts fail", seen)
        },
        .asking(
            "fed.instance-actor", .critical, .noInstanceActor, "the server's own account is missing or suspended",
            why: "servers that want signed requests refuse to give anything",
            fix: "bin/rails db:seed makes it again", source: "Mastodon 4.6.5 app/models/account.rb (representative)"),
    ]

    static let federationSite: [Check] = [
        site(
            "fed.webfinger", .critical, "people here can be found by their handle",
            path: "/.well-known/webfinger?resource=acct:@@@", accept: "application/jrd+json",
            onLocalDomain: true, why: "nobody elsewhere can follow anybody here",
            fix: "redirect /.well-known/webfinger of LOCAL_DOMAIN to WEB_DOMAIN",
            source: "docs.joinmastodon.org, WEB_DOMAIN"
        ) { answer, _ in
            switch answer.status {
            case 200: answer.json?["links"] != nil ? .fine("answers") : .found("status 200, and no links in it")
            case 301, 302, 307, 308: .fine("leads to \(answer["Location"] ?? "?")")
            default: .found("status \(answer.status)")
            }
        },
        site(
            "fed.host-meta", .notice, "host-meta is there", path: "/.well-known/host-meta", accept: "*/*",
            onLocalDomain: true, why: "some older software looks there first",
            fix: "redirect /.well-known/host-meta of LOCAL_DOMAIN to WEB_DOMAIN", source: "RFC 6415"
        ) { answer, _ in
            [200, 301, 302, 307, 308].contains(answer.status) ? .fine("answers") : .found("status \(answer.status)")
        },
        site(
            "fed.actor", .critical, "other servers get the server's own account", path: "/actor",
            accept: "application/activity+json",
            why: "they cannot check signatures: everything sent from here is refused",
            fix: "let requests for application/activity+json through firewalls against robots and caches",
            source: "Mastodon 4.6.5 app/controllers/instance_actors_controller.rb"
        ) { answer, site in
            guard answer.status == 200 else { return .found("status \(answer.status)") }
            guard let actor = answer.json, let id = actor["id"]?.string else {
                return .found("no JSON: a page for people, or a challenge for robots")
            }
            if id.hasPrefix("http://") {
                return .found("its address begins with http: the proxy does not tell X-Forwarded-Proto")
            }
            guard id == "https://\(site.webDomain)/actor" else { return .found("its address is \(id)") }
            return actor["publicKey"]?["publicKeyPem"]?.string?.contains("PUBLIC KEY") == true
                ? .fine("answers with its key") : .found("it has no public key")
        },
        Check(
            "fed.inbox", .critical, cost: .normal, needs: [.production],
            "the inbox takes what is signed, and nothing else",
            why: "403, 404 or 405 here mean that nothing comes in",
            fix: "let POST /inbox through to the web process",
            source: "Mastodon 4.6.5 app/controllers/activitypub/inboxes_controller.rb"
        ) { inspection, _ in
            guard let site = inspection.services.site else { return .skipped("no domain is configured") }
            do {
                let answer = try await site.postUnsigned("/inbox")
                return answer.status == 401
                    ? .fine("401 without a signature") : .found("status \(answer.status) without a signature, not 401")
            } catch {
                return .found(error, inspection.services, at: site.webDomain)
            }
        },
        Check(
            "fed.clock", .problem, cost: .normal, needs: [.production], limit: Limit(30, .seconds),
            "the site's clock is right", why: "signatures that are too old or too young are refused",
            fix: "set the clock by NTP",
            source: "Mastodon 4.6.5 app/lib/signed_request.rb"
        ) { inspection, check in
            guard let site = inspection.services.site else { return .skipped("no domain is configured") }
            let answer = try await site.get("/api/v2/instance")
            guard let text = answer["Date"], let date = UTCTime(httpDate: text) else {
                return .skipped("it tells no date")
            }
            let skew = date.seconds - UTCTime.now.seconds
            let seen = [Evidence("difference", skew, .seconds)]
            return skew.magnitude > inspection.limit(of: check)
                ? .found("differs by \(Evidence.text(skew, .seconds)) from this machine's", seen)
                : .fine("agrees", seen)
        },
        Check(
            "web.local-domain", .warning, cost: .normal, needs: [.production], "the local domain leads to the site",
            why: "people who type the domain of their handle see something else",
            fix: "serve or redirect the local domain", source: "docs.joinmastodon.org, WEB_DOMAIN"
        ) { inspection, _ in
            guard let site = inspection.services.site, site.localDomain != site.webDomain else {
                return .skipped("there is one domain")
            }
            do {
                let answer = try await site.get("/", host: site.localDomain, accept: "text/html")
                return answer.status < 400 ? .fine("status \(answer.status)") : .found("status \(answer.status)")
            } catch {
                return .found(error, inspection.services, at: site.localDomain)
            }
        },
    ]
}

extension Inspection {
    var ownDomains: [String] {
        let site = services.site
        let more =
            services.variables?["ALTERNATE_DOMAINS"]?.split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
            ?? []
        var seen: Set<String> = []
        return ([services.localDomain, site?.webDomain].compactMap { $0?.lowercased() } + more).filter {
            seen.insert($0).inserted
        }
    }
}

extension UTCTime {
    /// Reads `Sat, 28 Nov 2026 22:40:00 GMT`.
    fileprivate init?(httpDate text: String) {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, let month = months.firstIndex(of: String(words[2])) else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        self.init(parsing: "\(words[3])-\(number)-\(words[1])T\(words[4])Z")
    }
}
