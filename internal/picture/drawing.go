package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

const (
	maxDrawing  = 1 << 20 // bytes of an SVG, before and after
	maxElements = 10_000
	maxDepth    = 40
	maxSide     = 20_000 // units
	svgSpace    = "http://www.w3.org/2000/svg"
)

// writer reads a drawing and writes what of it is allowed.
type writer struct {
	out      bytes.Buffer
	open     []string // elements that are written and not closed
	skip     int      // depth within an element that is left out
	elements int
	drawn    bool // something that shows was written
	width    int
	height   int
}

// readDrawing writes an SVG anew. Nothing is copied: every element, attribute and value goes through the
// lists of allowed.go.
func readDrawing(content []byte) (Picture, error) {
	if len(content) > maxDrawing {
		return Picture{}, TooLarge.With("limit_mib", maxDrawing>>20)
	}
	d := xml.NewDecoder(bytes.NewReader(content))
	d.Entity = map[string]string{} // the five of XML itself only
	var w writer
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return Picture{}, Broken.With().Because(err)
		}
		if err := w.take(token); err != nil {
			return Picture{}, err
		}
		if w.out.Len() > maxDrawing {
			return Picture{}, SVGTooDeep.With()
		}
	}
	if w.width == 0 || !w.drawn {
		return Picture{}, SVGEmpty.With()
	}
	return Picture{Type: SVG, Width: w.width, Height: w.height, Files: []File{{sizes[len(sizes)-1], w.out.Bytes()}}}, nil
}

func (w *writer) take(token xml.Token) error {
	switch x := token.(type) {
	case xml.Directive: // a DTD: entities and outside subsets
		if bytes.ContainsAny(x, "[&%") {
			return SVGUnsafe.With("what", "DTD")
		}
	case xml.ProcInst:
		if x.Target != "xml" {
			return SVGUnsafe.With("what", "<?"+first(x.Target)+"?>")
		}
	case xml.StartElement:
		return w.start(x)
	case xml.EndElement:
		w.end()
	case xml.CharData:
		w.text(x)
	}
	return nil
}

func (w *writer) start(e xml.StartElement) error {
	name := e.Name.Local
	if w.elements++; w.elements > maxElements || len(w.open)+w.skip > maxDepth {
		return SVGTooDeep.With()
	}
	if refusedElements[strings.ToLower(name)] {
		return SVGUnsafe.With("what", "<"+first(name)+">")
	}
	for _, a := range e.Attr {
		if err := refuseAttribute(a); err != nil {
			return err
		}
	}
	root := len(w.open) == 0
	known := allowedElements[name] && (e.Name.Space == svgSpace || e.Name.Space == "") && root == (name == "svg")
	if w.skip > 0 || !known {
		w.skip++
		return nil
	}
	if root && w.width != 0 {
		return Broken.With() // a second root
	}
	w.open = append(w.open, name)
	w.drawn = w.drawn || shapes[name]
	w.out.WriteString("<" + name)
	if root {
		if err := w.frame(e); err != nil {
			return err
		}
	}
	written := map[string]bool{}
	for _, a := range e.Attr {
		if a.Name.Space != "" && a.Name.Space != svgSpace && !(a.Name.Local == "href" && strings.HasSuffix(a.Name.Space, "xlink")) {
			continue
		}
		for _, p := range spread(a) {
			if !written[p.name] && allowedAttributes[p.name] && safe(p.name, p.value) && !(root && frameAttributes[p.name]) {
				written[p.name] = true
				w.attribute(p.name, p.value)
			}
		}
	}
	w.out.WriteString(">")
	return nil
}

// frame writes the root's size: whatever it was in, the result has a viewBox and plain numbers.
func (w *writer) frame(e xml.StartElement) error {
	var box [4]float64
	found := false
	side := map[string]float64{}
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "viewBox":
			parts := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' })
			if found = len(parts) == 4; found {
				for i, p := range parts {
					n, ok := plain(p)
					box[i], found = n, found && ok
				}
			}
		case "width", "height":
			if n, ok := plain(strings.TrimSuffix(a.Value, "px")); ok {
				side[a.Name.Local] = n
			}
		}
	}
	if !found {
		box = [4]float64{0, 0, side["width"], side["height"]}
	}
	if !(box[2] >= 1 && box[2] <= maxSide && box[3] >= 1 && box[3] <= maxSide) {
		return SVGEmpty.With()
	}
	w.width, w.height = int(box[2]+0.5), int(box[3]+0.5)
	w.attribute("xmlns", svgSpace)
	w.attribute("viewBox", short(box[0])+" "+short(box[1])+" "+short(box[2])+" "+short(box[3]))
	w.attribute("width", strconv.Itoa(w.width))
	w.attribute("height", strconv.Itoa(w.height))
	return nil
}

func (w *writer) attribute(name, value string) {
	w.out.WriteString(" " + name + `="`)
	escape(&w.out, value)
	w.out.WriteString(`"`)
}

func (w *writer) end() {
	if w.skip > 0 {
		w.skip--
		return
	}
	if n := len(w.open); n > 0 {
		w.out.WriteString("</" + w.open[n-1] + ">")
		w.open = w.open[:n-1]
	}
}

// text writes what stands within elements of text; between others there is nothing to say.
func (w *writer) text(x xml.CharData) {
	if n := len(w.open); w.skip == 0 && n > 0 && texts[w.open[n-1]] {
		escape(&w.out, string(x))
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;", "\t", " ", "\n", " ", "\r", " ")

func escape(out *bytes.Buffer, text string) {
	_, _ = escaper.WriteString(out, strings.ToValidUTF8(text, "")) // a buffer takes everything
}

// first is the beginning of a name that somebody else chose, to be told in a refusal.
func first(name string) string {
	return strings.ToValidUTF8(name[:min(len(name), 30)], "")
}
