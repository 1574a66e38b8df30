import Facts
import Testing

@Suite struct TraditionalNamesTests {
    @Test(arguments: [
        ("Jacobo", "james"), ("JAMES", "ヤコブ"), ("Вильгельмом", "william"), ("雅各", "james"), ("Štěpána", "stephen"),
        ("Ιάκωβος", "jakub"), ("Elżbiety", "isabel"),
    ])
    func `a name has its forms in other languages`(name: String, form: String) {
        #expect(TraditionalNames.forms(of: name).contains(form))
    }

    @Test(arguments: ["January", "Smith", "", "J", "Noahide’s", "Johnson", "Petersen", "Johannesburg"])
    func `other names have none`(name: String) {
        #expect(TraditionalNames.forms(of: name) == [])
    }

    @Test(arguments: [
        ("вильгельма", "вильгельм", true), ("janvier", "jan", false), ("jan", "jan", true),
        ("johannesburg", "johannes", false),
    ])
    func `forms may have endings`(word: String, form: String, isForm: Bool) {
        #expect(TraditionalNames.isForm(word[...], of: form) == isForm)
    }
}
