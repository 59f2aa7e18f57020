// Package httpapi is the edge: it turns HTTP into calls of the domain and their outcome into HTTP.
//
// This package is the frame. The operations stand in one package per surface, one file per resource:
// portal (dealers' accounts), office (staff) and open (programs with a key). Each operation is one
// Handle with an Operation: its id, path, the permission it needs, whose objects it touches, and
// whether it takes an Idempotency-Key. An operation that does not say these things stops the program
// at its start. The OpenAPI document repeats them (x-permission, x-object-scope, x-idempotent), so
// that tests walk over every operation there is.
//
// It owns authentication of a request to an org.Actor, the order of checks, problem+json, cookies,
// limits, that a refused write is put on the record, the stream of events, health, metrics and the
// request log. It does not own any rule of the trade: a handler decodes, calls one method, and converts
// the answer.
//
// The way of a request, each step before the next:
//
//	trace, log, metrics -> load shed -> cross-site refused -> actor -> permission
//	-> Idempotency-Key, If-Match -> body decoded and checked -> handler -> answer or problem
//
// Always true: nobody without the permission learns whether the input was right; no answer and no log
// line repeats a request's content; an error that is not a fault is told as "internal" only.
package httpapi
