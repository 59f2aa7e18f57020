package identity

import "qudao/internal/fault"

// The refusals at the door.
var (
	LoginWrong     = fault.Define(fault.Unsigned, "login_wrong", "用户名或密码不正确。", "The username or the password is not right.")
	LoginLocked    = fault.Define(fault.Busy, "login_locked", "密码错误次数过多，请 {minutes} 分钟后再试。", "Too many wrong passwords. Try again in {minutes} minutes.").Status(429)
	SessionMissing = fault.Define(fault.Unsigned, "session_missing", "请先登录。", "Please sign in.")
	SessionExpired = fault.Define(fault.Unsigned, "session_expired", "登录已过期，请重新登录。", "Your session has ended. Please sign in again.")
	LinkDead       = fault.Define(fault.Missing, "link_dead", "链接无效、已过期或已使用，请重新获取。", "The link is not valid, has ended or was used. Please ask for a new one.")
	LoginInUse     = fault.Define(fault.Conflict, "login_in_use", "用户名“{username}”已启用，无需再次邀请。", "The username {username} is in use already and needs no invitation.")
	KeyInvalid     = fault.Define(fault.Unsigned, "key_invalid", "接口密钥无效、已过期或已吊销。", "The API key is not valid, has ended or was revoked.")
	KeyAddress     = fault.Define(fault.Denied, "key_address_refused", "该接口密钥不允许从地址 {address} 使用。", "This API key may not be used from the address {address}.")
)

// What can be wrong with a new login or key.
var (
	UsernameInvalid  = fault.Define(fault.Invalid, "username_invalid", "用户名须为 3 至 64 个小写字母、数字或 . _ - @，并以字母或数字开头。", "A username has 3 to 64 lower-case letters, digits or . _ - @, and begins with a letter or a digit.")
	UsernameTaken    = fault.Define(fault.Conflict, "username_taken", "用户名“{username}”已被使用。", "The username {username} is already in use.")
	PasswordShort    = fault.Define(fault.Invalid, "password_short", "密码至少 {minimum} 个字符。", "A password has at least {minimum} characters.")
	PasswordLong     = fault.Define(fault.Invalid, "password_long", "密码最多 {maximum} 个字符。", "A password has at most {maximum} characters.")
	PasswordPlain    = fault.Define(fault.Invalid, "password_plain", "密码须包含小写字母、大写字母、数字、其他字符中的至少两类。", "A password has at least two kinds of characters out of lower case, upper case, digits and others.")
	PasswordUsername = fault.Define(fault.Invalid, "password_username", "密码不能包含用户名。", "A password must not contain the username.")
	PasswordCommon   = fault.Define(fault.Invalid, "password_common", "这个密码太常见，容易被猜到。", "This password is too common and easy to guess.")
	EmailInvalid     = fault.Define(fault.Invalid, "email_invalid", "邮箱地址格式不正确。", "This is not an e-mail address.")
	PasswordWrong    = fault.Define(fault.Invalid, "password_wrong", "原密码不正确。", "The old password is not right.")
	KeyAddressWrong  = fault.Define(fault.Invalid, "key_address_invalid", "“{address}”不是 IP 地址或网段。", "{address} is not an IP address or a range of them.")
	KeyEndPast       = fault.Define(fault.Invalid, "key_end_past", "到期时间须晚于现在。", "The end of the key must be later than now.")
)
