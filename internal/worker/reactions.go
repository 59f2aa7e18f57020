package worker

import (
	"github.com/riverqueue/river"

	"qudao/internal/notification"
	"qudao/internal/queue"
	"qudao/internal/spreadsheet"
)

// reactions say, each by itself, which jobs a fact starts.
var reactions = []func(queue.Fact) []river.JobArgs{perform, tell}

func perform(f queue.Fact) []river.JobArgs {
	if f.Kind != spreadsheet.FactStarted {
		return nil
	}
	return []river.JobArgs{PerformRun{Run: f.DocID}}
}

func tell(f queue.Fact) []river.JobArgs {
	if !notification.Tells(f) {
		return nil
	}
	return []river.JobArgs{TellOf{Fact: f}}
}

// React returns the jobs that a fact starts.
func React(f queue.Fact) (jobs []river.JobArgs) {
	for _, reaction := range reactions {
		jobs = append(jobs, reaction(f)...)
	}
	return jobs
}
