import Assembly
import Configuration
import Faults
import Model
import Stores
import Support

/// The way into an empty instance, through Assembly as the binary takes it.
enum SharedOpening {
    private static let instance = Task { try await TestInstance.make(size: .empty) }

    static func make() async throws -> InstanceOpening {
        let instance = try await instance.value
        var environment = Dictionary(instance.environment) { $1 }
        environment["MASTOCTL_STATE_DIR"] = "\(instance.folder)/state"
        let configuration = try Configuration.load(environment: environment, files: SystemFileReader())
        return InstanceOpening(configuration, purpose: "mastoctl tests")
    }
}
