package timeline

import "qudao/internal/fault"

// The refusals about comments and their files.
var (
	CommentEmpty    = fault.Define(fault.Invalid, "comment_empty", "请写留言，或附上文件。", "Write a comment, or attach a file.")
	InternalByBrand = fault.Define(fault.Invalid, "comment_internal_by_brand", "只有品牌方可以写内部留言。", "Only the brand's staff writes internal comments.")
	TooManyComments = fault.Define(fault.Refused, "comments_too_many", "一张单据最多 {maximum} 条留言。", "A document has at most {maximum} comments.")
	TooManyFiles    = fault.Define(fault.Invalid, "attachments_too_many", "一条留言最多附 {maximum} 个文件。", "A comment comes with at most {maximum} files.")
	FileTooLarge    = fault.Define(fault.Invalid, "attachment_too_large", "文件超过 {limit_mib} MB。", "The file is larger than {limit_mib} MB.")
	FileTypeWrong   = fault.Define(fault.Invalid, "attachment_type_wrong", "只能附图片（PNG、JPEG、WebP）、PDF、Excel、Word 或 zip 文件，且内容完好。", "Attach a picture (PNG, JPEG, WebP), a PDF, an Excel or Word file, or a zip archive, and an intact one.")
	FileHasMacros   = fault.Define(fault.Invalid, "attachment_has_macros", "文件含有宏，请另存为不含宏的格式。", "The file contains macros. Save it in a format without them.")
)
