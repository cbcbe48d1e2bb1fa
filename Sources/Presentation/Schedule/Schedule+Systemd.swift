extension Schedule.Facts {
    /// A service that may do what a run needs and nothing else, and its timer.
    ///
    /// Source of the options: systemd.exec(5), systemd.service(5), systemd.timer(5), as of systemd 252.
    var systemdFiles: [Schedule.File] {
        let folder = "/etc/systemd/system"
        return [
            Schedule.File(name: "\(folder)/\(unit).service", text: service(at: "\(folder)/\(unit).service")),
            Schedule.File(name: "\(folder)/\(unit).timer", text: timer(at: "\(folder)/\(unit).timer")),
        ]
    }

    private func service(at path: String) -> String {
        """
        # \(path)
        # Written by `mastoctl \(work.printing) systemd`. Save this part and the next under the names in their first
        # lines, then: systemctl daemon-reload && systemctl enable --now \(unit).timer
        [Unit]
        Description=\(work.title) \(Self.plain(instance))
        Documentation=man:mastoctl-\(work.words.joined(separator: "-"))(1)
        Wants=network-online.target
        After=network-online.target postgresql.service

        [Service]
        Type=oneshot
        ExecStart=\(([program] + arguments).map(Self.word).joined(separator: " "))
        User=\(user)
        WorkingDirectory=/
        # Secrets and further settings, such as MASTOCTL_PING_URL or DB_PASS. Keep it owned by root, mode 0600.
        EnvironmentFile=-/etc/mastoctl/\(work.noun).env
        \(state)
        # SIGTERM lets the batch at work finish; the next run goes on from there.
        KillSignal=SIGTERM
        TimeoutStopSec=5min
        TimeoutStartSec=infinity
        Nice=10
        IOSchedulingClass=best-effort
        IOSchedulingPriority=7

        ProtectSystem=strict
        ProtectHome=\(isIn("/home/", "/root/", "/run/user/") ? "read-only" : "yes")
        \(readWritePaths)
        PrivateTmp=\(isIn("/tmp/", "/var/tmp/") ? "no" : "yes")
        PrivateDevices=yes
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        AmbientCapabilities=
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        MemoryDenyWriteExecute=\(work.runsPostgres ? "no" : "yes")
        RemoveIPC=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged @resources
        SystemCallErrorNumber=EPERM

        """
    }

    private func timer(at path: String) -> String {
        """
        # \(path)
        [Unit]
        Description=\(work.title) \(Self.plain(instance)), every \(work.day == nil ? "night" : "week")
        Documentation=man:mastoctl-\(work.words.joined(separator: "-"))(1)

        [Timer]
        OnCalendar=\(work.day.map { "\($0) " } ?? "")*-*-* 0\(work.hour):00:00
        RandomizedDelaySec=1h
        # A night missed while the machine was off is made up for.
        Persistent=yes

        [Install]
        WantedBy=timers.target

        """
    }

    private var state: String {
        stateDirectory == nil
            ? "StateDirectory=mastoctl\nStateDirectoryMode=0700" : "# The profile names the state directory."
    }

    private var readWritePaths: String {
        let paths = [work.writesMedia ? mediaRoot : nil, stateDirectory].compactMap { $0 } + writable
        if paths.isEmpty { return "# Nothing on this machine is written but the state." }
        return "ReadWritePaths=" + paths.map(Self.path).joined(separator: " ")
    }

    private func isIn(_ folders: String...) -> Bool {
        let paths = [program, mediaRoot, stateDirectory].compactMap { $0 } + writable.map { $0 + "/" } + readable
        return paths.contains { path in folders.contains { path.hasPrefix($0) } }
    }

    /// Specifiers are the only thing that means something in a description.
    private static func plain(_ text: String) -> String { text.replacing("%", with: "%%") }

    /// A word of a command line: neither specifiers nor variables are replaced in it.
    static func word(_ text: String) -> String { path(text.replacing("$", with: "$$")) }

    /// A word where variables mean nothing.
    static func path(_ text: String) -> String {
        let escaped = text.replacing("%", with: "%%")
        let isBare = !escaped.isEmpty && !escaped.contains { $0.isWhitespace || "\"'\\;".contains($0) }
        return isBare ? escaped : "\"" + escaped.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
