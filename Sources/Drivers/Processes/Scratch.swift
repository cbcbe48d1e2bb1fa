import Faults
import Glibc

/// A file without a name: what a child reads or writes, without the dead-lock a full pipe can be.
///
/// It lies in memory where the machine has a folder for that, so that what it holds, secrets among it, is on no disk.
final class Scratch: Sendable {
    let descriptor: CInt

    init(_ bytes: [UInt8] = [], inMemory: Bool = true) throws {
        descriptor = NamelessFile.make(in: inMemory ? ["/dev/shm", "/tmp"] : ["/tmp"])
        guard descriptor >= 0 else {
            throw Fault(.inputOutput, "cannot make a file in /tmp: \(String(cString: strerror(errno)))")
        }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress.unsafelyUnwrapped + written, bytes.count - written)
            }
            guard count > 0 else { throw Fault(.inputOutput, "cannot fill a file in memory") }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    /// Bytes in it now.
    var size: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// What stands behind an offset.
    func content(from offset: Int = 0) -> [UInt8] {
        let end = size
        guard end > offset else { return [] }
        return [UInt8](unsafeUninitializedCapacity: end - offset) { buffer, count in
            count = max(pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset)), 0)
        }
    }

    deinit { close(descriptor) }
}
