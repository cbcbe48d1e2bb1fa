import Glibc

/// A few threads of our own for system calls that block.
///
/// Blocking a thread of Swift's cooperative pool, which has one per core, would stall every other task.
package final class WorkerThreads: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let wake = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [@Sendable () -> Void] = []
    private var head = 0
    private var started = 0
    private var idle = 0
    private var isStopped = false
    package let width: Int

    /// Starts no thread until there is work, and never more than `width`.
    package init(width: Int) {
        self.width = width
        pthread_mutex_init(lock, nil)
        pthread_cond_init(wake, nil)
    }

    deinit {
        pthread_cond_destroy(wake)
        pthread_mutex_destroy(lock)
        wake.deallocate()
        lock.deallocate()
    }

    /// Runs the body on one of the threads.
    ///
    /// - Throws: what the body throws, or `FileError` after `stop()`.
    package func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Result, any Error>) in
            let accepted = add { waiting.resume(with: Swift.Result(catching: body)) }
            if !accepted { waiting.resume(throwing: FileError(code: EBADF, action: "use", path: "a closed store")) }
        }
    }

    /// Lets the threads finish what was given and end.
    package func stop() {
        pthread_mutex_lock(lock)
        isStopped = true
        pthread_cond_broadcast(wake)
        pthread_mutex_unlock(lock)
    }

    private func add(_ job: @escaping @Sendable () -> Void) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        if isStopped { return false }
        jobs.append(job)
        if idle >= jobs.count - head || started == width {
            pthread_cond_signal(wake)
        } else {
            start()
        }
        return true
    }

    /// Adds a thread; the caller holds the lock. Without any thread at all the job could never run: that is fatal.
    private func start() {
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                Unmanaged<WorkerThreads>.fromOpaque(argument!).takeRetainedValue().serve()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        if status == 0 {
            pthread_detach(thread)
            started += 1
        } else {
            Unmanaged.passUnretained(self).release()
            precondition(started > 0, "no thread could be started")
        }
    }

    private func serve() {
        while let job = next() { job() }
    }

    private func next() -> (@Sendable () -> Void)? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while head == jobs.count {
            if isStopped { return nil }
            idle += 1
            pthread_cond_wait(wake, lock)
            idle -= 1
        }
        let job = jobs[head]
        head += 1
        if head == jobs.count {
            jobs.removeAll(keepingCapacity: true)
            head = 0
        }
        return job
    }
}
