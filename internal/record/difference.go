package record

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"qudao/internal/fault"
)

// TableName is what people call a table.
func TableName(table string, lang fault.Language) string {
	if w, ok := tables[table]; ok {
		return w.In(lang)
	}
	return table
}

// FieldName is what people call a column.
func FieldName(column string, lang fault.Language) string {
	if w, ok := columns[column]; ok {
		return w.In(lang)
	}
	return column
}

// Differences are the fields of a row that changed, a line for each with the name people know: as they were and as
// they are. Of a row that is new or gone all fields are told.
func Differences(before, after json.RawMessage, lang fault.Language) (was, is string) {
	old, now := fieldsOf(before), fieldsOf(after)
	names := slices.Collect(maps.Keys(old))
	for column := range now {
		if _, ok := old[column]; !ok {
			names = append(names, column)
		}
	}
	slices.Sort(names)
	var left, right []string
	for _, column := range names {
		was, had := old[column]
		is, has := now[column]
		if had && has && bytes.Equal(was, is) || column == "version" && had && has {
			continue
		}
		label := FieldName(column, lang) + ": "
		if had {
			left = append(left, label+plain(was))
		}
		if has {
			right = append(right, label+plain(is))
		}
	}
	return strings.Join(left, "\n"), strings.Join(right, "\n")
}

func fieldsOf(row json.RawMessage) map[string]json.RawMessage {
	var out map[string]json.RawMessage
	if json.Unmarshal(row, &out) != nil {
		return nil
	}
	return out
}

// plain is a value as a cell shows it.
func plain(value json.RawMessage) string {
	var text string
	switch {
	case bytes.Equal(value, []byte("null")):
		return ""
	case json.Unmarshal(value, &text) == nil:
		return text
	default:
		return string(value)
	}
}
