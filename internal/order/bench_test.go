package order_test

import (
	"fmt"
	"math/rand/v2"
	"sync/atomic"
	"testing"

	"qudao/internal/order"
	. "qudao/internal/ordertest"
	"qudao/internal/qty"
)

// BenchmarkPlace places orders of ten lines by eight dealers at once, without HTTP.
func BenchmarkPlace(b *testing.B) {
	w := New(b, 50, 1000)
	w.Exec(`UPDATE inventory.level SET on_hand = on_hand + 1000000000`)
	w.Exec(`VACUUM ANALYZE`)
	inputs := make([]order.PlaceInput, 51)
	for n := 1; n <= 50; n++ {
		inputs[n] = w.Input(n)
	}
	var seed atomic.Uint64
	b.SetParallelism(4)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		random := rand.New(rand.NewPCG(seed.Add(1), 1))
		for pb.Next() {
			n := 1 + random.IntN(50)
			in := inputs[n]
			in.Lines = nil
			for i := range 10 {
				in.Lines = append(in.Lines, order.LineInput{SKU: fmt.Sprintf("S%d", i*100+1+random.IntN(100)), Quantity: qty.One})
			}
			if _, err := w.Orders.Place(b.Context(), w.Dealer(n), in); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "orders/s")
}
