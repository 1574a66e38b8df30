/// The program's version.
public enum Version {
    /// The number, as Semantic Versioning has it.
    public static let number = "0.1.0"
}
