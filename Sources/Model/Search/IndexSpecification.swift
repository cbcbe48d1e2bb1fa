/// What an index is made of: the settings and mappings a server creates it with, and their record.
///
/// Source: Mastodon 4.2.0, 4.3.23, 4.4.22, 4.5.15 and 4.6.5 `app/chewy/*_index.rb`; the record as Chewy writes it.
package struct IndexSpecification: Sendable, Equatable {
    package let index: SearchIndex
    /// `settings` and `mappings`, as sent when the index is created.
    package let body: JSONValue

    package init(_ index: SearchIndex, release: MastodonRelease, preset: SearchPreset) {
        self.index = index
        var settings: [JSONValue.Member] = [
            .init("number_of_replicas", .integer(preset.replicas)), .init("refresh_interval", .string(Self.refresh)),
        ]
        if let shards = preset.shards(of: index) { settings.append(.init("number_of_shards", .integer(shards))) }
        var members: [JSONValue.Member] = [.init("index", .object(settings))]
        if let analysis = Self.analysis(index, release) { members.append(.init("analysis", analysis)) }
        body = .object([
            .init("settings", .object(members)),
            .init(
                "mappings",
                .object([.init("date_detection", false), .init("properties", Self.properties(index))])),
        ])
    }

    /// Seconds between a document's arrival and its being found, in service.
    package static let refresh = "30s"

    package var mappings: JSONValue { body["mappings"] ?? .null }
    package var analysis: JSONValue { body["settings"]?["analysis"] ?? .null }

    /// The record's value: the compact JSON in base64, a line's end after each sixty characters.
    package var record: String { Base64.lines(Array(body.text.utf8)) }

    /// Whether a record says the same; neither the order of keys nor blanks matter.
    package func matches(record: String) -> Bool {
        guard let bytes = Base64.bytes(record), let value = JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
        else { return false }
        return value.isSame(as: body)
    }

    /// The index of the records, without the prefix.
    package static let recordIndex = "chewy_specifications"

    /// What that index is created with.
    package static func recordBody(_ preset: SearchPreset) -> JSONValue {
        .object([
            .init(
                "settings",
                .object([.init("index", .object([.init("number_of_replicas", .integer(preset.replicas))]))])),
            .init(
                "mappings",
                .object([
                    .init(
                        "properties",
                        .object([.init("specification", .object([.init("type", .string("binary"))]))]))
                ])),
        ])
    }

    /// The id and the record of the records' own index, which the server keeps beside the others after a reset.
    package static func ownRecord(_ preset: SearchPreset) -> (id: String, record: String) {
        ("chewy/stash/specification", Base64.lines(Array(recordBody(preset).text.utf8)))
    }
}

extension JSONValue {
    /// Whether both hold the same, whatever the order of members.
    package func isSame(as other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let mine), .object(let theirs)):
            mine.count == theirs.count
                && mine.allSatisfy { member in
                    theirs.first { $0.name == member.name }.map { member.value.isSame(as: $0.value) } ?? false
                }
        case (.array(let mine), .array(let theirs)):
            mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isSame(as: $1) }
        case (.integer(let mine), .number(let theirs)), (.number(let theirs), .integer(let mine)):
            Double(mine) == theirs
        default: self == other
        }
    }
}
