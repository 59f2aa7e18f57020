package render_test

import (
	"bytes"
	"context"
	"fmt"

	"qudao/internal/fault"
	"qudao/internal/render"
)

// A list is written, somebody edits it in Excel, and it is read again.
func Example() {
	sheet := render.Sheet{
		Name: render.Words{Chinese: "价目", English: "Prices"},
		Columns: []render.Column{
			{Key: "code", Title: render.Words{Chinese: "编码", English: "Code"}, Required: true},
			{Key: "price", Title: render.Words{Chinese: "单价", English: "Price"}, Kind: render.Money},
		},
		MaxRows: 100,
	}
	var file bytes.Buffer
	err := render.Write(&file, sheet, fault.Chinese, func(yield func([]string, error) bool) {
		_ = yield([]string{"K-1001", "12.50"}, nil) && yield([]string{"=K-1002", "8"}, nil)
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	reader, err := render.Open(context.Background(), render.Bytes(file.Bytes()), sheet)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer reader.Close()
	for row, err := range reader.Rows() {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(row.Number, row.Text("code"), row.Text("price"))
	}
	// Output:
	// 2 K-1001 12.5
	// 3 =K-1002 8
}
