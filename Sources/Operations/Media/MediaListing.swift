import Model
import Stores

/// Asks for the stored files that rows name and that are there.
package struct MediaListing: Question {
    fileprivate let kinds: [AttachmentKind]
    fileprivate let localOnly: Bool

    /// - Parameter kinds: empty for all.
    package init(kinds: [AttachmentKind], localOnly: Bool) {
        self.kinds = kinds.isEmpty ? AttachmentKind.allCases : AttachmentKind.allCases.filter(kinds.contains)
        self.localOnly = localOnly
    }

    package func answer(at site: Site<ReadOnly>) -> ListedMediaRows { ListedMediaRows(self, at: site) }
}

/// A stored file, as a listing tells it.
package struct ListedMedia: Sendable, Equatable {
    package var object: ObjectKey
    package var kind: AttachmentKind
    /// The row's.
    package var id: Int64
    package var isLocal: Bool
    /// Known of originals.
    package var bytes: Int64?
}

/// Some at a time, kind by kind, by the rows' ids.
package struct ListedMediaRows: AsyncSequence, Sendable {
    package typealias Element = [ListedMedia]

    private let site: Site<ReadOnly>
    private let selection: MediaListing

    fileprivate init(_ selection: MediaListing, at site: Site<ReadOnly>) {
        self.site = site
        self.selection = selection
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(selection, at: site) }

    package struct AsyncIterator: AsyncIteratorProtocol {
        private static let page = 1_000

        private let site: Site<ReadOnly>
        private let owners: FileOwners
        private let localOnly: Bool
        private var rest: ArraySlice<AttachmentKind>
        private var last = Int64.min

        fileprivate init(_ selection: MediaListing, at site: Site<ReadOnly>) {
            self.site = site
            owners = FileOwners(schema: site.instance.schema)
            localOnly = selection.localOnly
            rest = selection.kinds.filter { site.instance.schema.has(table: $0.table) }[...]
        }

        package mutating func next() async throws -> [ListedMedia]? {
            while let kind = rest.first {
                if localOnly, kind == .previewCard {
                    rest.removeFirst()
                    continue
                }
                let (owners, after, localOnly) = (owners, last, localOnly)
                let rows = try await site.database.read {
                    try await owners.sized(of: kind, after: after, size: Self.page, localOnly: localOnly, over: $0)
                }
                last = rows.last?.file.id ?? .min
                if rows.count < Self.page {
                    rest.removeFirst()
                    last = .min
                }
                let listed = try await there(rows)
                if !listed.isEmpty { return listed }
            }
            return nil
        }

        /// Those that are stored: a row may name a rendition that was never made.
        private func there(_ rows: [(file: StoredFile, bytes: Int64)]) async throws -> [ListedMedia] {
            let safe = rows.filter(\.file.hasSafeNames)
            let existing = try await site.objects.existing(of: safe.flatMap(\.file.keys))
            return safe.flatMap { file, bytes in
                let original = file.originalKey
                return file.keys.filter(existing.contains).map { key in
                    ListedMedia(
                        object: key, kind: file.kind, id: file.id, isLocal: file.isLocal,
                        bytes: key == original ? bytes : nil)
                }
            }
        }
    }
}
