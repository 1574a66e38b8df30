internal import CZip

/// A ZIP archive in memory.
@safe public final class ZipArchive {
    /// Why an archive or an entry could not be read.
    public enum Fault: Error, Hashable, Sendable {
        /// It is damaged, or no archive; what libzip says of it.
        case unreadable(String)
        /// It needs a password.
        case encrypted
        /// An entry holds more than was allowed, in bytes.
        case tooLarge(Int)
    }

    private let archive: OpaquePointer
    /// What libzip reads from for as long as the archive is open.
    private let copy: UnsafeMutableRawBufferPointer

    /// Opens an archive.
    /// - Throws: `Fault`.
    public init(_ bytes: [UInt8]) throws(Fault) {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        unsafe copy.copyBytes(from: bytes)
        guard let source = unsafe zip_source_buffer_create(copy.baseAddress, zip_uint64_t(copy.count), 0, &error) else {
            unsafe copy.deallocate()
            throw .unreadable(unsafe String(cString: zip_error_strerror(&error)))
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            unsafe copy.deallocate()
            throw .unreadable(unsafe String(cString: zip_error_strerror(&error)))
        }
        unsafe self.archive = archive
        unsafe self.copy = copy
    }

    deinit {
        unsafe zip_discard(archive)
        unsafe copy.deallocate()
    }

    /// Whether the archive has an entry.
    public func holds(_ name: String) -> Bool { unsafe zip_name_locate(archive, name, 0) >= 0 }

    /// The bytes of an entry, unpacked; `nil` where there is none of that name.
    /// - Parameter limit: the most bytes that are unpacked, whatever the archive says of the entry's size.
    /// - Throws: `Fault`.
    public func bytes(_ name: String, limit: Int) throws(Fault) -> [UInt8]? {
        guard holds(name) else { return nil }
        guard let file = unsafe zip_fopen(archive, name, 0) else {
            let code = unsafe zip_error_code_zip(zip_get_error(archive))
            if code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD { throw .encrypted }
            throw .unreadable(unsafe String(cString: zip_strerror(archive)))
        }
        defer { _ = unsafe zip_fclose(file) }
        var bytes: [UInt8] = []
        while true {
            var got: zip_int64_t = 0
            let chunk = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
                unsafe got = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
                count = max(0, Int(got))
            }
            guard got >= 0 else { throw .unreadable(unsafe String(cString: zip_file_strerror(file))) }
            guard !chunk.isEmpty else { return bytes }
            guard bytes.count + chunk.count <= limit else { throw .tooLarge(limit) }
            bytes += chunk
        }
    }
}
