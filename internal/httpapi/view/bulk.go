package view

import "qudao/internal/fault"

// Place is one field of an item and what is wrong with it.
type Place struct {
	Path   string `json:"path"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
}

// ItemProblem is why one item of a batch failed.
type ItemProblem struct {
	Code   string  `json:"code"`
	Detail string  `json:"detail"`
	Errors []Place `json:"errors,omitempty"`
}

// ItemProblemOf is the fault of one item; nil for nil.
func ItemProblemOf(f *fault.Fault, lang fault.Language) *ItemProblem {
	if f == nil {
		return nil
	}
	out := &ItemProblem{Code: f.Code, Detail: f.Sentence(lang, f.Facts)}
	for _, field := range f.Fields {
		out.Errors = append(out.Errors, Place{Path: field.Path, Code: field.Code, Detail: field.Sentence(lang, field.Facts)})
	}
	return out
}
