package httpapi

import (
	"encoding"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"qudao/internal/fault"
)

// bodyKey names, in an operation's metadata, the Go type of its JSON body.
const bodyKey = "body"

// bodyOf is the type of the JSON body of an input; nil where it has none.
func bodyOf(input reflect.Type) reflect.Type {
	if field, ok := input.FieldByName("Body"); ok {
		return field.Type
	}
	return nil
}

var (
	readsJSON = reflect.TypeFor[json.Unmarshaler]()
	readsText = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// blame finds the place of a body that its own type refuses although its form is right, such as a
// quantity with four decimals. The decoder says what is wrong, but not where, so each part is read
// again by itself; this happens only when a body was refused.
func blame(t reflect.Type, body []byte, path string) (fault.Field, bool) {
	if reflect.PointerTo(t).Implements(readsJSON) || reflect.PointerTo(t).Implements(readsText) {
		return refusedBy(t, body, path)
	}
	switch t.Kind() {
	case reflect.Pointer:
		if string(body) == "null" {
			return fault.Field{}, false
		}
		return blame(t.Elem(), body, path)
	case reflect.Slice, reflect.Array:
		var parts []json.RawMessage
		if json.Unmarshal(body, &parts) != nil {
			return refusedBy(t, body, path)
		}
		for i, part := range parts {
			if field, found := blame(t.Elem(), part, fmt.Sprintf("%s[%d]", path, i)); found {
				return field, true
			}
		}
	case reflect.Map, reflect.Struct:
		var parts map[string]json.RawMessage
		if json.Unmarshal(body, &parts) != nil {
			return refusedBy(t, body, path)
		}
		for _, name := range slices.Sorted(maps.Keys(parts)) {
			if inner := memberOf(t, name); inner != nil {
				if field, found := blame(inner, parts[name], under(path, name)); found {
					return field, true
				}
			}
		}
	default:
		return refusedBy(t, body, path)
	}
	return fault.Field{}, false
}

// refusedBy is what the type itself has against a value.
func refusedBy(t reflect.Type, value []byte, path string) (fault.Field, bool) {
	err := json.Unmarshal(value, reflect.New(t).Interface())
	if err == nil {
		return fault.Field{}, false
	}
	if f, ok := fault.As(err); ok {
		return fault.Field{Path: path, Definition: f.Definition, Facts: f.Facts}, true
	}
	return fault.Field{Path: path, Definition: fieldFormat}, true
}

// memberOf is the type of a member of an object; nil where there is no such member.
func memberOf(t reflect.Type, name string) reflect.Type {
	if t.Kind() == reflect.Map {
		return t.Elem()
	}
	for _, field := range reflect.VisibleFields(t) {
		tag, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.IsExported() && !field.Anonymous && tag == name {
			return field.Type
		}
	}
	return nil
}
