package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/render"
)

const importRows = 20_000

// model is an SKU to make new ones like, with its product.
type model struct {
	Product     int32             `db:"id"`
	Name        string            `db:"name"`
	Category    string            `db:"category"`
	Template    string            `db:"template"`
	Unit        string            `db:"unit"`
	Description string            `db:"description"`
	Attributes  map[string]string `db:"attributes"`
	SKUName     string            `db:"sku_name"`
	Model       string            `db:"model"`
	Spec        map[string]string `db:"spec"`
	TaxRate     int32             `db:"tax_rate"`
	Minimum     int64             `db:"minimum"`
	Multiple    int64             `db:"multiple"`
}

// productFile is the n-th file of new, published products like those there are, with their attributes
// and specifications, and its layout.
func (b *bench) productFile(ctx context.Context, n int) ([]byte, render.Sheet, error) {
	var sheet render.Sheet
	models, err := b.models(ctx)
	if err != nil {
		return nil, sheet, err
	}
	attributes, specs := map[string]bool{}, map[string]bool{}
	for _, m := range models {
		for code := range m.Attributes {
			attributes[code] = true
		}
		for code := range m.Spec {
			specs[code] = true
		}
	}
	sheet = productSheet(slices.Sorted(maps.Keys(attributes)), slices.Sorted(maps.Keys(specs)))
	var file bytes.Buffer
	err = render.Write(&file, sheet, fault.English, func(yield func([]string, error) bool) {
		for i := range importRows {
			m := models[i%len(models)]
			// A small brand has too few to be like: then there are further products like the same.
			if !yield(productRow(sheet, m, fmt.Sprintf("BENCH-%d-%d-%d", n, i/len(models), m.Product), i), nil) {
				return
			}
		}
	})
	return file.Bytes(), sheet, err
}

func (b *bench) models(ctx context.Context) ([]model, error) {
	conn, err := b.connect(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close(ctx)
	rows, err := conn.Query(ctx, modelsSQL, importRows)
	if err != nil {
		return nil, err
	}
	models, err := pgx.CollectRows(rows, pgx.RowToStructByName[model])
	if err == nil && len(models) == 0 {
		err = errors.New("there are no products to make others like")
	}
	return models, err
}

func productSheet(attributes, specs []string) render.Sheet {
	sheet := render.Sheet{Name: render.Words{English: "Products"}}
	add := func(key, title string) {
		sheet.Columns = append(sheet.Columns, render.Column{Key: key, Title: render.Words{English: title}})
	}
	for _, c := range [][2]string{{"code", "Product code"}, {"name", "Product name"}, {"category", "Category code"}, {"template", "Template"}, {"unit", "Unit"},
		{"sku", "SKU code"}, {"model", "Model"}, {"sku_name", "SKU name"}, {"tax_rate", "Tax rate %"}, {"minimum", "Minimum"}, {"multiple", "Multiple"},
		{"state", "State"}, {"description", "Description"}} {
		add(c[0], c[1])
	}
	for _, code := range attributes {
		add("attr:"+code, "attr:"+code)
	}
	for _, code := range specs {
		add("spec:"+code, "spec:"+code)
	}
	return sheet
}

func productRow(sheet render.Sheet, m model, code string, i int) []string {
	says := map[string]string{"code": code, "name": m.Name, "category": m.Category, "template": m.Template, "unit": m.Unit, "sku": fmt.Sprintf("%s-%d", code, i),
		"model": m.Model, "sku_name": m.SKUName, "tax_rate": fmt.Sprintf("%g%%", float64(m.TaxRate)/100), "minimum": strconv.FormatInt(m.Minimum, 10),
		"multiple": strconv.FormatInt(m.Multiple, 10), "state": "published", "description": m.Description}
	for code, value := range m.Attributes {
		says["attr:"+code] = value
	}
	for code, value := range m.Spec {
		says["spec:"+code] = value
	}
	row := make([]string, len(sheet.Columns))
	for k, column := range sheet.Columns {
		row[k] = says[column.Key]
	}
	return row
}
