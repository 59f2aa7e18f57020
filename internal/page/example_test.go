package page_test

import (
	"fmt"

	"qudao/internal/page"
)

// A list sorted by name and number: the query fetches one row more than the page shows.
func Example() {
	type dealer struct {
		Name   string
		Number int
	}
	request, _ := page.Request{Limit: 2}.Normal()
	rows := []dealer{{"晨光", 3}, {"晨光", 8}, {"远山", 1}}

	list := page.Cut(rows, request.Limit, func(d dealer) []any { return []any{d.Name, d.Number} })
	fmt.Println(list.Items, list.Next != "")

	var after dealer
	err := page.Decode(list.Next, &after.Name, &after.Number)
	fmt.Println("where (name, number) >", after, err)
	// Output:
	// [{晨光 3} {晨光 8}] true
	// where (name, number) > {晨光 8} <nil>
}
