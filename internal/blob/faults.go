package blob

import "qudao/internal/fault"

// TooLarge is the refusal of a file beyond MaxSize.
var TooLarge = fault.Define(fault.Invalid, "blob_too_large", "文件超过 {limit_mib} MB。", "The file is larger than {limit_mib} MB.").Status(413)
