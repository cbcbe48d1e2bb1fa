import CCurl
import Glibc
import Synchronization

/// The thread that drives libcurl's multi handle. Everything of libcurl is touched on that thread alone, but for
/// `curl_multi_wakeup`, which libcurl allows from any.
final class TransferEngine: Sendable {
    private struct Inbox {
        var arrived: [Transfer] = []
        var cancelled: [Transfer] = []
        var isRunning = false
        var isStopped = false
    }

    private struct Multi: @unchecked Sendable {
        let handle: UnsafeMutableRawPointer
    }

    static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    private let settings: HTTPClient.Settings
    private let multi: Multi
    private let inbox = Mutex(Inbox())

    init(settings: HTTPClient.Settings) {
        precondition(Self.isReady, "libcurl cannot be initialised")
        self.settings = settings
        multi = Multi(handle: curl_multi_init())
        ccurl_multi_set_long(multi.handle, CURLMOPT_MAXCONNECTS, settings.concurrency)
    }

    deinit { curl_multi_cleanup(multi.handle) }

    func add(_ transfer: Transfer) {
        let (refusal, isFirst): ((any Error)?, Bool) = inbox.withLock { inbox in
            if inbox.isStopped { return (Self.closed(transfer), false) }
            if transfer.isCancelled { return (CancellationError(), false) }
            inbox.arrived.append(transfer)
            defer { inbox.isRunning = true }
            return (nil, !inbox.isRunning)
        }
        if let refusal {
            transfer.finish(.failure(refusal))
        } else if isFirst {
            start()
        } else {
            curl_multi_wakeup(multi.handle)
        }
    }

    func cancel(_ transfer: Transfer) {
        inbox.withLock { inbox in
            transfer.isCancelled = true
            inbox.cancelled.append(transfer)
        }
        curl_multi_wakeup(multi.handle)
    }

    func stop() {
        inbox.withLock { $0.isStopped = true }
        curl_multi_wakeup(multi.handle)
    }

    private static func closed(_ transfer: Transfer) -> HTTPError {
        HTTPError(.closed, endpoint: transfer.request.endpoint, reason: "the client is closed")
    }

    private func start() {
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<TransferEngine>.fromOpaque(argument!).takeRetainedValue().serve()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(status == 0, "no thread could be started")
        pthread_detach(thread)
    }

    private func serve() {
        var queue = TransferQueue(multi: multi.handle, concurrency: settings.concurrency)
        while true {
            let (arrived, cancelled, isStopped) = inbox.withLock { inbox in
                defer { (inbox.arrived, inbox.cancelled) = ([], []) }
                return (inbox.arrived, inbox.cancelled, inbox.isStopped)
            }
            queue.add(arrived)
            for transfer in cancelled { queue.end(transfer, with: CancellationError()) }
            if isStopped { break }
            queue.advance()
            curl_multi_poll(multi.handle, nil, 0, 10_000, nil)
        }
        queue.endAll { Self.closed($0) }
    }
}

/// The transfers of one engine, on its thread.
private struct TransferQueue {
    let multi: UnsafeMutableRawPointer
    let concurrency: Int
    private var waiting: [Transfer] = []
    private var running: [UnsafeMutableRawPointer: Transfer] = [:]
    /// Handles to use again; their connections live in the multi handle.
    private var spare: [UnsafeMutableRawPointer] = []

    init(multi: UnsafeMutableRawPointer, concurrency: Int) {
        self.multi = multi
        self.concurrency = concurrency
    }

    mutating func add(_ transfers: [Transfer]) { waiting += transfers }

    /// Starts what may run, moves bytes, ends what is finished, until nothing more can be done without waiting.
    mutating func advance() {
        repeat {
            admit()
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
        } while reap() && !waiting.isEmpty
    }

    private mutating func admit() {
        let room = min(concurrency - running.count, waiting.count)
        guard room > 0 else { return }
        for transfer in waiting.prefix(room) {
            guard let handle = spare.popLast() ?? curl_easy_init() else {
                transfer.finish(CURLE_OUT_OF_MEMORY)
                continue
            }
            transfer.prepare(handle)
            running[handle] = transfer
            curl_multi_add_handle(multi, handle)
        }
        waiting.removeFirst(room)
    }

    /// Ends the finished transfers; true when there was one.
    private mutating func reap() -> Bool {
        var isAny = false
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = ccurl_message_handle(message) else { continue }
            let result = ccurl_message_result(message)
            isAny = true
            guard let transfer = running[handle] else { continue }
            release(handle)
            transfer.finish(result)
        }
        return isAny
    }

    private mutating func release(_ handle: UnsafeMutableRawPointer) {
        running[handle] = nil
        curl_multi_remove_handle(multi, handle)
        curl_easy_reset(handle)
        spare.append(handle)
    }

    mutating func end(_ transfer: Transfer, with error: any Error) {
        if let handle = transfer.handle, running[handle] === transfer { release(handle) }
        waiting.removeAll { $0 === transfer }
        transfer.finish(.failure(error))
    }

    mutating func endAll(_ error: (Transfer) -> any Error) {
        for transfer in waiting + Array(running.values) { end(transfer, with: error(transfer)) }
        for handle in spare { curl_easy_cleanup(handle) }
    }
}
