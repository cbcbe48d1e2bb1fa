import HTTP
import Model
import S3
import Synchronization

extension BucketObjectStore {
    package func read(_ key: ObjectKey, from offset: Int64, count: Int) async throws -> [UInt8]? {
        guard let name = try name(key) else { return nil }
        return try await client.get(name, from: offset, count: count)
    }

    package func take(_ key: ObjectKey, _ content: ObjectContent, served: FileServing) async throws -> String? {
        guard let name = try name(key) else { return nil }
        let type = served.contentType ?? "application/octet-stream"
        guard !content.isSmall else {
            return try await client.put(
                name, content.whole(), contentType: type, cacheControl: FileServing.cacheControl, acl: acl(served))
        }
        var offset: Int64 = 0
        let headers = S3Served(contentType: type, cacheControl: FileServing.cacheControl)
        try await client.upload(name, served: headers, acl: acl(served)) {
            let piece = try await content.piece(from: offset)
            offset += Int64(piece?.count ?? 0)
            return piece
        }
        return nil
    }

    package func takeNearby(
        _ object: StoredObject, from other: any ObjectStore, served: FileServing
    ) async throws -> Bool {
        guard let other = other as? BucketObjectStore, client.isNear(other.client),
            !refusesCopies.load(ordering: .relaxed),
            object.size < Self.largestCopy, let name = try name(object.key),
            let source = try other.name(object.key)
        else { return false }
        let headers = served.contentType.map {
            S3Served(contentType: $0, cacheControl: FileServing.cacheControl)
        }
        do {
            try await client.copy(
                source, of: other.client.settings.bucket, to: name, served: headers, acl: acl(served))
            return true
        } catch let error as S3Error where !error.isTransient && !error.isAboutAll {
            // This key may not read the other bucket, or the service copies within one alone.
            if error.code != "NoSuchKey" { refusesCopies.store(true, ordering: .relaxed) }
            return false
        }
    }

    package func flaws(of key: ObjectKey, served: FileServing) async throws -> Set<ServingFlaw>? {
        guard let name = try name(key), let headers = try await client.headers(of: name) else { return nil }
        var flaws: Set<ServingFlaw> = []
        if served.contentType != nil, FileServing.isGeneric(headers.contentType) { flaws.insert(.contentType) }
        if headers.cacheControl != FileServing.cacheControl { flaws.insert(.cacheControl) }
        if let isWanted = isPublic(served), let isPublic = try await isPublic(name), isPublic != isWanted {
            flaws.insert(.access)
        }
        return flaws
    }

    package func serve(
        _ key: ObjectKey, as served: FileServing, mending flaws: Set<ServingFlaw>
    ) async throws -> ObjectOutcome {
        if flaws.isEmpty { return ObjectOutcome() }
        return try await change(key) { [self] name in
            guard flaws != [.access] else { return try await client.publish(name, acl: acl(served)) }
            let present = try await client.headers(of: name)?.contentType
            let type = FileServing.isGeneric(present) ? served.contentType ?? present : present
            let headers = S3Served(contentType: type, cacheControl: FileServing.cacheControl)
            try await client.copy(name, of: client.settings.bucket, to: name, served: headers, acl: acl(served))
        }
    }

    /// What was answered is kept.
    package func settle() async throws {}

    /// S3 copies no larger ones in one request.
    private static let largestCopy: Int64 = 5 << 30

    private func acl(_ served: FileServing) -> String? { served.isPrivate ? "private" : nil }

    /// Whether everybody is to be able to read it; nil where the settings do not say.
    private func isPublic(_ served: FileServing) -> Bool? {
        switch client.settings.permission {
        case "public-read", "public-read-write": !served.isPrivate
        case "private": false
        default: nil
        }
    }

    /// Whether everybody can read it; nil where the service has no such lists.
    private func isPublic(_ name: String) async throws -> Bool? {
        do {
            let everybody = "http://acs.amazonaws.com/groups/global/AllUsers"
            return try await client.grants(of: name)?.contains {
                $0.group == everybody && ["READ", "FULL_CONTROL"].contains($0.right)
            }
        } catch let error as S3Error
            where [405, 501].contains(error.status) || error.code == "AccessControlListNotSupported"
        {
            return nil
        }
    }
}

extension S3Client {
    /// Whether another bucket is of the same service, so that it copies between them itself.
    fileprivate func isNear(_ other: S3Client) -> Bool {
        settings.endpoint == other.settings.endpoint && settings.region == other.settings.region
    }
}
