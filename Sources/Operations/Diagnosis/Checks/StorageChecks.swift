import Faults
import Model
import Stores

// Where media lie.

extension Check {
    static let storagePlace: [Check] = [
        Check(
            "media.reachable", .critical, cost: .normal, needs: [.storage], "the storage answers and can be listed",
            why: "no picture can be shown or uploaded", fix: "check the folder, or the bucket, its address and its key",
            source: "Mastodon 4.6.5 config/initializers/paperclip.rb"
        ) { inspection, _ in
            let storage = inspection.services.storage
            do {
                _ = try await inspection.store()
                return .fine("\(storage.kind) at \(storage.place) can be listed")
            } catch {
                return .found(error, inspection.services, at: storage.place)
            }
        },
        Check(
            "media.writable", .critical, cost: .normal, needs: [.storage],
            "the storage takes, gives and deletes an object",
            why: "uploads end with an error, and nothing can be removed",
            fix: "check who owns the folder, or the rights of the access key",
            source: "Mastodon 4.6.5 app/lib/admin/system_check/media_privacy_check.rb"
        ) { inspection, _ in
            guard let door = inspection.services.probes else { return .skipped(inspection.whyNoProbe) }
            if let reason = try await inspection.whyNothingIsWritten() { return .skipped(reason) }
            guard let store = try? await inspection.store() else { return .unseen("the storage was not reached") }
            return await probed(store, door, inspection)
        },
        Check(
            "media.space", .problem, cost: .normal, needs: [.storage], limit: Limit(10, .percent),
            "the media's file system has room", why: "a full disk stops uploads, and often the database",
            fix: "mastoctl prune --dry-run says how much it would free", source: "noellabo's checklist"
        ) { inspection, check in
            guard inspection.services.storage.kind == "filesystem" else {
                return .skipped("object storage has no such figure")
            }
            guard let room = try await inspection.mediaMachine().room(at: inspection.services.storage.place),
                room.size > 0
            else {
                return .unseen("the file system does not tell")
            }
            return space(room, limit: inspection.limit(of: check))
        },
        Check(
            "media.root-mode", .problem, needs: [.storage], "the folder of media is not open to everybody's writing",
            why: "any user of the machine can put files before the public", fix: "chmod o-w FOLDER", source: "docs"
        ) { inspection, _ in
            guard inspection.services.storage.kind == "filesystem" else { return .skipped("there is no folder") }
            guard let mode = try await inspection.mediaMachine().mode(inspection.services.storage.place) else {
                return .unseen("the folder cannot be looked at")
            }
            let words = "mode 0\(String(mode.bits, radix: 8))"
            return mode.bits & 0o002 != 0 ? .found(words) : .fine(words)
        },
        Check(
            "media.clock", .warning, cost: .normal, needs: [.storage], limit: Limit(60, .seconds),
            "the storage's clock agrees with this machine's", why: "from 15 minutes on S3 refuses every request",
            fix: "set this machine's clock by NTP", source: "Amazon S3, RequestTimeTooSkewed"
        ) { inspection, check in
            guard inspection.services.storage.kind == "s3" else { return .skipped("files have this machine's clock") }
            guard let door = inspection.services.probes else { return .skipped(inspection.whyNoProbe) }
            if let reason = try await inspection.whyNothingIsWritten() { return .skipped(reason) }
            guard case .done(let modified?) = await door.probe(try await inspection.store()) else {
                return .unseen("no object could be written")
            }
            let skew = (UTCTime.now.seconds - modified).magnitude
            let seen = [Evidence("difference", skew, .seconds)]
            return skew > inspection.limit(of: check)
                ? .found("differs by \(Evidence.text(skew, .seconds))", seen) : .fine("agrees", seen)
        },
    ]

    private static func probed(_ store: any ObjectStore, _ door: ProbeDoor, _ inspection: Inspection) async -> Verdict {
        switch await door.probe(store) {
        case .done: return .fine("an object was written, read and deleted")
        case .failed(let step, let error, let left):
            var fix: String?
            var words: String
            switch error {
            case ProbeDoor.Trouble.differentContent: words = "an object was read back with other content"
            case ProbeDoor.Trouble.refused(let reason): words = "cannot \(step.rawValue) an object (\(reason))"
            default:
                let verdict = Verdict.found(error, inspection.services, at: inspection.services.storage.place)
                words = "cannot \(step.rawValue) an object: \(verdict.detail)"
                fix = verdict.fix
            }
            if let left {
                words += "; \(left) may be left behind"
                fix = "remove \(left)" + (fix.map { ", and \($0)" } ?? "")
            }
            return .found(words, fix: fix)
        }
    }

    /// - Parameter limit: percent that is to be free.
    static func space(_ room: Machine.Room, limit: Double) -> Verdict {
        let share = 100 * Double(room.free) / Double(max(room.size, 1))
        let seen = [Evidence("free", Double(room.free), .bytes), Evidence("free share", share, .percent)]
        let words = "\(ByteCount(room.free)) free, \(Evidence.text(share, .percent))"
        if room.free < 100 << 20 { return .found(words, seen, as: .critical) }
        // A large disk with little room in percent has much in bytes: as much as a terabyte that is within the limit.
        if share < limit, Double(room.free) < limit / 100 * 1_000_000_000_000 {
            return .found(words, seen, as: room.free < 2_000_000_000 ? .problem : .warning)
        }
        return .fine(words, seen)
    }
}

extension Inspection {
    /// The store, once its first page was read.
    func store() async throws -> any ObjectStore {
        try await recall("store") { [services] in
            let store = try await services.storage.store()
            var pages = store.list(prefix: "", after: nil).makeAsyncIterator()
            _ = try await pages.next()
            return OpenedStore(store: store)
        }.store
    }
}

private struct OpenedStore: Sendable {
    let store: any ObjectStore
}
