package view

// Each converts a list item by item. It is never nil, so that an empty list is [] in JSON.
func Each[A, B any](items []A, show func(A) B) []B {
	out := make([]B, len(items))
	for i, item := range items {
		out[i] = show(item)
	}
	return out
}

// Full is the list itself, never nil.
func Full[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
