extension Schedule.Facts {
    /// A file for `/etc/cron.d`.
    ///
    /// Source: crontab(5) of Debian's cron 3.0pl1, which ends a command at a `%` that has no backslash before it.
    var cronFile: Schedule.File {
        let command = ([program] + arguments).map(Self.shellWord).joined(separator: " ").replacing("%", with: "\\%")
        let name = "/etc/cron.d/\(unit)"
        return Schedule.File(
            name: name,
            text: """
                # \(name)
                # Written by `mastoctl \(work.printing) cron`; owned by root, mode 0644. In a crontab of \(user)'s own leave
                # out the user's name. No flock is needed: a second run finds the first one's lock and ends with status 75.
                # Cron mails what a run says, and a run that went well says nothing. Put the monitor's address and other
                # secrets into the profile (ping_url_file), not into this line.
                SHELL=/bin/sh
                \(minute) \(work.hour) * * \(work.day ?? "*") \(user) \(command)

                """)
    }

    /// A word as the shell reads it.
    static func shellWord(_ text: String) -> String {
        let isBare =
            !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                        || "-_./:=,@+%".unicodeScalars.contains(scalar))
            }
        return isBare ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
