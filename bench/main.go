package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"qudao/internal/render"
)

type command struct {
	Run    run    `cmd:"" default:"withargs" help:"Measure and write the results."`
	Client client `cmd:"" hidden:"" help:"Place orders against a server; started by run."`
}

type run struct {
	Only   string  `env:"ONLY" help:"Figures to measure, comma separated; empty is all."`
	Scale  float64 `env:"SCALE" default:"0.1" help:"Part of the full data: 1 is 40,000 dealers and 1,000,000 SKUs."`
	Secs   int     `env:"SECS" default:"10" help:"Seconds of each counted run."`
	Rounds int     `env:"ROUNDS" default:"3" help:"Interleaved rounds; medians are quoted."`
	Binary string  `default:"bin/qudao" help:"The program to measure."`
	Data   string  `env:"BENCH_DATA" help:"Folder that keeps the loaded data for the next run; empty: loaded anew, removed at the end."`
}

func main() {
	render.Child()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var c command
	k := kong.Parse(&c, kong.BindTo(ctx, (*context.Context)(nil)))
	if err := k.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// figures are the measurements by id, in the order they run.
var figures = []struct {
	ID  string
	Run func(context.Context, *bench) ([]Result, error)
}{
	{"G1", measurePlacement},
}

// Run measures the chosen figures on one seeded installation.
func (r *run) Run(ctx context.Context) error {
	only := strings.FieldsFunc(r.Only, func(c rune) bool { return c == ',' || c == ' ' })
	b, err := prepare(ctx, *r)
	if err != nil {
		return err
	}
	defer b.close()
	var results []Result
	for _, f := range figures {
		if len(only) > 0 && !slices.Contains(only, f.ID) {
			continue
		}
		b.say("measuring %s", f.ID)
		got, err := f.Run(ctx, b)
		if err != nil {
			return fmt.Errorf("%s: %w", f.ID, err)
		}
		results = append(results, got...)
	}
	return publish(results)
}
