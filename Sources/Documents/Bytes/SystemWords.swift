import Platform

/// What the system says of a failure, in words for users.
public enum SystemWords {
  /// A few words without a full stop; the number of what has none.
  public static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "ruang penyimpanan habis"
    case EACCES, EPERM: "tidak ada izin"
    case EROFS: "media hanya dapat dibaca"
    case EEXIST, ENOTEMPTY: "sudah ada"
    case ENOENT: "tidak ada"
    case ENOTDIR: "ada berkas di tempat folder"
    case EISDIR: "ada folder di tempat berkas"
    case ENAMETOOLONG: "nama terlalu panjang"
    case ELOOP: "tautan yang berputar atau tidak diikuti"
    case EMFILE, ENFILE: "terlalu banyak berkas terbuka"
    case EFBIG: "berkas lebih besar daripada yang diizinkan sistem"
    case ENOMEM: "memori tidak cukup"
    case EBUSY, ETXTBSY: "sedang dipakai program lain"
    case EIO, ENXIO, ENODEV, ESTALE: "media rusak atau terputus"
    default: "galat sistem \(code)"
    }
  }
}
