import Configuration
import Faults
import Model
import Stores

extension SearchLink {
    /// The configured cluster; nil when the server does not use one.
    convenience init?(_ settings: ElasticsearchSettings) {
        guard settings.isEnabled else { return nil }
        self.init(
            url: settings.url, address: settings.address, prefix: settings.prefix,
            preset: SearchPreset(rawValue: settings.preset) ?? .singleNodeCluster, user: settings.user,
            password: settings.password?.reveal(), caFile: settings.caFile, compresses: settings.compresses,
            socket: settings.socket)
    }
}

extension ElasticsearchSettings {
    /// The URL without user and password, which people may be shown.
    var address: String {
        Address(url).description
    }
}
