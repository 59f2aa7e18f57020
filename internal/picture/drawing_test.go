package picture_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"

	"qudao/internal/picture"
)

const box = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">`

func TestADrawingIsWrittenAnew(t *testing.T) {
	t.Parallel()
	given := `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
	<!-- drawn by hand --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://editor.example/" width="40px" height="20" i:mood="good">
	<metadata><i:who>somebody</i:who></metadata><defs><linearGradient id="a" xlink:href="#b"><stop offset="0" style="stop-color:#fff; behavior:x"/></linearGradient></defs>
	<g style="fill:url(#a);position:fixed" class="x" data-x="1"><path d="M0 0L10 10z"/></g><text x="1">50 &lt; 60</text></svg>`
	p := read(t, []byte(given))
	want := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">` +
		`<defs><linearGradient id="a" href="#b"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs>` +
		`<g fill="url(#a)"><path d="M0 0L10 10z"></path></g><text x="1">50 &lt; 60</text></svg>`
	if got := string(p.Files[0].Content); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if p.Type != picture.SVG || p.Width != 40 || p.Height != 20 || len(p.Files) != 1 {
		t.Errorf("%+v", p)
	}
	if again := read(t, p.Files[0].Content); again.Hash != p.Hash {
		t.Error("what is safe already comes out differently")
	}
}

func TestAProgramInADrawingIsRefused(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{
		`<script>alert(1)</script>`, `<SCRIPT/>`, `<foreignObject><p/></foreignObject>`, `<rect onclick="x()"/>`, `<g onload = "x"/>`,
		`<a href="java&#10;script:alert(1)"><rect/></a>`, `<image href="http://elsewhere.example/x.png"/>`, `<use xlink:href="other.svg#x"/>`,
		`<rect fill="url(http://elsewhere.example/#a)"/>`, `<rect style="fill:url( //elsewhere.example)"/>`, `<iframe src="x"/>`,
	} {
		refused(t, []byte(box+`<rect width="1" height="1"/>`+bad+`</svg>`), picture.SVGUnsafe)
	}
	refused(t, []byte(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>`+box+`<text>&b;</text></svg>`), picture.SVGUnsafe)
	refused(t, []byte(`<?xml-stylesheet href="x.css"?>`+box+`<rect/></svg>`), picture.SVGUnsafe)
}

func TestWhatOnlyDecoratesIsLeftOut(t *testing.T) {
	t.Parallel()
	for _, odd := range []string{
		`<style>@import "x";</style>`, `<animate attributeName="x"/>`, `<use href="#a"/>`, `<filter id="f"><feImage/></filter>`, `<pattern id="p"/>`,
		`<image href="data:image/png;base64,AAAA"/>`, `<set/>`, `<x:rect xmlns:x="http://other.example/"/>`, `<svg><rect/></svg>`,
	} {
		got := string(read(t, []byte(box+`<rect width="1"/>`+odd+`</svg>`)).Files[0].Content)
		if want := `<rect width="1"></rect></svg>`; !strings.HasSuffix(got, want) || strings.Count(got, "<") != 4 {
			t.Errorf("%s became %s", odd, got)
		}
	}
}

func TestADrawingHasLimits(t *testing.T) {
	t.Parallel()
	refused(t, []byte(box+strings.Repeat("<g>", 50)+strings.Repeat("</g>", 50)+`<rect/></svg>`), picture.SVGTooDeep)
	refused(t, []byte(box+strings.Repeat("<x>", 50)+strings.Repeat("</x>", 50)+`<rect/></svg>`), picture.SVGTooDeep)
	refused(t, []byte(box+strings.Repeat(`<rect/>`, 20_000)+`</svg>`), picture.SVGTooDeep)
	refused(t, []byte(box+strings.Repeat(" ", 1<<20)+`</svg>`), picture.TooLarge)
	refused(t, []byte(box+`<g/></svg>`), picture.SVGEmpty)
	refused(t, []byte(`<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>`), picture.SVGEmpty)
	refused(t, []byte(`<svg viewBox="0 0 1e9 1e9"><rect/></svg>`), picture.SVGEmpty)
	refused(t, []byte(`<html><body/></html>`), picture.SVGEmpty)
	refused(t, []byte(box+`<rect>`), picture.Broken)
	refused(t, []byte(box+`<rect/>&nbsp;</svg>`), picture.Broken)
}

var active = regexp.MustCompile(`(?i)<(script|foreignobject|iframe|use|image|style|animate)|\son[a-z]+="|javascript:|href="[^#]|url\([^#"'&]`)

// FuzzDrawing feeds anything: what comes out is well formed, holds nothing but what draws, and comes out of
// a second reading as it was.
func FuzzDrawing(f *testing.F) {
	for _, seed := range []string{
		box + `<rect fill="url(#a)" style="fill:red;stroke:url('#b')"/></svg>`, box + `<a xlink:href="javascript:x"><rect/></a></svg>`,
		box + `<text>&#x3c;script></text></svg>`, box + `<rect id="&quot; onload=&quot;x"/></svg>`, "\xef\xbb\xbf" + box + `<![CDATA[<script>]]><path d="M0,0 1e-3 z"/></svg>`,
		`<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="3" height="3"><svg:circle r="1"/></svg:svg>`, `<svg viewBox="0 0 NaN 3"><rect/></svg>`,
		box + `<g><title>x</title><tspan>a</tspan><rect transform="rotate(3)"/></g></svg><svg/>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if len(content) == 0 || content[0] != '<' && content[0] != 0xef {
			return
		}
		p, err := picture.Read(content)
		if err != nil {
			return
		}
		out := p.Files[0].Content
		if p.Type != picture.SVG {
			return
		}
		d := xml.NewDecoder(bytes.NewReader(out))
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%q became %q: %v", content, out, err)
			}
			if e, ok := token.(xml.StartElement); ok && active.MatchString("<"+e.Name.Local) {
				t.Fatalf("%q became %q", content, out)
			}
		}
		if outside := regexp.MustCompile(`>[^<]*<`).ReplaceAll(out, []byte("><")); active.Match(outside) {
			t.Fatalf("%q became %q", content, out)
		}
		again, err := picture.Read(out)
		if err != nil || !bytes.Equal(again.Files[0].Content, out) {
			t.Fatalf("%q became %q and then %q, %v", content, out, again.Hash, err)
		}
	})
}
