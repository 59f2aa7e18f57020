package spreadsheet

import "qudao/internal/render"

// The lists that only go out.
var (
	orderSheet = render.Sheet{
		Name: render.Words{Chinese: "订单", English: "Orders"},
		Columns: []render.Column{
			{Key: "number", Title: render.Words{Chinese: "订单号", English: "Order"}, Width: 20},
			{Key: "placed_at", Title: render.Words{Chinese: "下单时间", English: "Placed at"}, Kind: render.Date},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}, Width: 10},
			{Key: "dealer", Title: render.Words{Chinese: "经销商编码", English: "Dealer code"}},
			{Key: "dealer_name", Title: render.Words{Chinese: "经销商", English: "Dealer"}, Width: 28},
			{Key: "placed_by", Title: render.Words{Chinese: "下单人", English: "Placed by"}},
			{Key: "line", Title: render.Words{Chinese: "行号", English: "Line"}, Kind: render.Number, Width: 6},
			{Key: "sku", Title: render.Words{Chinese: "物料编码", English: "SKU code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 28},
			{Key: "unit", Title: render.Words{Chinese: "单位", English: "Unit"}, Width: 8},
			{Key: "quantity", Title: render.Words{Chinese: "数量", English: "Quantity"}, Kind: render.Number},
			{Key: "price", Title: render.Words{Chinese: "单价", English: "Unit price"}, Kind: render.Number},
			{Key: "amount", Title: render.Words{Chinese: "金额", English: "Amount"}, Kind: render.Money},
			{Key: "net", Title: render.Words{Chinese: "不含税金额", English: "Net"}, Kind: render.Money},
			{Key: "tax", Title: render.Words{Chinese: "税额", English: "Tax"}, Kind: render.Money},
			{Key: "tax_rate", Title: render.Words{Chinese: "税率", English: "Tax rate"}, Width: 8},
			{Key: "shipped", Title: render.Words{Chinese: "已发货", English: "Shipped"}, Kind: render.Number},
			{Key: "received", Title: render.Words{Chinese: "已收货", English: "Received"}, Kind: render.Number},
			{Key: "cancelled", Title: render.Words{Chinese: "已取消", English: "Cancelled"}, Kind: render.Number},
			{Key: "total", Title: render.Words{Chinese: "订单总额", English: "Order total"}, Kind: render.Money},
			{Key: "receiver", Title: render.Words{Chinese: "收货人", English: "Receiver"}},
			{Key: "phone", Title: render.Words{Chinese: "电话", English: "Phone"}},
			{Key: "address", Title: render.Words{Chinese: "收货地址", English: "Address"}, Width: 40},
			{Key: "remark", Title: render.Words{Chinese: "备注", English: "Remark"}, Width: 28},
		},
	}
	dealerSheet = render.Sheet{
		Name: render.Words{Chinese: "经销商", English: "Dealers"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "经销商编码", English: "Dealer code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 28},
			{Key: "short_name", Title: render.Words{Chinese: "简称", English: "Short name"}},
			{Key: "level", Title: render.Words{Chinese: "等级编码", English: "Level code"}},
			{Key: "level_name", Title: render.Words{Chinese: "等级", English: "Level"}},
			{Key: "region", Title: render.Words{Chinese: "地区编码", English: "Region code"}},
			{Key: "region_name", Title: render.Words{Chinese: "地区", English: "Region"}},
			{Key: "tags", Title: render.Words{Chinese: "标签", English: "Tags"}},
			{Key: "divisions", Title: render.Words{Chinese: "事业部", English: "Divisions"}},
			{Key: "rep", Title: render.Words{Chinese: "业务员", English: "Rep"}},
			{Key: "contact", Title: render.Words{Chinese: "联系人", English: "Contact"}},
			{Key: "phone", Title: render.Words{Chinese: "电话", English: "Phone"}},
			{Key: "credit_code", Title: render.Words{Chinese: "统一社会信用代码", English: "Credit code"}, Width: 22},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}},
		},
	}
	auditSheet = render.Sheet{
		Name: render.Words{Chinese: "审计", English: "Audit"},
		Columns: []render.Column{
			{Key: "at", Title: render.Words{Chinese: "时间", English: "At"}, Kind: render.Date},
			{Key: "actor", Title: render.Words{Chinese: "操作者", English: "Actor"}},
			{Key: "address", Title: render.Words{Chinese: "来源地址", English: "Address"}},
			{Key: "action", Title: render.Words{Chinese: "动作", English: "Action"}, Width: 10},
			{Key: "object", Title: render.Words{Chinese: "对象", English: "Object"}},
			{Key: "table", Title: render.Words{Chinese: "数据表", English: "Table"}},
			{Key: "key", Title: render.Words{Chinese: "主键", English: "Key"}},
			{Key: "before", Title: render.Words{Chinese: "变更前", English: "Before"}, Width: 50},
			{Key: "after", Title: render.Words{Chinese: "变更后", English: "After"}, Width: 50},
			{Key: "trace", Title: render.Words{Chinese: "请求号", English: "Request"}},
		},
	}

	auditActions = []word{
		{"insert", render.Words{Chinese: "新增", English: "added"}},
		{"update", render.Words{Chinese: "修改", English: "changed"}},
		{"delete", render.Words{Chinese: "删除", English: "removed"}},
		{"refused", render.Words{Chinese: "被拒绝", English: "refused"}},
		{"read", render.Words{Chinese: "查看", English: "looked at"}},
	}
	orderStates = []word{
		{"in_review", render.Words{Chinese: "待审核", English: "in review"}},
		{"accepted", render.Words{Chinese: "待发货", English: "accepted"}},
		{"partly_shipped", render.Words{Chinese: "部分发货", English: "partly shipped"}},
		{"shipped", render.Words{Chinese: "已发货", English: "shipped"}},
		{"received", render.Words{Chinese: "已收货", English: "received"}},
		{"closed", render.Words{Chinese: "已关闭", English: "closed"}},
		{"rejected", render.Words{Chinese: "已驳回", English: "rejected"}},
		{"cancelled", render.Words{Chinese: "已取消", English: "cancelled"}},
		{"expired", render.Words{Chinese: "已过期", English: "expired"}},
	}
	dealerStates = []word{
		{"active", render.Words{Chinese: "正常", English: "active"}},
		{"frozen", render.Words{Chinese: "冻结", English: "frozen"}},
		{"closed", render.Words{Chinese: "关闭", English: "closed"}},
	}
)
