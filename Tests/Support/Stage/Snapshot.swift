import Glibc
import Model
import Postgres
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
        var tables: [String: String] = [:]
        let names = try await texts(
            "select tablename::text from pg_tables where schemaname = 'public' order by tablename")
        let connection = try await instance.connect()
        for name in names {
            tables[name] = try await connection.first(
                """
                select coalesce(md5(string_agg(line, chr(10) order by line)), '')
                from (select item::text as line from \(identifier: name) as item) as lines
                """
            ) { try $0.value(0, as: String.self) }
        }
        await connection.close()
        var objects: [String: Int64] = [:]
        var directories: Set<String> = []
        if bucket == nil {
            walk("", &objects, &directories)
        } else {
            objects = try await self.objects()
        }
        return Snapshot(tables: tables, objects: objects, directories: directories)
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
            walk("", &objects, &directories)
        }
        return objects
    }

    /// Not by the store under test.
    private func walk(_ folder: String, _ objects: inout [String: Int64], _ directories: inout Set<String>) {
        for name in FolderListing.names(in: "\(instance.mediaRoot)/\(folder)") {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            var status = stat()
            guard lstat("\(instance.mediaRoot)/\(path)", &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                directories.insert(path)
                walk(path, &objects, &directories)
            case S_IFLNK: objects[path] = -1
            default: objects[path] = Int64(status.st_size)
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
