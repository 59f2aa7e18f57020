package worker

import (
	"github.com/riverqueue/river"

	"qudao/internal/queue"
	"qudao/internal/spreadsheet"
)

// reactions says, by the kind of a fact, which jobs it starts.
var reactions = map[string]func(queue.Fact) []river.JobArgs{
	spreadsheet.FactStarted: func(f queue.Fact) []river.JobArgs { return []river.JobArgs{PerformRun{Run: f.DocID}} },
}

// React returns the jobs that a fact starts.
func React(f queue.Fact) []river.JobArgs {
	if react, ok := reactions[f.Kind]; ok {
		return react(f)
	}
	return nil
}
