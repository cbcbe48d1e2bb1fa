/// What another machine has told of itself, in answer to `script`.
package struct MachineReport: Sendable {
    /// What a program of any POSIX shell tells of the machine it runs on. Behind it stand words: `place:PATH` for the
    /// file system and the mode of a path, `end:PATH` for the end of a file, `journal` for what the server's units said.
    ///
    /// A line `=PATH`, `~PATH` or `~journal` is followed by a text, each of its lines behind a blank, with U+0001 for
    /// U+0000; `#` stands before the figures of a file system in KiB, `?` before mode, owner and time of a path.
    package static let script = #"""
        LC_ALL=C
        export LC_ALL
        text() {
            printf '=%s\n' "$1"
            if [ -f "$1" ] && [ -r "$1" ]; then tr '\000' '\001' < "$1" | head -c 1048576 | sed 's/^/ /'; fi
            echo
        }
        for path in /proc/meminfo /proc/vmstat /proc/stat /proc/loadavg /proc/uptime /proc/pressure/cpu \
            /proc/pressure/memory /proc/pressure/io /proc/sys/kernel/osrelease /proc/sys/vm/overcommit_memory \
            /proc/sys/fs/file-nr /sys/kernel/mm/transparent_hugepage/enabled /sys/fs/cgroup/memory.max \
            /sys/fs/cgroup/cpu.max /sys/fs/cgroup/pids.max /etc/os-release /run/reboot-required /.dockerenv \
            /run/.containerenv /etc/systemd/system/mastodon* /etc/systemd/system/mastoctl* \
            /lib/systemd/system/mastodon* /lib/systemd/system/mastoctl*
        do
            if [ -e "$path" ]; then text "$path"; fi
        done
        for folder in /proc/[0-9]*; do
            line=$(tr '\000' ' ' 2>/dev/null < "$folder/cmdline")
            case $line in
            *puma* | *sidekiq* | *streaming*)
                for name in cmdline stat environ; do text "$folder/$name"; done
                ;;
            esac
        done
        for word; do
            path=${word#*:}
            case $word in
            place:*)
                near=$path
                while [ ! -e "$near" ] && [ "$near" != / ]; do
                    near=${near%/*}
                    near=${near:-/}
                done
                size=$(df -Pk "$near" | awk 'NR == 2 { print $2, $4 }')
                files=$(df -Pi "$near" | awk 'NR == 2 { print $2, $4 }')
                printf '#%s %s %s\n' "${size:-0 0}" "${files:-0 0}" "$path"
                if [ -e "$path" ]; then printf '?%s %s\n' "$(stat -c '%a %u %Y' "$path")" "$path"; fi
                ;;
            end:*)
                if [ -f "$path" ] && [ -r "$path" ]; then
                    printf '~%s\n' "$path"
                    tail -c 262144 "$path" | tr '\000' '\001' | sed 's/^/ /'
                    echo
                fi
                ;;
            journal)
                printf '~journal\n'
                timeout 5 journalctl --unit 'mastodon-*' --lines 2000 --no-pager --output short-iso --quiet | sed 's/^/ /'
                echo
                ;;
            esac
        done 2>/dev/null
        """#

    private(set) var texts: [String: String] = [:]
    private(set) var ends: [String: String] = [:]
    private(set) var rooms: [String: Machine.Room] = [:]
    private(set) var modes: [String: (bits: UInt32, user: UInt32, modified: Double)] = [:]

    /// Reads what the program told. What is no line of it, as a greeting of the login shell, is passed over.
    package init(_ answer: String) {
        var open: (isEnd: Bool, path: String, lines: [Substring])?
        func close() {
            guard let text = open else { return }
            let joined = text.lines.joined(separator: "\n").replacing("\u{1}", with: "\0")
            if text.isEnd { ends[text.path] = joined } else { texts[text.path] = joined }
            open = nil
        }
        for line in answer.split(separator: "\n") {
            let rest = line.dropFirst()
            switch line.first {
            case " ": open?.lines.append(rest)
            case "=", "~":
                close()
                open = (line.first == "~", String(rest), [])
            case "#":
                let words = rest.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
                let numbers = words.prefix(4).compactMap { Int64($0) }
                guard words.count == 5, numbers.count == 4 else { continue }
                rooms[String(words[4])] = Machine.Room(
                    free: numbers[1] << 10, size: numbers[0] << 10, freeFiles: numbers[3], files: numbers[2])
            case "?":
                let words = rest.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
                guard words.count == 4, let bits = UInt32(words[0], radix: 8), let user = UInt32(words[1]),
                    let modified = Double(words[2])
                else { continue }
                modes[String(words[3])] = (bits, user, modified)
            default: continue
            }
        }
        close()
    }

    /// Whether anything was told.
    package var isAnswer: Bool { !texts.isEmpty }

    /// The names in a folder of which a text was told.
    func names(in folder: String) -> [String] {
        texts.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
    }
}
