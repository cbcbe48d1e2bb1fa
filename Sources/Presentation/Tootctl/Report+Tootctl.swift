import Model
import Operations

extension Report {
    /// The last words of tootctl after such a run, as scripts look for them; nil where it has none of its own.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli`.
    package var wordsOfTootctl: String? {
        let rehearsal = dryRun ? " (DRY RUN)" : ""
        let size = HumanSize.text(bytes)
        switch operation {
        case "cache clear", "feeds clear", "feeds vacuum", "emoji purge", "accounts approve", "accounts backup",
            "accounts create", "accounts modify", "accounts merge", "settings registrations open",
            "settings registrations approved", "settings registrations close":
            return (["OK"] + [facts?[.password].map { "New password: \($0)" }].compactMap { $0 }).joined(
                separator: "\n")
        case "accounts delete": return "OK\(rehearsal)"
        case "accounts rotate": return changed == 1 ? "OK" : "OK, rotated keys for \(changed) accounts"
        case "accounts cull": return "Visited \(visited) accounts, removed \(changed)\(rehearsal)"
        case "accounts refresh": return "Refreshed \(changed) accounts\(rehearsal)"
        case "accounts follow": return "OK, followed target from \(changed) accounts"
        case "accounts unfollow": return "OK, unfollowed target from \(changed) accounts"
        case "accounts reset-relationships": return "Processed \(changed) relationships"
        case "accounts prune": return "OK, pruned \(changed) accounts\(rehearsal)"
        case "cache recount": return "OK, recounted \(visited) records"
        case "domains purge":
            return "Removed \(details[.accounts] ?? Int64(changed)) accounts\(rehearsal)\n"
                + "Removed \(details[.emoji] ?? 0) custom emojis\(rehearsal)"
        case "email-domain-blocks add": return "Added \(changed), skipped \(skipped)"
        case "ip-blocks add": return "Added \(changed), skipped \(skipped), failed \(failed)"
        case "email-domain-blocks remove": return "Removed \(changed), skipped \(skipped), failed \(failed)"
        case "ip-blocks remove": return "Removed \(changed), skipped \(skipped)"
        case "emoji import": return "Imported \(changed), skipped \(skipped), failed to import \(failed)"
        case "feeds build":
            return visited == 1 ? "OK\(rehearsal)" : "Regenerated feeds for \(changed) accounts\(rehearsal)"
        case "media remove" where noun == "media attachments":
            return "Removed \(changed) media attachments (approx. \(size))\(rehearsal)"
        case "media remove":
            return "Visited \(visited) accounts and removed profile media totaling \(size)\(rehearsal)"
        case "media remove-orphans": return "Removed \(changed) orphans (approx. \(size))\(rehearsal)"
        case "media refresh": return "Downloaded \(changed) media attachments (approx. \(size))\(rehearsal)"
        case "preview-cards remove":
            return "Removed media from \(changed) preview cards (approx. \(size))\(rehearsal)"
        case "search deploy":
            return "Indexed \(details[.documents] ?? 0) records, de-indexed \(details[.documentsRemoved] ?? 0)"
        case "statuses remove":
            let posts = details[.posts] ?? 0
            return "Done after \(seconds)s, removed \(posts) out of \(posts) statuses."
        case "upgrade storage-schema": return "Upgraded storage schema of \(changed) records\(rehearsal)"
        default: return nil
        }
    }
}

/// Sizes as Rails writes them: three digits that count, in steps of 1,024.
private enum HumanSize {
    private static let units = ["KB", "MB", "GB", "TB", "PB"]

    static func text(_ bytes: Int64) -> String {
        if bytes < 1_024 { return bytes == 1 ? "1 Byte" : "\(bytes) Bytes" }
        var number = Double(bytes) / 1_024
        var place = 0
        while number >= 1_024, place + 1 < units.count {
            number /= 1_024
            place += 1
        }
        let digits = number < 10 ? 2 : number < 100 ? 1 : 0
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let rounded = Int64((number * scale).rounded())
        let whole = rounded / Int64(scale)
        var rest = String(rounded % Int64(scale))
        rest = String(repeating: "0", count: max(0, digits - rest.utf8.count)) + rest
        while rest.hasSuffix("0") { rest.removeLast() }
        return digits == 0 || rest.isEmpty ? "\(whole) \(units[place])" : "\(whole).\(rest) \(units[place])"
    }
}
