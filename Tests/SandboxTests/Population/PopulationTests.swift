import Crypto
import Faults
import Glibc
import Model
import Postgres
import Redis
import Sandbox
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled))
struct `A population` {
    /// All rows of all tables as text, a table after the other.
    private func dump(
        _ settings: ConnectionSettings, _ release: MastodonRelease = .v4_6
    ) async throws -> [String: [String]] {
        let connection = try await PostgresConnection.connect(settings)
        var tables: [String: [String]] = [:]
        for table in SchemaCatalog.of(release: release).tables where table.name != "ar_internal_metadata" {
            tables[table.name] = try await connection.rows(
                "select t::text from \(identifier: table.name) t order by 1"
            ) { try $0[0] }
        }
        return tables
    }

    private func counts(_ statuses: Int, _ attachments: Int) -> Population.Counts {
        Population.Counts(
            localAccounts: 20, remoteAccounts: 60, domains: 9, statuses: statuses, attachments: attachments, emoji: 12,
            previewCards: 20)
    }

    @Test func `is the same at every load with the same seed and clock, and another with another seed`() async throws {
        let now = TestServers.now
        let first = try await dump(
            TestInstance.make(population: Population(counts(300, 150), seed: 7, now: now), hasFiles: false).database)
        let settings = try await TestServers.shared.database(.v4_6, population: nil)
        let connection = try await PostgresConnection.connect(settings)
        // Loaded a second time from scratch, here into a schema that has its constraints already.
        try await connection.execute("set session_replication_role = replica")
        let again = Population(counts(300, 150), seed: 7, now: now)
        _ = try await again.load(into: connection)
        try await again.settle(connection)
        let second = try await dump(settings)
        for (table, rows) in first { #expect(second[table] == rows, "\(table)") }
        let other = try await dump(
            TestInstance.make(population: Population(counts(300, 150), seed: 8, now: now), hasFiles: false).database)
        #expect(other["statuses"] != first["statuses"])
    }

    @Test(arguments: [MastodonRelease.v4_3, .v4_4, .v4_5, .v4_6])
    func `fits every release, every foreign key holds, and every file a row names is there with that size`(
        release: MastodonRelease
    ) async throws {
        let instance = try await TestInstance.make(release: release, size: .small)
        let connection = try await instance.connect()
        let named: [(String, Int64?, Int, String, String?)] = try await connection.rows(
            """
            select file_file_name, id, coalesce(file_file_size, -1)::bigint,
                remote_url, description
            from media_attachments where file_file_name is not null
            """
        ) { (try $0[0], try $0[1], Int(try $0[2] as Int64), try $0[3], try $0[4]) }
        #expect(named.count > 500)
        let files = try Self.tree(instance.mediaRoot)
        var missing: [String] = []
        for (name, id, size, _, description) in named {
            let part = Self.partition(id ?? 0)
            let places = ["", "cache/"].map { "\($0)media_attachments/files/\(part)/original/\(name)" }
            let found = places.compactMap { files[$0] }
            if found.isEmpty {
                missing.append(description ?? name)
            } else if size >= 0 {
                #expect(found.contains(size), "\(name)")
            }
        }
        #expect(missing.sorted() == ["local, its files are missing", "remote, its files are missing"])
    }

    @Test func `has files under the prefix the row's schema version tells, and no other`() async throws {
        let instance = try await TestInstance.make()
        let connection = try await instance.connect()
        let rows: [(Int64, String, Bool)] = try await connection.rows(
            """
            select id, file_file_name, remote_url <> '' and coalesce(file_storage_schema_version, 0) >= 1
            from media_attachments where file_file_name is not null and coalesce(description, '') not like '%missing'
            """
        ) { (try $0[0], try $0[1], try $0[2]) }
        let files = try Self.tree(instance.mediaRoot)
        for (id, name, isCached) in rows {
            let place = "media_attachments/files/\(Self.partition(id))/original/\(name)"
            #expect(files[isCached ? "cache/\(place)" : place] != nil, "\(name)")
        }
        #expect(rows.contains { $0.2 } && rows.contains { !$0.2 })
        #expect(rows.contains { $0.0 < 1_000_000_000 } && rows.contains { $0.0 > 1 << 56 })
    }

    @Test func `gives every local account a key of its own, and no remote one any`() async throws {
        let connection = try await TestInstance.make().connect()
        let local: [(String, String)] = try await connection.rows(
            "select private_key, public_key from accounts where domain is null"
        ) { (try $0[0], try $0[1]) }
        #expect(local.count == 41)
        #expect(Set(local.map(\.0)).count == local.count && Set(local.map(\.1)).count == local.count)
        for (secret, published) in local {
            let signature = RSAKey(privatePEM: secret)?.signature(of: [1, 2, 3])
            #expect(RSAKey(publicPEM: published)?.verifies(signature ?? [], of: [1, 2, 3]) == true)
        }
        let remote: Int64? = try await connection.first(
            "select count(*) from accounts where domain is not null and private_key is not null"
        ) { try $0[0] }
        #expect(remote == 0)
    }

    @Test func `has orphans of every kind on disk and none of them in a row`() async throws {
        let instance = try await TestInstance.make()
        let population = try #require(instance.population)
        let connection = try await instance.connect()
        let orphans = population.orphans.filter(\.isOrphan)
        #expect(orphans.count >= 18)
        for orphan in orphans {
            var status = stat()
            #expect(lstat("\(instance.mediaRoot)/\(orphan.key)", &status) == 0, "\(orphan.key)")
            let name = orphan.key.split(separator: "/").last.map(String.init) ?? ""
            let owners: Int64? = try await connection.first(
                """
                select (select count(*) from media_attachments where \(name) in (file_file_name, thumbnail_file_name))
                    + (select count(*) from accounts where \(name) in (avatar_file_name, header_file_name))
                    + (select count(*) from preview_cards where image_file_name = \(name))
                """
            ) { try $0[0] }
            #expect(owners == 0, "\(orphan.key)")
        }
    }

    @Test func `of cached pictures has two files each and nothing else of that class`() async throws {
        let population = Population.cachedPictures(1_000, olderThan: 30, now: TestServers.now)
        var media = 0
        population.forEachFile { file in
            let isOfAnAttachment = file.key.contains("media_attachments")
            if isOfAnAttachment {
                #expect(file.key.hasPrefix("cache/media_attachments/files/"), "\(file.key)")
                media += 1
            }
        }
        #expect(media == 2_000)
        let connection = try await TestInstance.make(population: population, hasFiles: false).connect()
        let old: Int64? = try await connection.first(
            "select count(*) from media_attachments where remote_url <> '' and created_at < now() - interval '30 days'"
        ) { try $0[0] }
        #expect(old == 1_000)
    }

    @Test(arguments: [0, 1, 3, 7, 8])
    func `of hardly anything is possible`(attachments: Int) async throws {
        var population = Population(counts(1, attachments), now: TestServers.now)
        population.hasCuriosities = false
        let connection = try await TestInstance.make(population: population, hasFiles: false).connect()
        let count: Int64? = try await connection.first("select count(*) from media_attachments") { try $0[0] }
        #expect(count == Int64(attachments))
    }

    @Test func `fills Redis with feeds, queues and the books of a worker`() async throws {
        let instance = try await TestInstance.make()
        let connection = try await RedisConnection.connect(instance.redis)
        let answers = try await connection.pipeline([
            ["zcard", "feed:home:1"], ["llen", "queue:pull"], ["scard", "processes"], ["zcard", "retry"],
        ])
        let numbers = answers.map { if case .integer(let number) = $0 { number } else { Int64(-1) } }
        #expect(numbers[0] > 0 && numbers[1...] == [1, 1, 1])
        await connection.close()
    }

    // MARK: looking without the code under test

    private static func partition(_ id: Int64) -> String {
        let width = id < 1_000_000_000 ? 9 : 18
        let digits = String(String(repeating: "0", count: width) + String(id)).suffix(width)
        return stride(from: 0, to: width, by: 3)
            .map { String(digits.dropFirst($0).prefix(3)) }.joined(separator: "/")
    }

    /// Files below a directory with their sizes.
    private static func tree(_ root: String) throws -> [String: Int] {
        var files: [String: Int] = [:]
        func walk(_ below: String) throws {
            guard let handle = opendir("\(root)/\(below)") else { throw Fault(.inputOutput, "cannot read \(below)") }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard name != ".", name != ".." else { continue }
                let path = below.isEmpty ? name : "\(below)/\(name)"
                var status = stat()
                guard lstat("\(root)/\(path)", &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR { try walk(path) }
                if status.st_mode & S_IFMT == S_IFREG { files[path] = status.st_size }
            }
        }
        try walk("")
        return files
    }
}
