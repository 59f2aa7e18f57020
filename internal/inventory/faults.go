package inventory

import "qudao/internal/fault"

// The refusals of changes to stock. (That of a shipment stands beside it, in reserve.go.)
var (
	SKUUnknown       = fault.Define(fault.Invalid, "stock_sku_unknown", "没有物料“{value}”。", "There is no material number {value}.")
	WarehouseUnknown = fault.Define(fault.Invalid, "warehouse_unknown", "没有仓库“{value}”。", "There is no warehouse {value}.")
	BelowReserved    = fault.Define(fault.Refused, "stock_below_reserved", "{warehouse} 的 {sku} 已预占 {reserved}，库存不能改为 {on_hand}。",
		"{reserved} of {sku} are reserved in {warehouse}: the stock cannot become {on_hand}.")
	OneFigure     = fault.Define(fault.Invalid, "stock_one_figure", "请填写增减数量或盘点数量，二者只填其一，增减数量不能为零。", "Give either a change, not zero, or the counted figure.")
	ReasonMissing = fault.Define(fault.Invalid, "stock_reason_missing", "请填写原因。", "A reason is required.")
	TextTooLong   = fault.Define(fault.Invalid, "stock_text_too_long", "最多 {maximum} 个字符。", "At most {maximum} characters.")
	SafetyWrong   = fault.Define(fault.Invalid, "safety_invalid", "安全库存须在 0 到 {maximum} 之间。", "Safety stock is from 0 to {maximum}.")
)

// The refusals of changes to warehouses.
var (
	WarehouseHolds = fault.Define(fault.Refused, "warehouse_holds_reservations", "仓库“{warehouse}”还有 {count} 种物料为订单预占，请先发货或取消这些订单，再关闭仓库。",
		"{count} material numbers are still reserved for orders in {warehouse}: ship or cancel these orders before it is closed.")
	PriorityWrong = fault.Define(fault.Invalid, "warehouse_priority_invalid", "优先级须在 -{maximum} 到 {maximum} 之间。", "The priority is from -{maximum} to {maximum}.")
)

// What can be wrong with a rule of display.
var (
	ModeUnknown            = fault.Define(fault.Invalid, "display_mode_unknown", "没有“{value}”这种展示方式。", "There is no mode {value}.")
	BandsWrong             = fault.Define(fault.Invalid, "display_bands_invalid", "分段须为递增的整数，至少一个大于零。", "Bands are whole numbers, rising, at least one above zero.")
	DisplayAudienceUnknown = fault.Define(fault.Invalid, "display_audience_unknown", "没有客群“{value}”。", "There is no audience {value}.")
	DisplayCategoryUnknown = fault.Define(fault.Invalid, "display_category_unknown", "没有分类“{value}”。", "There is no category {value}.")
	DisplayTooMany         = fault.Define(fault.Invalid, "display_too_many", "最多 {maximum} 条规则。", "At most {maximum} rules.")
)
