import Stores

extension Outcome {
    /// Adds what became of files whose rows are gone.
    mutating func add(_ files: FilesGone) {
        objects += files.objects
        failures += files.failures.map { ItemFailure(item: $0.item, reason: $0.reason) }
    }
}
