// Command bench measures the figures of docs/benchmarks.md on this machine.
//
//	make bench                      everything that is measured so far
//	make bench ONLY=G1 SCALE=0.01   part of it, on a hundredth of the full data
//
// A figure is a ratio to a reference measured in the same run, in interleaved rounds, because machines
// differ and are shared. PostgreSQL is durable throughout (fsync and synchronous_commit on). The load
// comes from a process of its own over loopback. Results go to bench/results.json and into the table of
// docs/benchmarks.md.
package main
