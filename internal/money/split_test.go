package money_test

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"qudao/internal/money"
)

func TestSplitsOfKnownTotals(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		total   money.Amount
		weights []int64
		want    []money.Amount
	}{
		{100, []int64{1, 1, 1}, []money.Amount{34, 33, 33}},
		{-100, []int64{1, 1, 1}, []money.Amount{-34, -33, -33}},
		{2, []int64{1, 1, 1}, []money.Amount{1, 1, 0}},
		{2, []int64{1, 3}, []money.Amount{0, 2}}, // equal remainders: the larger weight
		{2, []int64{3, 1}, []money.Amount{2, 0}},
		{100, []int64{0, 1, 0}, []money.Amount{0, 100, 0}},
		{101, []int64{0, 0}, []money.Amount{51, 50}},
		{0, []int64{5, 7}, []money.Amount{0, 0}},
		{0, nil, []money.Amount{}},
		{1, []int64{math.MaxInt64}, []money.Amount{1}},
	} {
		if got := money.Split(c.total, c.weights); !cmp.Equal(got, c.want) {
			t.Errorf("%v by %v is %v, want %v", c.total, c.weights, got, c.want)
		}
	}
}

func TestASplitSumsUpAndIsFair(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		total := money.Amount(rapid.Int64().Draw(t, "total"))
		weights := someWeights().Draw(t, "weights")
		shares := money.Split(total, weights)

		sum, sumOfWeights := new(big.Int), new(big.Int)
		for i := range weights {
			sum.Add(sum, big.NewInt(int64(shares[i])))
			sumOfWeights.Add(sumOfWeights, big.NewInt(weights[i]))
		}
		if sum.Cmp(big.NewInt(int64(total))) != 0 {
			t.Fatalf("%v sums up to %v cents, not %v", shares, sum, total)
		}
		if sumOfWeights.Sign() == 0 {
			return
		}
		for i, share := range shares {
			ideal := new(big.Rat).SetInt(new(big.Int).Mul(big.NewInt(int64(total)), big.NewInt(weights[i])))
			ideal.Quo(ideal, new(big.Rat).SetInt(sumOfWeights))
			off := ideal.Sub(ideal, new(big.Rat).SetInt64(int64(share)))
			if off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0 {
				t.Fatalf("share %d of %v is a cent or more off its ideal", i, shares)
			}
			if weights[i] == 0 && share != 0 {
				t.Fatalf("a weight of zero got %v", share)
			}
		}
	})
}

// Whatever order the lines stand in, lines of one weight get the same shares among them.
func TestASplitDoesNotDependOnTheOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		total := anAmount().Draw(t, "total")
		weights := rapid.SliceOfN(rapid.Int64Range(0, 6), 1, 12).Draw(t, "weights")
		shuffled := rapid.Permutation(weights).Draw(t, "shuffled")
		if one, other := sharesByWeight(total, weights), sharesByWeight(total, shuffled); !cmp.Equal(one, other) {
			t.Fatalf("%v, shuffled %v", one, other)
		}
	})
}

func TestAmongEqualWeightsTheFirstGetsMore(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		total := money.Amount(rapid.Int64Range(0, 1e9).Draw(t, "total"))
		weight := rapid.Int64Range(0, 1e9).Draw(t, "weight")
		n := rapid.IntRange(1, 20).Draw(t, "lines")
		shares := money.Split(total, slices.Repeat([]int64{weight}, n))
		if !slices.IsSortedFunc(shares, func(a, b money.Amount) int { return int(b - a) }) || shares[0]-shares[n-1] > 1 {
			t.Fatal(shares)
		}
	})
}

func TestASplitThatMakesNoSensePanics(t *testing.T) {
	t.Parallel()
	mustPanic(t, func() { money.Split(1, nil) })
	mustPanic(t, func() { money.Split(1, []int64{1, -1}) })
	mustPanic(t, func() { money.Split(1, []int64{math.MaxInt64, 1}) })
}

func someWeights() *rapid.Generator[[]int64] {
	return rapid.OneOf(
		rapid.SliceOfN(rapid.Int64Range(0, 5), 1, 30),
		rapid.SliceOfN(rapid.Int64Range(0, math.MaxInt64/30), 1, 30),
	)
}

func sharesByWeight(total money.Amount, weights []int64) map[int64][]money.Amount {
	out := map[int64][]money.Amount{}
	for i, share := range money.Split(total, weights) {
		out[weights[i]] = append(out[weights[i]], share)
	}
	for _, shares := range out {
		slices.Sort(shares)
	}
	return out
}
