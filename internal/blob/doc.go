// Package blob keeps files in PostgreSQL, so that they are backed up and restored with everything that
// points to them, and any server can hand them out.
//
// A file is cut into chunks of 1 MiB; equal chunks are stored once, found by their SHA-256. A file
// belongs to the actor that stored it: only that actor reads it back, or a scope that sees everything.
// What a file means, and who else may have it, is its owner's to say: packages keep its id.
//
// Always true: a file is there whole or not at all; its content never changes; memory does not grow
// with its size. A chunk that no file holds any more is removed by Sweep, a day later at the earliest.
package blob
