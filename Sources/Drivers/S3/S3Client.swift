import Crypto
import Glibc
import HTTP
import Synchronization

/// One bucket over HTTP. Retries live here, and only here.
///
/// Every method throws `S3Error` for an answer that is an error, `HTTPError` when there was no answer, and
/// `CancellationError`. What may pass by itself (429, 5xx, `SlowDown`, time-outs, dropped connections, cut answers) was
/// tried `settings.retry.attempts` times before; all requests used are idempotent.
package final class S3Client: Sendable {
    package let settings: S3Settings
    let http: HTTPClient
    let gate: Gate
    /// For requests that cost a server next to nothing: those for attributes alone.
    let wideGate: Gate
    /// Set once the server said that it has no DeleteObjects.
    let lacksBatchDelete = Atomic(false)
    private let signature: Signature
    private let scheme: String
    private let host: String
    private let base: String

    package init(_ settings: S3Settings) {
        self.settings = settings
        var transport = HTTPClient.Settings()
        transport.concurrency = settings.concurrency
        transport.connectTimeout = settings.connectTimeout
        transport.stallTimeout = settings.stallTimeout
        transport.caFile = settings.caFile
        http = HTTPClient(transport)
        gate = Gate(width: settings.concurrency)
        wideGate = Gate(width: max(settings.concurrency, 100))
        signature = Signature(
            accessKey: settings.accessKey, secretKey: settings.secretKey, region: settings.region)
        (scheme, host, base) = settings.location
    }

    package func close() { http.close() }

    /// `host[:port]/bucket`, for messages.
    package var place: String { settings.place }

    /// Sends a signed request and reads its answer, again when that may help.
    ///
    /// - Parameters:
    ///   - key: nil for the bucket itself.
    ///   - query: not encoded.
    ///   - accepted: statuses that are answers, besides 2xx.
    ///   - read: makes the result; an `S3Error` it throws counts as the server's.
    func perform<Result: Sendable>(
        _ method: String, key: String? = nil, query: [(String, String)] = [], headers: HTTPHeaders = [:],
        body: [UInt8] = [], accepting accepted: Set<Int> = [],
        _ read: @Sendable (HTTPResponse) throws -> Result
    ) async throws -> Result {
        let gate = method == "HEAD" ? wideGate : gate
        let digest = Digest.hexadecimal(Digest.sha256(body))
        var attempt = 1
        while true {
            var asked: Duration?
            await gate.enter()
            do {
                let response = try await http.send(
                    request(method, key: key, query: query, headers: headers, body: body, digest: digest))
                guard (200..<300).contains(response.status) || accepted.contains(response.status) else {
                    throw S3Error(response)
                }
                let result = try read(response)
                gate.leave(.well)
                return result
            } catch var error as S3Error {
                gate.leave(error.isThrottling ? .throttled : .well)
                error.attempts = attempt
                error.place = place
                guard error.isTransient, attempt < settings.retry.attempts else { throw error }
                asked = error.retryAfter
            } catch let error as HTTPError {
                gate.leave(.well)
                guard error.isTransient, attempt < settings.retry.attempts else { throw error }
            } catch {
                gate.leave(.well)
                throw error
            }
            attempt += 1
            try await Task.sleep(for: settings.retry.delay(before: attempt, asked: asked))
        }
    }

    private func request(
        _ method: String, key: String?, query: [(String, String)], headers: HTTPHeaders, body: [UInt8], digest: String
    ) -> HTTPRequest {
        let path = base + "/" + (key.map { Percent.encode($0, keepingSlashes: true) } ?? "")
        var headers = headers
        let signed = signature.sign(
            method, path: path, query: query, host: host, headers: &headers, digest: digest, time: time(nil))
        let address = "\(scheme)://\(host)\(path)" + (signed.isEmpty ? "" : "?\(signed)")
        return HTTPRequest(method, address, headers: headers, body: ["GET", "HEAD"].contains(method) ? nil : body)
    }
}
