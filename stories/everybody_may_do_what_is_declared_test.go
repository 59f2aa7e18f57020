package stories_test

import (
	"slices"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/org"
)

// public are the operations that need nobody to be signed in, each for its reason. Any other that says it
// is public fails this test.
var public = map[string]string{
	"portal.invitation.look":   "lets in by a link",
	"portal.invitation.accept": "lets in by a link",
	"portal.reset.ask":         "lets in by a link",
	"portal.reset.look":        "lets in by a link",
	"portal.reset.use":         "lets in by a link",
	"office.invitation.look":   "lets in by a link",
	"office.invitation.accept": "lets in by a link",
	"office.reset.ask":         "lets in by a link",
	"office.reset.look":        "lets in by a link",
	"office.reset.use":         "lets in by a link",
	"portal.session.create":    "signs in", "office.session.create": "signs in",
	"portal.session.delete": "signs out whoever is signed in", "office.session.delete": "signs out whoever is signed in",
}

// castOf is a story with two worlds and nobody in it yet.
func castOf(s *story) *cast {
	s.t.Helper()
	return &cast{story: s, theirs: s.world(jade), mine: s.world(amber)}
}

// Every operation of the document, asked by everybody there is for their own, another's and what does not
// exist, answers what the document declares: no more and no less. What is refused changes no row and emits
// no fact, and a refused write of somebody known is on the record.
func TestEverybodyMayDoWhatIsDeclared(t *testing.T) {
	s := begin(t)
	c := castOf(s)
	c.APIKey()
	m := &matrix{cast: c, ops: operations(t), spare: s.text(`SELECT id FROM identity.api_key`), block: s.text(`SELECT id FROM storefront.block LIMIT 1`)}
	for _, op := range m.ops {
		if !m.known(op) {
			t.Errorf("the matrix has no request for %s: say in asks how it names a dealer's things, or give it an example", op.ID)
		}
		if (public[op.ID] != "") != (op.Permission == "public") {
			t.Errorf("%s needs %s", op.ID, op.Permission)
		}
	}
	c.singles(m.ops) // first: orders still wait for those who may do one thing with them
	c.strangers()
	c.roles()
	c.edges()
	c.people()
	c.key("a key with everything", every("")...)
	m.walk()
	for _, w := range m.wrong {
		t.Error(w)
	}
	t.Logf("%d requests of %d principals to %d operations", m.asked, len(c.all), len(m.ops))
	m.record()
	s.Settle()
	s.holds()
}

// record fails the story unless the refused writes are on the record, as many of each principal as fit.
func (m *matrix) record() {
	m.t.Helper()
	least := 0
	for _, n := range m.noted {
		least += min(n, 20)
	}
	traces := m.column(`SELECT trace FROM audit.change WHERE action = 'refused' AND tbl <> 'identity.sign_in'`)
	if len(traces) < least || len(traces) > len(m.refused) || least == 0 {
		m.t.Errorf("%d of %d refused writes are on the record, %d are due", len(traces), len(m.refused), least)
	}
	for _, trace := range traces {
		if !m.refused[trace] {
			m.t.Errorf("the record has a refusal of %s, which was none", trace)
		}
	}
}

// The matrix would notice: a declaration that is not what the program does is told as a wrong allowance or
// a wrong denial, and so is a world that is thought to be somebody's and is not.
func TestAWrongDeclarationIsNoticed(t *testing.T) {
	s := begin(t)
	c := castOf(s)
	desk, warehouse := c.member("desk", "desk", org.Of(roleOf("order_desk")...), c.theirs, c.mine), c.member("warehouse", "warehouse", org.Of(roleOf("warehouse")...), c.theirs, c.mine)
	rep := c.member("rep", c.narrowOf("narrow"), org.Of(every("")...), c.theirs)
	rep.narrow = true
	c.represents("D2", "E-narrow")
	m := &matrix{cast: c}
	for _, op := range operations(t) {
		switch op.ID {
		case "office.order.sources":
			op.Permission = org.OrderReview // is order.ship
		case "office.order.read":
		default:
			continue
		}
		m.ops = append(m.ops, op)
	}
	m.walk()
	for _, want := range []struct{ who, what, kind string }{
		{desk.name, "office.order.sources", "wrong denial"}, {warehouse.name, "office.order.sources", "wrong allow"},
		{rep.name, "office.order.read", "wrong denial"}, // D1's order, of which we said that it is there
		{rep.name, "office.order.read", "wrong answer"}, // D2's, of which we said that it is not
	} {
		if !slices.ContainsFunc(m.wrong, func(w wrong) bool { return w.kind == want.kind && w.who == want.who && w.operation == want.what }) {
			t.Errorf("nobody noticed the %s of %s to %s: %q", want.kind, want.what, want.who, m.wrong)
		}
	}
	if (&matrix{}).known(operation{ID: "office.order.fly", method: "POST", path: "/orders/{id}/fly"}) {
		t.Error("an operation without an example is known")
	}
}

// Whoever may do one thing with an order alone does it, and sees what became of the order: no move is made
// and then refused.
func TestWhoMovesAnOrderSeesWhatBecameOfIt(t *testing.T) {
	s := begin(t)
	d, admin := s.buyer("dealer1"), s.staff("admin")
	s.Employ("reviews", org.ScopeAll, org.OrderReview)
	s.Employ("cancels", org.ScopeAll, org.OrderCancel)
	s.Employ("ships", org.ScopeAll, org.OrderShip)
	reviews, cancels, ships := s.staff("reviews"), s.staff("cancels"), s.staff("ships")
	waiting := func() order { return admin.sees(d.places(want("S2", 1)).Number) }
	accepted := func() order { return admin.accepts(waiting().Number) }
	shipment := fields{"external_id": "1", "warehouse": "W1", "carrier": "x", "tracking": "x", "lines": []sent{{1, 1}}}
	for state, a := range map[string]*apitest.Answer{
		"accepted":  reviews.moves(waiting(), "accept"),
		"rejected":  reviews.moves(waiting(), "reject"),
		"cancelled": cancels.moves(waiting(), "cancel"),
		"shipped":   ships.ships(accepted().Number, "W1", "1", sent{1, 1}),
	} {
		var o order
		if a.Into(&o); o.State != state {
			t.Errorf("the order is %s, not %s", o.State, state)
		}
	}
	s.program(org.OrderReview).Post("/orders/"+waiting().Number+"/accept", nil, apitest.Key()).OK()
	s.program(org.OrderShip).Post("/orders/"+accepted().Number+"/shipments", shipment, apitest.Key()).OK()
	ships.Get("/orders/" + accepted().Number + "/sources").OK()
	ships.Get("/orders/"+accepted().Number).Refused(403, "permission_missing") // which is another operation
	s.holds()
}
