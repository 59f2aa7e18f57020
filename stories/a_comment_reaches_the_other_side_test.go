package stories_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"net/http"
	"strings"
	"testing"

	"qudao/internal/apitest"
	"qudao/internal/org"
)

// slip is a document to attach.
const slip = "%PDF-1.4\n%%EOF\n"

type comment struct {
	ID, Side, Who, Body string
	Mine, Internal      bool
	Files               []struct {
		ID, Name, Type string
		Size           int
		Picture        bool
	}
}

func (p person) comments(number string) []comment {
	p.s.t.Helper()
	var list struct{ Items []comment }
	p.Get("/orders/" + number + "/comments").Into(&list)
	return list.Items
}

func (p person) writes(number string, said fields, file apitest.File) *apitest.Answer {
	p.s.t.Helper()
	return p.Attach("/orders/"+number+"/comments", said, file, apitest.Key())
}

type heard struct{ Kind, Title, Text string }

func (p person) latest() (out heard) {
	p.s.t.Helper()
	p.s.Settle()
	var list struct{ Items []heard }
	p.Get("/messages").Into(&list)
	if len(list.Items) > 0 {
		out = list.Items[0]
	}
	return out
}

// What a dealer writes to its order is read by the brand, and told to who reviews; what the brand answers is
// read by the dealer and told to it, by live pages too.
func TestACommentReachesTheOtherSide(t *testing.T) {
	s := begin(t)
	buyer, admin := s.buyer("dealer1"), s.staff("admin")
	number := buyer.places(want("S2", 1)).Number
	s.Settle()
	buyer.writes(number, fields{"text": "请周五前送到。\n放门卫。"}, apitest.File{Name: "到货要求.pdf", Content: []byte(slip)}).OK()
	got := admin.comments(number)
	if len(got) != 1 || got[0].Side != "dealer" || got[0].Mine || got[0].Internal || len(got[0].Files) != 1 || got[0].Files[0].Name != "到货要求.pdf" {
		t.Fatalf("the brand reads %+v", got)
	}
	if m := admin.latest(); m.Kind != "comment_from_dealer" || !strings.Contains(m.Text, number) || !strings.Contains(m.Text, "请周五前送到。 放门卫。") {
		t.Errorf("who reviews was told %+v", m)
	}
	admin.writes(number, fields{"text": "可以，周四发出。"}, apitest.File{}).OK()
	if m := buyer.latest(); m.Kind != "comment_from_brand" || !strings.Contains(m.Text, "可以，周四发出。") {
		t.Errorf("the dealer was told %+v", m)
	}
	if got := buyer.comments(number); len(got) != 2 || !got[0].Mine || got[1].Side != "brand" || got[1].Mine {
		t.Errorf("the dealer reads %+v", got)
	}
	// It is no move: the order is as it was, and its timeline too.
	if o := buyer.sees(number); o.Version != 1 || len(o.Timeline) != 1 {
		t.Errorf("the order moved: version %d, %d nodes", o.Version, len(o.Timeline))
	}
	s.holds()
}

// An internal comment and its files exist for the brand's own people alone: not in the list, not by the id of
// a file, not in messages.
func TestAnInternalCommentIsNoDealers(t *testing.T) {
	s := begin(t)
	buyer, admin := s.buyer("dealer1"), s.staff("admin")
	number := buyer.places(want("S2", 1)).Number
	before := buyer.latest()
	var c comment
	admin.writes(number, fields{"text": "此客户账期已满，先别放行。", "internal": true}, apitest.File{Name: "x.pdf", Content: []byte(slip)}).Into(&c)
	if !c.Internal {
		t.Fatalf("it was written as %+v", c)
	}
	if got := admin.comments(number); len(got) != 1 {
		t.Errorf("the brand reads %+v", got)
	}
	if got := buyer.comments(number); len(got) != 0 {
		t.Errorf("the dealer reads %+v", got)
	}
	buyer.Get("/orders/"+number+"/attachments/"+c.Files[0].ID).Refused(404, "not_found")
	admin.Get("/orders/" + number + "/attachments/" + c.Files[0].ID).OK()
	if m := buyer.latest(); m != before {
		t.Errorf("the dealer was told %+v", m)
	}
	// A dealer has no inside to write to: the field does not exist there.
	buyer.writes(number, fields{"text": "x", "internal": true}, apitest.File{}).OK()
	if got := buyer.comments(number); len(got) != 1 || got[0].Internal {
		t.Errorf("the dealer wrote %+v", got)
	}
}

// A file is taken by its content, whatever it calls itself, and given out as a file, never as a page.
func TestAnAttachmentIsWhatItsContentIs(t *testing.T) {
	s := begin(t)
	buyer, admin := s.buyer("dealer1"), s.staff("admin")
	number := buyer.places(want("S2", 1)).Number
	path := "/orders/" + number + "/comments"
	for name, c := range map[string]struct {
		content []byte
		field   string
	}{
		"page.pdf":    {[]byte("<html><script>alert(1)</script></html>"), "attachment_type_wrong"},
		"drawing.png": {[]byte(square), "attachment_type_wrong"},
		"tool.zip":    {[]byte("MZ\x90\x00"), "attachment_type_wrong"},
		"torn.xlsx":   {[]byte("PK\x03\x04 and no more"), "attachment_type_wrong"},
		"macro.xlsx":  {zipped(t, "xl/workbook.xml", "xl/vbaProject.bin"), "attachment_has_macros"},
		"huge.pdf":    {append([]byte(slip), make([]byte, 10<<20)...), "attachment_too_large"},
		"broken.png":  {[]byte("\x89PNG\r\n\x1a\n"), "picture_broken"},
	} {
		s.refuses(no{422, "invalid_input", "files[0]", c.field}, func(language apitest.Header) *apitest.Answer {
			return buyer.Attach(path, fields{"text": "x"}, apitest.File{Name: name, Content: c.content}, apitest.Key(), language)
		})
	}
	s.refuses(no{422, "invalid_input", "body", "comment_empty"}, func(language apitest.Header) *apitest.Answer {
		return buyer.Attach(path, fields{"text": "  \n"}, apitest.File{}, apitest.Key(), language)
	})
	for _, c := range []struct {
		given, name, kind string
		content           []byte
		picture           bool
	}{
		{`..\..\报价 <b>.exe`, "报价 b.exe.pdf", "application/pdf", []byte(slip), false},
		{"清单.xlsx", "清单.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zipped(t, "xl/workbook.xml"), false},
		{"合同.DOCX", "合同.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", zipped(t, "word/document.xml"), false},
		{"资料", "资料.zip", "application/zip", zipped(t, "a.txt"), false},
		{"破损.png", "破损.png.jpg", "image/jpeg", photograph(t), true},
	} {
		var said comment
		buyer.writes(number, fields{}, apitest.File{Name: c.given, Content: c.content}).Into(&said)
		f := said.Files[0]
		if f.Name != c.name || f.Type != c.kind || f.Picture != c.picture {
			t.Errorf("%q was taken as %+v", c.given, f)
		}
		for _, small := range []string{"", "?small=true"} {
			a := admin.Get("/orders/" + number + "/attachments/" + f.ID + small).OK()
			for header, want := range map[string]string{"Content-Type": c.kind, "X-Content-Type-Options": "nosniff"} {
				if got := a.Header.Get(header); got != want {
					t.Errorf("%s: %s is %q", c.name, header, got)
				}
			}
			if got := a.Header.Get("Content-Disposition"); !strings.HasPrefix(got, "attachment") {
				t.Errorf("%s is shown as %q", c.name, got)
			}
			if !strings.Contains(a.Header.Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("%s may do more than be a file", c.name)
			}
		}
	}
	s.Employ("reader", org.ScopeAll, org.OrderRead)
	if a := s.staff("reader").writes(number, fields{"text": "x"}, apitest.File{}); a.Status != http.StatusForbidden {
		t.Errorf("who may not write: %d", a.Status)
	}
	other := s.buyer("dealer2")
	other.writes(number, fields{"text": "x"}, apitest.File{}).Refused(404, "not_found")
	other.Get("/orders/"+number+"/comments").Refused(404, "not_found")
}

func zipped(t *testing.T, names ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = fmt.Fprint(w, "<x/>")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func photograph(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, image.NewRGBA(image.Rect(0, 0, 640, 400)), nil); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
