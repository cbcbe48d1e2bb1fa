import Faults
import Model
import Stores

/// A bundle that was read: what a server was like at one moment. Its texts come from elsewhere, and are made harmless where
/// they are shown.
package struct SupportCase: Sendable {
    /// A thing with a size or a time.
    package struct Measure: Sendable, Encodable {
        package var name: String
        package var value: Double
    }

    package let domain: String?
    package let release: String?
    package let madeBy: String
    package let diagnosis: Diagnosis
    package let gaps: [SupportBundle.Gap]
    /// Names of parts, with their bytes.
    package let parts: [Measure]
    private let documents: [String: JSONValue]

    /// - Throws: `Fault(.noSuch)`, `Fault(.badData)` with what is wrong with the file.
    package init(reading path: String) throws {
        let parts = try BundleFile.read(path)
        documents = parts.filter { $0.key.hasSuffix(".json") }.compactMapValues {
            JSONValue(parsing: String(decoding: $0, as: UTF8.self))
        }
        self.parts = parts.sorted { $0.key < $1.key }.map { Measure(name: $0.key, value: Double($0.value.count)) }
        guard let manifest = documents[BundleFile.manifest],
            let diagnosis = documents["doctor.json"].flatMap({ Diagnosis($0) })
        else {
            throw Fault(
                .badData, "\(path) is no bundle for support, or not as it was made",
                notes: ["doctor.json is not what a doctor tells"],
                help: "make it again with `mastoctl support bundle`")
        }
        self.diagnosis = diagnosis
        domain = manifest["domain"]?.string
        release = manifest["release"]?.string
        madeBy = manifest["made_by"]?.string ?? ""
        gaps = (manifest["gaps"]?.array ?? []).map {
            SupportBundle.Gap(part: $0["part"]?.string ?? "", reason: $0["reason"]?.string ?? "")
        }
    }

    // MARK: - figures

    private static let names = ["week": 0, "month": 1, "quarter": 2, "year": 3, "older": 4]

    /// Bytes of stored attachments: `local, week`.
    package var storage: [Measure] {
        let ages = documents["storage.json"]?["ages"]?.array ?? []
        return ages.compactMap { entry -> (Int, Measure)? in
            guard let kind = entry["kind"]?.string, let age = entry["age"]?.string, let bytes = entry["bytes"]?.real
            else { return nil }
            return (kind == "local" ? 0 : 10 + (Self.names[age] ?? 5), Measure(name: "\(kind), \(age)", value: bytes))
        }.sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }.map(\.1)
    }

    private var queueList: [JSONValue] { documents["queues.json"]?["state"]?["queues"]?.array ?? [] }

    /// Seconds the next job of each queue has waited.
    package var latencies: [Measure] { measures(queueList, "latency") }

    /// Jobs that wait in each queue.
    package var waiting: [Measure] { measures(queueList, "size") }

    /// Bytes of the biggest tables with their indexes.
    package var tables: [Measure] {
        measures(documents["postgres.json"]?["statistics"]?["tables"]?.array ?? [], "bytes")
    }

    private func measures(_ entries: [JSONValue], _ member: String) -> [Measure] {
        entries.compactMap { entry in
            guard let name = entry["name"]?.string else { return nil }
            return Measure(name: name, value: entry[member]?.real ?? 0)
        }
    }

    /// A service with its state and what is told of it.
    package var services: [(name: String, state: String, detail: String)] {
        (documents["instance.json"]?["services"]?.array ?? []).map {
            ($0["name"]?.string ?? "", $0["state"]?.string ?? "", $0["detail"]?.string ?? "")
        }
    }

    /// Every number and word that may have moved between two bundles, by name.
    package var figures: [(name: String, value: JSONValue)] {
        var figures: [(String, JSONValue)] = []
        func add(_ prefix: String, _ measures: [Measure]) {
            figures += measures.map { ("\(prefix) \($0.name)", .number($0.value)) }
        }
        let instance = documents["instance.json"]
        for name in ["release", "schema_version", "database_bytes", "accounts", "statuses", "media_attachments"] {
            if let value = instance?[name] { figures.append((name, value)) }
        }
        figures += services.map { ("service \($0.name)", .string("\($0.state), \($0.detail)")) }
        let state = documents["queues.json"]?["state"]
        for name in ["scheduled", "retries", "dead", "failed_today", "processes", "threads"] {
            if let value = state?[name] { figures.append(("jobs \(name)", value)) }
        }
        add("queue", waiting)
        add("latency", latencies)
        add("stored", storage)
        add("table", tables)
        figures += members(documents["postgres.json"]?["settings"]).map { ("postgres \($0.name)", $0.value) }
        for server in documents["redis.json"]?["servers"]?.array ?? [] {
            let name = server["name"]?.string ?? "redis"
            for member in ["redis_version", "used_memory", "maxmemory", "maxmemory_policy", "evicted_keys"] {
                if let value = server[member] { figures.append(("\(name) \(member)", value)) }
            }
        }
        figures += pairs("settings", "setting").map { ("setting \($0.0)", $0.1) }
        figures += pairs("variables", "name").map { ("variable \($0.0)", $0.1) }
        return figures
    }

    private func members(_ value: JSONValue?) -> [JSONValue.Member] {
        guard case .object(let members)? = value else { return [] }
        return members
    }

    private func pairs(_ list: String, _ key: String) -> [(String, JSONValue)] {
        (documents["configuration.json"]?[list]?.array ?? []).compactMap { entry in
            guard let name = entry[key]?.string, let value = entry["value"] else { return nil }
            return (name, value)
        }
    }
}
