package unmask

import "qudao/internal/fault"

// The refusals of unmasking.
var (
	ReasonMissing = fault.Define(fault.Invalid, "unmask_reason", "请写明查看原因（{minimum} 至 {maximum} 个字）。", "Say why, in {minimum} to {maximum} characters.")
	CapReached    = fault.Define(fault.Refused, "unmask_cap", "今天已查看 {cap} 项，达到每人每日上限，请明天再试，或由管理员授予完整查看权限。", "You have looked at {cap} values today, which is the most for one person and day. Try again tomorrow, or ask an administrator for the permission to see them in full.")
)
