package stories_test

import (
	"maps"
	"net/http"
	"slices"
	"testing"

	"qudao/internal/apitest"
)

// forgetful makes every request with a key fail at the very end, when its transaction commits.
const forgetful = `CREATE FUNCTION once.fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is gone'; END $$;
	CREATE CONSTRAINT TRIGGER fails AFTER INSERT ON once.key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION once.fails()`

const remembering = `DROP TRIGGER fails ON once.key`

// A state, its stock, its record, its fact and its key are one transaction: where that fails to commit,
// not one of them is there, and the same request under the same key succeeds once it can.
func TestWhatCannotBeCommittedLeavesNothing(t *testing.T) {
	s := begin(t)
	d, admin, erp := s.buyer("dealer2"), s.staff("admin"), s.program(every("")...)
	open := func() order { return admin.sees(d.places(want("S2", 1)).Number) }
	accepted := func() order { return admin.accepts(open().Number) }
	sent := s.arrival(d, admin, admin, want("S2", 1))
	move := func(p person, o order, move string) func(apitest.Header) *apitest.Answer {
		return func(key apitest.Header) *apitest.Answer {
			return p.Post("/orders/"+o.ID+"/"+move, fields{"reason": reasonOf(move)}, key, apitest.Version(o.Version))
		}
	}
	send := func(p person, method, path string, body any, headers ...apitest.Header) func(apitest.Header) *apitest.Answer {
		return func(key apitest.Header) *apitest.Answer { return p.Do(method, path, body, append(headers, key)...) }
	}
	shipment := func(line fields) fields {
		return fields{"external_id": "WMS-7", "warehouse": "W1", "carrier": "顺丰", "tracking": "SF-7", "lines": []fields{line}}
	}
	byOffice, byProgram := shipment(fields{"line": 1, "quantity": 1}), shipment(fields{"sku": "S2", "quantity": 1})
	delete(byOffice, "external_id")
	dealer := fields{"code": "D8", "name": "宁波海曙电器", "level": "A", "region": 330100}
	tiers := []fields{{"minimum": 0, "price": "19.00"}}
	changes := map[string]func(key apitest.Header) *apitest.Answer{
		"place":       send(d.person, http.MethodPost, "/orders", d.order(want("S2", 1))),
		"cancel":      move(d.person, open(), "cancel"),
		"accept":      move(admin, open(), "accept"),
		"reject":      move(admin, open(), "reject"),
		"ship":        send(admin, http.MethodPost, "/orders/"+accepted().ID+"/shipments", byOffice),
		"ship by key": send(erp, http.MethodPost, "/orders/"+accepted().Number+"/shipments", byProgram),
		"receive":     send(d.person, http.MethodPost, "/orders/"+sent.ID+"/shipments/"+sent.Shipments[0].ID+"/receive", fields{}),
		"adjust":      send(admin, http.MethodPost, "/stock/adjust", fields{"warehouse": "W1", "sku": "S3", "quantity": -3, "reason": "破损"}),
		"safety":      send(admin, http.MethodPut, "/stock/S1/W1/safety", fields{"safety": 5}),
		"price":       send(admin, http.MethodPut, "/price-lists/BASE/prices", fields{"changes": []fields{{"sku": "S2", "tiers": tiers}}}),
		"product":     send(admin, http.MethodPost, "/products", product),
		"dealer":      send(admin, http.MethodPost, "/dealers", dealer),
		"audience":    send(admin, http.MethodPost, "/audiences", fields{"code": "EAST", "name": "华东", "rule": fields{"regions": []int{330000}}}),
		"role":        send(admin, http.MethodPost, "/roles", fields{"code": "deed", "name": "见习", "permissions": []string{}}),
	}
	names := slices.Sorted(maps.Keys(changes))
	keys := map[string]apitest.Header{}
	s.Settle()
	s.Exec(forgetful)
	for _, name := range names {
		keys[name] = apitest.Key()
		before := s.Rows()
		if a := changes[name](keys[name]); a.Status < http.StatusInternalServerError {
			t.Errorf("%s could not be committed and is answered with %d %s", name, a.Status, a.Body)
		}
		for _, table := range s.Rows().Changed(before) {
			t.Errorf("%s could not be committed and left something in %s", name, table)
		}
	}
	s.Exec(remembering)
	for _, name := range names {
		if a := changes[name](keys[name]); a.Status >= http.StatusMultipleChoices {
			t.Errorf("%s, now that it can be committed: %d %s", name, a.Status, a.Body)
		}
	}
	s.Settle()
	s.holds()
}
