// Package once makes an unsafe call safe to repeat: the same principal, route, key and body has one
// effect and one answer.
//
// The edge puts the caller's Idempotency-Key into the context (With). A use case wraps what it does
// in Do, inside its own transaction: the row of the key is written by the transaction whose effect it
// names, so it exists exactly when the effect does. It keeps the use case's result, not HTTP bytes; the
// edge renders it again. A refusal rolls back and keeps no key. Keys live for 7 days (Forget).
//
// The key's lock is tried, never waited for: a second call while the first still runs is refused with
// StillRunning at once. Placement of orders does the same over a slice (see package order) with the
// statements exported here.
package once

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/fault"
	"qudao/internal/pg"
)

// The refusals of a repeated key.
var (
	StillRunning = fault.Define(fault.Conflict, "idempotency_running", "同一请求正在处理，请稍后再试。", "The same request is still being processed. Try again shortly.")
	OtherBody    = fault.Define(fault.Invalid, "idempotency_key_reused", "该幂等键已用于另一内容的请求。", "This idempotency key was used for a request with another content.")
)

// Key names one intended effect.
type Key struct {
	Principal string // who: pg.Scope.Actor
	Route     string // the operation's id
	Key       string // the caller's Idempotency-Key
	Body      []byte // SHA-256 of the request's content
}

// Hash is the body hash of a request's content, the decoded input rendered as JSON.
func Hash(input any) ([]byte, error) {
	b, err := json.Marshal(input)
	if err != nil {
		return nil, fmt.Errorf("hash the request: %w", err)
	}
	sum := sha256.Sum256(b)
	return sum[:], nil
}

type contextKey struct{}

// With returns a context that carries the key to the use case.
func With(ctx context.Context, k Key) context.Context { return context.WithValue(ctx, contextKey{}, k) }

// From returns the key that the edge put in, if any.
func From(ctx context.Context) (Key, bool) {
	k, ok := ctx.Value(contextKey{}).(Key)
	return k, ok
}

// Do runs fn once for the key in ctx and returns its result; a repetition returns the stored result
// and does not run fn. Without a key fn simply runs.
//
// Errors: StillRunning, OtherBody, and those of fn.
func Do[T any](ctx context.Context, tx *pg.Tx, fn func() (T, error)) (T, error) {
	var zero T
	k, ok := From(ctx)
	if !ok {
		return fn()
	}
	got, err := pg.Value[bool](ctx, tx, LockSQL, k.LockText())
	if err != nil {
		return zero, err
	}
	if !got {
		return zero, StillRunning.With()
	}
	// A later statement, so that it sees what the last holder of the lock left.
	stored, err := pg.One[Stored](ctx, tx, findSQL, k.Principal, k.Route, k.Key)
	if err == nil {
		return Replay[T](k, stored)
	}
	if !errors.Is(err, pgx.ErrNoRows) {
		return zero, err
	}
	result, err := fn()
	if err != nil {
		return zero, err
	}
	text, err := json.Marshal(result)
	if err != nil {
		return zero, fmt.Errorf("keep the result: %w", err)
	}
	_, err = tx.Exec(ctx, keepSQL, k.Principal, k.Route, k.Key, k.Body, text)
	return result, err
}

// Earlier returns the stored result of the key, if there is one, without doing anything.
//
// Errors: OtherBody.
func Earlier[T any](ctx context.Context, db *pg.DB, scope pg.Scope, k Key) (result T, found bool, err error) {
	err = db.Read(ctx, scope, func(tx *pg.Tx) error {
		stored, err := pg.One[Stored](ctx, tx, findSQL, k.Principal, k.Route, k.Key)
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		found = true
		result, err = Replay[T](k, stored)
		return err
	})
	return result, found, err
}

// Stored is what an earlier call with the same key led to.
type Stored struct {
	BodyHash []byte          `db:"body_hash"`
	Result   json.RawMessage `db:"result"`
}

// Replay returns the stored result for a repetition, or OtherBody when its content differs.
func Replay[T any](k Key, s Stored) (T, error) {
	var out T
	if !bytes.Equal(k.Body, s.BodyHash) {
		return out, OtherBody.With()
	}
	if err := json.Unmarshal(s.Result, &out); err != nil {
		return out, fmt.Errorf("read the stored result: %w", err)
	}
	return out, nil
}

// LockText is what LockSQL locks for this key.
func (k Key) LockText() string { return k.Principal + "\x1f" + k.Route + "\x1f" + k.Key }

// Lifetime is how long a key is kept.
const Lifetime = 7 * 24 * time.Hour

// Forget deletes the keys that are older than Lifetime, and returns how many.
func Forget(ctx context.Context, db *pg.DB) (gone int64, err error) {
	err = db.Write(ctx, pg.Scope{Actor: "system:once", All: true}, func(tx *pg.Tx) error {
		now, err := tx.Now(ctx)
		if err != nil {
			return err
		}
		gone, err = tx.Exec(ctx, forgetSQL, now.Add(-Lifetime))
		return err
	})
	return gone, err
}
