import Operations
import Presentation
import Testing

@Suite struct FleetBoardTests {
    private static func board(_ count: Int) -> FleetBoard {
        var board = FleetBoard((1...count).map { "town\($0)" })
        for number in 1...min(count, 4) { board.begin("town\(number)", at: 1) }
        board.end(FleetResult("town1", .done, status: 0, seconds: 1.25, line: "all is well"))
        board.end(
            FleetResult("town2", .failed, status: 69, seconds: 0.4, line: "error: cannot reach PostgreSQL at db:5432"))
        return board
    }

    @Test func `each server has a line, and all of them one`() {
        let lines = Self.board(5).lines(columns: 60, lines: 20, at: 13.9)
        #expect(
            lines == [
                "town1  done     1.3 s  all is well", "town2  failed   0.4 s  error: cannot reach PostgreSQL at db…",
                "town3  running   12 s", "town4  running   12 s", "town5  waiting",
                "2 of 5 servers over, 1 failed, 2 running",
            ], "\(lines)")
    }

    @Test func `where there is little room, those that run and those that failed are shown`() {
        let lines = Self.board(40).lines(columns: 60, lines: 5, at: 2)
        #expect(lines.map { $0.prefix { $0 != " " } } == ["town2", "town3", "town4", "town5", "2"], "\(lines)")
        #expect(Self.board(40).lines(columns: 20, lines: 1, at: 2) == ["2 of 40 servers ove…"])
    }

    @Test func `where there is no terminal, each is told in a line of its own, made harmless`() {
        #expect(
            FleetBoard.line(of: FleetResult("a", .late, status: 143, seconds: 20, line: "it was\u{1B}[2J ended"))
                .hasPrefix("a: timed out, 20.0 s: it was"))
        #expect(FleetBoard.line(of: FleetResult("a", .done, seconds: 0.04, line: "")) == "a: done, 0.0 s")
    }
}
