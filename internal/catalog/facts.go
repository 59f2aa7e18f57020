package catalog

// FactChanged is stated when a product was made, changed, published or archived. Its document is
// "product" and the code, its data a Changed.
const FactChanged = "product.changed"

// docKind is what facts call a product.
const docKind = "product"

// Changed is the data of FactChanged.
type Changed struct {
	ID    int32   `json:"id"`
	SKUs  []int32 `json:"skus"` // all SKUs of the product: each has a new version
	State State   `json:"state"`
}
