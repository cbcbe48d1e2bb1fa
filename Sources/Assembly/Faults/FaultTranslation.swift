import Configuration
import Faults
import Postgres

/// Turns whatever ended a run into the one error a user sees; the only place where drivers' errors are read.
package struct FaultTranslation: Sendable {
    private let configuration: Configuration?

    package init(_ configuration: Configuration?) {
        self.configuration = configuration
    }

    package func fault(for error: any Error) -> Fault {
        switch error {
        case let fault as Fault: fault
        case let error as PostgresError:
            Fault(error, at: configuration?.postgres.address ?? "the configured host")
                .noting(configuration.map { "configured by \($0.postgres.origin)" })
        case let error as ColumnMismatch:
            Fault(
                .configuration, "a column has not the type this command expects", notes: ["\(error)"],
                help: "run `mastoctl doctor`", cause: error)
        case let error as any Wrapping: fault(for: error.cause).noting(error.note)
        case is CancellationError: Fault(.interrupted, "interrupted")
        default:
            Fault(
                .ourBug, "something unforeseen went wrong", notes: ["\(type(of: error))"],
                help: "please report this with the command line and the version", cause: error)
        }
    }
}

extension Fault {
    func noting(_ note: String?) -> Fault {
        var fault = self
        if let note { fault.notes.append(note) }
        return fault
    }
}
