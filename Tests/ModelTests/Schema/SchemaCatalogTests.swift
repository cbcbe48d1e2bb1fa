import Model
import Testing

@Suite struct SchemaCatalogTests {
    @Test(arguments: MastodonRelease.allCases)
    func `knows a release by its newest migration`(release: MastodonRelease) {
        #expect(SchemaCatalog.release(forSchemaVersion: release.schemaVersion) == release)
        #expect(SchemaCatalog.of(release: release).release == release)
        #expect(everyRelationHasColumns(release))
    }

    @Test func `knows no release for a half-migrated database`() {
        #expect(SchemaCatalog.release(forSchemaVersion: "20250101000000") == nil)
        #expect(SchemaCatalog.release(forSchemaVersion: "") == nil)
    }

    @Test(
        arguments: zip(MastodonRelease.allCases, [94, 98, 108, 109, 115, 118])
    )
    func `has as many tables as a fresh database`(release: MastodonRelease, count: Int) {
        #expect(SchemaCatalog.of(release: release).tables.count == count)
    }

    @Test func `tells columns with type, nullability and default`() throws {
        let media = try #require(SchemaCatalog.of(release: .v4_6).relation("media_attachments"))
        let type = try #require(media.column("type"))
        #expect(type.type == "integer" && !type.isNullable && type.defaultValue == "0")
        let meta = try #require(media.column("file_meta"))
        #expect(meta.type == "json" && meta.isNullable && meta.defaultValue == nil)
        #expect(media.column("remote_url")?.defaultValue == "''::character varying")
        #expect(media.column("id")?.defaultValue == "timestamp_id('media_attachments'::text)")
        #expect(media.sequence?.name == "media_attachments_id_seq")
    }

    @Test func `tells what a release has and another lacks`() {
        #expect(
            SchemaCatalog.of(release: .v4_5).relation("media_attachments")?.column("thumbnail_storage_schema_version")
                == nil)
        #expect(
            SchemaCatalog.of(release: .v4_6).relation("media_attachments")?.column("thumbnail_storage_schema_version")
                != nil)
        #expect(SchemaCatalog.of(release: .v4_3).relation("quotes") == nil)
        #expect(SchemaCatalog.of(release: .v4_4).relation("quotes") != nil)
        #expect(SchemaCatalog.of(release: .v4_3).relation("polls")?.column("account_id")?.isNullable == true)
        #expect(SchemaCatalog.of(release: .v4_4).relation("polls")?.column("account_id")?.isNullable == false)
    }

    @Test func `tells indexes with keys, order, operator class, method and predicate`() throws {
        let catalog = SchemaCatalog.of(release: .v4_6)
        let statuses = try #require(catalog.relation("statuses"))
        let recent = try #require(statuses.indexes.first { $0.name == "index_statuses_20190820" })
        #expect(recent.keys.map(\.expression) == ["account_id", "id", "visibility", "updated_at"])
        #expect(recent.keys.map(\.isDescending) == [false, true, false, false])
        #expect(recent.predicate == "deleted_at IS NULL")
        let uri = try #require(statuses.indexes.first { $0.name == "index_statuses_on_uri" })
        #expect(uri.kind == .unique && uri.keys[0].operatorClass == "text_pattern_ops")
        let search = try #require(catalog.relation("accounts")?.indexes.first { $0.name == "search_index" })
        #expect(search.method == "gin" && search.keys.count == 1)
        #expect(search.keys[0].expression.contains(" || "))
    }

    @Test func `tells foreign keys with what a deletion does`() throws {
        let media = try #require(SchemaCatalog.of(release: .v4_6).relation("media_attachments"))
        let key = try #require(media.foreignKeys.first { $0.column == "status_id" })
        #expect(key.table == "statuses" && key.target == "id" && key.onDelete == "set null")
    }

    private func everyRelationHasColumns(_ release: MastodonRelease) -> Bool {
        SchemaCatalog.of(release: release).relations.allSatisfy { !$0.columns.isEmpty }
    }
}
