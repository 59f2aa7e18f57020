package spreadsheet

import "qudao/internal/render"

// The lists of master data, which only go out here.
var (
	memberSheet = render.Sheet{
		Name: render.Words{Chinese: "客群成员", English: "Members"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "经销商编码", English: "Dealer code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 28},
			{Key: "level", Title: render.Words{Chinese: "等级", English: "Level"}},
			{Key: "region", Title: render.Words{Chinese: "地区", English: "Region"}, Width: 24},
			{Key: "tags", Title: render.Words{Chinese: "标签", English: "Tags"}},
			{Key: "rep", Title: render.Words{Chinese: "负责人", English: "Rep"}},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}},
		},
	}
	audienceSheet = render.Sheet{
		Name: render.Words{Chinese: "客群", English: "Audiences"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "客群编码", English: "Audience code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 28},
			{Key: "levels", Title: render.Words{Chinese: "等级", English: "Levels"}},
			{Key: "regions", Title: render.Words{Chinese: "地区", English: "Regions"}},
			{Key: "tags_any", Title: render.Words{Chinese: "任一标签", English: "Any tag"}},
			{Key: "tags_all", Title: render.Words{Chinese: "全部标签", English: "All tags"}},
			{Key: "tags_none", Title: render.Words{Chinese: "排除标签", English: "No tag"}},
			{Key: "divisions", Title: render.Words{Chinese: "事业部", English: "Divisions"}},
			{Key: "dealers_in", Title: render.Words{Chinese: "点名加入", English: "Named in"}, Kind: render.Number},
			{Key: "dealers_out", Title: render.Words{Chinese: "点名排除", English: "Named out"}, Kind: render.Number},
			{Key: "members", Title: render.Words{Chinese: "成员数", English: "Dealers"}, Kind: render.Number},
		},
	}
	priceListSheet = render.Sheet{
		Name: render.Words{Chinese: "价目表", English: "Price lists"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "价目表编码", English: "Price list code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 28},
			{Key: "kind", Title: render.Words{Chinese: "类型", English: "Kind"}},
			{Key: "for", Title: render.Words{Chinese: "适用对象", English: "For"}, Width: 28},
			{Key: "priority", Title: render.Words{Chinese: "优先级", English: "Priority"}, Kind: render.Number},
			{Key: "currency", Title: render.Words{Chinese: "币种", English: "Currency"}, Width: 8},
			{Key: "tax_included", Title: render.Words{Chinese: "含税", English: "Tax included"}, Width: 8},
			{Key: "valid_from", Title: render.Words{Chinese: "生效", English: "Valid from"}, Kind: render.Date},
			{Key: "valid_to", Title: render.Words{Chinese: "失效", English: "Valid to"}, Kind: render.Date},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}},
			{Key: "count", Title: render.Words{Chinese: "SKU 数", English: "SKUs"}, Kind: render.Number},
		},
	}
	categorySheet = render.Sheet{
		Name: render.Words{Chinese: "商品分类", English: "Categories"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "分类编码", English: "Category code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 24},
			{Key: "level", Title: render.Words{Chinese: "层级", English: "Level"}, Kind: render.Number, Width: 8},
			{Key: "parent", Title: render.Words{Chinese: "上级编码", English: "Parent code"}},
			{Key: "path", Title: render.Words{Chinese: "路径", English: "Path"}, Width: 48},
			{Key: "sort", Title: render.Words{Chinese: "顺序", English: "Sort"}, Kind: render.Number, Width: 8},
			{Key: "products", Title: render.Words{Chinese: "商品数", English: "Products"}, Kind: render.Number},
		},
	}
	warehouseSheet = render.Sheet{
		Name: render.Words{Chinese: "仓库", English: "Warehouses"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "仓库编码", English: "Warehouse code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}, Width: 24},
			{Key: "region", Title: render.Words{Chinese: "地区编码", English: "Region code"}},
			{Key: "region_name", Title: render.Words{Chinese: "地区", English: "Region"}, Width: 24},
			{Key: "priority", Title: render.Words{Chinese: "优先级", English: "Priority"}, Kind: render.Number},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}},
		},
	}
	movementSheet = render.Sheet{
		Name: render.Words{Chinese: "库存流水", English: "Stock movements"},
		Columns: []render.Column{
			{Key: "at", Title: render.Words{Chinese: "时间", English: "At"}, Kind: render.Date},
			{Key: "sku", Title: render.Words{Chinese: "物料编码", English: "SKU code"}},
			{Key: "name", Title: render.Words{Chinese: "规格名称", English: "SKU name"}, Width: 28},
			{Key: "warehouse", Title: render.Words{Chinese: "仓库编码", English: "Warehouse code"}},
			{Key: "warehouse_name", Title: render.Words{Chinese: "仓库", English: "Warehouse"}},
			{Key: "kind", Title: render.Words{Chinese: "类型", English: "Kind"}},
			{Key: "quantity", Title: render.Words{Chinese: "变动数量", English: "Change"}, Kind: render.Number},
			{Key: "unit", Title: render.Words{Chinese: "单位", English: "Unit"}, Width: 8},
			{Key: "reason", Title: render.Words{Chinese: "原因", English: "Reason"}, Width: 24},
			{Key: "document", Title: render.Words{Chinese: "单据", English: "Document"}},
			{Key: "who", Title: render.Words{Chinese: "操作人", English: "By"}},
		},
	}
	staffSheet = render.Sheet{
		Name: render.Words{Chinese: "员工", English: "Staff"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "工号", English: "Number"}},
			{Key: "name", Title: render.Words{Chinese: "姓名", English: "Name"}},
			{Key: "username", Title: render.Words{Chinese: "用户名", English: "Username"}},
			{Key: "department", Title: render.Words{Chinese: "部门", English: "Department"}},
			{Key: "roles", Title: render.Words{Chinese: "角色", English: "Roles"}, Width: 28},
			{Key: "data_scope", Title: render.Words{Chinese: "数据范围", English: "Data scope"}},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}},
		},
	}
	roleSheet = render.Sheet{
		Name: render.Words{Chinese: "角色", English: "Roles"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "角色编码", English: "Role code"}},
			{Key: "name", Title: render.Words{Chinese: "名称", English: "Name"}},
			{Key: "permissions", Title: render.Words{Chinese: "权限", English: "Permissions"}, Width: 60},
			{Key: "staff", Title: render.Words{Chinese: "员工数", English: "Staff"}, Kind: render.Number},
		},
	}
)

var (
	listKinds = []word{
		{"base", render.Words{Chinese: "基准价", English: "base"}},
		{"audience", render.Words{Chinese: "客群价", English: "audience"}},
		{"dealer", render.Words{Chinese: "经销商价", English: "dealer"}},
	}
	listStates = []word{
		{"active", render.Words{Chinese: "启用", English: "active"}},
		{"archived", render.Words{Chinese: "停用", English: "archived"}},
	}
	warehouseStates = []word{
		{"active", render.Words{Chinese: "启用", English: "active"}},
		{"closed", render.Words{Chinese: "关闭", English: "closed"}},
	}
	staffStates = []word{
		{"active", render.Words{Chinese: "在职", English: "active"}},
		{"left", render.Words{Chinese: "离职", English: "left"}},
	}
	dataScopes = []word{
		{"all", render.Words{Chinese: "全部经销商", English: "all dealers"}},
		{"own", render.Words{Chinese: "仅自己负责的经销商", English: "own dealers"}},
		{"roles", render.Words{Chinese: "按角色", English: "by role"}},
	}
	movementKinds = []word{
		{"opening", render.Words{Chinese: "期初", English: "opening"}},
		{"receipt", render.Words{Chinese: "入库", English: "receipt"}},
		{"adjustment", render.Words{Chinese: "调整", English: "adjustment"}},
		{"count", render.Words{Chinese: "盘点", English: "count"}},
		{"shipment", render.Words{Chinese: "发货", English: "shipment"}},
		{"return", render.Words{Chinese: "退货", English: "return"}},
	}
	yesNo = []word{
		{"true", render.Words{Chinese: "是", English: "yes"}},
		{"false", render.Words{Chinese: "否", English: "no"}},
	}
)
