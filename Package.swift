// swift-tools-version: 6.2
import PackageDescription

/// A target of ours and what it may import. The list is the architecture: see ARCHITECTURE.md.
struct Room {
    var name: String
    var path: String
    var imports: [String] = []
    var products: [Target.Dependency] = []
}

let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let rooms: [Room] = [
    Room(name: "Faults", path: "Faults"),
    Room(name: "Model", path: "Model", imports: ["Faults"]),
    Room(name: "Console", path: "Console", imports: ["Faults"]),
    Room(name: "Threads", path: "Drivers/Threads"),
    Room(name: "Processes", path: "Drivers/Processes", imports: ["Faults"]),
    Room(name: "Postgres", path: "Drivers/Postgres", imports: ["CPostgres", "Threads", "Faults"]),
    Room(name: "HTTP", path: "Drivers/HTTP", imports: ["CCurl", "CZlib", "Threads", "Faults"]),
    Room(name: "Redis", path: "Drivers/Redis", imports: ["CHiredis", "CTLS", "Threads", "Faults"]),
    Room(name: "HTML", path: "Drivers/HTML", imports: ["CGumbo"]),
    Room(name: "YAML", path: "Drivers/YAML", imports: ["CYAML"]),
    Room(name: "Mail", path: "Drivers/Mail", imports: ["CCurl", "Threads"]),
    Room(name: "DNS", path: "Drivers/DNS", imports: ["CResolv", "Threads"]),
    Room(name: "S3", path: "Drivers/S3", imports: ["HTTP", "Crypto", "Faults"]),
    Room(name: "Crypto", path: "Drivers/Crypto", imports: ["CCrypto", "CCrypt", "CZlib", "Faults"]),
    Room(name: "Archives", path: "Drivers/Archives", imports: ["CZlib", "CZstd"]),
    Room(name: "Pictures", path: "Drivers/Pictures", imports: ["CZlib"]),
    Room(name: "Engines", path: "Engines", imports: ["Processes", "Model", "Faults"]),
    Room(name: "Configuration", path: "Configuration", imports: ["YAML", "Model", "Faults"]),
    Room(
        name: "Stores", path: "Stores",
        imports: [
            "CLinux", "DNS", "Mail", "Postgres", "HTTP", "HTML", "Redis", "S3", "Crypto", "Archives", "Pictures",
            "Engines",
            "Processes", "Model", "Faults",
        ],
        products: [logging]),
    Room(name: "Operations", path: "Operations", imports: ["Stores", "Model", "Faults"], products: [logging]),
    Room(
        name: "Assembly", path: "Assembly",
        imports: [
            "Configuration", "Sandbox", "Stores", "Postgres", "HTTP", "Mail", "Redis", "S3", "Crypto", "Engines",
            "Model",
            "Faults",
        ],
        products: [logging]),
    Room(
        name: "Sandbox", path: "Sandbox",
        imports: ["Processes", "Postgres", "HTTP", "Redis", "S3", "Crypto", "Model", "Faults"]),
    Room(name: "Presentation", path: "Presentation", imports: ["Console", "Operations", "Model", "Faults"]),
    Room(
        name: "Commands", path: "Commands",
        imports: [
            "Presentation", "Operations", "Assembly", "Configuration", "Sandbox", "Console", "Model", "Faults",
        ],
        products: [.product(name: "ArgumentParser", package: "swift-argument-parser"), logging]),
]

/// What the tests share: servers on loopback, a fault proxy, databases from a template.
let support = Room(
    name: "Support", path: "Support",
    imports: ["Sandbox", "Stores", "Processes", "Postgres", "HTTP", "Redis", "S3", "Model", "Faults"])

/// The test targets and the rooms they look into, besides Support. Each mirrors its room path by path.
let tests: [Room] = [
    Room(name: "ModelTests", path: "ModelTests", imports: ["Model"]),
    Room(name: "ConsoleTests", path: "ConsoleTests", imports: ["Console"]),
    Room(name: "ConfigurationTests", path: "ConfigurationTests", imports: ["Configuration", "Model"]),
    Room(name: "PostgresTests", path: "PostgresTests", imports: ["Postgres", "Processes"]),
    Room(name: "RedisTests", path: "RedisTests", imports: ["Redis", "Processes"]),
    Room(name: "HTTPTests", path: "HTTPTests", imports: ["HTTP"]),
    Room(name: "YAMLTests", path: "YAMLTests", imports: ["YAML"]),
    Room(name: "HTMLTests", path: "HTMLTests", imports: ["HTML"]),
    Room(name: "S3Tests", path: "S3Tests", imports: ["S3", "HTTP", "Crypto"]),
    Room(name: "ArchivesTests", path: "ArchivesTests", imports: ["Archives", "Processes"]),
    Room(name: "PicturesTests", path: "PicturesTests", imports: ["Pictures"]),
    Room(name: "CryptoTests", path: "CryptoTests", imports: ["Crypto", "CCrypto"]),
    Room(
        name: "StoresTests", path: "StoresTests",
        imports: ["Stores", "DNS", "Processes", "Postgres", "Redis", "S3", "Crypto", "Sandbox", "Model"]),
    Room(
        name: "SandboxTests", path: "SandboxTests",
        imports: ["Sandbox", "Processes", "Postgres", "Redis", "S3", "Crypto", "Model"]),
    Room(name: "EnginesTests", path: "EnginesTests", imports: ["Engines", "Processes", "Model"]),
    Room(
        name: "OperationsTests", path: "OperationsTests",
        imports: [
            "Operations", "Assembly", "Configuration", "Stores", "Engines", "Processes", "HTTP", "Postgres", "Redis",
            "Sandbox", "Model",
        ]),
    Room(
        name: "PresentationTests", path: "PresentationTests",
        imports: ["Presentation", "Operations", "Console", "Model"]),
    Room(
        name: "CommandsTests", path: "CommandsTests", imports: ["Commands", "Configuration", "Console", "Model"],
        products: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
    Room(name: "ContractTests", path: "ContractTests", imports: ["Stores", "S3", "HTTP", "Model"]),
    Room(
        name: "GoldenTests", path: "GoldenTests", imports: ["Commands"],
        products: [.product(name: "ArgumentParser", package: "swift-argument-parser")]),
    Room(
        name: "AcceptanceTests", path: "AcceptanceTests",
        imports: [
            "Commands", "Processes", "Sandbox", "Stores", "Postgres", "Redis", "S3", "Crypto", "Model", "Faults",
        ]),
    Room(name: "HouseTests", path: "HouseTests", imports: ["Commands"]),
]

/// How the binary we ship is linked: libgcc and libstdc++ inside it (the Makefile lays out the folder with nothing but
/// libstdc++.a, which is therefore what `-lstdc++` finds), and no table of the symbols nobody looks up.
let lean = LinkerSetting.unsafeFlags(
    [
        "-L\(Context.packageDirectory)/.build/static", "-Xclang-linker", "-static-libgcc",
        "-Xlinker", "--no-export-dynamic",
    ], .when(configuration: .release))

let package = Package(
    name: "mastoctl",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CLinux", path: "Sources/Drivers/CLinux"),
        .systemLibrary(name: "CResolv", path: "Sources/Drivers/CResolv"),
        .systemLibrary(
            name: "CPostgres", path: "Sources/Drivers/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CCurl", path: "Sources/Drivers/CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CCrypto", path: "Sources/Drivers/CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCrypt", path: "Sources/Drivers/CCrypt", providers: [.apt(["libcrypt-dev"])]),
        .systemLibrary(
            name: "CTLS", path: "Sources/Drivers/CTLS", pkgConfig: "libssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CGumbo", path: "Sources/Drivers/CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/Drivers/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CZstd", path: "Sources/Drivers/CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(
            name: "CYAML", path: "Sources/Drivers/CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(
            name: "CHiredis", path: "Sources/Drivers/CHiredis", providers: [.apt(["libhiredis-dev"])]),
        .executableTarget(name: "mastoctl", dependencies: ["Commands"], linkerSettings: [lean]),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Support", "Assembly", "Configuration", "Stores", "Sandbox", "Postgres", "S3", "Model",
            ],
            path: "Tests/Benchmarks"),
    ]
        + rooms.map { room in
            .target(
                name: room.name, dependencies: room.imports.map { .init(stringLiteral: $0) } + room.products,
                path: "Sources/\(room.path)")
        }
        + [
            .target(
                name: support.name, dependencies: support.imports.map { .init(stringLiteral: $0) },
                path: "Tests/\(support.path)")
        ]
        + tests.map { room in
            .testTarget(
                name: room.name,
                dependencies: (["Support", "Faults"] + room.imports).map { .init(stringLiteral: $0) } + room.products,
                path: "Tests/\(room.path)")
        }
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
    // What is tested is optimised as what is shipped; optimising the tests themselves takes longer than running them.
    if target.type == .test { target.swiftSettings?.append(.unsafeFlags(["-Onone"])) }
}
