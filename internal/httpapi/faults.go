package httpapi

import "qudao/internal/fault"

// The refusals of the edge itself.
var (
	KeyMissing = fault.Define(fault.Unsigned, "api_key_missing", "缺少接口密钥，请使用 Authorization: Bearer。", "The API key is missing. Send Authorization: Bearer.")

	IdempotencyKeyMissing = fault.Define(fault.Invalid, "idempotency_key_missing", "此请求需要 Idempotency-Key 请求头。", "This request needs the header Idempotency-Key.").Status(400)
	IdempotencyKeyInvalid = fault.Define(fault.Invalid, "idempotency_key_invalid", "Idempotency-Key 应为 8 到 128 个可见的 ASCII 字符。", "An Idempotency-Key has 8 to 128 visible ASCII characters.").Status(400)
	VersionMissing        = fault.Define(fault.Invalid, "version_missing", "此请求需要 If-Match 请求头，写明所依据的版本。", "This request needs the header If-Match with the version it was made on.").Status(428)
	VersionInvalid        = fault.Define(fault.Invalid, "version_invalid", "If-Match 应为一个带引号的版本号，例如 \"3\"。", `If-Match must be one quoted version number, such as "3".`).Status(400)

	CrossSite      = fault.Define(fault.Denied, "cross_site", "不接受来自其他网站的请求。", "Requests from another site are not accepted.")
	BodyTypeWrong  = fault.Define(fault.Invalid, "body_type_wrong", "请求体类型应为 {wanted}。", "The body's type must be {wanted}.").Status(415)
	BodyTooLarge   = fault.Define(fault.Invalid, "body_too_large", "请求体超过上限 {maximum} 字节。", "The body exceeds {maximum} bytes.").Status(413)
	BodyMissing    = fault.Define(fault.Invalid, "body_missing", "缺少请求体。", "The body is missing.").Status(400)
	BodyUnreadable = fault.Define(fault.Invalid, "body_unreadable", "请求体不是有效的 JSON。", "The body is not valid JSON.").Status(400)
	BodySlow       = fault.Define(fault.Invalid, "body_slow", "请求体传输过慢，请重试。", "The body came too slowly. Try again.").Status(408)

	TooMany         = fault.Define(fault.Busy, "too_many_requests", "请求过于频繁，请 {retry_after} 秒后再试。", "Too many requests. Try again in {retry_after} seconds.").Status(429)
	Overloaded      = fault.Define(fault.Busy, "overloaded", "系统繁忙，请稍后重试。", "The system is busy. Try again shortly.")
	TooManyStreams  = fault.Define(fault.Busy, "too_many_streams", "打开的页面过多，实时更新暂不可用。", "Too many open pages, live changes are not available here.").Status(429)
	MethodWrong     = fault.Define(fault.Invalid, "method_not_allowed", "此地址不支持该方法。", "This address does not take this method.").Status(405)
	CallerGone      = fault.Define(fault.Busy, "caller_gone", "调用方已断开。", "The caller has gone.").Status(499)
	InternalFailure = fault.Define(fault.Internal, "internal", "系统内部错误，已记录（编号 {trace}）。", "Something failed on our side; it was logged (trace {trace}).")
)
