package catalog

import (
	"math/bits"

	"github.com/RoaringBitmap/roaring/v2"

	"qudao/internal/org"
)

// guessed is how many products are looked at closer for an unknown part number.
const guessed = 24

// likely are, for each text, the visible products whose words have the most of its pieces, the lower id
// first among equals. It is false where there is no index.
//
// Counters of all products at once: slice i holds bit i of each product's count, and adding a piece is
// addition with carry, a word of 64 products at a time.
func (x *index) likely(audiences []int32, pool *org.Pool, texts []string) (out []candidate, ok bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	if !x.ready {
		return nil, false
	}
	visible := x.visible(audiences, pool).set
	if visible.IsEmpty() {
		return nil, true
	}
	words := int(visible.Maximum())/64 + 1
	seen := flat(visible, words)
	for n, text := range texts {
		var counts [][]uint64
		for _, piece := range Grams(text) {
			runes := []rune(piece)
			if s := x.grams[pair(runes[0], runes[1])]; s != nil {
				counts = add(counts, flat(s, words))
			}
		}
		for _, id := range most(counts, seen, guessed) {
			out = append(out, candidate{N: n, SKUs: x.entries[id].SKUs})
		}
	}
	return out, true
}

// flat is a set as plain bits, as many words as are given.
func flat(s *roaring.Bitmap, words int) []uint64 {
	if s.IsEmpty() {
		return make([]uint64, words)
	}
	// It is written a container of 65,536 bits at a time.
	out := make([]uint64, max(words, (int(s.Maximum())>>16+1)<<10))
	s.WriteDenseTo(out)
	return out[:words]
}

// add counts one for each of the set.
func add(counts [][]uint64, carry []uint64) [][]uint64 {
	for _, s := range counts {
		left := uint64(0)
		for w, c := range carry {
			s[w], carry[w] = s[w]^c, s[w]&c
			left |= carry[w]
		}
		if left == 0 {
			return counts
		}
	}
	return append(counts, carry)
}

// most are the k of the set with the highest counts above zero, the lower first among equals.
func most(counts [][]uint64, set []uint64, k int) []uint32 {
	rest := make([]uint64, len(set)) // may still be among them
	for w := range rest {
		some := uint64(0)
		for _, s := range counts {
			some |= s[w]
		}
		rest[w] = set[w] & some
	}
	sure := make([]uint64, len(set))
	for i := len(counts) - 1; i >= 0; i-- {
		high, n := make([]uint64, len(set)), 0
		for w := range high {
			high[w] = rest[w] & counts[i][w]
			n += bits.OnesCount64(sure[w] | high[w])
		}
		if n > k {
			rest = high
			continue
		}
		for w := range high {
			sure[w] |= high[w]
			rest[w] &^= counts[i][w]
		}
	}
	out := members(sure, k)
	return append(out, members(rest, k-len(out))...)
}

// members are the first n of a set.
func members(set []uint64, n int) (out []uint32) {
	for w := 0; w < len(set) && len(out) < n; w++ {
		for b := set[w]; b != 0 && len(out) < n; b &= b - 1 {
			out = append(out, uint32(w*64+bits.TrailingZeros64(b)))
		}
	}
	return out
}
