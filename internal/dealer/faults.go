package dealer

import "qudao/internal/fault"

// The refusals about dealers.
var (
	Closed            = fault.Define(fault.Denied, "dealer_closed", "该经销商已停止合作，账号不能使用。", "This dealer is closed. Its accounts cannot be used.")
	Frozen            = fault.Define(fault.Refused, "dealer_frozen", "经销商 {dealer} 已冻结，暂不能下单。", "The dealer {dealer} is frozen and cannot order for now.")
	RepDenied         = fault.Define(fault.Denied, "dealer_rep_denied", "这样一来，经销商就不在您的数据范围内了。请由可见该经销商的其他员工操作。", "The dealer would not be in your data scope. Ask somebody who would still see it.")
	CodeRepeated      = fault.Define(fault.Invalid, "code_repeated", "同一批中编码“{code}”出现多次。", "The code {code} occurs more than once in this batch.")
	CreditCodeInvalid = fault.Define(fault.Invalid, "credit_code_invalid", "统一社会信用代码为 18 位大写字母和数字。", "A unified social credit code has 18 capital letters and digits.")
	PhoneMasked       = fault.Define(fault.Invalid, "phone_masked", "这是隐去中间几位的号码，请填写完整号码。", "Some digits of this number are hidden. Enter the whole number.")
	RankInvalid       = fault.Define(fault.Invalid, "level_rank_invalid", "次序须为 1 到 {maximum} 的整数。", "The rank is a whole number from 1 to {maximum}.")
	TooManyAddresses  = fault.Define(fault.Refused, "too_many_addresses", "最多可以有 {limit} 个收货地址。", "A dealer has at most {limit} ship-to addresses.")
	TooMany           = fault.Define(fault.Invalid, "too_many_items", "一次最多 {maximum} 条。", "At most {maximum} items at once.")
)

// The refusals of a handover.
var (
	HandoverSame    = fault.Define(fault.Invalid, "handover_same", "接手人不能是交出人自己。", "The dealers are theirs already.")
	HandoverDay     = fault.Define(fault.Invalid, "handover_day", "交接日期须在 {from} 至 {to} 之间。", "The day of a handover lies between {from} and {to}.")
	HandoverNothing = fault.Define(fault.Refused, "handover_nothing", "该员工没有可交接的经销商。", "There is no dealer to hand over.")
	HandoverRemains = fault.Define(fault.Refused, "handover_remains", "该员工名下还有其他经销商，全部交接后才能办理离职。", "Dealers would remain with who leaves. Hand all of them over first.")
)

// The refusals about audiences: a rule that can never match is told at save, with the condition.
var (
	TagsContradict   = fault.Define(fault.Invalid, "audience_tags_contradict", "标签“{code}”既要求具备又要求不具备，没有经销商能满足。", "The tag {code} is both wanted and unwanted. No dealer can match.")
	AnyTagUnwanted   = fault.Define(fault.Invalid, "audience_any_tag_unwanted", "“任一标签”中的标签全部在“不含标签”中，没有经销商能满足。", "Every tag of which one is wanted is also unwanted. No dealer can match.")
	NamedAllExcluded = fault.Define(fault.Invalid, "audience_named_excluded", "指定的经销商全部被排除，没有经销商能满足。", "Every named dealer is also left out. No dealer can match.")
)

// The refusals about accounts of a dealer and their limits.
var (
	RolesEmpty       = fault.Define(fault.Invalid, "roles_empty", "请至少选择一个角色。", "Choose at least one role.")
	MasterKept       = fault.Define(fault.Refused, "master_account_kept", "主账号由品牌方维护，不能在此更改、停用或移除。", "The master account is looked after by the brand. It cannot be changed, blocked or removed here.")
	TooManyAccounts  = fault.Define(fault.Refused, "too_many_accounts", "最多可以有 {limit} 个账号。", "A dealer has at most {limit} accounts.")
	NotAccepted      = fault.Define(fault.Conflict, "account_not_accepted", "{name} 还没有接受邀请，可以重新邀请或移除。", "{name} has not accepted the invitation yet. Invite again or remove the account.")
	PoolEmpty        = fault.Define(fault.Invalid, "pool_empty", "商品范围至少要有一个分类或商品。", "The range of goods needs at least one category or product.")
	AddressesEmpty   = fault.Define(fault.Invalid, "addresses_empty", "请至少选择一个收货地址。", "Choose at least one ship-to address.")
	AddressForeign   = fault.Define(fault.Invalid, "limit_address_unknown", "所选收货地址中有已不存在的，请重新选择。", "One of the ship-to addresses does not exist any more. Choose again.")
	AmountOutside    = fault.Define(fault.Invalid, "limit_amount_outside", "金额须大于 0。", "The amount must be greater than 0.")
	AddressesLimited = fault.Define(fault.Refused, "addresses_limited", "您的账号只能使用指定的收货地址，不能新增或修改。请联系主账号。", "Your account uses given ship-to addresses and cannot add or change any. Ask the master account.")
)
