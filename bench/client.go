package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
)

// buyer is a signed-in dealer and what it can order.
type buyer struct {
	Cookie  string   `json:"cookie"`
	Address string   `json:"address"`
	SKUs    []choice `json:"skus"`
}

type choice struct {
	Code  string  `json:"code"`
	First float64 `json:"first"` // the smallest right quantity
}

// client is the load: so many signed-in dealers at once, each placing one order after another.
type client struct {
	URL     string `arg:""`
	Buyers  string `arg:"" help:"File with the buyers."`
	Clients int    `default:"8"`
	Secs    int    `default:"10"`
	Warm    int    `default:"15" help:"Seconds before counting: memory fills with what the dealers order."`
	Lines   int    `default:"10"`
}

// tally is what the load saw in the counted seconds.
type tally struct {
	Orders  int     `json:"orders"`
	Refused int     `json:"refused"`
	PerSec  float64 `json:"per_sec"`
	P50     float64 `json:"p50_ms"`
	P99     float64 `json:"p99_ms"`
	First   string  `json:"first_refusal,omitempty"`
}

func (c *client) Run(ctx context.Context) error {
	text, err := os.ReadFile(c.Buyers)
	if err != nil {
		return err
	}
	var buyers []buyer
	if err := json.Unmarshal(text, &buyers); err != nil {
		return err
	}
	transport := &http.Transport{MaxIdleConnsPerHost: c.Clients, MaxConnsPerHost: c.Clients}
	caller := &http.Client{Transport: transport, Timeout: 30 * time.Second}
	begin := time.Now().Add(time.Duration(c.Warm) * time.Second)
	end := begin.Add(time.Duration(c.Secs) * time.Second)
	var mu sync.Mutex
	var t tally
	var took []time.Duration
	var wg sync.WaitGroup
	for n := range c.Clients {
		wg.Go(func() {
			random := rand.New(rand.NewPCG(uint64(n), 20260101))
			for time.Now().Before(end) && ctx.Err() == nil {
				sent := time.Now()
				refusal := c.place(ctx, caller, buyers[n%len(buyers)], random)
				done := time.Now()
				if sent.Before(begin) || done.After(end) {
					continue
				}
				mu.Lock()
				if refusal == "" {
					t.Orders++
					took = append(took, done.Sub(sent))
				} else {
					t.Refused++
					t.First = refusal
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	t.PerSec = float64(t.Orders) / float64(c.Secs)
	if len(took) > 0 {
		slices.Sort(took)
		t.P50 = float64(took[len(took)/2].Microseconds()) / 1000
		t.P99 = float64(took[len(took)*99/100].Microseconds()) / 1000
	}
	return json.NewEncoder(os.Stdout).Encode(t)
}

// place places one order and returns why it was refused, or nothing.
func (c *client) place(ctx context.Context, caller *http.Client, b buyer, random *rand.Rand) string {
	type line struct {
		SKU      string  `json:"sku"`
		Quantity float64 `json:"quantity"`
	}
	body := struct {
		Address  string `json:"address_id"`
		Lines    []line `json:"lines"`
		FromCart bool   `json:"from_cart"`
	}{Address: b.Address}
	// Stratified, as in the reference: line i draws from the i-th part of what the buyer can order.
	step := len(b.SKUs) / c.Lines
	for i := range c.Lines {
		k := b.SKUs[i*step+random.IntN(step)]
		body.Lines = append(body.Lines, line{k.Code, k.First * float64(1+random.IntN(3))})
	}
	text, err := json.Marshal(body)
	if err != nil {
		return err.Error()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/api/portal/orders", bytes.NewReader(text))
	if err != nil {
		return err.Error()
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Cookie", b.Cookie)
	req.Header.Set("Idempotency-Key", uuid.NewString())
	resp, err := caller.Do(req)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil {
		return err.Error()
	}
	if resp.StatusCode/100 != 2 {
		return fmt.Sprintf("%d %s", resp.StatusCode, answer)
	}
	return ""
}
