package worker

import (
	"slices"

	"github.com/riverqueue/river"

	"qudao/internal/notification"
	"qudao/internal/queue"
	"qudao/internal/spreadsheet"
)

// reactions say, each by itself, which jobs the facts of a round start.
var reactions = []func([]queue.Fact) []river.JobArgs{perform, tell, send, forgot}

func perform(facts []queue.Fact) (jobs []river.JobArgs) {
	for _, f := range facts {
		if f.Kind == spreadsheet.FactStarted {
			jobs = append(jobs, PerformRun{Run: f.DocID})
		}
	}
	return jobs
}

// tell makes one job of all: every order placed is told of, and a job for each would cost more than the order.
func tell(facts []queue.Fact) []river.JobArgs {
	facts = slices.DeleteFunc(slices.Clone(facts), func(f queue.Fact) bool { return !notification.Tells(f) })
	if len(facts) == 0 {
		return nil
	}
	return []river.JobArgs{TellOf{Facts: facts}}
}

// React returns the jobs that the facts of a round start.
func React(facts []queue.Fact) (jobs []river.JobArgs) {
	for _, reaction := range reactions {
		jobs = append(jobs, reaction(facts)...)
	}
	return jobs
}
