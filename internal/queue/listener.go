package queue

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"qudao/internal/pg"
)

const (
	quietAfter   = 30 * time.Second // a silent connection is asked whether it still lives
	firstBackOff = 100 * time.Millisecond
	lastBackOff  = 5 * time.Second
)

// Listener hears the dispatcher's notifications on one connection of its own, and hands them to all
// who subscribed in this process.
type Listener struct {
	config *pgx.ConnConfig

	mu    sync.Mutex
	subs  map[*subscription]struct{}
	over  bool
	ready chan struct{} // closed at the first successful LISTEN
	once  sync.Once
}

type subscription struct{ notes chan Note }

// NewListener makes a listener on the database's own address, which must be direct: no pooler between.
func NewListener(db *pg.DB) *Listener {
	return &Listener{config: db.Pool().Config().ConnConfig, subs: map[*subscription]struct{}{}, ready: make(chan struct{})}
}

// Ready is closed once the listener hears for the first time.
func (l *Listener) Ready() <-chan struct{} { return l.ready }

// Subscribe returns a channel of notes that holds at most buffer of them. Who reads too slowly is
// dropped: the channel is closed, and notes are lost. It is closed as well when the listener ends, and
// by cancel.
func (l *Listener) Subscribe(buffer int) (notes <-chan Note, cancel func()) {
	s := &subscription{notes: make(chan Note, max(buffer, 1))}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over {
		close(s.notes)
		return s.notes, func() {}
	}
	l.subs[s] = struct{}{}
	return s.notes, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.drop(s)
	}
}

// Watch calls fn for every note, one after the other, until ctx or the listener ends. Where fn is too
// slow, the notes that it missed become one Refresh.
func (l *Listener) Watch(ctx context.Context, fn func(Note)) {
	for ctx.Err() == nil && !l.ended() {
		notes, cancel := l.Subscribe(1024)
		drain(ctx, notes, fn)
		cancel()
		if ctx.Err() == nil && !l.ended() {
			fn(Note{Kind: Refresh})
		}
	}
}

func drain(ctx context.Context, notes <-chan Note, fn func(Note)) {
	for {
		select {
		case <-ctx.Done():
			return
		case n, ok := <-notes:
			if !ok {
				return
			}
			fn(n)
		}
	}
}

// Run listens until ctx ends, and connects again, with growing pauses, whenever the connection is
// lost. After each reconnection all subscribers get a Refresh, because notes may have passed unheard.
func (l *Listener) Run(ctx context.Context) {
	defer l.end()
	pause := firstBackOff
	for first := true; ctx.Err() == nil; first = false {
		heard, err := l.listen(ctx, first)
		if ctx.Err() != nil {
			return
		}
		if heard {
			pause = firstBackOff
		}
		slog.WarnContext(ctx, "the listener lost PostgreSQL", "error", err, "again_in", pause)
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
		pause = min(2*pause, lastBackOff)
	}
}

// listen hears on one connection until it fails. heard reports whether it was ever listening.
func (l *Listener) listen(ctx context.Context, first bool) (heard bool, err error) {
	conn, err := pgx.ConnectConfig(ctx, l.config.Copy())
	if err != nil {
		return false, err
	}
	defer func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
		defer cancel()
		_ = conn.Close(ctx)
	}()
	if _, err := conn.Exec(ctx, listenSQL); err != nil {
		return false, err
	}
	l.once.Do(func() { close(l.ready) })
	if !first {
		l.publish(Note{Kind: Refresh})
	}
	for {
		if err := l.hear(ctx, conn); err != nil {
			return true, err
		}
	}
}

// hear waits for one notification, or finds out that the silence is a dead connection.
func (l *Listener) hear(ctx context.Context, conn *pgx.Conn) error {
	wait, cancel := context.WithTimeout(ctx, quietAfter)
	defer cancel()
	n, err := conn.WaitForNotification(wait)
	if err != nil {
		if ctx.Err() != nil || !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		alive, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		return conn.Ping(alive)
	}
	var notes []Note
	if err := json.Unmarshal([]byte(n.Payload), &notes); err != nil {
		return fmt.Errorf("read a notification: %w", err)
	}
	l.publish(notes...)
	return nil
}

func (l *Listener) publish(notes ...Note) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for s := range l.subs {
		for _, n := range notes {
			select {
			case s.notes <- n:
				continue
			default:
			}
			l.drop(s)
			break
		}
	}
}

// drop ends a subscription, under the lock.
func (l *Listener) drop(s *subscription) {
	if _, ok := l.subs[s]; ok {
		delete(l.subs, s)
		close(s.notes)
	}
}

func (l *Listener) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.over = true
	for s := range l.subs {
		l.drop(s)
	}
}

func (l *Listener) ended() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.over
}
