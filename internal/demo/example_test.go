package demo_test

import (
	"fmt"

	"qudao/internal/demo"
)

func Example() {
	brand := demo.Make(demo.Options{Seed: 1})
	dealer := brand.Dealer(0)
	fmt.Println(brand.Name, dealer.Code, dealer.Name, dealer.Level)
	for sku := range brand.SKUs() {
		if brand.Visible(dealer.Index, sku.Index) {
			quote, _ := brand.Quote(dealer.Index, sku.Index, sku.Minimum, dealer.Since.AddDate(20, 0, 0))
			fmt.Println(quote.Price < sku.BasePrice)
			break
		}
	}
	// Output:
	// 启明电气 D00001 杭州华信电器有限公司 L1
	// true
}
