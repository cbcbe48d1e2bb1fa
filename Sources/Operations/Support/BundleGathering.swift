import Faults
import Model
import Stores

/// Gathers what somebody who is called for help needs to know of a server. It only reads; a service that is down, hangs
/// or refuses leaves a gap that is told. Everything goes through the mask before it is a part.
package struct BundleGathering: Sendable {
    private let services: Services
    private let facts: BundleFacts
    private let inspection: Inspection
    private let cost: Check.Cost
    /// For one part.
    private static let patience = Duration.seconds(15)

    /// - Parameter limits: of checks, where the profile says otherwise.
    package init(_ services: Services, _ facts: BundleFacts, limits: [String: Double], cost: Check.Cost) {
        self.services = services
        self.facts = facts
        self.cost = cost
        inspection = Inspection(services, limits: limits, whyNoProbe: "nothing is written for a bundle")
    }

    /// One part that is a document.
    private struct Source: Sendable {
        var name: String
        var about: String
        var ask: @Sendable () async throws -> JSONValue
    }

    package func bundle() async -> SupportBundle {
        async let diagnosis = diagnosis()
        let gathered = await withTaskGroup(of: (Int, BundlePart?, SupportBundle.Gap?).self) { group in
            for (index, source) in sources.enumerated() {
                group.addTask { await Self.ask(index, source, facts.mask, services.explain) }
            }
            var all: [(Int, BundlePart?, SupportBundle.Gap?)] = []
            for await one in group { all.append(one) }
            return all.sorted { $0.0 < $1.0 }
        }
        var parts = gathered.compactMap(\.1)
        var gaps = gathered.compactMap(\.2)
        let told = await diagnosis
        if let value = try? facts.encode(told) {
            parts.insert(part("doctor.json", "what the doctor found", facts.mask.masked(value)), at: 0)
        }
        parts.append(
            part(
                "configuration.json", "settings and where they come from",
                masked(facts.configuration(services.variables))))
        do {
            let machine = try await inspection.machine(facts.logs.map { "end:\($0)" } + ["journal"])
            parts += machineParts(machine)
            parts += await logParts(machine)
        } catch {
            gaps.append(.init(part: "machine.json", reason: services.explain(error, "").message))
        }
        await inspection.forget()
        let manifest = manifest(parts, gaps, told)
        return SupportBundle(
            parts: [part(BundleFile.manifest, "what is in it", manifest)] + parts, gaps: gaps, time: told.time,
            domain: services.localDomain)
    }

    private func masked(_ value: JSONValue) -> JSONValue { facts.mask.masked(value) }

    private func part(_ name: String, _ about: String, _ value: JSONValue) -> BundlePart {
        BundlePart(name, about, Array((value.text + "\n").utf8))
    }

    private func diagnosis() async -> Diagnosis {
        var choice = CheckChoice()
        choice.cost = cost
        let results = await Examination(inspection, patience: Examination.Patience(cost)).results(of: choice.checks)
        return Diagnosis(
            results, domain: services.localDomain, release: await inspection.releaseInWords, at: inspection.now)
    }

    private static func ask(
        _ index: Int, _ source: Source, _ mask: TextMask, _ explain: @escaping @Sendable (any Error, String) -> Fault
    ) async -> (Int, BundlePart?, SupportBundle.Gap?) {
        let answer = await withinTime(patience) { () -> Result<JSONValue, any Error> in
            do { return .success(try await source.ask()) } catch { return .failure(error) }
        }
        func gap(_ reason: String) -> (Int, BundlePart?, SupportBundle.Gap?) {
            (index, nil, SupportBundle.Gap(part: source.name, reason: mask.masked(reason)))
        }
        switch answer {
        case .success(let value)?:
            let text = mask.masked(value).text + "\n"
            return (index, BundlePart(source.name, source.about, Array(text.utf8)), nil)
        case .failure(let error)?:
            let fault = explain(error, "")
            return gap(([fault.message] + fault.notes).joined(separator: ": "))
        case nil: return gap("no answer within \(patience.brief)")
        }
    }

    // MARK: - documents

    private var sources: [Source] {
        let (services, facts, inspection) = (services, facts, inspection)
        var sources = [
            Source(name: "instance.json", about: "versions, sizes and how the services are") {
                try facts.encode(await Overview(services).overview())
            },
            Source(name: "postgres.json", about: "settings and statistics of PostgreSQL") {
                let settings = try await services.primary.settings()
                let statistics = try facts.encode(try await services.primary.statistics())
                return .object([
                    .init("schema", "support.postgres/1"),
                    .init("settings", Self.told(settings, ToldNames.postgres)), .init("statistics", statistics),
                ])
            },
            Source(name: "schema.json", about: "the schema, and how it differs from its release's") {
                Self.schema(try await services.primary.schema())
            },
            Source(name: "storage.json", about: "stored files by kind and age") {
                let ages = try await services.primary.storageAges()
                return .object([
                    .init("schema", "support.storage/1"), .init("kind", .string(services.storage.kind)),
                    .init("ages", .array(try ages.map { try facts.encode($0) })),
                ])
            },
            Source(name: "redis.json", about: "figures of Redis") {
                var servers: [JSONValue] = []
                for redis in inspection.redisServers {
                    let state = try await inspection.state(of: redis)
                    let lines = ToldNames.redis.sorted().compactMap { name in
                        state.text(name).map { JSONValue.Member(name, .string($0)) }
                    }
                    servers.append(.object([.init("name", .string(redis.name))] + lines))
                }
                return .object([.init("schema", "support.redis/1"), .init("servers", .array(servers))])
            },
            Source(name: "queues.json", about: "queues, processes and samples of jobs without what they are about") {
                try await JobFigures(inspection, facts.encode).document()
            },
        ]
        if let search = services.search {
            sources.append(
                Source(name: "search.json", about: "figures of the search cluster") {
                    try await Self.search(search)
                })
        }
        return sources
    }

    private static func told(_ values: [String: String], _ names: Set<String>) -> JSONValue {
        .object(values.filter { names.contains($0.key) }.sorted { $0.key < $1.key }.map { .init($0, .string($1)) })
    }

    private static func schema(_ schema: LiveSchema) -> JSONValue {
        func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        var members: [JSONValue.Member] = [
            .init("schema", "support.schema/1"), .init("release", .string(schema.releaseInWords)),
            .init("version", .string(schema.version)), .init("migrations", .integer(Int64(schema.applied.count))),
            .init("unfinished", list(schema.unfinished)), .init("extra_tables", list(schema.extras.tables)),
            .init("extra_columns", list(schema.extras.columns)),
            .init("extra_migrations", list(schema.extras.migrations)),
        ]
        if let fork = schema.extras.fork { members.append(.init("fork", .string(fork))) }
        return .object(members)
    }

    /// Names of indexes, documents and bytes; of the cluster what its health tells.
    private static func search(_ search: SearchServer) async throws -> JSONValue {
        let state = try await search.state()
        let health = try await search.json("/_cluster/health")
        let indexes = try await search.json(
            "/_cat/indices?format=json&bytes=b&h=index,health,status,docs.count,store.size")
        let told = ["status", "number_of_nodes", "active_shards", "unassigned_shards", "number_of_pending_tasks"]
        return .object([
            .init("schema", "support.search/1"), .init("version", .string(state.version)),
            .init("answer", .integer(Int64(state.status))),
            .init("health", .object(told.compactMap { name in health?[name].map { .init(name, $0) } })),
            .init("indexes", indexes ?? .array([])),
        ])
    }

    // MARK: - the machine

    private func machineParts(_ machine: Machine) -> [BundlePart] {
        let told = MachineFacts(machine)
        let parts = machine.processes().map { process -> JSONValue in
            .object([
                .init("part", .string(process.part)), .init("id", .integer(Int64(process.id))),
                .init("started_at", .string("\(UTCTime(process.started))")),
            ])
        }
        let members = [JSONValue.Member("schema", "support.machine/1")] + told.facts.map { .init($0.name, $0.value) }
        let document = JSONValue.object(members + [.init("processes", .array(parts))])
        let about = machine.isFar ? "the server's machine" : "the machine this was run on"
        return [part("machine.json", about, masked(document))]
            + told.units.map { unit in
                BundlePart("units/\(unit.name)", "a unit of systemd", Array(facts.mask.masked(unit.text).utf8))
            }
    }

    /// The last 256 KiB of each file, and two thousand lines of the journal.
    private func logParts(_ machine: Machine) async -> [BundlePart] {
        var parts: [BundlePart] = []
        for path in facts.logs {
            guard let text = machine.end(of: path) else { continue }
            let name = path.split(separator: "/").last.map(String.init) ?? "log"
            parts.append(BundlePart("logs/\(name)", "the end of a log", Array(facts.mask.masked(text).utf8)))
        }
        if let journal = await machine.journal() {
            parts.append(
                BundlePart("logs/journal.log", "what the server's units said", Array(facts.mask.masked(journal).utf8)))
        }
        return parts
    }

    private func manifest(_ parts: [BundlePart], _ gaps: [SupportBundle.Gap], _ diagnosis: Diagnosis) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", "support.bundle/1"), .init("made_at", .string("\(diagnosis.time)")),
            .init("made_by", .string("mastoctl \(facts.version)")),
        ]
        if let domain = services.localDomain { members.append(.init("domain", .string(domain))) }
        if let release = diagnosis.release { members.append(.init("release", .string(release))) }
        members.append(
            .init(
                "parts",
                .array(
                    parts.map { part in
                        .object([
                            .init("name", .string(part.name)), .init("about", .string(part.about)),
                            .init("bytes", .integer(Int64(part.bytes.count))), .init("sha256", .string(part.digest)),
                        ])
                    })))
        members.append(
            .init(
                "gaps",
                .array(
                    gaps.map { .object([.init("part", .string($0.part)), .init("reason", .string($0.reason))]) })))
        return .object(members)
    }
}
