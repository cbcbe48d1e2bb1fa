/// A customer's leave: what was handed over, whether it has arrived, and from when on it may be erased here.
package struct Offboarding: Sendable, Equatable, Encodable {
    package enum Proof: String, Sendable, Encodable {
        /// Every file of a copy was compared.
        case copy
        /// Whoever received it has told the hash of `handover.json`, which has the hashes of the rest.
        case digest
    }

    package var schema = "fleet.offboard/1"
    package var server: String
    package var domain: String
    /// Of what was handed over.
    package var folder: String
    package var handedOverAt: UTCTime
    /// SHA-256 of `handover.json`, in 64 hexadecimal digits.
    package var sha256: String
    package var noticeEndsAt: UTCTime
    /// Days that data are kept after the receipt.
    package var keptDays: Int
    package var receivedAt: UTCTime?
    package var proof: Proof?

    package init(
        server: String, domain: String, folder: String, handedOverAt: UTCTime, sha256: String, noticeDays: Int,
        keptDays: Int
    ) {
        self.server = server
        self.domain = domain
        self.folder = folder
        self.handedOverAt = handedOverAt
        self.sha256 = sha256
        self.keptDays = keptDays
        noticeEndsAt = handedOverAt.after(days: noticeDays)
    }

    /// From when on data may be erased: not before they were received and kept for a while, nor before the notice is
    /// over. Nil without a proof.
    package var erasableAt: UTCTime? { receivedAt.map { max($0.after(days: keptDays), noticeEndsAt) } }

    package mutating func receive(at time: UTCTime, by proof: Proof) {
        guard receivedAt == nil else { return }
        (receivedAt, self.proof) = (time, proof)
    }

    /// - Parameter json: as `json` writes it.
    /// - Returns: nil for what is none.
    package init?(_ json: JSONValue) {
        guard json["schema"]?.string == "fleet.offboard/1", let server = json["server"]?.string,
            let folder = json["folder"]?.string, let sha256 = json["sha256"]?.string,
            let handedOver = json["handed_over_at"]?.string.flatMap({ UTCTime(parsing: $0) }),
            let notice = json["notice_ends_at"]?.string.flatMap({ UTCTime(parsing: $0) }),
            let kept = json["kept_days"]?.integer
        else { return nil }
        self.init(
            server: server, domain: json["domain"]?.string ?? "", folder: folder, handedOverAt: handedOver,
            sha256: sha256, noticeDays: 0, keptDays: Int(kept))
        noticeEndsAt = notice
        receivedAt = json["received_at"]?.string.flatMap { UTCTime(parsing: $0) }
        proof = json["proof"]?.string.flatMap { Proof(rawValue: $0) }
    }

    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(schema)), .init("server", .string(server)), .init("domain", .string(domain)),
            .init("folder", .string(folder)), .init("handed_over_at", .string("\(handedOverAt)")),
            .init("sha256", .string(sha256)),
            .init("notice_ends_at", .string("\(noticeEndsAt)")), .init("kept_days", .integer(Int64(keptDays))),
        ]
        if let receivedAt { members.append(.init("received_at", .string("\(receivedAt)"))) }
        if let proof { members.append(.init("proof", .string(proof.rawValue))) }
        return .object(members)
    }

    private enum CodingKeys: CodingKey {
        case schema, server, domain, folder, handedOverAt, sha256, noticeEndsAt, keptDays, receivedAt, proof
        case erasableAt
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(server, forKey: .server)
        try container.encode(domain, forKey: .domain)
        try container.encode(folder, forKey: .folder)
        try container.encode(handedOverAt, forKey: .handedOverAt)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(noticeEndsAt, forKey: .noticeEndsAt)
        try container.encode(keptDays, forKey: .keptDays)
        try container.encodeIfPresent(receivedAt, forKey: .receivedAt)
        try container.encodeIfPresent(proof, forKey: .proof)
        try container.encodeIfPresent(erasableAt, forKey: .erasableAt)
    }
}

extension UTCTime {
    fileprivate func after(days: Int) -> UTCTime { UTCTime(seconds + Double(days) * 86_400) }
}
