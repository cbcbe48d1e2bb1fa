import Faults
import Model

/// What became of files whose rows are gone.
package struct FilesGone: Sendable {
    /// Stored objects deleted.
    package var objects = 0
    /// What could not be deleted, each with its reason.
    package var failures: [ItemNote] = []

    package init() {}

    package mutating func add(_ other: FilesGone) {
        objects += other.objects
        failures += other.failures
    }
}

/// Rows are changed, and what they owe could not be done: storage or Redis did not answer. The journal knows what is left.
/// Never tried again as a batch: its rows would not be found any more.
package struct DebtsLeft: Wrapping {
    package let cause: any Error
    /// False where only jobs were to be queued.
    var hasRows = true

    package var note: String {
        hasRows
            ? "the rows were changed before that; the files, jobs and keys they owe are in the journal, and the next run of "
                + "any command that changes something finishes them"
            : "the jobs are in the journal, and the next run of any command that changes something queues them"
    }
}
