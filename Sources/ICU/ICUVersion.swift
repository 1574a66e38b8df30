internal import CICU

/// The versions of ICU and of the locale data it carries, for signatures.
public enum ICUVersion {
    /// ICU's version, such as `72.1`.
    public static let icu: String = {
        var four: [UInt8] = [0, 0, 0, 0]
        unsafe cicu_version(&four)
        return "\(four[0]).\(four[1])"
    }()

    /// CLDR's version, such as `42`.
    public static let cldr: String = {
        var four: [UInt8] = [0, 0, 0, 0]
        var status = U_ZERO_ERROR
        unsafe cicu_cldrVersion(&four, &status)
        return four[1] == 0 ? "\(four[0])" : "\(four[0]).\(four[1])"
    }()
}
