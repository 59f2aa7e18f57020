package simulate

import (
	"fmt"
	"net/http"
	"strings"

	"qudao/internal/pricing"
)

// Changes of what everything stands on. Servers remember it; both hear of each change at once, as their
// listeners would tell them.

// learn asks for the version of a document once; from then on the model counts.
func (r *run) learn(version *int, by, path string) error {
	if *version != 0 {
		return nil
	}
	a, err := r.expect(sent{by: r.people[by], method: http.MethodGet, path: path}, done())
	if err != nil {
		return err
	}
	var shown struct{ Version int }
	if err := r.into(a, &shown); err != nil {
		return err
	}
	*version = shown.Version
	return nil
}

// publish takes goods out of sale, or lets them be seen again.
func (r *run) publish() error {
	s := pick(r, []*sku{r.skus[3], r.skus[6], r.skus[9]})
	path := "/products/P" + s.code
	if err := r.learn(&s.version, shelver, path); err != nil {
		return err
	}
	verb, state := "/archive", "archived"
	if s.draft {
		verb, state = "/publish", "published"
	}
	version, w := s.version, done()
	if r.chance(20) {
		version, w = s.version+1, refused(http.StatusPreconditionFailed, "version_changed")
	}
	a, err := r.expect(sent{by: r.people[shelver], method: http.MethodPost, path: path + verb, version: version, key: r.key()}, w)
	if err != nil || !w.ok() {
		return err
	}
	s.version++
	s.draft = !s.draft
	for _, server := range r.servers {
		server.Catalog.Reset()
	}
	var shown struct {
		State   string
		Version int
	}
	if err := r.into(a, &shown); err != nil {
		return err
	}
	return r.same("product of "+s.code, fmt.Sprintf("%s v%d", shown.State, shown.Version), fmt.Sprintf("%s v%d", state, s.version))
}

type dealerBody struct {
	Name      string   `json:"name"`
	Level     string   `json:"level"`
	Region    int      `json:"region"`
	Divisions []string `json:"divisions"`
	Rep       string   `json:"rep,omitempty"`
	State     string   `json:"state"`
}

// freeze keeps a dealer from ordering, or lets the one order again that is kept from it.
func (r *run) freeze() error {
	d := pick(r, r.dealers)
	for _, other := range r.dealers {
		if other.frozen {
			d = other
		}
	}
	path := "/dealers/" + d.code
	if err := r.learn(&d.version, director, path); err != nil {
		return err
	}
	body := dealerBody{Name: "经销商" + d.code, Level: d.level, Region: region, Divisions: []string{"MAIN"}, State: "frozen"}
	if d.code == "D1" {
		body.Rep = "E4"
	}
	if d.frozen {
		body.State = "active"
	}
	version, w := d.version, done()
	if r.chance(20) {
		version, w = d.version+1, refused(http.StatusPreconditionFailed, "version_changed")
	}
	a, err := r.expect(sent{by: r.people[director], method: http.MethodPut, path: path, body: body, version: version, key: r.key()}, w)
	if err != nil || !w.ok() {
		return err
	}
	d.version++
	d.frozen = !d.frozen
	for _, server := range r.servers {
		server.Dealer.Forget()
	}
	var shown struct {
		State   string
		Version int
	}
	if err := r.into(a, &shown); err != nil {
		return err
	}
	return r.same("dealer "+d.code, fmt.Sprintf("%s v%d", shown.State, shown.Version), fmt.Sprintf("%s v%d", body.State, d.version))
}

type displayBody struct {
	Items []displayItem `json:"items"`
}

type displayItem struct {
	Mode string `json:"mode"`
}

// display lets dealers see how much there is, or only whether there is any.
func (r *run) display() error {
	mode := "exact"
	if !r.hidden {
		mode = "flag"
	}
	a, err := r.expect(sent{by: r.people[keeper], method: http.MethodPut, path: "/stock-display", body: displayBody{[]displayItem{{mode}}}, key: r.key()}, done())
	if err != nil {
		return err
	}
	r.hidden = !r.hidden
	for _, server := range r.servers {
		server.Inventory.ForgetDisplays()
	}
	var shown displayBody
	if err := r.into(a, &shown); err != nil {
		return err
	}
	return r.same("display of stock", fmt.Sprint(shown.Items), fmt.Sprint([]displayItem{{mode}}))
}

// short is how a dealer is told that there is not enough.
func (m *model) short() string {
	if m.hidden {
		return "stock_short_hidden"
	}
	return "stock_short"
}

type toldPrices struct {
	List  string      `json:"list"`
	Items []priceBody `json:"items"`
}

// pricesTold is a program that says what prices are, item by item.
func (r *run) pricesTold() error {
	l := pick(r, r.lists)
	body := toldPrices{List: l.code}
	var foreseen []string
	moved := false
	for i := range 1 + r.rng.IntN(3) {
		s := r.skus[(r.rng.IntN(4)+4*i)%len(r.skus)]
		tiers := r.tiers(l, s)
		code := s.code
		if r.chance(5) {
			code = fmt.Sprintf("NOBODY-%d", i)
		}
		body.Items = append(body.Items, priceBody{code, ladder(tiers)})
		outcome := outcomeOf(l.prices[s], tiers)
		if code != s.code {
			outcome = pricing.Failed
		} else if outcome != pricing.Unchanged {
			l.prices[s], moved = tiers, true
		}
		foreseen = append(foreseen, fmt.Sprintf("%s %s", code, outcome))
	}
	a, err := r.expect(sent{by: r.program, method: http.MethodPut, path: "/prices", body: body, first: true}, done())
	if err != nil {
		return err
	}
	if moved {
		l.version++
	}
	var list struct {
		Items []struct{ SKU, Result string }
	}
	if err := r.into(a, &list); err != nil {
		return err
	}
	shown := make([]string, len(list.Items))
	for i, item := range list.Items {
		shown[i] = fmt.Sprintf("%s %s", item.SKU, item.Result)
	}
	return r.same("prices told", strings.Join(shown, "\n"), strings.Join(foreseen, "\n"))
}

func outcomeOf(before, after []tier) pricing.Outcome {
	switch {
	case fmt.Sprint(before) == fmt.Sprint(after):
		return pricing.Unchanged
	case len(after) == 0:
		return pricing.Removed
	case len(before) == 0:
		return pricing.Created
	default:
		return pricing.Updated
	}
}
