/// What lists need to know of addresses.
enum HTTPAddress {
    /// `https://host:port`, lower case; nil for anything else.
    static func origin(_ url: String) -> String? {
        for scheme in ["https://", "http://"] where url.lowercased().hasPrefix(scheme) {
            let host = url.dropFirst(scheme.count).prefix { !["/", "?", "#"].contains($0) }
            return host.isEmpty || host.contains("@") ? nil : scheme + host.lowercased()
        }
        return nil
    }

    /// Where a redirection goes; nil for what is no address of the web.
    static func resolved(_ place: String, from url: String) -> String? {
        if origin(place) != nil { return place }
        guard place.hasPrefix("/"), let base = origin(url) else { return nil }
        return place.hasPrefix("//") ? base.prefix { $0 != ":" } + ":" + place : base + place
    }

    /// The address of the next page in a `Link` header.
    static func next(_ header: String) -> String? {
        for link in header.split(separator: ",") {
            guard let start = link.firstIndex(of: "<"), let end = link[start...].firstIndex(of: ">"),
                link[end...].contains("rel=\"next\"")
            else { continue }
            return String(link[link.index(after: start)..<end])
        }
        return nil
    }
}
