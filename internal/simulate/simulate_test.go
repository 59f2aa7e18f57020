package simulate

import (
	"log/slog"
	"os"
	"testing"

	"qudao/internal/app"
	"qudao/internal/pgtest"
)

func TestMain(m *testing.M) {
	// The failures are wanted.
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// empty is a database of the test's own.
func empty(t *testing.T) app.Addresses {
	t.Helper()
	d := pgtest.New(t)
	return app.Addresses{App: d.App, Worker: d.Worker}
}

func TestTheSameSeedGivesTheSameAnswers(t *testing.T) {
	t.Parallel()
	var first string
	for range 2 {
		report, err := Run(t.Context(), Options{Seed: 5, Ops: 300, Addresses: empty(t)})
		if err != nil {
			t.Fatal(err)
		}
		t.Log(report.Digest, report.Took)
		if first != "" && report.Digest != first {
			t.Errorf("%s, and then %s", first, report.Digest)
		}
		first = report.Digest
	}
}
