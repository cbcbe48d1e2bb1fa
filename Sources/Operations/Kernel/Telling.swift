/// To whom a step tells how far it is, where it goes on for long by itself.
struct Telling: Sendable {
    @TaskLocal static var current = Telling { _ in }

    private let tell: @Sendable (Event) -> Void

    init(_ tell: @escaping @Sendable (Event) -> Void) {
        self.tell = tell
    }

    func callAsFunction(_ event: Event) { tell(event) }
}
