/// A check: it says what it found, and its status is 1 when it found something wrong. Changes only what it is asked to
/// mend.
protocol CheckCommand: OperationCommand {
    var options: RunOptions { get }
    /// Whether what is found is put right, too.
    var mends: Bool { get }
}

extension CheckCommand {
    /// A look is a rehearsal of the mending.
    var running: RunOptions {
        var running = options
        running.dryRun = running.dryRun || !mends
        return running
    }
}
