package notification

import "qudao/internal/fault"

// The refusals about announcements.
var (
	PeriodReversed = fault.Define(fault.Invalid, "announcement_period_reversed", "结束时间必须晚于开始时间。", "An announcement must end after it begins.")
	EverybodyToo   = fault.Define(fault.Invalid, "announcement_everybody_and_some", "发给全部经销商的公告不能再指定客群。", "An announcement to everybody names no audience.")
	TooManyTargets = fault.Define(fault.Invalid, "announcement_audiences_too_many", "一则公告最多指定 {maximum} 个客群。", "An announcement goes to at most {maximum} audiences.")
	TargetMissing  = fault.Define(fault.Refused, "announcement_audience_missing", "请先选择公告发给谁。", "Say first whom the announcement is for.")
	PeriodOver     = fault.Define(fault.Refused, "announcement_period_over", "公告的结束时间已过，请先修改。", "The announcement's end has passed. Change it first.")
	NotDraft       = fault.Define(fault.Conflict, "announcement_not_draft", "公告 {number} 不是草稿，不能发布。", "The announcement {number} is no draft and cannot be published.")
	NotPublished   = fault.Define(fault.Conflict, "announcement_not_published", "公告 {number} 没有在发布中，不能撤回。", "The announcement {number} is not published and cannot be withdrawn.")
	Gone           = fault.Define(fault.Conflict, "announcement_withdrawn", "公告 {number} 已撤回，不能再修改。", "The announcement {number} is withdrawn and cannot be changed.")
)
