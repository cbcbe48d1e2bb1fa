import Faults
import Glibc
import Model

/// What transactions owe: files to be deleted, jobs and keys to be sent, written down before they commit.
///
/// An entry is synced to disk before its transaction commits and marked done after all it owes is done. After a crash the
/// next run finishes what is left, once it has seen that the transaction was committed and that no row uses the files. A
/// file per run, held by an exclusive `flock` while the run lives, so that nobody finishes the work of a living one.
///
/// Form, one line each: those of `JournalEntry`; `- <n>` when done.
package actor Journal {
    private let folders: [String]
    private var file: Int32 = -1
    private var path = ""
    private var count = 0
    private var open: Set<Int> = []
    private var size = 0
    /// Of deliveries that are done and still remembered in Redis.
    private var marks: [String] = []

    /// Finished entries are cut off when the file has grown past this many bytes.
    private static let compactAbove = 4 << 20

    /// - Parameter folders: where journals of this instance live, best first. A later one is taken when an earlier one
    ///   cannot be written, as on the full disk that made the clean-up necessary.
    package init(folders: [String]) {
        self.folders = folders
    }

    /// A name for deliveries that nobody else's have.
    nonisolated func newMark() -> String {
        "mastoctl:outbox:\(SidekiqJob.newID())"
    }

    /// Writes an entry and syncs it to disk.
    ///
    /// - Throws: `Fault(.inputOutput)` when no folder can hold a journal.
    func begin(_ debts: Debts) throws -> JournalEntry {
        count += 1
        let entry = JournalEntry(number: count, mark: newMark(), debts: debts)
        try append(entry.text, sync: true)
        open.insert(entry.number)
        return entry
    }

    /// Marks an entry done, all but some of its files. Not synced: doing it again does no harm.
    func finish(_ entry: JournalEntry, except rest: [StoredFile] = []) throws {
        if !rest.isEmpty { _ = try begin(Debts(transaction: entry.debts.transaction, files: rest)) }
        open.remove(entry.number)
        if !entry.debts.outbox.isEmpty { marks.append(entry.mark) }
        if open.isEmpty, size > Self.compactAbove {
            ftruncate(file, 0)
            lseek(file, 0, SEEK_SET)
            size = 0
        } else {
            try append("- \(entry.number)\n", sync: false)
        }
    }

    /// Marks of deliveries that are safely known to be done, when there are many; each is told once.
    func marksDone(atLeast number: Int = 500) -> [String] {
        guard marks.count >= number, file >= 0, fdatasync(file) == 0 else { return [] }
        defer { marks = [] }
        return marks
    }

    /// Removes the file of this run when nothing in it is left to do.
    ///
    /// - Returns: marks of deliveries that are known to be done.
    func close() -> [String] {
        guard file >= 0 else { return [] }
        let done = marksDone(atLeast: 1)
        if open.isEmpty { unlink(path) }
        // A child that is just being started may still have the file open, and would hold the lock for a moment.
        flock(file, LOCK_UN)
        Glibc.close(file)
        file = -1
        // What is left is for a recovery; the next entry, if one comes, starts a file of its own.
        open = []
        size = 0
        return done
    }

    /// The unfinished entries of runs that no longer live, oldest run first. Journals that somebody else may have put
    /// there are told and left alone.
    package nonisolated func abandoned(warn: (String) -> Void = { _ in }) -> [AbandonedJournal] {
        folders.flatMap { folder -> [AbandonedJournal] in
            let names = FolderListing.names(in: folder).filter { $0.hasSuffix(".journal") }.sorted()
            if names.isEmpty { return [] }
            do throws(TrustedFile.Refusal) {
                try TrustedFile.requireFolder(folder)
            } catch {
                warn("the journals in \(folder) are left alone: \(error.reason)")
                return []
            }
            return names.compactMap { name in
                do {
                    return try AbandonedJournal(path: "\(folder)/\(name)")
                } catch {
                    let reason = (error as? TrustedFile.Refusal)?.reason ?? "it cannot be opened"
                    warn("the journal \(folder)/\(name) is left alone: \(reason)")
                    return nil
                }
            }
        }
    }

    private func append(_ text: String, sync: Bool) throws {
        if file < 0 { try create() }
        if let reason = write(text, sync: sync) {
            // The next folder may still have room.
            guard open.isEmpty, sync, moveOn() else { throw Self.fault(path, reason) }
            try create()
            if let reason = write(text, sync: sync) { throw Self.fault(path, reason) }
        }
    }

    private var folder = 0

    private func moveOn() -> Bool {
        unlink(path)
        Glibc.close(file)
        file = -1
        size = 0
        folder += 1
        return folder < folders.count
    }

    private func create() throws {
        var reason: CInt = ENOENT
        while folder < folders.count {
            FolderListing.create(folders[folder])
            if (try? TrustedFile.requireFolder(folders[folder])) == nil {
                // Whoever else could write there could make us delete what he names.
                reason = EPERM
                folder += 1
                continue
            }
            let stamp = UInt64(time(nil))
            path = "\(folders[folder])/\(stamp)-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).journal"
            file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_APPEND, 0o600)
            guard file >= 0 else {
                reason = errno
                folder += 1
                continue
            }
            if flock(file, LOCK_EX | LOCK_NB) == 0, isLinked {
                syncFolder()
                return
            }
            // Another run took the new file for an abandoned one before it was locked, and removes it.
            Glibc.close(file)
            file = -1
        }
        throw Self.fault(folders.last ?? "", reason)
    }

    /// False when the file has lost its name.
    private var isLinked: Bool {
        var status = stat()
        return fstat(file, &status) == 0 && status.st_nlink > 0
    }

    /// A new file's name must be on disk as well as its content.
    private func syncFolder() {
        let descriptor = Glibc.open(folders[folder], O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Glibc.close(descriptor)
    }

    /// Appends all of the text or nothing, and gives the reason when it could not.
    private func write(_ text: String, sync: Bool) -> CInt? {
        let reason = writeAll(text, sync: sync)
        // What follows a torn entry must not be read as part of it.
        if reason == nil { size += text.utf8.count } else { ftruncate(file, off_t(size)) }
        return reason
    }

    private func writeAll(_ text: String, sync: Bool) -> CInt? {
        var text = text
        let reason: CInt? = text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)[...]
            while !rest.isEmpty {
                let written = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = rest.dropFirst(written)
            }
            return nil
        }
        if let reason { return reason }
        return sync && fdatasync(file) != 0 ? errno : nil
    }

    private static func fault(_ path: String, _ reason: CInt) -> Fault {
        Fault(
            .inputOutput, "cannot write the journal \(path)", notes: [String(cString: strerror(reason))],
            help: "set state_dir in the profile, or MASTOCTL_STATE_DIR, to a folder this user can write")
    }
}
