import Model
import Stores

/// The passes over two storages: what is missing, what came meanwhile, and last what is to be removed.
struct MoveWalk {
    enum Pass: Sendable { case copy, remove }

    private let pair: StoragePair
    private let scope: MoveScope
    private let passes: [Pass]
    private var speed: CopySpeed
    private var number = 0
    private var isBetween = false
    private var rest: ArraySlice<String>
    private var compared: Pages<ComparedPage>.Iterator?
    private var listed: ObjectPages.Iterator?
    private var waiting: ArraySlice<MovedFile> = []
    private var looked = 0

    /// Objects that are copied together, and their bytes.
    private static let batch = (objects: 64, bytes: Int64(64 << 20))

    init(_ pair: StoragePair, _ scope: MoveScope, passes: [Pass], _ speed: CopySpeed) {
        self.pair = pair
        self.scope = scope
        self.passes = passes
        self.speed = speed
        rest = scope.prefixes[...]
    }

    /// - Parameter isNeedless: of a pass, whether it would find nothing new.
    mutating func next(unless isNeedless: (Int) -> Bool) async throws -> Batch<MovedFile>? {
        while number < passes.count {
            if isBetween {
                isBetween = false
                while number < passes.count, isNeedless(number) { number += 1 }
                rest = scope.prefixes[...]
                continue
            }
            if !waiting.isEmpty { return take() }
            if try await read() { continue }
            number += 1
            isBetween = true
            // What is on its way must have arrived before anybody looks again.
            if number < passes.count { return Batch([], isAlone: true) }
        }
        return nil
    }

    /// Reads the next page of the pass; false at its end.
    private mutating func read() async throws -> Bool {
        if compared == nil, listed == nil {
            guard let prefix = rest.popFirst() else { return false }
            switch passes[number] {
            case .copy: compared = try await pair.compared(below: prefix).makeAsyncIterator()
            case .remove: listed = try await pair.listed(below: prefix).makeAsyncIterator()
            }
        }
        if let page = try await compared?.next() {
            let counts = !passes.contains(.remove)
            waiting = page.missing.map { .copy($0, counts: counts) }[...]
            looked += page.missing.count + page.present.count
        } else if let page = try await listed?.next() {
            waiting = page.filter { !StoragePlace.isDraft($0.key) }.map { .remove($0) }[...]
            looked += page.count
        } else {
            (compared, listed) = (nil, nil)
        }
        return true
    }

    private mutating func take() -> Batch<MovedFile> {
        var (items, bytes): ([MovedFile], Int64) = ([], 0)
        while let item = waiting.first, items.isEmpty || items.count < Self.batch.objects && bytes < Self.batch.bytes {
            items.append(item)
            bytes += item.object.size
            waiting.removeFirst()
        }
        var tally = Tally()
        tally.note(.expectedSeconds, count: speed.seconds(for: items.count, bytes))
        let visited = max(looked, items.count)
        looked = 0
        return Batch(items, visited: visited, tally)
    }
}

/// How fast files come out of a storage, and how long another one takes to answer: what a move takes at least.
struct CopySpeed: Sendable {
    private var perObject = 0.0
    private var perByte = 0.0
    private var left = 0.0

    /// By reading some of the first files and asking for them at the target.
    static func measured(_ pair: StoragePair, _ scope: MoveScope) async throws -> CopySpeed {
        var speed = CopySpeed()
        guard let (objects, bytes, seconds) = try await pair.sampled(below: scope.prefixes), objects > 0 else {
            return speed
        }
        speed.perObject = seconds.asking / Double(objects)
        speed.perByte = bytes > 0 ? seconds.reading / Double(bytes) : 0
        return speed
    }

    /// Whole seconds; what is left of one is counted with the next.
    mutating func seconds(for objects: Int, _ bytes: Int64) -> Int {
        left += Double(objects) * perObject + Double(bytes) * perByte
        let whole = left.rounded(.down)
        left -= whole
        return Int(whole)
    }
}
