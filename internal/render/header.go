package render

import (
	"strings"

	"qudao/internal/fault"
)

// headerDepth is how many rows that are not blank may come before the data: titles and remarks
// above the header, and the header itself.
const headerDepth = 20

// longestTitle is how much of an unknown header is told back, in characters.
const longestTitle = 60

// reason is the column an error file adds. It is left out when such a file comes back.
var reason = Words{Chinese: "错误原因", English: "Reason"}

func isReason(title string) bool {
	title = sameTitle(title)
	return title == sameTitle(reason.Chinese) || title == sameTitle(reason.English)
}

// header says which column of the file holds which column of the sheet.
type header struct {
	titles  []Cell // as in the file
	place   []int  // by column of the file: index in Sheet.Columns, or -1
	unknown []string
}

// names are all titles by which a column may be called, in comparable form.
func (c Column) names() []string {
	names := append([]string{c.Title.Chinese, c.Title.English, c.Key}, c.Aliases...)
	for i, name := range names {
		names[i] = sameTitle(name)
	}
	return names
}

// findHeader picks, among the first rows of a sheet, the one that names most columns. It returns
// its index, and a fault when it lacks a required column or names one twice.
func findHeader(rows [][]Cell, columns []Column) (int, header, error) {
	byName := map[string]int{}
	for i, column := range columns {
		for _, name := range column.names() {
			if _, taken := byName[name]; !taken && name != "" {
				byName[name] = i
			}
		}
	}
	best, bestHits, at := header{}, 0, 0
	for i, row := range rows {
		h, hits := matchHeader(row, byName)
		if hits > bestHits {
			best, bestHits, at = h, hits, i
		}
	}
	return at, best, best.check(columns)
}

func matchHeader(row []Cell, byName map[string]int) (header, int) {
	h := header{titles: row, place: make([]int, len(row))}
	hits := 0
	for i, cell := range row {
		h.place[i] = -1
		if index, ok := byName[sameTitle(cell.Text)]; ok && cell.Text != "" {
			h.place[i] = index
			hits++
		} else if cell.Text != "" && !isReason(cell.Text) {
			title := []rune(Trim(cell.Text))
			h.unknown = append(h.unknown, string(title[:min(len(title), longestTitle)]))
		}
	}
	return h, hits
}

func (h header) check(columns []Column) error {
	count := make([]int, len(columns))
	for _, index := range h.place {
		if index >= 0 {
			count[index]++
		}
	}
	var missing, repeated []string
	anyRequired := false
	for i, column := range columns {
		anyRequired = anyRequired || column.Required
		switch {
		case count[i] == 0 && column.Required:
			missing = append(missing, column.Title.String())
		case count[i] > 1:
			repeated = append(repeated, column.Title.String())
		}
	}
	if len(h.place) == 0 && !anyRequired {
		for _, column := range columns {
			missing = append(missing, column.Title.String())
		}
	}
	switch {
	case len(missing) > 0:
		return columnsFault(ColumnsMissing, missing)
	case len(repeated) > 0:
		return columnsFault(ColumnsRepeated, repeated)
	}
	return nil
}

func columnsFault(d *fault.Definition, titles []string) error {
	return d.With("columns", strings.Join(titles, ", "))
}
