package catalog

import "qudao/internal/fault"

// What can be wrong with a product, category or template as it is given.
var (
	FieldMissing    = fault.Define(fault.Invalid, "catalog_field_missing", "此项必填。", "This is required.")
	FieldTooLong    = fault.Define(fault.Invalid, "catalog_field_too_long", "最多 {maximum} 个字符。", "At most {maximum} characters.")
	TooMany         = fault.Define(fault.Invalid, "catalog_too_many", "一次最多 {maximum} 项。", "At most {maximum} at once.")
	StateUnknown    = fault.Define(fault.Invalid, "catalog_state_unknown", "没有“{value}”这个状态。", "There is no state {value}.")
	SortUnknown     = fault.Define(fault.Invalid, "catalog_sort_unknown", "不能按“{value}”排序。", "Nothing is sorted by {value}.")
	SearchTooLong   = fault.Define(fault.Invalid, "search_too_long", "搜索内容过长，最多 {maximum} 个字符。", "The search is too long: at most {maximum} characters.")
	LeadDaysWrong   = fault.Define(fault.Invalid, "lead_days_invalid", "交期须在 0 到 {maximum} 天之间。", "The lead time is from 0 to {maximum} days.")
	RuleWrong       = fault.Define(fault.Invalid, "quantity_rule_invalid", "起订量与倍数须大于零且不超过 {maximum}。", "Minimum and multiple are above zero and at most {maximum}.")
	PackWrong       = fault.Define(fault.Invalid, "pack_invalid", "包装须有名称，换算数量须大于零，且不得重名。", "A pack has a name of its own and holds more than nothing.")
	Repeated        = fault.Define(fault.Invalid, "catalog_repeated", "“{value}”在本次提交中重复出现。", "{value} is given more than once.")
	CategoryUnknown = fault.Define(fault.Invalid, "category_unknown", "没有分类“{value}”。", "There is no category {value}.")
)

// What can be wrong with what a product refers to.
var (
	SeriesUnknown    = fault.Define(fault.Invalid, "series_unknown", "该分类下没有系列“{value}”。", "There is no series {value} in this category.")
	TemplateUnknown  = fault.Define(fault.Invalid, "template_unknown", "没有属性模板“{value}”。", "There is no template {value}.")
	DivisionUnknown  = fault.Define(fault.Invalid, "division_unknown", "没有事业部“{value}”。", "There is no division {value}.")
	AudienceUnknown  = fault.Define(fault.Invalid, "audience_unknown_here", "没有客群“{value}”。", "There is no audience {value}.")
	AttributeUnknown = fault.Define(fault.Invalid, "attribute_unknown", "属性模板中没有“{value}”。", "The template has no attribute {value}.")
	AttributeNumber  = fault.Define(fault.Invalid, "attribute_not_a_number", "“{name}”须为数字。", "{name} is a number.")
	AttributeChoice  = fault.Define(fault.Invalid, "attribute_not_a_choice", "“{name}”没有“{value}”这个选项，可选：{values}。", "{name} cannot be {value}. Choices: {values}.")
	AxisUnknown      = fault.Define(fault.Invalid, "axis_unknown", "“{value}”不是该模板的规格属性。", "{value} does not tell SKUs of this template apart.")
	SpecTwice        = fault.Define(fault.Invalid, "spec_twice", "与 {sku} 的规格完全相同。", "{sku} has the same specification.")
)

// What can be wrong with pictures of a product, beside what package picture says of a file.
var (
	PictureNotKept  = fault.Define(fault.Invalid, "picture_not_kept", "没有这张图片，请重新上传。", "There is no such picture. Upload it again.")
	PictureUnknown  = fault.Define(fault.Invalid, "picture_unknown", "该商品没有这张图片。", "The product has no such picture.")
	PicturesTooMany = fault.Define(fault.Refused, "pictures_too_many", "一个商品最多 {maximum} 张图片。", "A product has at most {maximum} pictures.")
)

// Codes that are taken. They name the holder: only the office gets to see them.
var (
	CodeTaken      = fault.Define(fault.Conflict, "catalog_code_taken", "编码“{value}”已被使用。", "The code {value} is taken.")
	SKUTaken       = fault.Define(fault.Conflict, "sku_taken", "物料编码“{value}”属于商品 {product}。", "The material number {value} belongs to the product {product}.")
	OrderCodeTaken = fault.Define(fault.Conflict, "order_code_taken", "订货编号“{value}”已属于 {sku}。", "The order code {value} belongs to {sku}.")
	BarcodeTaken   = fault.Define(fault.Conflict, "barcode_taken", "条码“{value}”已属于 {sku}。", "The barcode {value} belongs to {sku}.")
)

// What is missing before a product can be published. Incomplete carries one field for each.
var (
	Incomplete       = fault.Define(fault.Refused, "product_incomplete", "商品资料不完整，不能发布（缺 {count} 项）。", "The product is not complete and cannot be published ({count} missing).")
	UnitMissing      = fault.Define(fault.Refused, "unit_missing", "缺少单位。", "The unit is missing.")
	SKUMissing       = fault.Define(fault.Refused, "sku_missing", "至少需要一个在售 SKU。", "At least one active SKU is needed.")
	TaxRateMissing   = fault.Define(fault.Refused, "tax_rate_missing", "SKU {sku} 缺少税率。", "The tax rate of {sku} is missing.")
	AttributeMissing = fault.Define(fault.Refused, "attribute_missing", "缺少必填属性“{name}”。", "The required attribute {name} is missing.")
)

// Categories and templates.
var (
	CategoryTooDeep  = fault.Define(fault.Refused, "category_too_deep", "系列之下不能再建分类。", "Nothing lies below a series.")
	CategoryStays    = fault.Define(fault.Refused, "category_stays", "分类建立后不能移动到别处。", "A category stays where it was made.")
	AttributeInvalid = fault.Define(fault.Invalid, "attribute_invalid", "属性须有不重复的编码（小写字母、数字、下划线）、名称和类型，枚举须有不重复的选项。", "An attribute has a code of its own (small letters, digits, underscores), a name and a kind; an enum has distinct choices.")
)

// What can be wrong with a part number.
var (
	PartUnknown   = fault.Define(fault.Refused, "part_unknown", "未找到“{part}”。", "{part} was not found.")
	PartAmbiguous = fault.Define(fault.Refused, "part_ambiguous", "“{part}”对应 {count} 个商品，请选择。", "{part} may mean {count} products. Choose one.")
)
