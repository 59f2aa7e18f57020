// Package app puts the program together: it makes every service in the order of the floors, hands them
// to the surfaces, lets caches hear of facts, and runs servers and workers until they are told to stop.
//
// It owns configuration as a whole and the life of a process: open, check, serve, stop. It decides
// nothing of the trade and has no SQL but that of its own figures.
//
// Always true: a process that cannot do its work says so in one sentence and does not start; one that
// is told to stop finishes what it has begun, ends its streams, and leaves the database in order.
package app
