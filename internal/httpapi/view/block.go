package view

import (
	"qudao/internal/storefront"
)

// BlockLink is where a block of the first page leads.
type BlockLink struct {
	Kind storefront.Target `json:"kind" enum:"product,category,search,announcement"`
	To   string            `json:"to" maxLength:"100" doc:"A code, a number, or words to look for."`
}

// BlockLinkOf is a link, nil for none.
func BlockLinkOf(l storefront.Link) *BlockLink {
	if l.Kind == storefront.ToNothing {
		return nil
	}
	return &BlockLink{Kind: l.Kind, To: l.To}
}
