package qty_test

import (
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/qty"
)

// A lamp is sold in boxes of 10, at least two of them.
func Example() {
	boxes := qty.Rule{Minimum: 20 * qty.One, Multiple: 10 * qty.One}
	wanted, _ := qty.Parse("25")
	f, _ := fault.As(boxes.Check(wanted))
	fmt.Println(f.Code, f.Facts["below"], f.Facts["above"])

	amount, _ := (30 * qty.One).At(12_345_600)
	fmt.Println(amount, boxes.Check(30*qty.One))
	// Output:
	// quantity_not_multiple 20 30
	// 370.37 <nil>
}
