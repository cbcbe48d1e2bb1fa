import Configuration
import Stores

extension Configuration {
    /// The env file, for checks.
    var variables: ServerVariables? {
        guard let envFile else { return nil }
        return ServerVariables(
            path: envFile.path, mode: envFile.mode, values: envFile.entries.mapValues(\.value),
            disputed: envFile.disputed.keys.sorted(), repeated: envFile.repeated, oddLines: envFile.oddLines)
    }
}
