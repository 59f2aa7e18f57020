package pricing

import "qudao/internal/fault"

// What can be wrong with a price list.
var (
	CodeInvalid     = fault.Define(fault.Invalid, "price_list_code_invalid", "价目表编码须为 1 到 40 个字母、数字或 - _ . 。", "A price list's code is 1 to 40 letters, digits or - _ . .")
	NameInvalid     = fault.Define(fault.Invalid, "price_list_name_invalid", "价目表名称须为 1 到 100 个字。", "A price list's name has 1 to 100 characters.")
	KindUnknown     = fault.Define(fault.Invalid, "price_list_kind_unknown", "价目表类型须为 base、audience 或 dealer。", "A price list's kind is base, audience or dealer.")
	StateUnknown    = fault.Define(fault.Invalid, "price_list_state_unknown", "价目表状态须为 active 或 archived。", "A price list's state is active or archived.")
	ForWhomMissing  = fault.Define(fault.Invalid, "price_list_target_missing", "请指定价目表适用的客群或经销商。", "Say which audience or dealer the price list is for.")
	ForWhomTooMuch  = fault.Define(fault.Invalid, "price_list_target_wrong", "该类型的价目表不能指定此项。", "A price list of this kind cannot have this.")
	AudienceUnknown = fault.Define(fault.Invalid, "price_list_audience_unknown", "没有客群 {audience}。", "There is no audience {audience}.")
	DealerUnknown   = fault.Define(fault.Invalid, "price_list_dealer_unknown", "没有经销商 {dealer}。", "There is no dealer {dealer}.")
	DatesReversed   = fault.Define(fault.Invalid, "price_list_dates_reversed", "失效时间必须晚于生效时间。", "A price list must end after it begins.")
	CodeTaken       = fault.Define(fault.Conflict, "price_list_code_taken", "价目表编码 {code} 已被使用。", "The price list code {code} is taken.")
	BaseExists      = fault.Define(fault.Conflict, "price_list_base_exists", "已有生效的基准价目表，只能有一个。", "There is an active base list already, and there is only one.")
	Archived        = fault.Define(fault.Refused, "price_list_archived", "价目表 {code} 已停用，不能改价。", "The price list {code} is archived; its prices cannot be changed.")
)

// What can be wrong with one SKU's prices.
var (
	SKUUnknown     = fault.Define(fault.Invalid, "list_price_sku_unknown", "没有物料编码 {sku}。", "There is no SKU {sku}.")
	SKURepeated    = fault.Define(fault.Invalid, "list_price_sku_repeated", "物料编码 {sku} 重复出现。", "The SKU {sku} is named more than once.")
	PriceTooLow    = fault.Define(fault.Invalid, "list_price_not_positive", "单价必须大于 0。", "A price must be above zero.")
	MinimumInvalid = fault.Define(fault.Invalid, "list_price_minimum_invalid", "起订数量须在 0 到 {maximum} 之间。", "A tier begins at a quantity from 0 to {maximum}.")
	MinimumNotUp   = fault.Define(fault.Invalid, "list_price_minimum_order", "阶梯的起订数量必须逐级增大，不能重复。", "The quantities at which tiers begin must rise, without repetition.")
	FirstTooHigh   = fault.Define(fault.Invalid, "list_price_first_tier", "第一级须从 0 或不高于最小起订量 {first} 开始。", "The first tier must begin at 0, or at most at the SKU's smallest order of {first}.")
	TooManyTiers   = fault.Define(fault.Invalid, "list_price_tiers_too_many", "阶梯最多 {maximum} 级。", "There are at most {maximum} tiers.")
	LadderWrong    = fault.Define(fault.Invalid, "list_price_ladder_wrong", "物料编码 {sku} 的其他价格行有误，整个阶梯未更新。", "Another row of {sku} is wrong, so none of its tiers was changed.")
)
