package httpapi

import (
	"context"
	"sync"
	"time"

	"qudao/internal/fault"
	"qudao/internal/org"
	"qudao/internal/pg"
	"qudao/internal/queue"
)

const (
	heartbeat     = 15 * time.Second // a comment, so that no proxy takes the silence for a dead line
	recheck       = 2 * time.Second  // how often an idle stream asks whether its session still lives
	fresh         = time.Second      // how old that answer may be when something is told
	sendPatience  = 10 * time.Second // a client that takes longer to read is dropped
	mostPending   = 200              // changes kept for a client; beyond them only their kinds
	mostOfOne     = 12               // streams of one principal
	mostOfAll     = 5000
	eventsRetryMs = 2000
)

// told says who may hear of a kind of document.
type told struct {
	staff  []org.Permission // any of them
	dealer bool             // dealers hear of the brand's too, by kind alone: the id could name what is hidden from them
	inside bool             // dealers hear of none, also where it is about them
}

// kinds are the documents whose changes are told at all. Nobody hears of any other.
var kinds = map[string]told{
	"order":            {staff: []org.Permission{org.OrderRead}},
	"comment":          {staff: []org.Permission{org.OrderRead}},
	"internal_comment": {staff: []org.Permission{org.OrderRead}, inside: true},
	"shipment":         {staff: []org.Permission{org.OrderRead}},
	"cart":             {},
	"dealer":           {staff: []org.Permission{org.DealerRead}},
	"account":          {staff: []org.Permission{org.DealerRead}},
	"dealer_fact":      {staff: []org.Permission{org.DealerRead}},
	"audience":         {staff: []org.Permission{org.AudienceRead}},
	"product":          {staff: []org.Permission{org.ProductRead}, dealer: true},
	"category":         {staff: []org.Permission{org.ProductRead}, dealer: true},
	"template":         {staff: []org.Permission{org.ProductRead}},
	"price_list":       {staff: []org.Permission{org.PriceRead}, dealer: true},
	"price":            {staff: []org.Permission{org.PriceRead}, dealer: true},
	"stock":            {staff: []org.Permission{org.StockRead}, dealer: true},
	"warehouse":        {staff: []org.Permission{org.StockRead}},
	"stock_display":    {staff: []org.Permission{org.StockRead}, dealer: true},
	"announcement":     {staff: []org.Permission{org.AnnouncementRead}, dealer: true},
	"storefront":       {staff: []org.Permission{org.StorefrontEdit}, dealer: true},
	"message":          {},
	"staff_message":    {staff: []org.Permission{org.OrderReview, org.ImportRun}, inside: true},
	"run":              {staff: []org.Permission{org.ImportRun, org.ExportRun}},
	"staff":            {staff: []org.Permission{org.StaffRead}},
	"role":             {staff: []org.Permission{org.StaffRead}},
}

// Change is one event of a stream: something that the page may want to read again.
type Change struct {
	Kind string `json:"kind"`
	ID   string `json:"id,omitempty"`
	Fact string `json:"fact,omitempty"`
}

// Hub spreads the notes of dispatched facts over the open streams of this server.
type Hub struct {
	db *pg.DB

	mu      sync.Mutex
	streams map[*stream]string // to the principal
	closed  bool
}

// NewHub makes a hub. db tells which dealers a member of staff sees.
func NewHub(db *pg.DB) *Hub { return &Hub{db: db, streams: map[*stream]string{}} }

// Publish hands a note to every stream whose reader may hear of it. It never waits for a reader.
func (h *Hub) Publish(n queue.Note) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for s := range h.streams {
		s.offer(n)
	}
}

// Close ends all streams, for a server that stops.
func (h *Hub) Close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for s := range h.streams {
		close(s.over)
		delete(h.streams, s)
	}
}

func (h *Hub) open(who org.Actor) (*stream, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return nil, Overloaded
	}
	mine := 0
	for _, principal := range h.streams {
		if principal == who.Principal() {
			mine++
		}
	}
	if mine >= mostOfOne || len(h.streams) >= mostOfAll {
		return nil, TooManyStreams
	}
	s := &stream{hub: h, who: who, checked: time.Now(), over: make(chan struct{}), wake: make(chan struct{}, 1), waiting: map[queue.Note]struct{}{}}
	h.streams[s] = who.Principal()
	return s, nil
}

func (h *Hub) leave(s *stream) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.streams, s)
}

// stream is one open page. A note waits in it once, so that a thousand changes of one order are one
// event and a flood costs no memory.
type stream struct {
	hub     *Hub
	over    chan struct{}
	wake    chan struct{}
	checked time.Time // when the session was last known to live; only the stream's own goroutine uses it

	mu      sync.Mutex
	who     org.Actor
	pending []queue.Note // as they came
	waiting map[queue.Note]struct{}

	dealers map[int32]struct{} // seen by staff with a narrow scope, known at since
	since   time.Time
}

// offer keeps a note that the reader may hear of, as far as that is known without asking.
func (s *stream) offer(n queue.Note) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !mayHear(s.who, n) {
		return
	}
	n.Seq = 0
	if len(s.pending) >= mostPending {
		n.DocID = "" // the page reads the whole kind again
		n.Kind = n.DocKind
	}
	if s.who.Kind == org.Dealer && n.Dealer == 0 {
		n.DocID = ""
	}
	if _, waits := s.waiting[n]; waits {
		return
	}
	s.pending = append(s.pending, n)
	s.waiting[n] = struct{}{}
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// mayHear decides by dealer, kind and permission. Which dealers a narrow scope holds is asked later.
func mayHear(who org.Actor, n queue.Note) bool {
	if n.Kind == queue.Refresh {
		return true
	}
	rule, known := kinds[n.DocKind]
	if !known {
		return false
	}
	if who.Kind == org.Dealer {
		if rule.inside {
			return false
		}
		if n.Dealer == 0 {
			return rule.dealer
		}
		return n.Dealer == who.DealerID
	}
	for _, p := range rule.staff {
		if who.May(p) {
			return true
		}
	}
	return false
}

// take empties the pending notes into the changes to tell.
func (s *stream) take(ctx context.Context) ([]Change, error) {
	s.mu.Lock()
	pending, who := s.pending, s.who
	s.pending, s.waiting = nil, map[queue.Note]struct{}{}
	s.mu.Unlock()
	var out []Change
	for _, n := range pending {
		if n.Kind == queue.Refresh {
			return everyKind(who), nil
		}
		if !mayHear(who, n) {
			continue // what the reader may do has changed meanwhile
		}
		if n.Dealer != 0 && who.OwnDealers {
			sees, err := s.sees(ctx, who, n.Dealer)
			if err != nil {
				return nil, err
			}
			if !sees {
				continue
			}
		}
		out = append(out, Change{Kind: n.DocKind, ID: n.DocID, Fact: n.Kind})
	}
	return out, nil
}

// everyKind is what a reader hears when notes may have been missed: read all again.
func everyKind(who org.Actor) []Change {
	var out []Change
	for kind := range kinds {
		if mayHear(who, queue.Note{Kind: kind, DocKind: kind, Dealer: who.DealerID}) || mayHear(who, queue.Note{Kind: kind, DocKind: kind}) {
			out = append(out, Change{Kind: kind})
		}
	}
	return out
}

// sees asks PostgreSQL, under the reader's own scope, which dealers exist for them.
func (s *stream) sees(ctx context.Context, who org.Actor, dealer int32) (bool, error) {
	if s.dealers == nil || time.Since(s.since) > fresh {
		var ids []int32
		err := s.hub.db.Read(ctx, who.Scope(), func(tx *pg.Tx) (err error) {
			ids, err = pg.Column[int32](ctx, tx, seenDealersSQL)
			return err
		})
		if err != nil {
			return false, err
		}
		s.dealers, s.since = make(map[int32]struct{}, len(ids)), time.Now()
		for _, one := range ids {
			s.dealers[one] = struct{}{}
		}
	}
	_, ok := s.dealers[dealer]
	return ok, nil
}

// alive asks the door again when the last answer is older than limit, and takes over what may have
// changed about the reader: permissions, audiences, the scope.
func (s *stream) alive(ctx context.Context, limit time.Duration, ask func(context.Context) (org.Actor, error)) bool {
	if time.Since(s.checked) < limit {
		return true
	}
	who, err := ask(ctx)
	if err != nil {
		// A database that is away for a moment ends no session.
		return fault.Is(err, fault.Busy)
	}
	s.mu.Lock()
	s.who = who
	s.mu.Unlock()
	s.checked = time.Now()
	return true
}
