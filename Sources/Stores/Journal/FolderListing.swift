import Glibc

/// Plain folders of our own state; media folders have their own careful walk.
package enum FolderListing {
    /// The names in a folder, none when it cannot be read.
    package static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Makes a folder and those above it, readable by its owner alone.
    package static func create(_ folder: String) {
        var path = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            mkdir(path, 0o700)
        }
    }

    /// Makes the folders above a file.
    package static func create(above file: String) {
        if let end = file.lastIndex(of: "/") { create(String(file[..<end])) }
    }
}
