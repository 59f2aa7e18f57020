package office_test

import (
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/httpapi/office"
)

func TestAudiences(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")

	var list office.List[office.Audience]
	admin.Get("/audiences", apitest.English()).Into(&list)
	if len(list.Items) != 2 || list.Items[0].Count != 3 || list.Items[1].Count != 1 || list.Items[1].Rule.TagsAny[0] != "key" || list.Items[1].Rule.Levels == nil {
		t.Fatalf("%+v", list)
	}
	if uses := list.Items[1].UsedBy; len(uses) != 2 || uses[0] != (office.Use{Kind: "price_list", Code: "VIP", Name: "重点价", Count: 1}) ||
		uses[1] != (office.Use{Kind: "products", Name: "1 product", Count: 1}) {
		t.Errorf("%+v", uses)
	}
	// The order desk may read stock too; an auditor's uses are those of what auditors read.
	var one office.Audience
	s.Office("product").Get("/audiences/ALL").Into(&one)
	if len(one.UsedBy) != 1 || one.UsedBy[0].Name != "2 个商品" {
		t.Errorf("%+v", one.UsedBy)
	}

	var preview office.AudiencePreview
	admin.Post("/audiences/preview", fields{"rule": fields{"levels": []string{"B"}, "dealers_out": []string{"D3"}}}, apitest.English()).Into(&preview)
	if preview.Count != 1 || preview.Sample[0] != (office.AudienceMember{Code: "D2", Name: "广州远航照明", Because: "level: 银牌"}) {
		t.Errorf("%+v", preview)
	}

	admin.Post("/audiences", fields{"code": "ZJ", "name": "浙江", "rule": fields{"regions": []int{330000}}}, apitest.Key()).Into(&one)
	if one.Count != 2 || one.Version != 1 || one.UsedBy == nil || len(one.UsedBy) != 0 {
		t.Errorf("%+v", one)
	}
	admin.Put("/audiences/ZJ", fields{"name": "浙江银牌", "rule": fields{"regions": []int{330000}, "levels": []string{"B"}}}, apitest.Version(1)).Into(&one)
	if one.Count != 1 || one.Version != 2 || one.Name != "浙江银牌" {
		t.Errorf("%+v", one)
	}
	var members struct {
		Items []office.AudienceMember
		Next  string
	}
	admin.Get("/audiences/ALL/dealers?limit=2").Into(&members)
	if len(members.Items) != 2 || members.Next == "" || members.Items[0].Because != "全部经销商" {
		t.Errorf("%+v", members)
	}
}

func TestAudiencesRefused(t *testing.T) {
	t.Parallel()
	s := apitest.Start(t)
	admin := s.Office("admin")
	admin.Get("/audiences/NONE").Refused(404, "not_found")
	admin.Get("/audiences/NONE/dealers").Refused(404, "not_found")
	admin.Put("/audiences/KEY", fields{"name": "x", "rule": fields{}}, apitest.Version(7)).Refused(412, "version_changed")
	admin.Post("/audiences", fields{"code": "KEY", "name": "x", "rule": fields{}}, apitest.Key()).Refused(409, "code_taken")
	missing(t, s.Office("desk").Post("/audiences", fields{"code": "X", "name": "x", "rule": fields{}}, apitest.Key()), "audience.edit")
	missing(t, s.Office("warehouse").Get("/audiences"), "audience.read")
	wantFields(t, admin.Post("/audiences", fields{"code": "X", "name": "", "rule": fields{"levels": []string{"A", "Z"}, "tags_all": []string{"key"}, "tags_none": []string{"key"}}}, apitest.Key()).Refused(422, "invalid_input"),
		map[string]string{"name": "field_required", "rule.levels[1]": "code_unknown", "rule.tags_none": "audience_tags_contradict"})
	wantFields(t, admin.Post("/audiences/preview", fields{"rule": fields{"colour": 1}}).Refused(422, "invalid_input"), map[string]string{"rule.colour": "field_unknown"})
}
