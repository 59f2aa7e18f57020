package main

import (
	"context"
	"errors"
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
	Client client `cmd:"" hidden:"" help:"Ask a server for things; started by run."`
	Reader reader `cmd:"" hidden:"" help:"Read rows from PostgreSQL; started by run."`
}

type run struct {
	Only   string  `env:"ONLY" help:"Figures to measure, comma separated; empty is all."`
	Scale  float64 `env:"SCALE" default:"0.1" help:"Part of the full data: 1 is 40,000 dealers and 1,000,000 SKUs."`
	Secs   int     `env:"SECS" default:"10" help:"Seconds of each counted run."`
	Warm   int     `env:"WARM" default:"15" help:"Seconds of load before counting."`
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

// figure is a measurement that gives the lines of one id, or of a few.
type figure struct {
	ids string
	run func(context.Context, *bench) ([]Result, error)
}

// figures are the measurements in the order they run: the import, which needs the table of products
// swept afterwards, last.
var figures = []figure{
	{"G1", measurePlacement},
	{"G18,G19", measureCost},
	{"G2", measureHot},
	{"G4", measureLatency},
	{"G5", measurePage},
	{"G6", measureSearch},
	{"G10", measureImport},
}

// choose returns the figures with one of the ids, all for none.
func choose(only string) ([]figure, error) {
	wanted := strings.FieldsFunc(only, func(c rune) bool { return c == ',' || c == ' ' })
	if len(wanted) == 0 {
		return figures, nil
	}
	var out []figure
	for _, f := range figures {
		before := len(wanted)
		wanted = slices.DeleteFunc(wanted, func(id string) bool { return slices.Contains(strings.Split(f.ids, ","), id) })
		if len(wanted) < before {
			out = append(out, f)
		}
	}
	if len(wanted) > 0 {
		return nil, fmt.Errorf("%s is not measured", strings.Join(wanted, ", "))
	}
	return out, nil
}

// Run measures the chosen figures on one seeded installation. One that fails does not keep the others
// from being published.
func (r *run) Run(ctx context.Context) error {
	chosen, err := choose(r.Only)
	if err != nil {
		return err
	}
	b, err := prepare(ctx, *r)
	if err != nil {
		return err
	}
	defer b.close()
	var results []Result
	var failed error
	for _, f := range chosen {
		b.say("measuring %s", f.ids)
		got, err := f.run(ctx, b)
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", f.ids, err))
			b.say("%s failed: %v", f.ids, err)
			continue
		}
		for _, result := range got {
			b.say("%s", result)
		}
		results = append(results, got...)
	}
	return errors.Join(failed, publish(results))
}
