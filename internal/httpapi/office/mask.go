package office

import (
	"encoding/json"

	"qudao/internal/org"
	"qudao/internal/secret"
)

// mask hides what identifies people in one value of a stored row.
type mask func(value any) any

func maskName(value any) any {
	if text, ok := value.(string); ok {
		return secret.Name(text).Masked()
	}
	return value
}

func maskPhone(value any) any {
	if text, ok := value.(string); ok {
		return secret.Phone(text).Masked()
	}
	return value
}

func maskReceiver(value any) any {
	if fields, ok := value.(map[string]any); ok {
		masked(fields, map[string]mask{"name": maskName, "phone": maskPhone})
	}
	return value
}

// personal are the columns that identify people, by table.
var personal = map[string]map[string]mask{
	"dealer.dealer":  {"contact": maskName, "phone": maskPhone},
	"dealer.address": {"name": maskName, "phone": maskPhone},
	"dealer.account": {"name": maskName},
	"orders.orders":  {"address": maskReceiver},
}

// shownRow is a stored row as the reader may see it: people are masked for who may not edit them.
func shownRow(who org.Actor, table string, row json.RawMessage) json.RawMessage {
	columns := personal[table]
	if columns == nil || len(row) == 0 || who.May(org.DealerEdit) {
		return row
	}
	var fields map[string]any
	if json.Unmarshal(row, &fields) != nil {
		return nil // no row: what cannot be masked is not shown
	}
	masked(fields, columns)
	text, err := json.Marshal(fields)
	if err != nil {
		return nil
	}
	return text
}

func masked(fields map[string]any, columns map[string]mask) {
	for column, hide := range columns {
		if value, ok := fields[column]; ok {
			fields[column] = hide(value)
		}
	}
}
