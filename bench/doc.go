// Command bench measures the figures of docs/benchmarks.md on this machine.
//
//	make bench                       everything that is measured so far: half an hour on 2 cores
//	make bench ONLY=G5,G6 SCALE=1    part of it, on the full data
//	make bench BENCH_DATA=folder     keeps the loaded data there for the next run, or measures what lies
//	                                 there already
//
// A figure is a ratio to a reference measured in the same run, in interleaved rounds, because machines
// differ and are shared. PostgreSQL is durable throughout (fsync and synchronous_commit on). The load
// comes from a process of its own over loopback. Results go to bench/results.json and into the table of
// docs/benchmarks.md.
//
// Each figure is a file: placement.go (G1), hot.go and soldout.go (G2), latency.go (G4), page.go (G5),
// search.go (G6), importing.go (G10), cost.go and trips.go (G18, G19). client.go is the load, and
// raw_limit.sh what PostgreSQL alone can do.
package main
