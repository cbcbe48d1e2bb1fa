import Configuration
import Faults
import Stores

extension Configuration {
    /// What the order to close the server is signed with.
    ///
    /// - Throws: `Fault(.configuration)` when the secret or the domain is not known.
    package func selfDestructSeal() throws -> SelfDestructSeal {
        guard let domain = identity.localDomain, !domain.isEmpty else {
            throw Fault(
                .configuration, "the domain of the server is not known",
                help: "set LOCAL_DOMAIN, or name the server's env file with --env-file")
        }
        guard let secret = identity.secretKeyBase, !secret.isEmpty else {
            throw Fault(
                .configuration, "SECRET_KEY_BASE is not known, with which the order to close is signed",
                help: "it stands in the server's env file; name that with --env-file")
        }
        return SelfDestructSeal(secret: secret.reveal(), domain: domain)
    }
}
