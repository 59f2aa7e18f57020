package inventory

// FactChanged is stated, once for a batch, when what is on hand or held back has changed. Its document is
// "stock" and the batch, its data a Changed.
const FactChanged = "stock.changed"

// Changed is the data of FactChanged.
type Changed struct {
	SKUs []int32 `json:"skus"`
}

// FactWarehouseChanged is stated when a warehouse was made or changed. Its document is "warehouse", named
// by code.
const FactWarehouseChanged = "stock.warehouse_changed"

// FactDisplayChanged is stated when the rules by which stock is shown have changed.
const FactDisplayChanged = "stock.display_changed"
