import Faults
import Glibc
import Model

/// A repository of restic's that is opened at once: half a second goes into the key of one that restic makes itself, at
/// each of its calls, and tests of backups make hundreds of them.
///
/// `restic init` made it. Its key was then derived anew from the password with the least that scrypt can cost (N = 2,
/// r = 1, p = 1) and sealed as restic's design document has it (AES-256-CTR, Poly1305-AES).
package enum QuickRepository {
    package static let password = "fixture"

    /// Lays it down at a path where nothing is yet.
    package static func make(at path: String) throws {
        for folder in ["", "/data", "/index", "/keys", "/locks", "/snapshots"] {
            guard mkdir(path + folder, 0o700) == 0 else { throw Fault(.inputOutput, "cannot make \(path)\(folder)") }
        }
        TextFile.write(Base64.bytes(config) ?? [], to: "\(path)/config")
        TextFile.write(key, to: "\(path)/keys/\(keyName)")
    }

    private static let config = """
        mgiZXAhfJlC8qCAkwXq4VPh7vxbQ3pm954fKaVrT+EjSoMwo9nTJUvuLbuwrGGMI05yQnp2YAjFAdQvQuTAXIARndjkAfcffuVL1WX+5\
        83/Ol/wQuv3sqOPuKMMzw0fHPPKCh7yujOO2/+PQ49IkqC++ttx5g7Aq2xb569kPk5cSAPuFsq1hFur3aU7qJYZ5UZH75SOZjVN/poA=
        """

    /// SHA-256 of the key.
    private static let keyName = "19edec6857e4c0bdf512d60007f1bf963de85a22b135f06487249fe302596c48"
    private static let key = #"""
        {"created":"2026-01-01T00:00:00Z","username":"tests","hostname":"sandbox.example","kdf":"scrypt","N":2,"\#
        r":1,"p":1,"salt":"xeg4Y5O5hD0FGAUCc0iglxdaOIMBjZhYOGlHNTsRuQaGESQ/+lpaROe7vn73wivO+3wuVZeShY4OKs+68U6M9\#
        Q==","data":"8/3lQgWpAv/uJEuW7rr0OabzVpJYkZD+EADBzcQC+gFm0RwuAVtASGRDwENlCAADZcTyr1BByzJQqknst+zr4c7rHEi\#
        qBuK8QX9lKIdr6P90UcM5KT7CrbCjUk2tX2f65ewgdwhbbvWUD4SXgUvjUn5ENLxzVUvsAhafMuxCKCbJmqA9fuaEaVhDOIwSKOtDE6f\#
        VRSLgrFWRMBH0YX6mjw=="}
        """#
}
