import CCurl

/// One request on its way. Touched by the engine's thread alone once it was added.
final class Transfer: @unchecked Sendable {
    let request: HTTPRequest
    let settings: HTTPClient.Settings
    let receiver: HTTPClient.Receiver?
    var waiting: CheckedContinuation<HTTPResponse, any Error>?
    var handle: UnsafeMutableRawPointer?
    /// Guarded by the engine's lock: a cancellation may come before the request was even added.
    var isCancelled = false

    private var response = HTTPResponse(status: 0)
    private var fields: UnsafeMutablePointer<curl_slist>?
    private var detours: UnsafeMutablePointer<curl_slist>?
    private var failure: (any Error)?

    init(_ request: HTTPRequest, settings: HTTPClient.Settings, receiver: HTTPClient.Receiver?) {
        self.request = request
        self.settings = settings
        self.receiver = receiver
    }

    deinit {
        curl_slist_free_all(fields)
        curl_slist_free_all(detours)
    }

    /// Sets every option on a fresh or reset handle.
    func prepare(_ handle: UnsafeMutableRawPointer) {
        self.handle = handle
        ccurl_set_text(handle, CURLOPT_URL, request.url)
        ccurl_restrict_protocols(handle)
        ccurl_set_long(handle, CURLOPT_PATH_AS_IS, 1)
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        ccurl_set_text(handle, CURLOPT_USERAGENT, settings.userAgent)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeout.milliseconds)
        ccurl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
        ccurl_set_long(handle, CURLOPT_LOW_SPEED_TIME, max(1, settings.stallTimeout.milliseconds / 1000))
        if let total = settings.totalTimeout { ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, total.milliseconds) }
        if request.needsNewConnection { ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, 1) }
        if let file = settings.caFile {
            ccurl_set_text(handle, CURLOPT_CAINFO, file)
            ccurl_set_text(handle, CURLOPT_CAPATH, nil)
        }
        for detour in settings.detours { detours = curl_slist_append(detours, detour.option) }
        if let detours { ccurl_set_list(handle, CURLOPT_CONNECT_TO, detours) }
        if let socket = settings.socket { ccurl_set_text(handle, CURLOPT_UNIX_SOCKET_PATH, socket) }
        if settings.isPublicOnly, settings.detours.isEmpty { ccurl_refuse_private_addresses(handle) }
        prepareMessage(handle)
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_PRIVATE, context)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_sink(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().take(part) ? part.count : 0
        }
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_sink(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().takeHeader(line) ? line.count : 0
        }
    }

    private func prepareMessage(_ handle: UnsafeMutableRawPointer) {
        if let body = request.body ?? (["POST", "PUT"].contains(request.method) ? [] : nil) {
            ccurl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            body.withUnsafeBytes { bytes in
                // An empty array has no address, and a null pointer would make libcurl ask a read function instead.
                withUnsafePointer(to: CChar(0)) { empty in
                    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                    _ = ccurl_set_text(handle, CURLOPT_COPYPOSTFIELDS, start ?? empty)
                }
            }
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)
        } else if request.method == "HEAD" {
            ccurl_set_long(handle, CURLOPT_NOBODY, 1)
        } else if request.method != "GET" {
            ccurl_set_text(handle, CURLOPT_CUSTOMREQUEST, request.method)
        }
        for field in request.headers.fields {
            // A header without a value is written with a semicolon; "Name:" alone would remove it.
            add(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        // libcurl would add a form's content type, and wait a second for "100 Continue" from servers that never say it.
        if request.headers["Content-Type"] == nil { add("Content-Type:") }
        add("Expect:")
        ccurl_set_list(handle, CURLOPT_HTTPHEADER, fields)
    }

    private func add(_ line: String) { fields = curl_slist_append(fields, line) }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // The head of an interim answer (100, 103) is followed by the real one.
            response = HTTPResponse(status: Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0)
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].trimmed
            response.headers.add(String(line[..<colon]), String(value))
        }
        return true
    }

    private func take(_ part: UnsafeRawBufferPointer) -> Bool {
        if let receiver, (200..<300).contains(response.status) {
            do {
                try receiver(part)
                return true
            } catch {
                failure = error
                return false
            }
        }
        guard response.body.count + part.count <= settings.maximumResponseSize else {
            failure = HTTPError(
                .tooLarge, endpoint: request.endpoint,
                reason: "the answer is larger than \(settings.maximumResponseSize) bytes")
            return false
        }
        response.body.append(contentsOf: part)
        return true
    }

    func finish(_ code: CURLcode) {
        if code == CURLE_OK {
            finish(.success(response))
        } else {
            finish(.failure(failure ?? HTTPError(code: code, endpoint: request.endpoint)))
        }
    }

    func finish(_ result: Result<HTTPResponse, any Error>) {
        waiting?.resume(with: result)
        waiting = nil
    }
}

extension HTTPRequest {
    /// `host:port` or `host` of the URL, without credentials.
    var endpoint: String {
        let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority)
    }
}

extension StringProtocol {
    fileprivate var trimmed: SubSequence {
        let start = drop { $0.isWhitespace || $0.isNewline }
        var end = start
        while let last = end.last, last.isWhitespace || last.isNewline { end = end.dropLast() }
        return end
    }
}

extension Duration {
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
    }
}
