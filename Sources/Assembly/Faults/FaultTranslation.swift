import Configuration
// Both modules have settings of this name; the bare one is the configured one.
import struct Configuration.S3Settings
import Engines
import Faults
import HTTP
import Mail
import Postgres
import Redis
import S3
import Stores

/// Turns whatever ended a run into the one error a user sees; the only place where drivers' errors are read.
package struct FaultTranslation: Sendable {
    private let configuration: Configuration?

    package init(_ configuration: Configuration?) {
        self.configuration = configuration
    }

    /// - Parameter address: of the service that was asked, where it is not the configured primary one.
    package func fault(for error: any Error, at address: String? = nil) -> Fault {
        let fault = plain(error, at: address)
        return configuration?.redaction.masked(fault) ?? fault
    }

    private func plain(_ error: any Error, at address: String?) -> Fault {
        switch error {
        case let fault as Fault: fault
        case let error as PostgresError:
            Fault(error, at: address ?? configuration?.postgres.address ?? "the configured host")
                .noting(address == nil ? configuration.map { "configured by \($0.postgres.origin)" } : nil)
        case let error as ColumnMismatch:
            Fault(
                .configuration, "a column has not the type this command expects", notes: ["\(error)"],
                help: "run `mastoctl doctor`", cause: error)
        case let error as RedisError:
            Fault(error, at: address ?? configuration?.redis.address ?? "the configured host")
                .noting(address == nil ? configuration.map { "configured by \($0.redis.origin)" } : nil)
        case let error as S3Error:
            Fault(error, at: bucket(of: error)?.place ?? error.place ?? "the configured endpoint")
                .noting(bucket(of: error).map { "configured by \($0.origin)" })
        case let error as SearchError:
            Fault(error, at: configuration?.elasticsearch.address ?? "the configured host")
        case let error as HTTPError: Fault(error)
        case let error as MailError: Fault(error)
        case let error as FileError: Fault(error)
        case let error as EngineError: Fault(error)
        case let error as any Wrapping: plain(error.cause, at: address).noting(error.note)
        case is CancellationError: Fault(.interrupted, "interrupted")
        default:
            Fault(
                .ourBug, "something unforeseen went wrong", notes: ["\(type(of: error))"],
                help: "please report this with the command line and the version", cause: error)
        }
    }
}

extension FaultTranslation {
    /// The bucket that was asked: the server's own, or one of those besides.
    private func bucket(of error: S3Error) -> S3Settings? {
        guard let configuration else { return nil }
        var own: S3Settings?
        if case .s3(let bucket) = configuration.storage { own = bucket }
        guard let place = error.place else { return own }
        return ([own].compactMap(\.self) + configuration.buckets.values.sorted { $0.bucket < $1.bucket })
            .first { (try? S3.S3Settings($0))?.place == place } ?? nil
    }
}

extension Fault {
    func noting(_ note: String?) -> Fault {
        var fault = self
        if let note { fault.notes.append(note) }
        return fault
    }
}
