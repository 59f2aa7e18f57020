package picture

import (
	"encoding/xml"
	"math"
	"regexp"
	"strconv"
	"strings"

	"qudao/internal/fault"
)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

var (
	// allowedElements only draw, or hold what does. What refers to other elements and could repeat them
	// without end (use, pattern, marker), filters, animation, style sheets, links and embedded pictures are
	// not among them.
	allowedElements = set(`svg g defs title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask`)
	shapes          = set(`path rect circle ellipse line polyline polygon text`)
	texts           = set(`text tspan title desc`)

	// refusedElements run programs or bring other documents along: no drawing of a product has them.
	refusedElements = set(`script foreignobject iframe embed object handler listener`)

	frameAttributes = set(`viewBox width height`)

	allowedAttributes = set(`id transform d points x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height dx dy rotate textLength lengthAdjust pathLength
		viewBox preserveAspectRatio offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits href
		` + properties)

	// properties may stand in a style attribute too.
	properties = `fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
		opacity color display visibility clip-path clip-rule mask stop-color stop-opacity paint-order vector-effect shape-rendering text-rendering
		font-family font-size font-weight font-style font-stretch letter-spacing word-spacing text-anchor dominant-baseline writing-mode mix-blend-mode`
	inStyle = set(properties)
)

// refuseAttribute refuses what would run or fetch something.
func refuseAttribute(a xml.Attr) *fault.Fault {
	name := strings.ToLower(a.Name.Local)
	if strings.HasPrefix(name, "on") && a.Name.Space == "" {
		return SVGUnsafe.With("what", first(name)+"=")
	}
	// As a browser reads it: white space and control characters within do not count.
	value := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, a.Value))
	for _, scheme := range []string{"javascript:", "vbscript:", "data:text", "data:image/svg"} {
		if strings.Contains(value, scheme) {
			return SVGUnsafe.With("what", scheme)
		}
	}
	if (name == "href" || name == "src") && value != "" && value[0] != '#' && !strings.HasPrefix(value, "data:image/") && a.Name.Space != "xmlns" {
		return SVGUnsafe.With("what", name+"=")
	}
	if strings.Contains(value, "url(") && !strings.Contains(value, "url(#") && !strings.Contains(value, "url('#") && !strings.Contains(value, `url("#`) {
		return SVGUnsafe.With("what", "url()")
	}
	return nil
}

type property struct{ name, value string }

// spread is an attribute as it is, or the properties of a style attribute one by one.
func spread(a xml.Attr) []property {
	if a.Name.Local != "style" {
		return []property{{a.Name.Local, a.Value}}
	}
	var out []property
	for _, part := range strings.Split(a.Value, ";") {
		name, value, ok := strings.Cut(part, ":")
		if name = strings.TrimSpace(name); ok && inStyle[name] {
			out = append(out, property{name, strings.TrimSpace(value)})
		}
	}
	return out
}

var (
	localRef  = regexp.MustCompile(`^url\(["']?#([A-Za-z_][\w.-]*)["']?\)( +(none|#[0-9A-Fa-f]{3,8}|[a-zA-Z]+))?$`)
	localHref = regexp.MustCompile(`^#[A-Za-z_][\w.-]*$`)
	idForm    = regexp.MustCompile(`^[A-Za-z_][\w.-]{0,99}$`)
	valueForm = regexp.MustCompile(`^[\p{L}\p{N}\s.,+\-#%()/_'":]*$`)
	functions = regexp.MustCompile(`([A-Za-z_-]+)\s*\(`)
	called    = set(`rgb rgba hsl hsla matrix translate scale rotate skewX skewY`)
)

// safe tells whether a value says nothing but how to draw.
func safe(name, value string) bool {
	switch name {
	case "id":
		return idForm.MatchString(value)
	case "href":
		return localHref.MatchString(value)
	}
	if strings.Contains(value, "url(") {
		return localRef.MatchString(value)
	}
	if !valueForm.MatchString(value) || strings.Contains(value, "//") {
		return false
	}
	for _, f := range functions.FindAllStringSubmatch(value, -1) {
		if !called[f[1]] {
			return false
		}
	}
	return true
}

// plain reads a number that is one.
func plain(text string) (float64, bool) {
	n, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return n, err == nil && !math.IsNaN(n) && math.Abs(n) <= 1e9
}

func short(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }
