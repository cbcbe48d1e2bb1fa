import Model
import Testing

@Suite struct UsernameBlockTests {
    @Test func `a name is compared in lower case, with letters for the digits that look like them`() {
        #expect(UsernameBlock.normalized("4dm1n_0123456789") == "admin_oizeas6tbg")
        #expect(UsernameBlock.normalized("Ünïque") == "ünïque")
    }
}
