package crash

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/id"
	"qudao/internal/seed"
)

const (
	traders   = 6
	usually   = 5                // cycles of each kind, unless QUDAO_CRASH_CYCLES says another number
	backAfter = 10 * time.Second // the service, once its database is there
	wordOf    = 30 * time.Second // PostgreSQL itself: the time it needs to recover is not the program's
)

// run is one test: an installation, its clients and their book.
type run struct {
	*installation
	book    *book
	traders []*trader
	random  *rand.Rand
	after   string // the newest order before the clients began
	slowest map[string]time.Duration
}

// TestNothingAcknowledgedIsLost crashes the server and PostgreSQL in turn under load. Then it makes
// losses on purpose, which must be found.
func TestNothingAcknowledgedIsLost(t *testing.T) {
	cycles, seed := number(t, "QUDAO_CRASH_CYCLES", usually), number(t, "QUDAO_CRASH_SEED", int(time.Now().UnixNano()%1_000_000))
	t.Logf("QUDAO_CRASH_SEED=%d QUDAO_CRASH_CYCLES=%d", seed, cycles)
	r := &run{installation: install(t), book: &book{told: newState()}, slowest: map[string]time.Duration{}}
	r.random = rand.New(rand.NewPCG(uint64(seed), 1))
	r.start()
	r.ready()
	r.open(uint64(seed))

	pause := r.load()
	r.crashes(cycles)
	pause()
	r.report()
	if said := r.differences(); len(said) > 0 {
		t.Fatalf("%d differences:\n%s", len(said), strings.Join(said[:min(20, len(said))], "\n"))
	}
	r.verified(true)
	if r.book.unanswered == 0 || r.book.replayed == 0 {
		t.Errorf("no request was cut by a crash: %d attempts unanswered, %d repeated with success", r.book.unanswered, r.book.replayed)
	}
	r.losesCommits()
	r.losesARow()
	r.stop()
}

// number is a whole number of the environment.
func number(t *testing.T, name string, otherwise int) int {
	t.Helper()
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		t.Fatalf("%s=%q is no number", name, text)
	}
	return n
}

// ready waits until the server says that it can serve.
func (r *run) ready() {
	r.t.Helper()
	for end := time.Now().Add(wordOf); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if !r.alive() {
			break
		}
		got, err := http.Get("http://" + r.address + "/readyz")
		if err != nil {
			continue
		}
		got.Body.Close()
		if got.StatusCode == http.StatusOK {
			return
		}
	}
	r.t.Fatalf("the server did not get ready\n%s", r.log.last(4000))
}

// open signs the clients in, and finds and fills what they will order.
func (r *run) open(number uint64) {
	r.t.Helper()
	ctx := r.t.Context()
	conn, err := r.connect(ctx)
	if err != nil {
		r.t.Fatal(err)
	}
	defer conn.Close(ctx)
	if err := conn.QueryRow(ctx, newestSQL).Scan(&r.after); err != nil {
		r.t.Fatal(err)
	}
	var dealers []string
	for _, l := range seed.Logins() {
		if l.App == seed.AppPortal {
			dealers = append(dealers, l.Username)
		}
	}
	filled := map[string]bool{}
	for n := range traders {
		t := &trader{book: r.book, random: rand.New(rand.NewPCG(number, uint64(n)+2))}
		if t.portal, err = signIn(ctx, r.address, seed.AppPortal, dealers[n%len(dealers)]); err != nil {
			r.t.Fatal(err)
		}
		if t.office, err = signIn(ctx, r.address, seed.AppOffice, "admin"); err != nil {
			r.t.Fatal(err)
		}
		r.equip(ctx, t)
		for _, g := range t.goods {
			if filled[g.sku] {
				continue
			}
			filled[g.sku] = true
			a, open := t.office.send(ctx, request{method: http.MethodPost, path: "/stock/adjust", key: id.New().String(),
				body: map[string]any{"warehouse": t.warehouse, "sku": g.sku, "quantity": 1_000_000, "reason": "备货"}})
			if open || !a.ok() {
				r.t.Fatalf("fill %s: %d %s", g.sku, a.status, a.body)
			}
		}
		r.traders = append(r.traders, t)
	}
	r.reviewAll(ctx, r.traders[0].office)
}

// equip tells a trader where its orders go and what it can order: few SKUs, so that the clients meet on
// the same rows.
func (r *run) equip(ctx context.Context, t *trader) {
	r.t.Helper()
	var addresses struct{ Items []struct{ ID string } }
	r.reads(ctx, t.portal, "/addresses", &addresses)
	t.address = addresses.Items[0].ID
	var warehouses struct{ Items []struct{ Code string } }
	r.reads(ctx, t.office, "/warehouses", &warehouses)
	t.warehouse = warehouses.Items[0].Code
	var products struct{ Items []struct{ Code string } }
	r.reads(ctx, t.portal, "/products?limit=10", &products)
	for _, p := range products.Items {
		var product struct {
			SKUs []struct {
				Code              string
				Orderable         bool
				Minimum, Multiple float64
			}
		}
		r.reads(ctx, t.portal, "/products/"+p.Code, &product)
		for _, k := range product.SKUs {
			if k.Orderable && int(k.Minimum)%int(k.Multiple) == 0 {
				t.goods = append(t.goods, goods{k.Code, max(k.Minimum, k.Multiple)})
			}
		}
	}
	t.goods = t.goods[:min(8, len(t.goods))]
	if len(t.goods) < 4 {
		r.t.Fatalf("a dealer of the demo brand can order only %d SKUs", len(t.goods))
	}
}

// reviewAll has every order wait for review.
func (r *run) reviewAll(ctx context.Context, office *caller) {
	r.t.Helper()
	var rule struct{ Version int }
	r.reads(ctx, office, "/order-rules", &rule)
	a, open := office.send(ctx, request{method: http.MethodPut, path: "/order-rules", version: rule.Version, key: id.New().String(), body: map[string]any{"auto_accept_below": "0.00", "review_hours": 72}})
	if open || !a.ok() {
		r.t.Fatalf("set the review rule: %d %s", a.status, a.body)
	}
}

func (r *run) reads(ctx context.Context, c *caller, path string, into any) {
	r.t.Helper()
	a, open := c.send(ctx, request{method: http.MethodGet, path: path})
	if open || !a.ok() {
		r.t.Fatalf("%s: %d %s", path, a.status, a.body)
	}
	if err := json.Unmarshal(a.body, into); err != nil {
		r.t.Fatalf("%s: %v in %s", path, err, a.body)
	}
}

// load lets the clients trade. The function it returns ends that, when each has its last answer.
func (r *run) load() (pause func()) {
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for _, t := range r.traders {
		wg.Go(func() { t.trades(r.t.Context(), stop) })
	}
	return func() {
		close(stop)
		wg.Wait()
	}
}

// answeredSince waits until each client has an answer to a request sent after the moment, and returns
// how long that took.
func (r *run) answeredSince(moment time.Time, within time.Duration) time.Duration {
	r.t.Helper()
	begun := time.Now()
	for time.Since(begun) < within {
		if !slices.ContainsFunc(r.traders, func(t *trader) bool { return t.answered.Load() <= moment.UnixNano() }) {
			return time.Since(begun)
		}
		time.Sleep(10 * time.Millisecond)
	}
	r.t.Fatalf("not every client was served again within %s\n%s", within, r.log.last(6000))
	return 0
}

const server, postgres = "server", "PostgreSQL"

// crashes kills the server and PostgreSQL, each so many times, in an order and at moments of the seed.
func (r *run) crashes(cycles int) {
	r.t.Helper()
	kinds := slices.Concat(slices.Repeat([]string{server}, cycles), slices.Repeat([]string{postgres}, cycles))
	r.random.Shuffle(len(kinds), func(i, j int) { kinds[i], kinds[j] = kinds[j], kinds[i] })
	r.answeredSince(time.Now(), backAfter)
	for n, kind := range kinds {
		time.Sleep(time.Duration(r.random.IntN(1000)) * time.Millisecond)
		took := r.crash(kind)
		r.slowest[kind] = max(r.slowest[kind], took)
		if len(kinds) > 20 && n%20 == 19 {
			r.t.Logf("%d of %d crashes", n+1, len(kinds))
		}
	}
}

// crash is one of a kind. It returns how long after its database was there the service was back for
// every client.
func (r *run) crash(kind string) time.Duration {
	r.t.Helper()
	moment := time.Now()
	if kind == server {
		r.kill()
		r.start()
		return r.answeredSince(moment, backAfter)
	}
	dead := r.killPostgres()
	r.postgresBack(dead, wordOf)
	took := r.answeredSince(moment, backAfter)
	if !r.alive() {
		r.t.Fatalf("the server ended with PostgreSQL\n%s", r.log.last(4000))
	}
	return took
}

// stored is what is in PostgreSQL now, with the connection it was read on, for the caller to close.
func (r *run) stored() (*pgx.Conn, state) {
	r.t.Helper()
	conn, err := r.connect(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	have, err := stored(r.t.Context(), conn, r.after)
	if err != nil {
		r.t.Fatal(err)
	}
	return conn, have
}

// differences are all that is wrong: what the clients complained of, and what is stored otherwise than
// acknowledged.
func (r *run) differences() []string {
	r.t.Helper()
	conn, have := r.stored()
	defer conn.Close(r.t.Context())
	return slices.Concat(r.book.complaints, compare(r.book.told, have))
}

// verified runs `qudao verify` and expects it to be clean, or not.
func (r *run) verified(clean bool) {
	r.t.Helper()
	if said, err := r.run("verify"); (err == nil) != clean {
		r.t.Errorf("qudao verify: %v, clean should be %v\n%s", err, clean, said)
	}
}

func (r *run) report() {
	moves := 0
	for _, o := range r.book.told.Orders {
		moves += len(o.Moves)
	}
	r.t.Logf("%d changes acknowledged (%d orders with %d moves), %d of them after more than one attempt; %d refused; %d attempts unanswered; %d repeated on purpose",
		r.book.acknowledged, len(r.book.told.Orders), moves, r.book.replayed, r.book.refused, r.book.unanswered, r.book.repeated)
	for kind, took := range r.slowest {
		r.t.Logf("%s: slowest return %s after its database", kind, took.Round(time.Millisecond))
	}
}

// losesCommits sets PostgreSQL so that it answers before it writes, and holds up the process that writes
// later: what is acknowledged from then on is lost by the crash, and must be missed. What is left still
// fits together.
func (r *run) losesCommits() {
	r.t.Helper()
	ctx := r.t.Context()
	conn, err := r.connect(ctx)
	if err != nil {
		r.t.Fatal(err)
	}
	defer conn.Close(ctx)
	var writer int
	for _, sql := range []string{forgetSQL, reloadSQL} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			r.t.Fatal(err)
		}
	}
	if err := conn.QueryRow(ctx, writerSQL).Scan(&writer); err != nil {
		r.t.Fatal(err)
	}
	time.Sleep(200 * time.Millisecond) // every session has heard of the setting
	signal(r.t, writer, syscall.SIGSTOP)
	pause := r.load()
	time.Sleep(time.Second)
	pause()
	before := len(r.book.told.Orders)
	dead := r.killPostgres()
	r.postgresBack(dead, wordOf)
	said := r.differences()
	lost := 0
	for _, s := range said {
		if strings.HasPrefix(s, "lost: ") {
			lost++
		}
	}
	if lost == 0 {
		r.t.Errorf("commits were answered before they were written, and of %d orders none is missed: %q", before, said)
	}
	r.t.Logf("with commits answered before they were written, %d orders are missed", lost)
	r.verified(true)
}

// losesARow deletes an acknowledged order behind the program's back.
func (r *run) losesARow() {
	r.t.Helper()
	ctx := r.t.Context()
	conn, have := r.stored()
	defer conn.Close(ctx)
	for id, o := range have.Orders {
		if _, err := conn.Exec(ctx, fmt.Sprintf(loseSQL, id)); err != nil {
			r.t.Fatal(err)
		}
		if said := strings.Join(r.differences(), "\n"); !strings.Contains(said, "lost: order "+o.Number) {
			r.t.Errorf("order %s was deleted and is not missed: %s", o.Number, said)
		}
		r.verified(false)
		return
	}
	r.t.Error("nothing is stored that could be lost")
}
