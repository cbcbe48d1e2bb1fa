import CTLS
import Glibc

/// TLS over a non-blocking socket, by OpenSSL. The server's certificate is verified, chain and name.
///
/// OpenSSL writes with `write`, which can raise SIGPIPE; it is only used on threads that block signals (`Threads`).
final class TLSSession {
    private let context: OpaquePointer
    private let session: OpaquePointer

    /// - Throws: `RedisError(.invalidSettings)` when the file of certificates cannot be read.
    init(_ settings: RedisSettings, host: String?, descriptor: CInt) throws(RedisError) {
        guard let context = SSL_CTX_new(TLS_client_method()) else {
            throw RedisError(.tlsFailed, "OpenSSL cannot be used")
        }
        // Macros of openssl/ssl.h: SSL_CTX_set_min_proto_version(TLS1_2_VERSION); partial writes from a moving buffer.
        SSL_CTX_ctrl(context, 123, 0x0303, nil)
        SSL_CTX_ctrl(context, 33, 0x1 | 0x2, nil)
        if let file = settings.rootCertificate {
            guard SSL_CTX_load_verify_locations(context, file, nil) == 1 else {
                SSL_CTX_free(context)
                throw RedisError(.invalidSettings, "cannot read certificates from \(file)")
            }
        } else {
            SSL_CTX_set_default_verify_paths(context)
        }
        SSL_CTX_set_verify(context, settings.verifiesCertificate ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
        guard let session = SSL_new(context) else {
            SSL_CTX_free(context)
            throw RedisError(.tlsFailed, "OpenSSL cannot be used")
        }
        self.context = context
        self.session = session
        SSL_set_fd(session, descriptor)
        guard let host else { return }
        var scratch = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, host, &scratch) == 1 || inet_pton(AF_INET6, host, &scratch) == 1 {
            X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host)
        } else {
            SSL_set1_host(session, host)
            var name = Array(host.utf8CString)
            SSL_ctrl(session, 55, 0, &name)  // SSL_set_tlsext_host_name, a macro
        }
    }

    deinit {
        SSL_free(session)
        SSL_CTX_free(context)
    }

    /// Goes on with the handshake; what to wait for (`POLLIN`, `POLLOUT`), or nil when it is done.
    func shakeHands() throws(RedisError) -> CInt? {
        ERR_clear_error()
        let code = SSL_connect(session)
        if code == 1 { return nil }
        switch SSL_get_error(session, code) {
        case SSL_ERROR_WANT_READ: return POLLIN
        case SSL_ERROR_WANT_WRITE: return POLLOUT
        default:
            let verdict = SSL_get_verify_result(session)
            let reason =
                verdict == Int(X509_V_OK)
                ? "the handshake failed" : String(cString: X509_verify_cert_error_string(verdict))
            throw RedisError(.tlsFailed, "no TLS with Redis: \(reason)")
        }
    }

    func receive(_ buffer: UnsafeMutableRawBufferPointer) throws(RedisError) -> Int {
        ERR_clear_error()
        let count = SSL_read(session, buffer.baseAddress, CInt(buffer.count))
        return try count > 0 ? Int(count) : idle(count)
    }

    func send(_ bytes: UnsafeRawBufferPointer) throws(RedisError) -> Int {
        ERR_clear_error()
        let count = SSL_write(session, bytes.baseAddress, CInt(min(bytes.count, 1 << 20)))
        return try count > 0 ? Int(count) : idle(count)
    }

    func close() {
        ERR_clear_error()
        SSL_shutdown(session)
    }

    /// 0 when there is only something to wait for.
    private func idle(_ code: CInt) throws(RedisError) -> Int {
        switch SSL_get_error(session, code) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return 0
        case SSL_ERROR_ZERO_RETURN: throw RedisError(.connectionLost, "Redis closed the connection")
        default: throw RedisError(.connectionLost, "the TLS connection to Redis broke")
        }
    }
}
