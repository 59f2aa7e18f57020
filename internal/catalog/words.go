package catalog

// Names is everything a product is found by.
type Names struct {
	Names []string // names of the product, its SKUs, its series and category
	Codes []string // product code, material numbers, order codes, models, barcodes
}

// SearchWords renders names and codes as the text that catalog.search keeps: lower case, half width,
// the names with their pinyin and initials, the codes also without their punctuation.
func SearchWords(n Names) string { panic("soon") }
