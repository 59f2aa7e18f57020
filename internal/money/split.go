package money

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// Split shares total out by weights, by largest remainder. The shares have the order of the weights
// and add up to total exactly; each is within a cent of its ideal, on the side of total's sign.
//
// Cents that remain go to the largest remainders; among equal remainders to the larger weight, so
// that the shares do not depend on the order of the weights; among equal weights to the first.
// A weight of zero gets nothing. If all weights are zero, total is shared evenly.
//
// No weights for a total that is not zero, a negative weight, and weights that add up to more than
// an int64 holds are programming errors and panic.
func Split(total Amount, weights []int64) []Amount {
	if len(weights) == 0 && total != 0 {
		panic("money: split of " + total.String() + " without weights")
	}
	sum := sumOf(weights)
	if sum == 0 {
		weights = slices.Repeat([]int64{1}, len(weights))
		sum = uint64(len(weights))
	}
	magnitude := absolute(int64(total))
	left := magnitude
	shares := make([]uint64, len(weights))
	rest := make([]uint64, len(weights))
	for i, w := range weights {
		hi, lo := bits.Mul64(magnitude, uint64(w))
		shares[i], rest[i] = bits.Div64(hi, lo, sum) // w <= sum, so the quotient fits
		left -= shares[i]
	}
	for _, i := range byRemainder(rest, weights)[:left] {
		shares[i]++
	}
	out := make([]Amount, len(shares))
	for i, s := range shares {
		out[i] = Amount(signed(s, total < 0))
	}
	return out
}

// byRemainder lists the indexes in the order in which they get a cent that remains. There are fewer
// such cents than remainders above zero, so a weight of zero, which has none, never gets one.
func byRemainder(rest []uint64, weights []int64) []int {
	order := make([]int, len(rest))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(rest[j], rest[i]), cmp.Compare(weights[j], weights[i]), cmp.Compare(i, j))
	})
	return order
}

func sumOf(weights []int64) uint64 {
	var sum uint64
	for _, w := range weights {
		if w < 0 {
			panic("money: split by a negative weight")
		}
		if sum += uint64(w); sum > math.MaxInt64 {
			panic("money: split by weights that are too large")
		}
	}
	return sum
}
