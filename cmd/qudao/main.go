// Command qudao is the whole program: the server of dealers' and staff's pages and of the API, its
// worker, and the tools of an installation.
//
//	qudao serve            serve until told to stop
//	qudao work             work jobs and dispatch facts, without serving
//	qudao migrate          bring the database schema to this program's version
//	qudao init             set up an empty installation and its first administrator
//	qudao seed             load the demo brand into an empty database
//	qudao verify           check over all data what must always be true
//	qudao simulate         trade by chance with failures, and check every answer
//	qudao openapi          print the OpenAPI document
//	qudao version          print the version
//
// Without DATABASE_URL it runs a private PostgreSQL in the folder QUDAO_DATA, which needs no setting
// up. With it, three roles are expected:
//
//	DATABASE_URL           role qudao_app: serving
//	DATABASE_WORKER_URL    role qudao_worker: jobs; without it serve works none
//	DATABASE_OWNER_URL     role qudao_owner: migrate, seed
//
// Other settings: ADDR, QUDAO_INSECURE_COOKIES (sessions over plain HTTP from another machine, for
// trials only), QUDAO_PROXIES (whose X-Forwarded-For is believed), QUDAO_METRICS_TOKEN.
//
// A refusal to start is one sentence on standard error, with exit status 1.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/alecthomas/kong"

	"qudao/internal/render"
)

func main() {
	render.Child()
	collectLess()
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stderr, nil)))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// A second signal ends the program at once.
	context.AfterFunc(ctx, stop)

	var commands commands
	parser := kong.Must(&commands, kong.Name("qudao"), kong.Exit(exit),
		kong.Description("Qudao: a brand's distribution to its dealers. 品牌渠道分销系统。"),
		kong.BindTo(ctx, (*context.Context)(nil)))
	chosen, err := parser.Parse(os.Args[1:])
	parser.FatalIfErrorf(err)
	if err := chosen.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "qudao:", err)
		os.Exit(1)
	}
}

// exit ends the program; every refusal has status 1, a wrong flag as well.
func exit(status int) { os.Exit(min(status, 1)) }

// collectLess lets the heap grow to four times what is live before it is collected, instead of twice: a
// server's live heap is tens of megabytes, and a fifth of its processor time went into collecting. GOGC
// and GOMEMLIMIT still have the last word.
func collectLess() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300)
	}
}
