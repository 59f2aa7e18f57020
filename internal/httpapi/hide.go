package httpapi

import (
	"encoding"
	"encoding/json"
	"maps"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"qudao/internal/fault"
	"qudao/internal/money"
	"qudao/internal/pricing"
)

// priced are the types that tell what something costs or comes to. An account that may see no prices gets no
// field of them in any answer, whatever the operation: they are left out here, where answers become JSON, and
// nowhere else.
var priced = map[reflect.Type]bool{
	reflect.TypeFor[money.Amount](): true, reflect.TypeFor[money.Price](): true,
	reflect.TypeFor[pricing.Tier](): true, reflect.TypeFor[pricing.Trace](): true,
}

// withoutPrices leaves the priced fields out of the answers to those who may not see them. Nobody else's
// answer is touched.
func withoutPrices(ctx huma.Context, _ string, answer any) (any, error) {
	if answer == nil || !callOf(ctx.Context()).actor.HidesPrices() {
		return answer, nil
	}
	if _, raw := answer.([]byte); raw {
		return answer, nil
	}
	if problem, ok := answer.(*Problem); ok {
		return problem, nil // its facts were hidden when it was made
	}
	plain, _ := unpriced(reflect.ValueOf(answer))
	return plain, nil
}

// unpriced is a value as JSON has it, without whatever is priced. It is false for what is priced itself.
func unpriced(v reflect.Value) (any, bool) {
	if !v.IsValid() {
		return nil, true
	}
	if priced[v.Type()] {
		return nil, false
	}
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.Kind() == reflect.Pointer && priced[v.Type().Elem()] {
			return nil, false
		}
		if v.IsNil() {
			return nil, true
		}
		if speaks(v.Type()) {
			return v.Interface(), true
		}
		return unpriced(v.Elem())
	case reflect.Struct:
		if speaks(v.Type()) || speaks(reflect.PointerTo(v.Type())) {
			return v.Interface(), true
		}
		out := map[string]any{}
		fieldsOf(v, out)
		return out, true
	case reflect.Slice, reflect.Array:
		return unpricedList(v)
	case reflect.Map:
		if v.IsNil() {
			return v.Interface(), true
		}
		return unpricedMap(v), true
	default:
		return v.Interface(), true
	}
}

func unpricedList(v reflect.Value) (any, bool) {
	of := v.Type().Elem()
	if priced[of] {
		return []any{}, true // an empty list: pages go through it
	}
	if speaks(v.Type()) || of.Kind() == reflect.Uint8 || v.Kind() == reflect.Slice && v.IsNil() {
		return v.Interface(), true
	}
	out := make([]any, 0, v.Len())
	for i := range v.Len() {
		if item, keep := unpriced(v.Index(i)); keep {
			out = append(out, item)
		}
	}
	return out, true
}

func unpricedMap(v reflect.Value) any {
	out := make(map[string]any, v.Len())
	for it := v.MapRange(); it.Next(); {
		if item, keep := unpriced(it.Value()); keep {
			out[it.Key().String()] = item
		}
	}
	return out
}

// fieldsOf puts the fields of a struct into out, under the names that JSON gives them.
func fieldsOf(v reflect.Value, out map[string]any) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "-" || !f.IsExported() && !f.Anonymous {
			continue
		}
		if f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct {
			fieldsOf(v.Field(i), out)
			continue
		}
		if strings.Contains(options, "omitempty") && empty(v.Field(i)) {
			continue
		}
		if name == "" {
			name = f.Name
		}
		if item, keep := unpriced(v.Field(i)); keep {
			out[name] = item
		}
	}
}

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.Array, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	default:
		return v.IsZero()
	}
}

var (
	jsonMarshaler = reflect.TypeFor[json.Marshaler]()
	textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()
)

// speaks reports whether a type says itself what it is in JSON.
func speaks(t reflect.Type) bool { return t.Implements(jsonMarshaler) || t.Implements(textMarshaler) }

// unpricedFacts are the facts of a refusal for who may see no prices.
func unpricedFacts(facts map[string]any) map[string]any {
	out := maps.Clone(facts)
	for name, value := range out {
		if _, keep := unpriced(reflect.ValueOf(value)); !keep {
			out[name] = "***"
		}
	}
	return out
}

// forCaller is a refusal without what the caller may not see.
func (c *call) forCaller(f *fault.Fault) *fault.Fault {
	if !c.actor.HidesPrices() {
		return f
	}
	out := *f
	out.Facts = unpricedFacts(f.Facts)
	out.Fields = append(fault.Fields{}, f.Fields...)
	for i := range out.Fields {
		out.Fields[i].Facts = unpricedFacts(out.Fields[i].Facts)
	}
	return &out
}
