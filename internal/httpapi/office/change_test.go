package office_test

import (
	"strings"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/httpapi/office"
	"qudao/internal/page"
)

func TestTheRecordOfChanges(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	s.Office("admin").Put("/dealers/D1", fields{"name": "杭州晨光电器", "level": "B", "region": 330100, "rep": "E6", "contact": "周立", "phone": "16000000077"}, apitest.Version(2)).OK()

	auditor := s.Office("auditor")
	var list page.List[office.Change]
	auditor.Get("/audit?table=dealer.dealer&actor=staff:E1").Into(&list)
	if len(list.Items) != 1 {
		t.Fatalf("%+v", list)
	}
	c := list.Items[0]
	if c.ActorName != "沈明远" || c.Action != "update" || c.Dealer == nil || c.Dealer.Code != "D1" || c.Address == "" || c.Trace == "" || !strings.Contains(string(c.Before), `"level_id"`) {
		t.Errorf("%+v", c)
	}
	// An auditor may not edit dealers: people are masked in the record, too.
	if text := string(c.After); !strings.Contains(text, `"phone":"160****0077"`) || !strings.Contains(text, `"contact":"周*"`) || strings.Contains(string(c.Before), "16000000001") {
		t.Errorf("%s", text)
	}
	var full page.List[office.Change]
	s.Office("admin").Get("/audit?key=D1&table=dealer.dealer&limit=1").Into(&full)
	if len(full.Items) != 1 || full.Next == "" || !strings.Contains(string(full.Items[0].After), "16000000077") {
		t.Errorf("%+v", full)
	}
	today := time.Now().In(time.FixedZone("CST", 8*3600))
	day := today.Format(time.DateOnly)
	auditor.Get("/audit?from=" + day + "&to=" + day + "&actor=staff:E1").Into(&list)
	if len(list.Items) == 0 {
		t.Error("the last day is not included")
	}
	auditor.Get("/audit?to=" + today.AddDate(0, 0, -1).Format(time.DateOnly)).Into(&list)
	if len(list.Items) != 0 {
		t.Errorf("%+v", list)
	}
	wantFields(t, auditor.Get("/audit?from=yesterday&to=2026-13-01").Refused(422, "invalid_input"), map[string]string{"from": "time_invalid", "to": "time_invalid"})
	auditor.Get("/audit?colour=red").Refused(422, "invalid_input")
	missing(t, s.Office("desk").Get("/audit"), "audit.read")
}
