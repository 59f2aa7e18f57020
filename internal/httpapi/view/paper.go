package view

import (
	"context"

	"qudao/internal/fault"
	"qudao/internal/httpapi"
	"qudao/internal/paper"
)

// PaperLanguage is embedded in the input of an operation that prints: a link cannot say by a header in which
// language its reader works.
type PaperLanguage struct {
	Lang fault.Language `query:"lang" enum:"zh-CN,en" doc:"Of the paper; where it is left out, that of Accept-Language."`
}

// Of is the language to print in.
func (l PaperLanguage) Of(ctx context.Context) fault.Language {
	if l.Lang == "" {
		return httpapi.Language(ctx)
	}
	return l.Lang
}

// PaperOf hands out a printed paper.
func PaperOf(f paper.File, err error) (*File, error) {
	if err != nil {
		return nil, err
	}
	return PDF(f.Name, f.Content), nil
}
