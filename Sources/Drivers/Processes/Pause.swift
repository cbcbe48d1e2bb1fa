/// A few milliseconds between two looks at a condition outside this process.
package enum Pause {
    package static func short() async { await rest(.milliseconds(2)) }

    /// Uncancellable: a cancelled caller still rests instead of spinning.
    package static func rest(_ duration: Duration) async {
        await withCheckedContinuation { continuation in
            Task.detached {
                try? await Task.sleep(for: duration)
                continuation.resume()
            }
        }
    }
}
