import Bitext
import Corpus
import Drift
import Reporting

let reader = VersionReader()
let source = try reader.read(Array("Trade is worth $20 billion. It grows every year.".utf8), path: "talks.en.txt")
let target = try reader.read(
    Array("Товарооборот составляет 2 млрд долларов. Он растёт с каждым годом.".utf8), path: "talks.ru.txt")
let comparison = Comparer().compare(source, target)
for finding in comparison.findings {
    print(finding.severity, finding.check, finding.message)
}
print(TextReport(width: 80).write(comparison))
