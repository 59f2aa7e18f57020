package catalog

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"qudao/internal/pg"
	"qudao/internal/queue"
)

// planTx locks the products given, and decides for each what becomes of it. It writes nothing.
func planTx(ctx context.Context, tx *pg.Tx, in []ProductIn, whole bool) ([]*plan, *refs, error) {
	r, err := loadRefs(ctx, tx, in)
	if err != nil {
		return nil, nil, err
	}
	plans, err := loadPlans(ctx, tx, in)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range plans {
		p.decide(r, whole)
	}
	return plans, r, refuseTaken(ctx, tx, plans)
}

// loadPlans makes a plan for each product given, whose codes differ, with what is stored of it under its lock.
func loadPlans(ctx context.Context, tx *pg.Tx, in []ProductIn) ([]*plan, error) {
	plans := make([]*plan, len(in))
	codes := make([]string, len(in))
	byCode := map[string]*plan{}
	for i, p := range in {
		p.Code = tidyCode(p.Code)
		plans[i], codes[i] = &plan{n: i, in: p}, p.Code
		byCode[p.Code] = plans[i]
	}
	stored, err := pg.All[storedProduct](ctx, tx, lockProductsSQL, codes)
	if err != nil {
		return nil, err
	}
	byID := map[int32]*plan{}
	ids := make([]int32, len(stored))
	for i := range stored {
		p := byCode[stored[i].Code]
		p.old, ids[i], byID[stored[i].ID] = &stored[i], stored[i].ID, p
	}
	skus, err := pg.All[storedSKU](ctx, tx, skusOfSQL, ids)
	if err != nil {
		return nil, err
	}
	for _, k := range skus {
		byID[k.ProductID].oldSKUs = append(byID[k.ProductID].oldSKUs, k)
	}
	return plans, nil
}

// holder is an SKU that has a code, and the product it belongs to.
type holder struct{ Code, OrderCode, Barcode, Product string }

// refuseTaken fails the plans whose codes belong to another product's SKUs, stored or earlier in the
// same input.
func refuseTaken(ctx context.Context, tx *pg.Tx, plans []*plan) error {
	codes, orders, barcodes := []string{}, []string{}, []string{}
	for _, p := range plans {
		for i, k := range p.skus {
			if p.outcome != Failed && p.changed[i] {
				codes = append(codes, k.Code)
				orders, barcodes = appendSet(orders, k.OrderCode), appendSet(barcodes, k.Barcode)
			}
		}
	}
	if len(codes) == 0 {
		return nil
	}
	list, err := pg.All[holder](ctx, tx, takenSQL, codes, orders, barcodes)
	if err != nil {
		return err
	}
	t := taken{map[string]holder{}, map[string]holder{}, map[string]holder{}}
	for _, h := range list {
		t.take(h)
	}
	for _, p := range plans {
		if p.outcome == Failed || p.outcome == Unchanged {
			continue
		}
		if t.refuse(p); p.outcome == Failed {
			continue
		}
		for _, k := range p.skus {
			t.take(holder{k.Code, text(k.OrderCode), text(k.Barcode), p.product.Code})
		}
	}
	return nil
}

func appendSet(list []string, s *string) []string {
	if s == nil {
		return list
	}
	return append(list, *s)
}

// taken is who holds which code, order code and barcode.
type taken struct{ code, order, barcode map[string]holder }

func (t taken) take(h holder) {
	t.code[h.Code] = h
	if h.OrderCode != "" {
		t.order[h.OrderCode] = h
	}
	if h.Barcode != "" {
		t.barcode[h.Barcode] = h
	}
}

func (t taken) refuse(p *plan) {
	given := map[string]int{}
	for i, in := range p.in.SKUs {
		given[tidyCode(in.Code)] = i
	}
	for i, k := range p.skus {
		if !p.changed[i] {
			continue
		}
		row := given[k.Code]
		if h, ok := t.code[k.Code]; ok && h.Product != p.product.Code {
			p.fail(SKUTaken.At(at(row, "code"), "value", k.Code, "product", h.Product))
			return
		}
		if h, ok := t.order[text(k.OrderCode)]; ok && h.Code != k.Code {
			p.fail(OrderCodeTaken.At(at(row, "order_code"), "value", *k.OrderCode, "sku", h.Code))
			return
		}
		if h, ok := t.barcode[text(k.Barcode)]; ok && h.Code != k.Code {
			p.fail(BarcodeTaken.At(at(row, "barcode"), "value", *k.Barcode, "sku", h.Code))
			return
		}
	}
}

// applyTx writes the plans that change something, in one statement per table and verb, with their search
// words and facts. It returns the ids of all SKUs with a new version.
func applyTx(ctx context.Context, tx *pg.Tx, plans []*plan, r *refs) ([]int32, error) {
	var due []*plan
	for _, p := range plans {
		if p.outcome == Created || p.outcome == Updated {
			due = append(due, p)
		}
	}
	if len(due) == 0 {
		return nil, nil
	}
	if err := writeProducts(ctx, tx, due); err != nil {
		return nil, fmt.Errorf("write products: %w", err)
	}
	skus, err := writeSKUs(ctx, tx, due)
	if err != nil {
		return nil, fmt.Errorf("write SKUs: %w", err)
	}
	var ids, all []int32
	var words []string
	facts := make([]queue.Fact, len(due))
	for i, p := range due {
		ids, words = append(ids, p.product.ID), append(words, SearchWords(p.names(r)))
		all = append(all, skus[p.product.ID]...)
		facts[i], err = queue.Of(FactChanged, docKind, p.product.Code, p.product.Version+1, 0,
			Changed{ID: p.product.ID, SKUs: nonNil(skus[p.product.ID]), State: p.product.State})
		if err != nil {
			return nil, err
		}
	}
	if err := putSearch(ctx, tx, ids, words); err != nil {
		return nil, fmt.Errorf("write search words: %w", err)
	}
	return all, queue.PutTx(ctx, tx, facts...)
}

func writeProducts(ctx context.Context, tx *pg.Tx, due []*plan) error {
	var fresh, old []storedProduct
	byCode := map[string]*plan{}
	for _, p := range due {
		if p.old == nil {
			fresh = append(fresh, p.product)
			byCode[p.product.Code] = p
		} else {
			old = append(old, p.product)
		}
	}
	if len(fresh) > 0 {
		made, err := putRows[named](ctx, tx, insertProductsSQL, fresh)
		if err != nil {
			return err
		}
		for _, m := range made {
			p := byCode[m.Code]
			p.product.ID = m.ID
			for i := range p.skus {
				p.skus[i].ProductID = m.ID
			}
		}
	}
	if len(old) > 0 {
		_, err := putRows[named](ctx, tx, updateProductsSQL, old)
		return err
	}
	return nil
}

type madeSKU struct{ ID, ProductID int32 }

// writeSKUs returns the ids of all SKUs of each product.
func writeSKUs(ctx context.Context, tx *pg.Tx, due []*plan) (map[int32][]int32, error) {
	var fresh, old []storedSKU
	var step []int32
	ids := map[int32][]int32{}
	for _, p := range due {
		for i, k := range p.skus {
			switch {
			case k.ID == 0:
				fresh = append(fresh, k)
				continue
			case p.changed[i]:
				old = append(old, k)
			default:
				step = append(step, k.ID)
			}
			ids[p.product.ID] = append(ids[p.product.ID], k.ID)
		}
	}
	if len(fresh) > 0 {
		made, err := putRows[madeSKU](ctx, tx, insertSKUsSQL, fresh)
		if err != nil {
			return nil, err
		}
		for _, m := range made {
			ids[m.ProductID] = append(ids[m.ProductID], m.ID)
		}
	}
	if len(old) > 0 {
		if _, err := putRows[madeSKU](ctx, tx, updateSKUsSQL, old); err != nil {
			return nil, err
		}
	}
	if len(step) > 0 {
		slices.Sort(step)
		if _, err := tx.Exec(ctx, stepSKUsSQL, step); err != nil {
			return nil, err
		}
	}
	return ids, nil
}

// putRows sends rows as one JSON array and returns what the statement returns.
func putRows[R, T any](ctx context.Context, tx *pg.Tx, sql string, rows []T) ([]R, error) {
	text, err := json.Marshal(rows)
	if err != nil {
		return nil, err
	}
	return pg.All[R](ctx, tx, sql, string(text))
}

func putSearch(ctx context.Context, tx *pg.Tx, ids []int32, words []string) error {
	grams := make([]string, len(words))
	for i, w := range words {
		grams[i] = strings.Join(Grams(w), " ")
	}
	_, err := tx.Exec(ctx, putSearchSQL, ids, words, grams)
	return err
}

// names is everything the product is found by.
func (p *plan) names(r *refs) Names {
	n := Names{Names: []string{p.product.Name}, Codes: []string{p.product.Code}}
	for _, id := range p.product.CategoryPath[max(0, len(p.product.CategoryPath)-2):] {
		n.Names = append(n.Names, r.categories[id].Name)
	}
	for _, k := range p.skus {
		if k.State == SKUActive {
			n.Names = append(n.Names, k.Name)
			n.Codes = append(n.Codes, k.Code, text(k.OrderCode), k.Model, text(k.Barcode))
		}
	}
	return n
}
