package order

import "qudao/internal/fault"

// The refusals of this package.
var (
	NoLines        = fault.Define(fault.Invalid, "order_empty", "订单没有商品。", "The order has no lines.")
	TooManyLines   = fault.Define(fault.Invalid, "order_too_long", "一张订单最多 {limit} 行，现有 {count} 行。", "An order holds at most {limit} lines; this one has {count}.")
	ReasonMissing  = fault.Define(fault.Invalid, "reason_missing", "请填写原因。", "Give a reason.")
	AddressOutside = fault.Define(fault.Refused, "address_outside", "您的账号只能使用指定的收货地址，请另选一个。", "Your account can have goods sent to given addresses only. Choose one of them.")
	OverOrder      = fault.Define(fault.Refused, "over_order_limit", "您的账号单笔订单最多 {limit}，本单 {total}，超出 {over}。",
		"One order of your account may come to {limit}; this one comes to {total}, {over} too much.")
	OverMonth = fault.Define(fault.Refused, "over_month_limit", "您的账号每月最多 {limit}，本月已用 {used}，还可用 {left}，本单 {total}。",
		"Orders of your account may come to {limit} a month; {used} are used, {left} are left, and this one comes to {total}.")
	// The same for who may see no amounts.
	OverOrderHidden = fault.Define(fault.Refused, "over_order_limit_hidden", "本单超出您账号的单笔金额上限，请减少数量或联系主账号。", "This order is above what one order of your account may come to. Order less, or ask the master account.")
	OverMonthHidden = fault.Define(fault.Refused, "over_month_limit_hidden", "本单超出您账号本月剩余的额度，请减少数量或联系主账号。", "This order is above what is left of your account's month. Order less, or ask the master account.")
	AddressMissing  = fault.Define(fault.Invalid, "address_missing", "收货地址不存在，请重新选择。", "This ship-to address does not exist. Choose another.")

	// SKUMissing is one answer for a SKU that does not exist, is not published to the dealer, or is
	// archived: nobody learns which.
	SKUMissing   = fault.Define(fault.Refused, "sku_not_orderable", "商品 {sku} 不可订购。", "{sku} cannot be ordered.")
	PriceMissing = fault.Define(fault.Refused, "price_missing", "商品 {sku} 暂无价格，不能下单。", "{sku} has no price and cannot be ordered.")
	TotalChanged = fault.Define(fault.Refused, "total_changed", "价格已变动，现应付 {total}（您看到的是 {expected}），请确认后重新提交。",
		"Prices have changed: the total is now {total} (you saw {expected}). Confirm and place again.")
	StockShort  = fault.Define(fault.Refused, "stock_short", "商品 {sku} 库存不足，仅剩 {left}。", "{sku}: only {left} left.")
	StockHidden = fault.Define(fault.Refused, "stock_short_hidden", "商品 {sku} 库存不足。", "{sku}: not enough in stock.")
	Refused     = fault.Define(fault.Refused, "order_refused", "订单未提交，请检查标出的行。", "The order was not placed. See the lines named.")

	WrongState    = fault.Define(fault.Conflict, "order_state", "订单 {number} 当前状态为“{state}”，不能执行此操作。", "Order {number} is {state}; this is not possible now.")
	ShipRefused   = fault.Define(fault.Refused, "shipment_refused", "发货未登记，请检查标出的行。", "The shipment was not recorded. See the lines named.")
	NothingToShip = fault.Define(fault.Invalid, "shipment_empty", "请填写本次发货数量。", "Say what this shipment carries.")
	TooMuch       = fault.Define(fault.Refused, "ship_too_much", "第 {line} 行待发 {open}，不能发出 {quantity}。", "Line {line}: {open} are open, {quantity} cannot be shipped.")
	NoSuchLine    = fault.Define(fault.Invalid, "line_missing", "订单没有第 {line} 行。", "The order has no line {line}.")
	NoWarehouse   = fault.Define(fault.Invalid, "warehouse_missing", "仓库 {warehouse} 不存在。", "There is no warehouse {warehouse}.")
	ShippedTwice  = fault.Define(fault.Conflict, "shipment_repeated", "外部发货单 {external} 已登记。", "The shipment {external} has been recorded already.")
	Received2     = fault.Define(fault.Conflict, "shipment_received", "该发货单已确认收货。", "This shipment has been received already.")
	MoreThanSent  = fault.Define(fault.Invalid, "received_too_much", "第 {line} 行发出 {quantity}，实收不能超过。", "Line {line}: {quantity} were sent, no more can have arrived.")
	RuleOutside   = fault.Define(fault.Invalid, "rule_outside", "取值应在 {low} 与 {high} 之间。", "The value must lie between {low} and {high}.")
)
