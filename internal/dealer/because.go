package dealer

import (
	"fmt"
	"strings"

	"qudao/internal/fault"
)

// Condition names a part of a rule.
type Condition string

// The conditions.
const (
	ConditionAll      Condition = "all"       // the rule holds every dealer
	ConditionNamed    Condition = "named"     // the dealer is named in
	ConditionOut      Condition = "named_out" // the dealer is named out
	ConditionLevel    Condition = "level"
	ConditionRegion   Condition = "region"
	ConditionTag      Condition = "tag"
	ConditionNoTag    Condition = "no_tag"
	ConditionDivision Condition = "division"
)

// Reason is one condition and the dealer's fact it met.
type Reason struct {
	Condition Condition `json:"condition"`
	Code      string    `json:"code,omitempty"`
	Name      string    `json:"name,omitempty"` // of the level, region, tag or division
}

// Because is why a dealer is in an audience, or why it is not.
type Because []Reason

var conditionWords = map[Condition][2]string{
	ConditionAll: {"全部经销商", "every dealer"}, ConditionNamed: {"指定经销商", "named dealer"}, ConditionOut: {"指定排除", "named out"},
	ConditionLevel: {"等级", "level"}, ConditionRegion: {"区域", "region"}, ConditionTag: {"标签", "tag"},
	ConditionNoTag: {"不含标签", "without tag"}, ConditionDivision: {"事业部", "division"},
}

// Text says it in one line: 等级：核心；区域：浙江省.
func (b Because) Text(lang fault.Language) string {
	word, is, sep := 0, "：", "；"
	if lang == fault.English {
		word, is, sep = 1, ": ", "; "
	}
	parts := make([]string, len(b))
	for i, r := range b {
		parts[i] = conditionWords[r.Condition][word]
		if r.Condition == ConditionAll || r.Condition == ConditionNamed || r.Condition == ConditionOut {
			continue
		}
		name := r.Name
		if name == "" {
			name = r.Code
		}
		if name != "" {
			parts[i] += is + name
		}
	}
	return strings.Join(parts, sep)
}

// named returns the reasons with the names that people know.
func (b Because) named(names names) Because {
	for i, r := range b {
		b[i].Name = names[named{r.Condition, r.Code}]
	}
	return b
}

type named struct {
	condition Condition
	code      string
}

// names are what the codes of facts are called.
type names map[named]string

func text(value any) string { return fmt.Sprint(value) }
