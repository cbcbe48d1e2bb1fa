import Glibc

/// A thread that runs the jobs of one actor, so that a call that blocks holds up nobody else.
///
/// Blocking on Swift's own pool would serialise everything: it has one thread for each core. The thread ends after the
/// executor does.
package final class ThreadExecutor: SerialExecutor {
    private struct Job {
        var job: UnownedJob
        var executor: UnownedSerialExecutor
    }

    private struct State {
        var jobs: [Job] = []
        var isOver = false
        var thread: pthread_t?
    }

    private let state = Monitor(State())

    package init() {
        let state = state
        Thread.detach {
            state.change { $0.thread = pthread_self() }
            while true {
                let jobs: [Job] = state.wait { state in
                    if state.jobs.isEmpty { return state.isOver ? [] : nil }
                    defer { state.jobs = [] }
                    return state.jobs
                }
                if jobs.isEmpty { return }
                for job in jobs { job.job.runSynchronously(on: job.executor) }
            }
        }
    }

    deinit {
        state.change { $0.isOver = true }
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let entry = Job(job: UnownedJob(job), executor: asUnownedSerialExecutor())
        state.change { $0.jobs.append(entry) }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    package func checkIsolated() {
        precondition(state.change { $0.thread } == pthread_self(), "called from a thread that is not the actor's own")
    }
}

package enum Thread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs `body` on a new thread that nobody waits for. Signals go to other threads.
    package static func detach(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, CInt(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, 1 << 20)
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let code = pthread_create(
            &thread, &attributes,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(Body(body)).toOpaque())
        precondition(code == 0, "no thread to be had: \(String(cString: strerror(code)))")
    }
}
