import Model
import Stores

// What the rows tell of media.

extension Check {
    static let storageRows: [Check] = [
        Check(
            "media.missing-sample", .problem, cost: .normal, needs: [.database, .storage], limit: Limit(2, .percent),
            "files that rows name are there", why: "people see grey boxes; uploads that are gone are gone for good",
            fix: "mastoctl media verify, then mastoctl media refresh for cached ones", source: "mastodon#14817"
        ) { inspection, check in
            guard (try? await inspection.store()) != nil else { return .unseen("the storage was not reached") }
            let store = try await inspection.store()
            let files = try await inspection.services.primary.sampledFiles(of: inspection.schema())
            let keys = files.filter(\.isLocal).map(\.originalKey)
            guard keys.count >= 10 else { return .fine("\(keys.count) files looked at") }
            let there = try await store.existing(of: keys)
            let lost = keys.filter { !there.contains($0) }
            let share = 100 * Double(lost.count) / Double(keys.count)
            let seen =
                [Evidence("missing of \(keys.count)", share, .percent)] + lost.prefix(10).map { Evidence($0.text) }
            return share > inspection.limit(of: check)
                ? .found(
                    "\(lost.count) of \(keys.count) files of this server's people are missing", seen,
                    as: share > 20 ? .critical : nil)
                : .fine("\(keys.count) files looked at", seen)
        },
        .asking(
            "media.retention-unset", .warning, cost: .normal, limit: Limit(50_000_000_000, .bytes), .noRetention,
            "media of other servers that nothing ever removes, over @", unit: .bytes, why: "it grows for ever",
            fix: "mastoctl prune --schedule systemd, or set the retention in the server's settings",
            source: "what admins ask most"),
        .asking(
            "media.content-retention-set", .critical, .contentRetention, "a retention of posts of other servers",
            unit: .days, why: "it deletes posts that people bookmarked, and private ones, for good",
            fix: "empty the field in the server's settings, content retention", source: "mastodon#26647, #28553"),
        .asking(
            "media.schema-version-0", .notice, cost: .normal, .archaicFiles, "cached files in the old place",
            unit: .count, why: "they cannot be told from local ones by their path, and so get into every backup",
            fix: "mastoctl upgrade storage-schema", source: "docs.joinmastodon.org"),
        .asking(
            "media.unattached", .notice, cost: .normal, limit: Limit(1_000, .count), .unattachedFiles,
            "uploads that no post ever got, more than @", unit: .count, why: "nobody sees them, and they stay",
            fix: "see sched.never (vacuum_scheduler)",
            source: "Mastodon 4.6.5 app/lib/vacuum/media_attachments_vacuum.rb"),
        .asking(
            "media.processing-stuck", .warning, cost: .normal, limit: Limit(24, .hours), .stuckProcessing,
            "uploads being processed for more than @", unit: .hours, why: "people wait for their videos",
            fix: "look at the queue default, and whether ffmpeg is there",
            source: "Mastodon 4.6.5 app/workers/post_process_media_worker.rb"),
        .asking(
            "media.avatars-share", .notice, cost: .normal, limit: Limit(30, .percent), .avatarShare,
            "pictures of profiles elsewhere, over @ of what is cached", unit: .percent,
            why: "nothing of the server's own ever removes them",
            fix: "mastoctl media remove --prune-profiles --dry-run",
            source: "what admins ask most"),
        .asking(
            "media.previews-share", .notice, cost: .normal, limit: Limit(30, .percent), .previewShare,
            "pictures of preview cards, over @ of what is cached", unit: .percent,
            why: "they are rarely looked at again",
            fix: "mastoctl preview-cards remove --dry-run", source: "what admins ask most"),
        .asking(
            "media.local-nameless", .warning, cost: .normal, .localFilesWithoutNames, "uploads in posts without a file",
            why: "the post has a gap", fix: "nothing brings them back; tell their people",
            source: "rows of media_attachments"),
    ]
}
