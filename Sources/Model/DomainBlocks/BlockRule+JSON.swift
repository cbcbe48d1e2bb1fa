extension BlockRule {
    /// As records and plans keep it.
    package var json: JSONValue {
        .object([
            .init("severity", .string(severity.rawValue)), .init("reject_media", .boolean(rejectMedia)),
            .init("reject_reports", .boolean(rejectReports)), .init("obfuscate", .boolean(obfuscate)),
            .init("public_comment", publicComment.map { .string($0) } ?? .null),
            .init("private_comment", privateComment.map { .string($0) } ?? .null),
        ])
    }

    /// Nil for what is no rule.
    package init?(json: JSONValue) {
        guard let severity = json["severity"]?.string.flatMap({ BlockSeverity(rawValue: $0) }),
            case .boolean(let rejectMedia)? = json["reject_media"],
            case .boolean(let rejectReports)? = json["reject_reports"],
            case .boolean(let obfuscate)? = json["obfuscate"]
        else { return nil }
        self.init(
            severity: severity, rejectMedia: rejectMedia, rejectReports: rejectReports, obfuscate: obfuscate,
            publicComment: json["public_comment"]?.string, privateComment: json["private_comment"]?.string)
    }
}

extension BlockChange {
    /// What a plan says is to become of the domain.
    package var json: JSONValue {
        switch self {
        case .add(let entry): .object([.init("add", entry.rule.json)])
        case .remove: .object([.init("remove", true)])
        case .amend(_, let amendment):
            .object([
                .init(
                    "update",
                    .object(
                        [
                            .init("severity", amendment.severity.map { .string($0.rawValue) } ?? .null),
                            .init("reject_media", amendment.rejectMedia.map { .boolean($0) } ?? .null),
                            .init("reject_reports", amendment.rejectReports.map { .boolean($0) } ?? .null),
                        ]))
            ])
        }
    }

    /// Nil for what is no change.
    package init?(domain: String, json: JSONValue) {
        guard DomainName.isValid(domain) else { return nil }
        if let rule = json["add"] {
            guard let rule = BlockRule(json: rule) else { return nil }
            self = .add(BlockEntry(domain, rule))
        } else if let update = json["update"] {
            var amendment = BlockAmendment()
            if let word = update["severity"]?.string {
                guard let severity = BlockSeverity(rawValue: word) else { return nil }
                amendment.severity = severity
            }
            if case .boolean(let flag)? = update["reject_media"] { amendment.rejectMedia = flag }
            if case .boolean(let flag)? = update["reject_reports"] { amendment.rejectReports = flag }
            self = .amend(domain, amendment)
        } else if json["remove"] == .boolean(true) {
            self = .remove(domain)
        } else {
            return nil
        }
    }
}
