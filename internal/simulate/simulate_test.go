package simulate

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"qudao/internal/app"
	"qudao/internal/pgtest"
)

func TestMain(m *testing.M) {
	// The failures are wanted.
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// empty is a database of the test's own.
func empty(t *testing.T) pgtest.Database {
	t.Helper()
	return pgtest.New(t)
}

func addresses(d pgtest.Database) app.Addresses {
	return app.Addresses{App: d.App, Worker: d.Worker}
}

// The 10,000 operations of every test run.
func TestTradeByChanceIsAsForeseen(t *testing.T) {
	const seeds, ops = 8, 1250
	happened, err := All(t.Context(), Plan{Seed: 1, Seeds: seeds, Ops: ops, Out: t.Output(),
		Database: func(context.Context) (app.Addresses, error) { return addresses(empty(t)), nil }})
	if err != nil {
		t.Fatal(err)
	}
	for _, what := range happened.Seldom(10) {
		t.Errorf("of 10,000 operations, %s", what)
	}
	if happened.Faulted < seeds*ops/10 {
		t.Errorf("something went wrong in %d of %d steps, less than a tenth", happened.Faulted, seeds*ops)
	}
}

func TestTheSameSeedGivesTheSameAnswers(t *testing.T) {
	t.Parallel()
	first := digestOf(t, 5, 200)
	if again := digestOf(t, 5, 200); again != first {
		t.Errorf("%s, and then %s", first, again)
	}
	if other := digestOf(t, 6, 20); other == first {
		t.Errorf("another seed gave the same answers: %s", other)
	}
}

func digestOf(t *testing.T, seed uint64, ops int) string {
	t.Helper()
	report, err := Run(t.Context(), Options{Seed: seed, Ops: ops, Addresses: addresses(empty(t))})
	if err != nil {
		t.Fatal(err)
	}
	return report.Digest
}

// What a simulation does not find it does not check: each of these is spoilt in the middle of a run.
func TestWhatIsSpoiltIsFound(t *testing.T) {
	t.Parallel()
	const spoiltAt = 40
	sql := func(text string) func(*testing.T, pgtest.Database, *run) error {
		return func(t *testing.T, d pgtest.Database, _ *run) error {
			c, err := pgx.Connect(t.Context(), d.Super)
			if err != nil {
				return err
			}
			defer c.Close(t.Context())
			_, err = c.Exec(t.Context(), text)
			return err
		}
	}
	wrong := func(fn func(*model)) func(*testing.T, pgtest.Database, *run) error {
		return func(_ *testing.T, _ pgtest.Database, r *run) error {
			fn(r.model)
			return nil
		}
	}
	for name, spoil := range map[string]func(*testing.T, pgtest.Database, *run) error{
		"stock is reserved for nobody":      sql(`UPDATE inventory.level SET reserved = reserved + 1000 WHERE on_hand > reserved + 1000`),
		"an amount is a cent more":          sql(`UPDATE orders.line SET amount = amount + 1, net = net + 1`),
		"orders are accepted by themselves": sql(`UPDATE orders.rule SET auto_accept_below = 100000000`),
		"what keys led to is forgotten": sql(`CREATE FUNCTION public.forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
			CREATE TRIGGER forget BEFORE INSERT ON once.key FOR EACH ROW EXECUTE FUNCTION public.forget()`),
		"the timeline is lost":         sql(`DELETE FROM timeline.node`),
		"the model's price is wrong":   wrong(func(m *model) { m.lists[2].prices[m.skus[1]] = []tier{{0, 1_000_000}} }),
		"the model's stock is wrong":   wrong(func(m *model) { m.skus[0].at[0].onHand += 1000 }),
		"the model's goods are wrong":  wrong(func(m *model) { m.skus[3].draft = false }),
		"the model's minimum is wrong": wrong(func(m *model) { m.skus[7].minimum = 1000 }),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := empty(t)
			report, err := Run(t.Context(), Options{Seed: 11, Ops: 400, Addresses: addresses(d), meddle: func(r *run) error {
				if r.step != spoiltAt {
					return nil
				}
				return spoil(t, d, r)
			}})
			var found *Difference
			if !errors.As(err, &found) {
				t.Fatalf("nothing was found in %d steps, %v", report.Steps, err)
			}
			if found.Step < spoiltAt || !strings.Contains(err.Error(), found.Replay()) {
				t.Errorf("%v", err)
			}
			t.Logf("found %d steps later: %.200s", found.Step-spoiltAt, found.What)
		})
	}
}

func TestABrandThatIsThereIsLeftAlone(t *testing.T) {
	t.Parallel()
	d := empty(t)
	for i, want := range []error{nil, errNotEmpty} {
		if _, err := Run(t.Context(), Options{Seed: 1, Ops: 1, Addresses: addresses(d)}); !errors.Is(err, want) {
			t.Errorf("run %d: %v, want %v", i, err, want)
		}
	}
}
