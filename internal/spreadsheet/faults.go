package spreadsheet

import "qudao/internal/fault"

// What can be wrong with starting a run, or with asking for what it made.
var (
	KindUnknown     = fault.Define(fault.Invalid, "run_kind_unknown", "不支持的类型：{kind}。", "There is no such list: {kind}.")
	ListMissing     = fault.Define(fault.Invalid, "run_list_missing", "请选择价目表。", "Name the price list.")
	AudienceMissing = fault.Define(fault.Invalid, "run_audience_missing", "请选择客群。", "Name the audience.")
	FileHidden      = fault.Define(fault.Denied, "run_file_hidden", "该文件含有您的账号已不能查看的内容，请重新导出。", "This file holds what your account may no longer see. Export it again.")
	NoFileYet       = fault.Define(fault.Missing, "run_file_missing", "文件尚未生成。", "The file is not there yet.")
	Broken          = fault.Define(fault.Internal, "run_broken", "处理时发生内部错误，未完成。请重新发起；如再次出现请联系管理员。", "An internal error stopped the run. Start it again; if it happens again, tell an administrator.")
	ExportTooLong   = fault.Define(fault.Invalid, "export_too_long", "共 {rows} 行，超过 {maximum} 行上限，请缩小范围。", "There are {rows} rows, more than the {maximum} one file may have. Narrow the list.")
	NoRows          = fault.Define(fault.Invalid, "run_no_rows", "文件中没有数据行。", "The file has no rows.")
)

// Why an import is not taken back.
var (
	NotUndoable       = fault.Define(fault.Refused, "run_not_undoable", "只有已完成的价格和库存导入可以撤销。", "Only imports of prices and stock that are done can be taken back.")
	UndoneBefore      = fault.Define(fault.Conflict, "run_undone", "这次导入已经撤销过了。", "This import was taken back before.")
	NothingToUndo     = fault.Define(fault.Refused, "run_nothing_to_undo", "这次导入没有改动任何数据，不需要撤销。", "This import changed nothing, so there is nothing to take back.")
	ChangedSince      = fault.Define(fault.Refused, "run_changed_since", "导入后有 {count} 处又发生了变化，不能撤销。", "{count} places were changed after the import and cannot be taken back.")
	PriceChangedSince = fault.Define(fault.Refused, "run_price_changed_since", "{sku} 的价格在导入后又有修改。", "The prices of {sku} were changed after the import.")
	StockMovedSince   = fault.Define(fault.Refused, "run_stock_moved_since", "{sku} 在仓库 {warehouse} 导入后又有出入库。", "Goods of {sku} in warehouse {warehouse} moved after the import.")
)

// What can be wrong with one row.
var (
	CellFormula    = fault.Define(fault.Invalid, "cell_formula", "“{column}”是公式，请改为数值或文本。", "{column} is a formula. Put its value in its place.")
	CellMissing    = fault.Define(fault.Invalid, "cell_missing", "“{column}”不能为空。", "{column} must not be empty.")
	CellNumber     = fault.Define(fault.Invalid, "cell_not_number", "“{column}”不是数字：{value}。", "{column} is not a number: {value}.")
	CellPrecise    = fault.Define(fault.Invalid, "cell_too_precise", "“{column}”最多 {places} 位小数：{value}。", "{column} has more than {places} decimals: {value}.")
	CellRange      = fault.Define(fault.Invalid, "cell_out_of_range", "“{column}”超出范围：{value}。", "{column} is out of range: {value}.")
	CellError      = fault.Define(fault.Invalid, "cell_error", "“{column}”是错误值：{value}。", "{column} holds an error value: {value}.")
	PricePositive  = fault.Define(fault.Invalid, "price_not_positive", "单价必须大于 0：{value}。", "The price must be above zero: {value}.")
	CellState      = fault.Define(fault.Invalid, "cell_state_unknown", "“{column}”不是可用的状态：{value}。", "{column} is not a state: {value}.")
	CellRate       = fault.Define(fault.Invalid, "cell_rate_invalid", "“{column}”应为 0 到 100 的百分数，如 13 或 13%：{value}。", "{column} must be per cent from 0 to 100, such as 13 or 13%: {value}.")
	CellPacks      = fault.Define(fault.Invalid, "cell_packs_invalid", "“{column}”应写成“箱=20;托=400”：{value}。", "{column} must look like \"box=20;pallet=400\": {value}.")
	RowOutdated    = fault.Define(fault.Conflict, "row_outdated", "之后开始的导入已更新此库存，本行未导入。", "An import that started later has set this stock, so the row was left out.")
	RowRepeated    = fault.Define(fault.Invalid, "row_repeated", "与第 {row} 行重复。", "This repeats row {row}.")
	ProductDiffers = fault.Define(fault.Invalid, "row_product_differs", "“{column}”与同一商品第 {row} 行不一致。", "{column} differs from row {row} of the same product.")
	ProductFailed  = fault.Define(fault.Invalid, "row_product_failed", "同一商品的第 {row} 行有误，整个商品未导入。", "Row {row} of the same product is wrong, so the whole product was left out.")
)
