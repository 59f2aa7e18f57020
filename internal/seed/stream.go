package seed

import "iter"

// chunks cuts a sequence into slices of at most n.
func chunks[T any](seq iter.Seq[T], n int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var part []T
		for v := range seq {
			part = append(part, v)
			if len(part) == n {
				if !yield(part) {
					return
				}
				part = nil
			}
		}
		if len(part) > 0 {
			yield(part)
		}
	}
}
