package paper

import (
	"qudao/internal/order"
	"qudao/internal/render"
)

// What papers say, in both languages.
var (
	wOrder    = render.Words{Chinese: "订单", English: "Order"}
	wPicking  = render.Words{Chinese: "拣货单", English: "Picking list"}
	wDelivery = render.Words{Chinese: "送货单", English: "Delivery note"}

	wNumber    = render.Words{Chinese: "订单号", English: "Order"}
	wDealer    = render.Words{Chinese: "经销商", English: "Dealer"}
	wPlacedAt  = render.Words{Chinese: "下单时间", English: "Placed at"}
	wPlacedBy  = render.Words{Chinese: "下单人", English: "Placed by"}
	wReceiver  = render.Words{Chinese: "收货人", English: "Consignee"}
	wAddress   = render.Words{Chinese: "收货地址", English: "Ship to"}
	wState     = render.Words{Chinese: "状态", English: "State"}
	wWarehouse = render.Words{Chinese: "仓库", English: "Warehouse"}
	wFrom      = render.Words{Chinese: "发货仓库", English: "Shipped from"}
	wShippedAt = render.Words{Chinese: "发货时间", English: "Shipped at"}
	wCarrier   = render.Words{Chinese: "承运商", English: "Carrier"}
	wTracking  = render.Words{Chinese: "运单号", English: "Tracking"}
	wPhone     = render.Words{Chinese: "电话", English: "Phone"}

	wLine     = render.Words{Chinese: "行", English: "#"}
	wSKU      = render.Words{Chinese: "物料编码", English: "SKU code"}
	wName     = render.Words{Chinese: "名称", English: "Name"}
	wSpec     = render.Words{Chinese: "型号规格", English: "Model, spec"}
	wUnit     = render.Words{Chinese: "单位", English: "Unit"}
	wQuantity = render.Words{Chinese: "数量", English: "Quantity"}
	wPrice    = render.Words{Chinese: "单价", English: "Unit price"}
	wAmount   = render.Words{Chinese: "金额", English: "Amount"}
	wToPick   = render.Words{Chinese: "应拣", English: "To pick"}
	wPicked   = render.Words{Chinese: "实拣", English: "Picked"}
	wSent     = render.Words{Chinese: "发货数量", English: "Shipped"}
	wReceived = render.Words{Chinese: "实收数量", English: "Received"}
	wTotal    = render.Words{Chinese: "合计", English: "Total"}

	wGoods    = render.Words{Chinese: "商品金额", English: "Goods"}
	wDiscount = render.Words{Chinese: "优惠", English: "Discount"}
	wFreight  = render.Words{Chinese: "运费", English: "Freight"}
	wNet      = render.Words{Chinese: "不含税", English: "Net"}
	wTax      = render.Words{Chinese: "税额", English: "Tax"}
	wPayable  = render.Words{Chinese: "应付合计", English: "Total"}
	wCapitals = render.Words{Chinese: "大写金额", English: "In capitals"}
	wRemark   = render.Words{Chinese: "备注", English: "Remark"}
	wReason   = render.Words{Chinese: "原因", English: "Reason"}
	wNote     = render.Words{Chinese: "说明", English: "Note"}
	wCheck    = render.Words{Chinese: "请当面核对数量与外观，有差异的请写在“实收数量”一栏并签字。", English: "Check quantity and condition on delivery; write any difference under Received, and sign."}

	wMadeBy    = render.Words{Chinese: "制单", English: "Prepared by"}
	wReviewer  = render.Words{Chinese: "审核", English: "Reviewed by"}
	wAccept    = render.Words{Chinese: "经销商确认（签字盖章）", English: "Dealer (signature, seal)"}
	wPicker    = render.Words{Chinese: "拣货", English: "Picked by"}
	wChecker   = render.Words{Chinese: "复核", English: "Checked by"}
	wPacker    = render.Words{Chinese: "装箱（箱数）", English: "Packed by (boxes)"}
	wShipper   = render.Words{Chinese: "发货（签字）", English: "Shipped by (signature)"}
	wDriver    = render.Words{Chinese: "承运（签字）", English: "Carrier (signature)"}
	wRecipient = render.Words{Chinese: "收货（签字盖章）", English: "Received by (signature, seal)"}

	wPrinted = render.Words{Chinese: "打印", English: "Printed"}
)

// states are the words for an order's state.
var states = map[order.State]render.Words{
	"in_review": {Chinese: "待审核", English: "In review"}, "accepted": {Chinese: "待发货", English: "Accepted"},
	"partly_shipped": {Chinese: "部分发货", English: "Partly shipped"}, "shipped": {Chinese: "已发货", English: "Shipped"},
	"received": {Chinese: "已收货", English: "Received"}, "closed": {Chinese: "已关闭", English: "Closed"},
	"rejected": {Chinese: "已驳回", English: "Rejected"}, "cancelled": {Chinese: "已取消", English: "Cancelled"}, "expired": {Chinese: "已过期", English: "Expired"},
}
