package spreadsheet

import (
	"strings"

	"qudao/internal/fault"
	"qudao/internal/render"
)

// layouts are the columns of what is imported, which are those of what is exported too. Columns that say
// so are written for the reader and ignored when the file comes back.
var layouts = map[Kind]render.Sheet{
	Products: {
		Name: render.Words{Chinese: "商品", English: "Products"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "产品编码", English: "Product code"}, Required: true, Example: "LD-PANEL",
				Help: render.Words{Chinese: "同一产品编码的各行组成一个商品；商品信息只需写在其中一行。", English: "Rows with one product code are one product; what is said of the product need stand on one of them only."}},
			{Key: "name", Title: render.Words{Chinese: "产品名称", English: "Product name"}, Required: true, Width: 28, Example: "平板灯"},
			{Key: "category", Title: render.Words{Chinese: "三级分类编码", English: "Category code"}, Required: true, Example: "LT-PNL"},
			{Key: "series", Title: render.Words{Chinese: "系列编码", English: "Series code"}},
			{Key: "template", Title: render.Words{Chinese: "属性模板", English: "Template"},
				Help: render.Words{Chinese: "模板编码。属性另加列：列名写“属性:属性编码”，各规格写“规格:属性编码”。", English: "Code of the template. For each attribute add a column named \"attr:<code>\", for each axis \"spec:<code>\"."}},
			{Key: "unit", Title: render.Words{Chinese: "单位", English: "Unit"}, Required: true, Width: 8, Example: "只"},
			{Key: "sku", Title: render.Words{Chinese: "物料编码", English: "SKU code"}, Required: true, Example: "LD-PANEL-36W"},
			{Key: "order_code", Title: render.Words{Chinese: "订货编号", English: "Order code"}},
			{Key: "model", Title: render.Words{Chinese: "型号", English: "Model"}},
			{Key: "barcode", Title: render.Words{Chinese: "条码", English: "Barcode"}},
			{Key: "sku_name", Title: render.Words{Chinese: "规格名称", English: "SKU name"}, Width: 28},
			{Key: "tax_rate", Title: render.Words{Chinese: "税率 %", English: "Tax rate %"}, Aliases: []string{"税率", "tax rate"}, Width: 8, Example: "13%",
				Help: render.Words{Chinese: "写 13 或 13%。", English: "13 or 13%."}},
			{Key: "minimum", Title: render.Words{Chinese: "起订量", English: "Minimum"}, Kind: render.Number, Example: "10"},
			{Key: "multiple", Title: render.Words{Chinese: "倍数", English: "Multiple"}, Kind: render.Number, Example: "10"},
			{Key: "lead_days", Title: render.Words{Chinese: "交期天数", English: "Lead days"}, Kind: render.Number, Example: "3"},
			{Key: "packs", Title: render.Words{Chinese: "包装", English: "Packs"}, Example: "箱=20;托=400",
				Help: render.Words{Chinese: "单位=含基本单位数，以分号分隔。", English: "unit=base units it holds, parted by semicolons."}},
			{Key: "allow", Title: render.Words{Chinese: "可见客群", English: "Visible to"}, Example: "ALL",
				Help: render.Words{Chinese: "客群编码，以逗号分隔；新商品留空为 ALL。", English: "Codes of audiences, parted by commas; ALL for a new product where blank."}},
			{Key: "deny", Title: render.Words{Chinese: "不可见客群", English: "Hidden from"}},
			{Key: "divisions", Title: render.Words{Chinese: "事业部", English: "Divisions"}},
			{Key: "state", Title: render.Words{Chinese: "状态", English: "State"}, Example: "已发布",
				Help: render.Words{Chinese: "草稿、已发布、已下架；新商品留空为草稿。", English: "draft, published, archived; draft for a new product where blank."}},
			{Key: "sku_state", Title: render.Words{Chinese: "物料状态", English: "SKU state"}, Example: "在售",
				Help: render.Words{Chinese: "在售、停用。", English: "active, archived."}},
			{Key: "images", Title: render.Words{Chinese: "图片", English: "Images"},
				Help: render.Words{Chinese: "图片地址，以空格分隔。", English: "Addresses of images, parted by spaces."}},
			{Key: "description", Title: render.Words{Chinese: "描述", English: "Description"}, Width: 40},
		},
	},
	Prices: {
		Name: render.Words{Chinese: "价格", English: "Prices"},
		Columns: []render.Column{
			{Key: "sku", Title: render.Words{Chinese: "物料编码", English: "SKU code"}, Required: true, Example: "LD-PANEL-36W"},
			{Key: "sku_name", Title: render.Words{Chinese: "规格名称", English: "SKU name"}, Width: 28, Help: ignored},
			{Key: "minimum", Title: render.Words{Chinese: "起始数量", English: "From quantity"}, Kind: render.Number, Example: "0",
				Help: render.Words{Chinese: "从此数量起用该单价；留空为 0。一个物料的各行组成完整的阶梯价。", English: "The price holds from this quantity; 0 where blank. All rows of an SKU are its whole ladder."}},
			{Key: "price", Title: render.Words{Chinese: "单价", English: "Unit price"}, Kind: render.Number, Required: true, Example: "45.5",
				Help: render.Words{Chinese: "大于 0，最多 6 位小数。", English: "Above zero, at most 6 decimals."}},
		},
	},
	Stock: {
		Name: render.Words{Chinese: "库存", English: "Stock"},
		Columns: []render.Column{
			{Key: "warehouse", Title: render.Words{Chinese: "仓库编码", English: "Warehouse code"}, Required: true, Example: "WH-EAST"},
			{Key: "warehouse_name", Title: render.Words{Chinese: "仓库名称", English: "Warehouse name"}, Help: ignored},
			{Key: "sku", Title: render.Words{Chinese: "物料编码", English: "SKU code"}, Required: true, Example: "LD-PANEL-36W"},
			{Key: "sku_name", Title: render.Words{Chinese: "规格名称", English: "SKU name"}, Width: 28, Help: ignored},
			{Key: "on_hand", Title: render.Words{Chinese: "现存量", English: "On hand"}, Kind: render.Number, Required: true, Example: "1200"},
			{Key: "reserved", Title: render.Words{Chinese: "预占", English: "Reserved"}, Kind: render.Number, Help: ignored},
		},
	},
}

var ignored = render.Words{Chinese: "仅供参考，导入时忽略。", English: "For the reader; ignored when imported."}

// The prefixes of columns that hold attributes of products and specifications of SKUs.
const (
	attributePrefix = "attr:"
	specPrefix      = "spec:"
)

// extra is the column of an attribute or specification.
func extra(prefix, code string) render.Column {
	chinese := map[string]string{attributePrefix: "属性:", specPrefix: "规格:"}[prefix]
	return render.Column{Key: prefix + code, Title: render.Words{Chinese: chinese + code, English: prefix + code}}
}

// extraOf is the column that a title stands for, if it names an attribute or a specification.
func extraOf(title string) (render.Column, bool) {
	kind, code, _ := strings.Cut(render.Clean(title), ":")
	code = strings.TrimSpace(code)
	if code == "" {
		return render.Column{}, false
	}
	switch strings.ToLower(strings.TrimSpace(kind)) {
	case "属性", "attr", "attribute":
		return extra(attributePrefix, code), true
	case "规格", "spec":
		return extra(specPrefix, code), true
	}
	return render.Column{}, false
}

// word is a state with its names.
type word struct {
	code  string
	words render.Words
}

var (
	productStates = []word{
		{"draft", render.Words{Chinese: "草稿", English: "draft"}},
		{"published", render.Words{Chinese: "已发布", English: "published"}},
		{"archived", render.Words{Chinese: "已下架", English: "archived"}},
	}
	skuStates = []word{
		{"active", render.Words{Chinese: "在售", English: "active"}},
		{"archived", render.Words{Chinese: "停用", English: "archived"}},
	}
)

// say is the word for a code, or the code itself.
func say(list []word, code string, lang fault.Language) string {
	for _, w := range list {
		if w.code == code {
			return w.words.In(lang)
		}
	}
	return code
}

// mean is the code for a word of either language.
func mean(list []word, text string) (code string, ok bool) {
	for _, w := range list {
		if strings.EqualFold(text, w.code) || strings.EqualFold(text, w.words.Chinese) || strings.EqualFold(text, w.words.English) {
			return w.code, true
		}
	}
	return "", text == ""
}
