import Sandbox

/// An RSA key pair made by openssl, for accounts that must sign.
package struct SigningKey: Sendable {
    package let privatePEM: String
    package let publicPEM: String

    package static func make() async throws -> SigningKey {
        let folder = TemporaryFolder()
        _ = try await ChildProcess.run(
            "/bin/sh",
            [
                "-ec", "openssl genrsa -out \"$0/key\" 2048 && openssl rsa -in \"$0/key\" -pubout -out \"$0/pub\"",
                folder.path,
            ])
        return SigningKey(
            privatePEM: TextFile.read("\(folder.path)/key") ?? "", publicPEM: TextFile.read("\(folder.path)/pub") ?? "")
    }
}
