import Glibc
import Model
import Postgres
import Redis
import Support
import Testing

/// The documents of a few rows of every kind, in every release, as they are on record in Tests/Golden.
/// `RECORD_GOLDEN=1` writes them anew.
@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchGoldenTests {
    @Test(arguments: MastodonRelease.allCases)
    func `documents are those on record`(release: MastodonRelease) async throws {
        let digits = release.rawValue.filter(\.isNumber)
        let stage = try await Stage.make(release, size: .empty).searching("golden\(digits)")
        try await fill(stage)
        let run = try await stage.run("search", "deploy")
        #expect(run.status == 0, "\(run.conversation)")
        var lines: [String] = []
        for index in SearchIndex.allCases { lines += try await documents(of: index, "golden\(digits)", stage) }
        let path = "\(Self.folder)/\(release.rawValue).ndjson"
        let text = lines.map { $0 + "\n" }.joined()
        if getenv("RECORD_GOLDEN") != nil {
            TextFile.write(text, to: path)
        } else {
            #expect(text == TextFile.read(path))
        }
    }

    private static let folder = GoldenFolder.named("search")

    private func fill(_ stage: Stage) async throws {
        let connection = try await stage.instance.connect()
        let rows = try #require(TextFile.read("\(Self.folder)/rows.sql"))
        // Since 4.7 an account of this server has no address in its row, where it was empty before.
        let isModern = stage.instance.release >= .v4_7
        let before = isModern ? "drop index index_accounts_on_uri;\n" : ""
        let after =
            isModern
            ? "\nupdate accounts set uri = null where uri = '';\n"
                + "create unique index index_accounts_on_uri on accounts (uri);\n" : ""
        try await connection.script(Script(trusted: before + rows + after))
        await connection.close()
        let redis = try await RedisConnection.connect(stage.instance.redis)
        let today = time(nil) / 86_400 * 86_400
        for (days, account) in [(0, "1"), (7, "11"), (8, "12")] {
            try await redis.command([
                "PFADD", RedisArgument("activity:tags:1:\(today - days * 86_400):accounts"), RedisArgument(account),
            ])
        }
        await redis.close()
    }

    /// `index id document`, in the order of the ids.
    private func documents(of index: SearchIndex, _ prefix: String, _ stage: Stage) async throws -> [String] {
        _ = try await stage.documents("\(prefix)_\(index.name)")
        let answer = try await stage.ask("GET", "/\(prefix)_\(index.name)/_search", #"{"size": 1000}"#)
        let hits = answer?["hits"]?["hits"]?.array ?? []
        return hits.map { hit in
            "\(index.name) \(hit["_id"]?.string ?? "") \(hit["_source"]?.text ?? "")"
        }.sorted()
    }
}
