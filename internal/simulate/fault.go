package simulate

import (
	"context"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
)

// Fault is one way in which a step goes wrong.
type Fault string

// The faults. All but Duplicate happen at the commit of the step's transaction.
const (
	Cut       Fault = "connection cut before the commit"
	Lost      Fault = "answer to the commit lost"
	Killed    Fault = "server process ended before the commit"
	Again     Fault = "serialization failure at the commit"
	Duplicate Fault = "the same request twice at once"
)

// Faults are all of them.
var Faults = []Fault{Cut, Lost, Killed, Again, Duplicate}

// atCommit are those that a connection brings about.
var atCommit = []Fault{Cut, Lost, Killed, Again}

// injector lets the next commit of a business transaction fail, over all connections of a run.
type injector struct {
	url  string    // an address of the role whose connections are ended
	side *pgx.Conn // to end them by; one fault happens at a time

	mu    sync.Mutex
	armed Fault
	fired Fault
}

// arm makes the next commit fail. The empty fault lets it pass.
func (i *injector) arm(f Fault) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.armed, i.fired = f, ""
}

// disarm returns the fault that has happened since it was armed, if it has.
func (i *injector) disarm() Fault {
	i.mu.Lock()
	defer i.mu.Unlock()
	fired := i.fired
	i.armed, i.fired = "", ""
	return fired
}

// happened is the fault that has happened since one was armed, until disarm.
func (i *injector) happened() Fault {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.fired
}

// take gives the armed fault to a connection that is about to commit, once. A connection that cannot
// bring about a serialization failure now leaves it to the next.
func (i *injector) take(whole bool) Fault {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.armed == "" || i.armed == Again && !whole {
		return ""
	}
	i.fired, i.armed = i.armed, ""
	return i.fired
}

// dial makes connections that fail when they are told to.
func (i *injector) dial(ctx context.Context, network, address string) (net.Conn, error) {
	var d net.Dialer
	c, err := d.DialContext(ctx, network, address)
	if err != nil {
		return nil, err
	}
	// Saying that it is ready, once, answers no round trip.
	return &conn{Conn: c, injector: i, statements: map[string]string{}, ready: -1}, nil
}

// kill ends a server process of PostgreSQL and returns when it is gone.
func (i *injector) kill(pid uint32) error {
	ctx := context.Background()
	if i.side == nil {
		var err error
		if i.side, err = pgx.Connect(ctx, i.url); err != nil {
			return fmt.Errorf("reach PostgreSQL to end a process: %w", err)
		}
	}
	if _, err := i.side.Exec(ctx, killSQL, int32(pid)); err != nil {
		return fmt.Errorf("end process %d: %w", pid, err)
	}
	for {
		var lives bool
		if err := i.side.QueryRow(ctx, livesSQL, int32(pid)).Scan(&lives); err != nil || !lives {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

// close ends the injector's own connection.
func (i *injector) close() {
	if i.side != nil {
		_ = i.side.Close(context.Background()) // nothing hangs on it
	}
}
