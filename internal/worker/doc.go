// Package worker reacts to facts and does what is due by the clock.
//
// It owns the table of reactions (which fact starts which jobs, reactions.go), the periodic jobs, and
// the running of both: the dispatcher of facts and the client of the job queue. There is one file per
// domain, and a job only calls one use case of it: what is to be done is the domain's to know.
//
// Always true: every job may be repeated, at any time and on any server; a job that fails is tried
// again with growing pauses, alone; nothing is lost when a server dies, because facts and jobs are rows.
package worker
