// Package crash kills a running Qudao again and again and looks whether it kept its word.
//
// Its test starts the real program on a private, durable PostgreSQL with a small demo brand, lets several
// clients trade over HTTP, and ends the server process, or PostgreSQL with all its processes, by SIGKILL
// at moments that a printed seed chooses. Each client writes down what was answered with success, and
// repeats with the same Idempotency-Key what was not answered. In the end what is stored must be what
// was answered, no less and no more: nothing acknowledged is lost, each key has one effect, a refusal
// has none, and all invariants hold. The service must be back within ten seconds of its database, by
// itself: where PostgreSQL alone dies, nobody touches the server.
//
// The package holds tests only. They end with losses made on purpose, which the same comparison must
// find, so a run that is green could have been red.
//
//	go test -count=1 -v ./sim/crash
//	QUDAO_CRASH_CYCLES=200 QUDAO_CRASH_SEED=7 go test -count=1 -timeout 60m -v ./sim/crash
package crash
