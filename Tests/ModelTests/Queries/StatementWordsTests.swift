import Model
import Testing

@Suite struct StatementWordsTests {
    @Test(arguments: [
        ("select * from users where email = 'a@b.example'", "select * from users where email = ?"),
        ("select 1,  22 from t2 where id=-17.5", "select ?, ? from t2 where id=-?"),
        ("update \"users\" set x = $1 where id = $12", "update \"users\" set x = $1 where id = $12"),
        ("select 'it''s', 'b'\n\tfrom t", "select ?, ? from t"), ("select 'cut off", "select ?"), ("", ""),
        ("/*app:web,id:12*/ select 0xFF  ", "/*app:web,id:?*/ select ?"),
    ])
    func `a statement is told without the values in it`(statement: String, told: String) {
        #expect(StatementWords.withoutValues(statement) == told)
    }
}
