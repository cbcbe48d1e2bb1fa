import Glibc
import Model
import Postgres
import Processes
import S3
import Sandbox
import Stores

/// The whole state of an instance, to compare before and after.
package struct Snapshot: Sendable, Equatable {
    /// A digest of all rows, by table.
    package var tables: [String: String]
    /// Sizes, by key; links have size -1.
    package var objects: [String: Int64]
    /// Directories; none in a bucket.
    package var directories: Set<String>
}

extension Stage {
    package func snapshot() async throws -> Snapshot {
        let connection = try await instance.connect()
        let tables = try await connection.rows(
            """
            select tablename::text, coalesce((xpath('//digest/text()', query_to_xml(
                format(
                    'select md5(string_agg(line, chr(10) order by line)) as digest
                    from (select item::text as line from %I as item) as lines', tablename),
                false, false, '')))[1]::text, '')
            from pg_tables where schemaname = 'public'
            """
        ) { (try $0.value(0, as: String.self), try $0.value(1, as: String.self)) }
        await connection.close()
        var objects: [String: Int64] = [:]
        var directories: Set<String> = []
        if bucket == nil {
            try await walk(&objects, &directories)
        } else {
            objects = try await self.objects()
        }
        return Snapshot(tables: Dictionary(uniqueKeysWithValues: tables), objects: objects, directories: directories)
    }

    /// What is stored: sizes by key.
    package func objects() async throws -> [String: Int64] {
        var objects: [String: Int64] = [:]
        if let bucket {
            let store = BucketObjectStore(bucket)
            for try await page in store.list(prefix: "", after: nil) {
                for object in page { objects[object.key.text] = object.size }
            }
            await store.close()
        } else {
            var directories: Set<String> = []
            try await walk(&objects, &directories)
        }
        return objects
    }

    /// Not by the store under test.
    private func walk(_ objects: inout [String: Int64], _ directories: inout Set<String>) async throws {
        let found = try await Invocation(
            "/usr/bin/find", [instance.mediaRoot, "-mindepth", "1", "-printf", "%y %s %P\\0"]
        ).run()
        for line in found.answer.split(separator: 0) {
            let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
            let path = String(decoding: parts[2], as: UTF8.self)
            switch parts[0].first {
            case UInt8(ascii: "d"): directories.insert(path)
            case UInt8(ascii: "l"): objects[path] = -1
            default: objects[path] = Int64(String(decoding: parts[1], as: UTF8.self))
            }
        }
    }
}

extension Snapshot {
    /// The tables that differ.
    package func changedTables(from other: Snapshot) -> Set<String> {
        Set(tables.keys).union(other.tables.keys).filter { tables[$0] != other.tables[$0] }
    }

    /// Keys that were there and are no more.
    package func lost(since other: Snapshot) -> Set<String> { Set(other.objects.keys).subtracting(objects.keys) }

    /// Keys that were not there.
    package func gained(since other: Snapshot) -> Set<String> { Set(objects.keys).subtracting(other.objects.keys) }
}

extension Stage {
    /// The planted files that no row names, as the population knows them.
    package var orphans: Set<String> {
        Set(instance.population?.orphans.filter(\.isOrphan).map(\.key) ?? [])
    }
}
