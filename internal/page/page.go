package page

const (
	// DefaultLimit is the length of a page where the caller does not say.
	DefaultLimit = 50
	// MaxLimit is the greatest length of a page.
	MaxLimit = 200
)

// Request is what a caller asks for. Embed it in the input of a list.
type Request struct {
	Limit  int    `query:"limit" json:"limit,omitempty" doc:"Items on the page: 50 unless said, at most 200."`
	Cursor string `query:"cursor" json:"cursor,omitempty" doc:"The next of the page before; empty for the first page."`
}

// Normal returns the request with its limit filled in. It fails with ErrLimitInvalid for a negative
// limit and with ErrTooLarge beyond MaxLimit: a silently shorter page would read like the last one.
func (r Request) Normal() (Request, error) {
	switch {
	case r.Limit < 0:
		return Request{}, ErrLimitInvalid.At("limit")
	case r.Limit > MaxLimit:
		return Request{}, ErrTooLarge.At("limit", "maximum", MaxLimit)
	case r.Limit == 0:
		r.Limit = DefaultLimit
	}
	return r, nil
}

// List is one page of a list.
type List[T any] struct {
	Items []T    `json:"items" nullable:"false" doc:"The items of this page."`
	Next  string `json:"next,omitempty" doc:"Cursor of the next page; absent on the last."`
}

// Cut makes a page of at most limit items, the limit of a normal request. The caller has fetched
// limit+1 rows: one more than limit tells that there is a next page, which begins after the keys of
// the last item shown. Items is never nil, so that an empty page is [] in JSON.
func Cut[T any](items []T, limit int, key func(T) []any) List[T] {
	if items == nil {
		items = []T{}
	}
	if limit < 1 || len(items) <= limit {
		return List[T]{Items: items}
	}
	shown := items[:limit:limit]
	return List[T]{Items: shown, Next: Encode(key(shown[limit-1])...)}
}
