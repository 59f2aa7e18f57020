package paper

import "qudao/internal/fault"

// The refusals of this package.
var (
	NothingToPick = fault.Define(fault.Conflict, "nothing_to_pick", "订单 {number} 没有待拣的货物：尚未审核通过，或已全部发出。", "Order {number} has nothing to pick: it is not accepted, or all of it has been shipped.")
	NothingPicked = fault.Define(fault.Refused, "picking_refused", "拣货单未生成，请检查标出的订单。", "The picking lists were not made. See the orders named.")
	NoOrders      = fault.Define(fault.Invalid, "picking_empty", "请选择订单。", "Choose orders.")
	TooManyOrders = fault.Define(fault.Invalid, "picking_too_many", "一次最多打印 {limit} 张订单的拣货单，现有 {count} 张。", "At most {limit} orders are printed at once; these are {count}.")
)
