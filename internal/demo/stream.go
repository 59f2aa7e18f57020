package demo

import (
	"hash/fnv"
	"math/rand/v2"
)

// stream is a source of random numbers for one element of one kind. Two kinds never share a
// stream, nor do two elements, so that drawing more from one changes no other.
type stream struct{ *rand.Rand }

// stream returns the numbers of element i of the named kind.
func (b *Brand) stream(kind string, i int) stream {
	h := fnv.New64a()
	h.Write([]byte(kind))
	return stream{rand.New(rand.NewPCG(mix(b.opt.Seed^h.Sum64()), mix(uint64(i)+h.Sum64())))}
}

// mix spreads neighbouring numbers over all 64 bits (the finaliser of SplitMix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb
	return x ^ (x >> 31)
}

// between draws a whole number from low to high, both included.
func (s stream) between(low, high int) int { return low + s.IntN(high-low+1) }

// chance is true in percent of 100 cases.
func (s stream) chance(percent int) bool { return s.IntN(100) < percent }

// weighted draws an index in proportion to the running sums, whose last is the total.
func (s stream) weighted(sums []int) int { return find(sums, s.IntN(sums[len(sums)-1])) }

// find returns the first index whose running sum is above x.
func find(sums []int, x int) int {
	low, high := 0, len(sums)-1
	for low < high {
		if mid := (low + high) / 2; sums[mid] > x {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// sums returns the running sums of n weights.
func sums(n int, weight func(int) int) []int {
	out, total := make([]int, n), 0
	for i := range out {
		total += weight(i)
		out[i] = total
	}
	return out
}

// pick draws one of the values.
func pick[T any](s stream, values []T) T { return values[s.IntN(len(values))] }
