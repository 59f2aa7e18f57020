package money_test

import (
	"fmt"

	"qudao/internal/money"
)

// One order line: 2.5 m of cable, the tax in its amount, and a discount shared over three lines.
func Example() {
	price, _ := money.ParsePrice("12.3456")
	amount, _ := price.Times(2500)
	net, tax := money.Rate(1300).Included(amount)
	fmt.Println(price, amount, net, tax)

	discount, _ := money.ParseAmount("100")
	fmt.Println(money.Split(discount, []int64{3086, 3086, 3086}))
	// Output:
	// 12.3456 30.86 27.31 3.55
	// [33.34 33.33 33.33]
}
