package simulate

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// Edge is a move of an order from one state to another.
type Edge struct{ From, To string }

// Edges are all moves there are. What is not yet placed is "new".
var Edges = []Edge{
	{"new", "in_review"}, {"new", "allocated"}, {"in_review", "allocated"}, {"in_review", "rejected"}, {"in_review", "cancelled"}, {"in_review", "expired"},
	{"allocated", "cancelled"}, {"allocated", "partly_shipped"}, {"allocated", "shipped"}, {"partly_shipped", "partly_shipped"},
	{"partly_shipped", "shipped"}, {"partly_shipped", "partly_received"}, {"shipped", "received"}, {"shipped", "partly_received"}, {"partly_received", "partly_received"}, {"partly_received", "received"},
}

// Coverage counts what has happened.
type Coverage struct {
	Operations map[string]int
	Edges      map[Edge]int
	Faults     map[Fault]int
	Refusals   map[string]int // by code
	Faulted    int            // steps in which something went wrong
	PutOff     int            // answers of a busy database, without a fault

	last int // the step that was counted last, and one
}

func newCoverage() Coverage {
	return Coverage{Operations: map[string]int{}, Edges: map[Edge]int{}, Faults: map[Fault]int{}, Refusals: map[string]int{}}
}

// Add adds up.
func (c *Coverage) Add(o Coverage) {
	if c.Operations == nil {
		*c = newCoverage()
	}
	for k, n := range o.Operations {
		c.Operations[k] += n
	}
	for k, n := range o.Edges {
		c.Edges[k] += n
	}
	for k, n := range o.Faults {
		c.Faults[k] += n
	}
	for k, n := range o.Refusals {
		c.Refusals[k] += n
	}
	c.Faulted += o.Faulted
	c.PutOff += o.PutOff
}

// Seldom names every operation, edge and fault that happened less often than least.
func (c *Coverage) Seldom(least int) (out []string) {
	for _, op := range operations {
		if n := c.Operations[op.name]; n < least {
			out = append(out, fmt.Sprintf("operation %s: %d", op.name, n))
		}
	}
	for _, e := range Edges {
		if n := c.Edges[e]; n < least {
			out = append(out, fmt.Sprintf("edge %s > %s: %d", e.From, e.To, n))
		}
	}
	for _, f := range Faults {
		if n := c.Faults[f]; n < least {
			out = append(out, fmt.Sprintf("fault %s: %d", f, n))
		}
	}
	return out
}

// Print tells the counters.
func (c *Coverage) Print(w io.Writer) {
	fmt.Fprintln(w, "operations")
	for _, op := range operations {
		fmt.Fprintf(w, "  %7d  %s\n", c.Operations[op.name], op.name)
	}
	fmt.Fprintln(w, "states of orders")
	for _, e := range Edges {
		fmt.Fprintf(w, "  %7d  %s > %s\n", c.Edges[e], e.From, e.To)
	}
	fmt.Fprintf(w, "faults, in %d steps\n", c.Faulted)
	for _, f := range Faults {
		fmt.Fprintf(w, "  %7d  %s\n", c.Faults[f], f)
	}
	fmt.Fprintf(w, "refusals, and %d times put off\n", c.PutOff)
	for _, code := range slices.Sorted(maps.Keys(c.Refusals)) {
		fmt.Fprintf(w, "  %7d  %s\n", c.Refusals[code], code)
	}
}

// faulted counts the step once among those in which something went wrong.
func (r *run) faulted() {
	if r.coverage.last != r.step+1 {
		r.coverage.last = r.step + 1
		r.coverage.Faulted++
	}
}

// became notes a move of an order.
func (r *run) became(from, to string) error {
	e := Edge{from, to}
	if !slices.Contains(Edges, e) {
		return r.differs("no order goes from %s to %s", from, to)
	}
	r.coverage.Edges[e]++
	return nil
}
