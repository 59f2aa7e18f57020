package render

import "qudao/internal/fault"

// What can be wrong with a file before any of its rows is looked at.
var (
	FileNotXLSX = fault.Define(fault.Invalid, "file_not_xlsx",
		"这不是 Excel 工作簿（.xlsx）。", "This is not an Excel workbook (.xlsx).")
	FileOldExcel = fault.Define(fault.Invalid, "file_old_excel",
		"这是旧版 Excel 文件（.xls），请另存为 .xlsx 后再上传。", "This is an old Excel file (.xls). Save it as .xlsx and upload again.")
	FileEncrypted = fault.Define(fault.Invalid, "file_encrypted",
		"文件有密码保护，请去掉密码后再上传。", "The file is protected by a password. Remove it and upload again.")
	FileTooLarge = fault.Define(fault.Invalid, "file_too_large",
		"文件超过 {limit_mib} MB，请拆分后再上传。", "The file is larger than {limit_mib} MB. Split it and upload again.").Status(413)
	FileBomb = fault.Define(fault.Invalid, "file_bomb",
		"文件解压后过大，已拒绝读取。", "The file unpacks to far more than it should and was not read.")
	FileTooHeavy = fault.Define(fault.Invalid, "file_too_heavy",
		"读取文件所需的时间或内存超过上限，请拆分后再上传。", "Reading the file takes more time or memory than allowed. Split it and upload again.")
	FileUnreadable = fault.Define(fault.Invalid, "file_unreadable",
		"文件已损坏，无法读取，请用 Excel 打开并重新保存。", "The file is damaged and cannot be read. Open it in Excel and save it again.")
)

// What can be wrong with the sheet inside a file that could be opened.
var (
	SheetMissing = fault.Define(fault.Invalid, "sheet_missing",
		"文件里没有名为“{sheet}”的工作表，只有：{found}。", "The file has no sheet called \"{sheet}\". It has: {found}.")
	SheetTooManyRows = fault.Define(fault.Invalid, "sheet_too_many_rows",
		"数据超过 {limit} 行，请拆分后再上传。", "There are more than {limit} rows. Split the file and upload again.")
	SheetTooWide = fault.Define(fault.Invalid, "sheet_too_wide",
		"第 {row} 行超过 {limit} 列。", "Row {row} has more than {limit} columns.")
	ColumnsMissing = fault.Define(fault.Invalid, "columns_missing",
		"缺少列：{columns}。请使用模板的表头。", "Columns are missing: {columns}. Use the header of the template.")
	ColumnsRepeated = fault.Define(fault.Invalid, "columns_repeated",
		"表头中重复的列：{columns}。", "The header names a column twice: {columns}.")
)

// childFaults are the refusals a child may report; any other code from a child is FileUnreadable.
var childFaults = map[string]*fault.Definition{
	FileNotXLSX.Code: FileNotXLSX, FileEncrypted.Code: FileEncrypted, FileBomb.Code: FileBomb,
	FileTooHeavy.Code: FileTooHeavy, FileUnreadable.Code: FileUnreadable,
	SheetMissing.Code: SheetMissing, SheetTooWide.Code: SheetTooWide,
}
