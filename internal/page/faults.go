package page

import "qudao/internal/fault"

// What can be wrong with the request for a page.
var (
	ErrTooLarge = fault.Define(fault.Invalid, "page_too_large",
		"每页最多 {maximum} 条。",
		"A page has at most {maximum} items.")
	ErrLimitInvalid = fault.Define(fault.Invalid, "page_limit_invalid",
		"每页条数不能为负数。",
		"The number of items on a page must not be negative.")
	ErrCursorInvalid = fault.Define(fault.Invalid, "cursor_invalid",
		"翻页位置无效，请从第一页重新开始。",
		"The cursor is not valid. Start again from the first page.")
)
