package spreadsheet

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/pg"
	"qudao/internal/render"
)

// maxPage is how many rows of a table are read at once; its statement says LIMIT with it.
const maxPage = 1000

// table is a list of master data as its statements give it: the rows in the order of their keys, each with
// its cells as texts in the order of the columns. Both statements take the same arguments; rows takes two
// more, the key of the last row of the page before, ” at first, and how many rows a page has.
type table struct {
	layout      render.Sheet
	count, rows string
	args        func(f Filter, reach int32) []any
	words       map[int][]word // by column: codes that are said in words
}

// tableList writes a table.
type tableList struct {
	table
	args  []any
	lang  fault.Language
	after string
}

type tableRow struct {
	Key   string   `db:"key"`
	Cells []string `db:"cells"`
}

func newTableList(t table, f Filter, lang fault.Language, reach int32) *tableList {
	return &tableList{table: t, args: t.args(f, reach), lang: lang}
}

func (l *tableList) sheet(context.Context, *pg.Tx) (render.Sheet, error) { return l.layout, nil }

func (l *tableList) count(ctx context.Context, tx *pg.Tx) (int, error) {
	return pg.Value[int](ctx, tx, l.table.count, l.args...)
}

func (l *tableList) next(ctx context.Context, tx *pg.Tx) ([][]string, error) {
	lines, err := pg.All[tableRow](ctx, tx, l.rows, append(l.args[:len(l.args):len(l.args)], l.after, maxPage)...)
	rows := make([][]string, len(lines))
	for i, line := range lines {
		for column, words := range l.words {
			line.Cells[column] = say(words, line.Cells[column], l.lang)
		}
		rows[i], l.after = line.Cells, line.Key
	}
	return rows, err
}

// tables are the lists that only go out and are what their statements say.
var tables = map[Kind]table{
	Members: {layout: memberSheet, count: countMembersSQL, rows: membersSQL, words: map[int][]word{6: dealerStates},
		args: func(f Filter, reach int32) []any { return []any{f.Audience, reach} }},
	Audiences: {layout: audienceSheet, count: countAudiencesSQL, rows: audiencesSQL,
		args: func(f Filter, reach int32) []any { return []any{f.Query, reach} }},
	PriceLists: {layout: priceListSheet, count: countPriceListsSQL, rows: priceListsSQL, words: map[int][]word{2: listKinds, 6: yesNo, 9: listStates},
		args: func(f Filter, reach int32) []any { return []any{f.Query, f.Kind, f.State, reach} }},
	Categories: {layout: categorySheet, count: countCategoriesSQL, rows: categoriesSQL,
		args: func(f Filter, _ int32) []any { return []any{f.Query} }},
	Warehouses: {layout: warehouseSheet, count: countWarehousesSQL, rows: warehousesSQL, words: map[int][]word{5: warehouseStates},
		args: func(f Filter, _ int32) []any { return []any{f.Query} }},
	Movements: {layout: movementSheet, count: countMovementsSQL, rows: movementsSQL, words: map[int][]word{5: movementKinds},
		args: func(f Filter, _ int32) []any { return []any{f.SKU, f.Warehouse, f.From, f.To} }},
	Staff: {layout: staffSheet, count: countStaffSQL, rows: staffSQL, words: map[int][]word{5: dataScopes, 6: staffStates},
		args: func(f Filter, _ int32) []any { return []any{f.Query, f.Role} }},
	Roles: {layout: roleSheet, count: countRolesSQL, rows: rolesSQL,
		args: func(f Filter, _ int32) []any { return []any{f.Query} }},
}
