import Glibc
import Model
import Stores

// This machine, and what earlier runs of this program left.

extension Check {
    static let machine: [Check] = [
        Check(
            "host.state-folder", .problem, "journals can be written",
            why: "commands that change something refuse to run",
            fix: "set MASTOCTL_STATE_DIR or run.state_dir to a folder this user can write", source: "mastoctl"
        ) { inspection, _ in
            let folder = inspection.services.stateFolders.first ?? ""
            var nearest = folder
            while access(nearest, F_OK) != 0, let slash = nearest.lastIndex(of: "/"), slash != nearest.startIndex {
                nearest = String(nearest[..<slash])
            }
            return access(nearest, W_OK | X_OK) == 0
                ? .fine("journals go to \(folder)") : .found("journals cannot be written to \(folder)")
        },
        Check(
            "host.journal-left", .warning, "no run died half way", why: "files, jobs or cache keys are still owed",
            fix: "run any command that changes something; it finishes them first", source: "mastoctl"
        ) { inspection, _ in
            let abandoned = inspection.services.journal.abandoned().filter { !$0.isDone }
            guard !abandoned.isEmpty else { return .fine("none did") }
            let files = abandoned.reduce(0) { $0 + $1.fileCount }
            let jobs = abandoned.reduce(0) { $0 + $1.jobCount }
            let queued = jobs > 0 ? " and \(jobs) jobs to queue" : ""
            return .found(
                "a run died half way and left \(files) deletions to finish\(queued)",
                abandoned.map { Evidence($0.path) })
        },
        Check(
            "host.disk-temporary", .problem, limit: Limit(5, .percent), "/tmp has room",
            why: "uploads are put there before they are stored", fix: "look what lies there",
            source: "noellabo's checklist"
        ) { inspection, check in
            guard let room = try await inspection.machine().room(at: "/tmp"), room.size > 0 else {
                return .unseen("the file system does not tell")
            }
            return space(room, limit: inspection.limit(of: check))
        },
        Check(
            "host.disk-root", .problem, limit: Limit(5, .percent), "the system's disk has room",
            why: "a full disk stops the database and the log", fix: "journalctl --vacuum-size=500M; apt clean",
            source: "noellabo's checklist"
        ) { inspection, check in
            guard let room = try await inspection.machine().room(at: "/var"), room.size > 0 else {
                return .unseen("the file system does not tell")
            }
            return space(room, limit: inspection.limit(of: check))
        },
        Check(
            "host.inodes", .problem, limit: Limit(85, .percent), "the media's file system has room for more files",
            why: "millions of small files use up what counts them",
            fix: "mastoctl prune; a file system with more of them",
            source: "ext4"
        ) { inspection, check in
            guard inspection.services.storage.kind == "filesystem" else { return .skipped("there is no folder") }
            guard let room = try await inspection.mediaMachine().room(at: inspection.services.storage.place),
                room.files > 0
            else {
                return .skipped("the file system has no such bound")
            }
            let share = 100 * Double(room.files - room.freeFiles) / Double(room.files)
            let seen = [Evidence("used", share, .percent)]
            return share > inspection.limit(of: check)
                ? .found("\(Evidence.text(share, .percent)) used", seen)
                : .fine("\(Evidence.text(share, .percent)) used", seen)
        },
        Check(
            "host.oom", .problem, "the kernel has ended nothing for want of memory",
            why: "PostgreSQL or Sidekiq was killed in the middle of its work",
            fix: "journalctl -k | grep -i oom; less threads, or more memory",
            source: "/proc/vmstat"
        ) { inspection, _ in
            let machine = try await inspection.machine()
            guard let count = machine.number("oom_kill", in: "/proc/vmstat") else {
                return .skipped("the kernel does not tell")
            }
            let seen = [Evidence("since the start", count, .count)]
            return count > 0 && !machine.isContainer
                ? .found("processes ended since the machine's start: \(Int(count))", seen)
                : .fine("\(Int(count))", seen)
        },
        Check(
            "host.swap", .warning, limit: Limit(50, .percent), "the swap is mostly free",
            why: "what lies there is slow",
            fix: "less threads, or more memory", source: "/proc/meminfo"
        ) { inspection, check in
            let machine = try await inspection.machine()
            guard let total = machine.number("SwapTotal:", in: "/proc/meminfo"), total > 0,
                let free = machine.number("SwapFree:", in: "/proc/meminfo")
            else { return .skipped("there is no swap") }
            let share = 100 * (total - free) / total
            let seen = [Evidence("used", share, .percent)]
            return share > inspection.limit(of: check)
                ? .found("\(Evidence.text(share, .percent)) used", seen)
                : .fine("\(Evidence.text(share, .percent)) used", seen)
        },
        Check(
            "host.memory", .warning, limit: Limit(5, .percent), "memory is free", why: "the kernel soon ends something",
            fix: "less threads, or more memory", source: "/proc/meminfo"
        ) { inspection, check in
            let machine = try await inspection.machine()
            guard let total = machine.number("MemTotal:", in: "/proc/meminfo"), total > 0,
                let free = machine.number("MemAvailable:", in: "/proc/meminfo")
            else { return .skipped("the kernel does not tell") }
            let share = 100 * free / total
            let seen = [Evidence("free", share, .percent)]
            return share < inspection.limit(of: check)
                ? .found("\(Evidence.text(share, .percent)) free", seen)
                : .fine("\(Evidence.text(share, .percent)) free", seen)
        },
        Check(
            "host.pressure", .notice, limit: Limit(60, .percent), "work does not wait for the machine",
            why: "everything is slow", fix: "see which: processor, memory or disk", source: "/proc/pressure"
        ) { inspection, check in
            let limit = inspection.limit(of: check)
            let machine = try await inspection.machine()
            let seen = ["cpu", "memory", "io"].compactMap { name -> Evidence? in
                let text = machine.text("/proc/pressure/\(name)") ?? ""
                guard let mark = text.firstRange(of: "avg300=") else { return nil }
                let number = text[mark.upperBound...].prefix { $0 != " " && !$0.isNewline }
                return Double(number).map { Evidence(name, $0, .percent) }
            }
            guard !seen.isEmpty, inspection.services.isProduction else { return .skipped("the kernel does not tell") }
            let high = seen.filter { ($0.value ?? 0) > limit }
            return high.isEmpty
                ? .fine(seen.map(\.text).joined(separator: ", "), seen)
                : .found("waiting for five minutes: \(high.map(\.text).joined(separator: ", "))", high)
        },
        Check(
            "host.reboot-needed", .warning, "no upgrade waits for a restart of the machine",
            why: "the kernel or the C library that runs is an old one; PostgreSQL sorts by it",
            fix: "restart the machine, and look at pg.collation-drift", source: "Debian, /run/reboot-required"
        ) { inspection, _ in
            try await inspection.machine().exists("/run/reboot-required")
                ? .found("/run/reboot-required is there") : .fine("none")
        },
        Check(
            "host.overcommit", .notice, needs: [.production], "Redis can take snapshots when memory is short",
            why: "with vm.overcommit_memory = 0 the copy for a snapshot may be refused",
            fix: "sysctl vm.overcommit_memory=1", source: "Redis, administration"
        ) { inspection, _ in
            guard isLocal(inspection.base?.address ?? "") else { return .skipped("Redis is on another machine") }
            guard let text = try await inspection.machine().text("/proc/sys/vm/overcommit_memory") else {
                return .skipped("the kernel does not tell")
            }
            return text.hasPrefix("0")
                ? .found("vm.overcommit_memory is 0") : .fine("vm.overcommit_memory is \(text.prefix(1))")
        },
        Check(
            "host.huge-pages", .notice, needs: [.production], "huge pages are not forced on Redis",
            why: "they make Redis slow and large after each snapshot",
            fix: "echo madvise > /sys/kernel/mm/transparent_hugepage/enabled", source: "Redis, latency problems"
        ) { inspection, _ in
            guard isLocal(inspection.base?.address ?? "") else { return .skipped("Redis is on another machine") }
            guard let text = try await inspection.machine().text("/sys/kernel/mm/transparent_hugepage/enabled") else {
                return .skipped("the kernel does not tell")
            }
            return text.contains("[always]") ? .found("always") : .fine("not always")
        },
        Check(
            "host.open-files", .notice, "there is room for more open files", why: "new connections are refused",
            fix: "sysctl fs.file-max", source: "/proc/sys/fs/file-nr"
        ) { inspection, _ in
            let words = (try await inspection.machine().text("/proc/sys/fs/file-nr") ?? "").split { $0.isWhitespace }
            guard words.count == 3, let used = Double(words[0]), let most = Double(words[2]), most > 0 else {
                return .skipped("the kernel does not tell")
            }
            let seen = [Evidence("used", 100 * used / most, .percent)]
            return used > 0.8 * most ? .found("\(Int(used)) of \(Int(most))", seen) : .fine("\(Int(used)) open", seen)
        },
    ]
}
