package org

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"qudao/internal/fault"
)

var codeForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)

// Ref names a piece of master data.
type Ref struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// CheckCode adds to fields what is wrong with a code, at path.
func CheckCode(fields *fault.Fields, path, code string) {
	if !codeForm.MatchString(code) {
		fields.Add(path, CodeInvalid)
	}
}

// CheckName adds to fields what is wrong with a name that must be there, at path.
func CheckName(fields *fault.Fields, path, name string) {
	if strings.TrimSpace(name) == "" {
		fields.Add(path, Required)
	}
	CheckText(fields, path, name, 100)
}

// CheckText adds to fields what is wrong with a text of at most so many characters, at path.
func CheckText(fields *fault.Fields, path, text string, maximum int) {
	if utf8.RuneCountInString(text) > maximum || strings.ContainsRune(text, 0) {
		fields.Add(path, TextTooLong, "maximum", maximum)
	}
}

// CheckOneOf adds to fields that a value is none of those allowed, at path.
func CheckOneOf[T ~string](fields *fault.Fields, path string, value T, allowed ...T) {
	names := make([]string, len(allowed))
	for i, a := range allowed {
		if value == a {
			return
		}
		names[i] = string(a)
	}
	fields.Add(path, NotOneOf, "allowed", strings.Join(names, ", "))
}

// distinct returns the values in order, each once, and never nil: PostgreSQL reads nil as NULL.
func distinct[T cmp.Ordered](values []T) []T {
	out := append([]T{}, values...)
	slices.Sort(out)
	return slices.Compact(out)
}
