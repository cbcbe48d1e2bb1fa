import Glibc

/// The program in which a person reads pages.
package enum Browser {
    /// Opens a page by `xdg-open`, without waiting for it; false when there is no such program.
    ///
    /// - Parameter url: seen by every user of the machine while the program starts, so it must hold no secret.
    package static func open(_ url: String) -> Bool {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in 0...2 {
            posix_spawn_file_actions_addopen(&actions, CInt(descriptor), "/dev/null", O_RDWR, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(url), nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        guard posix_spawnp(&child, "xdg-open", &actions, nil, &words, environ) == 0 else { return false }
        // It hands the page over and ends; some desktops' stay as long as the browser does.
        for _ in 0..<50 {
            var status: CInt = 0
            if waitpid(child, &status, WNOHANG) == child { return status == 0 }
            usleep(20_000)
        }
        return true
    }
}
