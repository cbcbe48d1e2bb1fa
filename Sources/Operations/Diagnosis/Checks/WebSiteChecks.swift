import Faults
import Model
import Stores

// The site as a browser and an app see it.

extension Check {
    static let webSite: [Check] = [
        site(
            "web.instance", .critical, "the site answers for itself", path: "/api/v2/instance",
            why: "people see an error, and apps cannot sign in", fix: "look at nginx and at mastodon-web",
            source: "Mastodon 4.6.5 config/routes/api.rb"
        ) { answer, site in
            guard answer.status == 200, let told = answer.json?["domain"]?.string else {
                return .found("status \(answer.status)")
            }
            return told == site.localDomain
                ? .fine("\(told), \(Evidence.text(answer.time * 1_000, .milliseconds))")
                : .found("it says that it is \(told): it runs with other settings")
        },
        site(
            "web.health", .problem, "the web process says it is well", path: "/health",
            why: "the load balancer takes it out, or people wait", fix: "systemctl restart mastodon-web",
            source: "Mastodon 4.6.5 docker-compose.yml"
        ) { answer, _ in
            if answer.status == 404 { return .skipped("a proxy does not let it through") }
            return answer.status == 200 ? .fine("OK") : .found("status \(answer.status)")
        },
        Check(
            "web.slow", .warning, cost: .normal, needs: [.production], limit: Limit(2_000, .milliseconds),
            "the site answers soon", why: "people feel every second",
            fix: "look at the load of the web processes and the database", source: "docs.joinmastodon.org, scaling"
        ) { inspection, check in
            guard let site = inspection.services.site else { return .skipped("no domain is configured") }
            guard let answer = try? await site.get("/api/v2/instance") else {
                return .unseen("the site does not answer")
            }
            let seen = [Evidence("answer", answer.time * 1_000, .milliseconds)]
            let words = "answered in \(Evidence.text(answer.time * 1_000, .milliseconds))"
            return answer.time * 1_000 > inspection.limit(of: check) ? .found(words, seen) : .fine(words, seen)
        },
        site(
            "web.hsts", .warning, "the site asks for HTTPS for good", path: "/about",
            why: "the first visit can be led elsewhere", fix: "add Strict-Transport-Security in nginx",
            source: "Mastodon 4.6.5 dist/nginx.conf"
        ) { answer, _ in
            answer["Strict-Transport-Security"] != nil
                ? .fine("it does") : .found("no Strict-Transport-Security header")
        },
        site(
            "web.assets", .problem, "the style sheets of the first page are there", path: "/",
            why: "people see a grey page", fix: "RAILS_ENV=production bin/rails assets:precompile, and look at nginx",
            source: "docs.joinmastodon.org, troubleshooting",
            following: { answer in
                answer.body.firstRange(of: "href=\"/packs/").map { start in
                    "/packs/" + answer.body[start.upperBound...].prefix { $0 != "\"" }
                }
            }
        ) { answer, _ in
            answer.status == 200 ? .fine("it is") : .found("an asset answers with status \(answer.status)")
        },
        site(
            "streaming.health", .problem, "streaming says it is well", path: "/api/v1/streaming/health",
            why: "timelines do not move by themselves, and apps ask the site again and again",
            fix: "systemctl restart mastodon-streaming, and look at the proxy's rules for it",
            source: "Mastodon 4.6.5 streaming/index.js"
        ) { answer, _ in answer.status == 200 ? .fine("OK") : .found("status \(answer.status)") },
        site(
            "web.nodeinfo", .notice, "the site tells its software", path: "/.well-known/nodeinfo",
            why: "lists of servers and relays leave it out", fix: "let /.well-known/ through to the web process",
            source: "nodeinfo.diaspora.software"
        ) { answer, _ in
            answer.status == 200 && answer.json?["links"] != nil ? .fine("it does") : .found("status \(answer.status)")
        },
        site(
            "web.open-reports", .critical, "pages of staff want a login", path: "/admin/reports",
            why: "reports hold what people told in confidence", fix: "look at caches and proxies before the site",
            source: "Mastodon 4.6.5 config/routes/admin.rb"
        ) { answer, _ in
            answer.status == 200 ? .found("the reports are shown to everybody") : .fine("status \(answer.status)")
        },
        site(
            "web.sidekiq-open", .critical, "Sidekiq's pages want a login", path: "/sidekiq",
            why: "whoever sees them deletes jobs and reads addresses",
            fix: "look at caches and proxies before the site",
            source: "Mastodon 4.6.5 config/routes.rb"
        ) { answer, _ in answer.status == 200 ? .found("they are shown to everybody") : .fine("status \(answer.status)")
        },
        Check(
            "media.listing-public", .critical, cost: .normal, needs: [.production], "the media's address lists nothing",
            why: "everybody can see the names of all files, also of archives",
            fix: "take the right to list from everybody (the bucket's policy, or autoindex in nginx)",
            source: "Mastodon 4.6.5 app/lib/admin/system_check/media_privacy_check.rb; mastodon.social, 2023"
        ) { inspection, _ in
            guard let site = inspection.services.site, let address = inspection.services.mediaAddress else {
                return .skipped("the media's address is not known")
            }
            let answer = try await site.fetch("\(address)/")
            let isOpen =
                answer.status == 200
                && ["ListBucketResult", "Index of /", "<title>Index of"].contains { answer.body.contains($0) }
            return isOpen ? .found("\(address)/ lists its files") : .fine("status \(answer.status)")
        },
        Check(
            "media.public-read", .critical, cost: .normal, needs: [.database, .storage, .production],
            "a picture of somebody here can be seen, and used by the page",
            why: "pictures are broken for everybody; without the header parts of the page fail",
            fix: "S3_PERMISSION, the bucket's policy and its CORS rules; or nginx for /system/",
            source: "mastodon#31181"
        ) { inspection, _ in
            guard let site = inspection.services.site, let address = inspection.services.mediaAddress else {
                return .skipped("the media's address is not known")
            }
            let files = try await inspection.services.primary.sampledFiles(of: inspection.schema())
            guard let file = files.first(where: { $0.kind == .avatar && $0.isLocal }) else {
                return .skipped("nobody here has a picture")
            }
            let answer = try await site.fetch(
                "\(address)/\(file.originalKey.text)", origin: "https://\(site.webDomain)")
            if answer.status != 200 { return .found("a picture answers with status \(answer.status)") }
            let isElsewhere = !address.hasPrefix("https://\(site.webDomain)/")
            return isElsewhere && answer["Access-Control-Allow-Origin"] == nil
                ? .found("no Access-Control-Allow-Origin from \(address)", as: .warning) : .fine("status 200")
        },
    ]

    /// A check of one page of the site.
    static func site(
        _ id: String, _ severity: Severity, _ title: String, path: String,
        accept: String = "application/json, text/html", onLocalDomain: Bool = false, why: String, fix: String,
        source: String, following: (@Sendable (WebSite.Answer) -> String?)? = nil,
        judge: @escaping @Sendable (WebSite.Answer, WebSite) -> Verdict
    ) -> Check {
        Check(
            id, severity, cost: .normal, needs: [.production], title, why: why, fix: fix, source: source
        ) { inspection, _ in
            guard let site = inspection.services.site else { return .skipped("no domain is configured") }
            let host = onLocalDomain ? site.localDomain : site.webDomain
            do {
                // Where the server's own account is asked for, its name is that of the domain.
                let own = path.replacing("@@@", with: "\(site.localDomain)@\(site.localDomain)")
                var answer = try await site.get(own, host: host, accept: accept)
                if let following {
                    guard let next = following(answer) else { return .skipped("the page names none") }
                    answer = try await site.get(next, host: host, accept: "*/*")
                }
                return judge(answer, site)
            } catch {
                return .found(error, inspection.services, at: host)
            }
        }
    }
}
