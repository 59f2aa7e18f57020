package fault

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Kind says what sort of refusal a fault is. The edge derives the HTTP status from it.
type Kind int

// The kinds, from "the input is wrong" to "we are broken".
const (
	Invalid  Kind = iota + 1 // the input can never be right: 422
	Unsigned                 // nobody is signed in, or not rightly: 401
	Denied                   // the caller may not do this: 403
	Missing                  // not there, or not the caller's, which looks the same: 404
	Conflict                 // somebody else was faster, or the key is taken: 409
	Refused                  // a rule of the trade says no; the fault carries the facts: 409
	Busy                     // try again later: 503, or 429 where a limit was hit
	Internal                 // our own defect: 500
)

// Language of a sentence. Chinese is the default.
type Language string

// The languages every sentence exists in.
const (
	Chinese Language = "zh-CN"
	English Language = "en"
)

// Definition is one declared refusal. Make it with Define.
type Definition struct {
	Kind Kind
	Code string // snake_case, stable, part of the API
	zh   string
	en   string
	http int
}

var defined = map[string]*Definition{}

// Define declares a fault with its sentence in Chinese and in English. A word in braces is replaced
// by the fact of that name. Two definitions of one code are a programming error and panic.
func Define(kind Kind, code, zh, en string) *Definition {
	if _, ok := defined[code]; ok {
		panic("fault: " + code + " is defined twice")
	}
	d := &Definition{Kind: kind, Code: code, zh: zh, en: en}
	defined[code] = d
	return d
}

// Definitions returns every declared fault by code, for the documents and the language test.
func Definitions() []*Definition {
	out := slices.Collect(maps.Values(defined))
	slices.SortFunc(out, func(a, b *Definition) int { return strings.Compare(a.Code, b.Code) })
	return out
}

// Status sets the HTTP status where the kind's own does not fit, and returns the definition.
func (d *Definition) Status(http int) *Definition { d.http = http; return d }

// HTTP returns the status that answers this fault.
func (d *Definition) HTTP() int {
	if d.http != 0 {
		return d.http
	}
	switch d.Kind {
	case Invalid:
		return 422
	case Unsigned:
		return 401
	case Denied:
		return 403
	case Missing:
		return 404
	case Conflict, Refused:
		return 409
	case Busy:
		return 503
	default:
		return 500
	}
}

// Sentence fills the definition's sentence with facts, in the given language.
func (d *Definition) Sentence(lang Language, facts map[string]any) string {
	text := d.zh
	if lang == English {
		text = d.en
	}
	if !strings.Contains(text, "{") {
		return text
	}
	for name, value := range facts {
		text = strings.ReplaceAll(text, "{"+name+"}", fmt.Sprint(value))
	}
	return text
}

// Error makes a bare definition usable as an error and as a target of errors.Is.
func (d *Definition) Error() string { return d.Code + ": " + d.en }

// With makes a fault of this definition that carries facts: pairs of a name and a value.
func (d *Definition) With(pairs ...any) *Fault {
	f := &Fault{Definition: d, Facts: make(map[string]any, len(pairs)/2)}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.Facts[pairs[i].(string)] = pairs[i+1]
	}
	return f
}

// At makes a fault of this definition at one field of the input, such as "lines[2].quantity".
func (d *Definition) At(path string, pairs ...any) *Fault {
	f := d.With(pairs...)
	f.Fields = []Field{{Path: path, Definition: d, Facts: f.Facts}}
	return f
}

// Fault is one refusal with its facts.
type Fault struct {
	*Definition
	Facts  map[string]any
	Fields []Field
	cause  error
}

// Field is one place of the input that is wrong, and why.
type Field struct {
	Path string
	*Definition
	Facts map[string]any
}

// Because keeps the cause for the log; no caller ever sees it.
func (f *Fault) Because(err error) *Fault { f.cause = err; return f }

// Error is the English sentence with its facts, for logs.
func (f *Fault) Error() string {
	s := f.Code + ": " + f.Sentence(English, f.Facts)
	for _, field := range f.Fields {
		s += fmt.Sprintf("; %s: %s", field.Path, field.Sentence(English, field.Facts))
	}
	if f.cause != nil {
		s += ": " + f.cause.Error()
	}
	return s
}

// Unwrap lets errors.Is find the definition and the cause.
func (f *Fault) Unwrap() []error {
	if f.cause == nil {
		return []error{f.Definition}
	}
	return []error{f.Definition, f.cause}
}

// As returns the fault in err's chain. A bare definition counts as a fault without facts.
func As(err error) (*Fault, bool) {
	var f *Fault
	if errors.As(err, &f) {
		return f, true
	}
	var d *Definition
	if errors.As(err, &d) {
		return &Fault{Definition: d}, true
	}
	return nil, false
}

// Is reports whether err is a fault of this kind.
func Is(err error, kind Kind) bool {
	f, ok := As(err)
	return ok && f.Kind == kind
}

// InvalidInput is the fault that gathers everything wrong with one input.
var InvalidInput = Define(Invalid, "invalid_input", "输入有误，请检查标出的字段。", "The input is not right. See the fields named.")

// NotFound is the answer for what does not exist and for what is not the caller's, word for word.
var NotFound = Define(Missing, "not_found", "没有找到。", "Not found.")

// Fields gathers what is wrong with an input, so that a caller learns everything at once.
type Fields []Field

// Add notes that the field at path breaks the rule d.
func (l *Fields) Add(path string, d *Definition, pairs ...any) {
	*l = append(*l, Field{Path: path, Definition: d, Facts: d.With(pairs...).Facts})
}

// Err is nil when nothing was added, else one InvalidInput fault with all fields.
func (l Fields) Err() error {
	if len(l) == 0 {
		return nil
	}
	return &Fault{Definition: InvalidInput, Facts: map[string]any{}, Fields: l}
}
