package httpapi

import (
	"errors"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"

	"qudao/internal/fault"
	"qudao/internal/org"
)

// What can be wrong with one field by the form that the OpenAPI document gives.
var (
	fieldUnknown   = fault.Define(fault.Invalid, "field_unknown", "没有这个字段。", "There is no such field.")
	fieldType      = fault.Define(fault.Invalid, "field_type", "类型应为{wanted}。", "This must be of type {wanted}.")
	fieldFormat    = fault.Define(fault.Invalid, "field_format", "格式不正确。", "The format is not right.")
	fieldTooShort  = fault.Define(fault.Invalid, "field_too_short", "至少 {minimum} 个字符。", "At least {minimum} characters.")
	fieldTooSmall  = fault.Define(fault.Invalid, "field_too_small", "不能小于 {minimum}。", "Not less than {minimum}.")
	fieldTooLarge  = fault.Define(fault.Invalid, "field_too_large", "不能大于 {maximum}。", "Not more than {maximum}.")
	fieldAbove     = fault.Define(fault.Invalid, "field_not_above", "必须大于 {minimum}。", "More than {minimum}.")
	fieldBelow     = fault.Define(fault.Invalid, "field_not_below", "必须小于 {maximum}。", "Less than {maximum}.")
	fieldMultiple  = fault.Define(fault.Invalid, "field_not_multiple", "必须是 {step} 的倍数。", "A multiple of {step}.")
	fieldTooFew    = fault.Define(fault.Invalid, "field_too_few", "至少 {minimum} 项。", "At least {minimum} items.")
	fieldTooMany   = fault.Define(fault.Invalid, "field_too_many", "最多 {maximum} 项。", "At most {maximum} items.")
	fieldRepeated  = fault.Define(fault.Invalid, "field_repeated", "不能有重复项。", "No item twice.")
	fieldManyValue = fault.Define(fault.Invalid, "field_many_values", "只能给出一个值。", "One value only.")
)

// violation is one kind of complaint of the validator. Its message variable is replaced by a mark and
// the argument, so that the complaint is known by its mark, not by an English sentence.
type violation struct {
	message *string
	is      *fault.Definition
	fact    string // the name of the argument; empty: the argument is dropped, it may hold the input
	value   any    // the fact where there is no argument
}

var violations = []violation{
	{&validation.MsgUnexpectedProperty, fieldUnknown, "", nil},
	{&validation.MsgExpectedRequiredProperty, org.Required, "field", nil},
	{&validation.MsgExpectedDependentRequiredProperty, org.Required, "", nil},
	{&validation.MsgExpectedBoolean, fieldType, "wanted", "boolean"},
	{&validation.MsgExpectedNumber, fieldType, "wanted", "number"},
	{&validation.MsgExpectedInteger, fieldType, "wanted", "integer"},
	{&validation.MsgExpectedString, fieldType, "wanted", "string"},
	{&validation.MsgExpectedArray, fieldType, "wanted", "array"},
	{&validation.MsgExpectedObject, fieldType, "wanted", "object"},
	{&validation.MsgExpectedMinLength, fieldTooShort, "minimum", nil},
	{&validation.MsgExpectedMaxLength, org.TextTooLong, "maximum", nil},
	{&validation.MsgExpectedMinimumNumber, fieldTooSmall, "minimum", nil},
	{&validation.MsgExpectedMaximumNumber, fieldTooLarge, "maximum", nil},
	{&validation.MsgExpectedExclusiveMinimumNumber, fieldAbove, "minimum", nil},
	{&validation.MsgExpectedExclusiveMaximumNumber, fieldBelow, "maximum", nil},
	{&validation.MsgExpectedNumberBeMultipleOf, fieldMultiple, "step", nil},
	{&validation.MsgExpectedOneOf, org.NotOneOf, "allowed", nil},
	{&validation.MsgExpectedMinItems, fieldTooFew, "minimum", nil},
	{&validation.MsgExpectedMaxItems, fieldTooMany, "maximum", nil},
	{&validation.MsgExpectedMinProperties, fieldTooFew, "minimum", nil},
	{&validation.MsgExpectedMaxProperties, fieldTooMany, "maximum", nil},
	{&validation.MsgExpectedArrayItemsUnique, fieldRepeated, "", nil},
	// Whatever else the validator says is a matter of format.
}

// Where huma has no variable for a complaint, it is known by its words.
var literal = []struct {
	words string
	is    *fault.Definition
	facts []any
}{
	{"parameter is missing", org.Required, nil},
	{"File required", org.Required, nil},
	{"At least one file is required", org.Required, nil},
	{"unknown query parameter", fieldUnknown, nil},
	{"invalid integer", fieldType, []any{"wanted", "integer"}},
	{"invalid float", fieldType, []any{"wanted", "number"}},
	{"invalid boolean", fieldType, []any{"wanted", "boolean"}},
	{"at most one value", fieldManyValue, nil},
	{"Multiple files received", fieldManyValue, nil},
}

const mark = "\x1f"

var byMark = map[string]violation{}

func init() {
	huma.DefaultArrayNullable = false
	huma.ValidateStrictCasing = true
	for i, v := range violations {
		key := mark + string(rune('A'+i)) + mark
		byMark[key] = v
		*v.message = key + verbs(*v.message)
	}
}

// verbs keeps what fmt fills in, so that the argument follows the mark.
func verbs(message string) string {
	for _, verb := range []string{"%v", "%d", "%s"} {
		if strings.Contains(message, verb) {
			return strings.Repeat(verb, strings.Count(message, verb))
		}
	}
	return ""
}

// refusalOf reads what huma refuses. It never passes on a value. limit is how many bytes the body of
// the operation may have, body its type.
func refusalOf(status int, limit int64, body reflect.Type, errs []error) error {
	switch status {
	case http.StatusRequestEntityTooLarge:
		return BodyTooLarge.With("maximum", limit)
	case http.StatusUnsupportedMediaType:
		return BodyTypeWrong.With("wanted", "application/json")
	case http.StatusRequestTimeout:
		return BodySlow.With()
	}
	if tooLarge(errs) {
		return BodyTooLarge.With("maximum", limit)
	}
	if status == http.StatusBadRequest {
		if len(errs) == 0 {
			return BodyMissing.With()
		}
		return BodyUnreadable.With()
	}
	if status != http.StatusUnprocessableEntity {
		return errors.Join(errs...)
	}
	f := &fault.Fault{Definition: fault.InvalidInput, Facts: map[string]any{}}
	for _, err := range errs {
		if field, ok := fieldOf(err, body); ok {
			f.Fields = append(f.Fields, field)
		}
	}
	return f
}

func tooLarge(errs []error) bool {
	for _, err := range errs {
		var limit *http.MaxBytesError
		// huma turns the error of a form into text.
		if errors.As(err, &limit) || strings.Contains(err.Error(), "http: request body too large") {
			return true
		}
	}
	return false
}

func fieldOf(err error, body reflect.Type) (fault.Field, bool) {
	detail, ok := err.(huma.ErrorDetailer)
	if !ok {
		return fault.Field{Definition: fieldFormat}, err != nil
	}
	d := detail.ErrorDetail()
	path := place(d.Location)
	for key, v := range byMark {
		argument, ok := strings.CutPrefix(d.Message, key)
		if !ok {
			continue
		}
		switch {
		case v.fact == "":
			return fault.Field{Path: path, Definition: v.is}, true
		case v.is == org.Required:
			return fault.Field{Path: under(path, argument), Definition: v.is}, true
		case v.value != nil:
			return fault.Field{Path: path, Definition: v.is, Facts: map[string]any{v.fact: v.value}}, true
		}
		return fault.Field{Path: path, Definition: v.is, Facts: map[string]any{v.fact: number(argument)}}, true
	}
	for _, l := range literal {
		if strings.Contains(d.Message, l.words) {
			return fault.Field{Path: path, Definition: l.is, Facts: l.is.With(l.facts...).Facts}, true
		}
	}
	if text, whole := d.Value.(string); whole && d.Location == "body" && body != nil {
		if field, found := blame(body, []byte(text), ""); found {
			return field, true
		}
	}
	return fault.Field{Path: path, Definition: fieldFormat}, true
}

// place is where a field is, as faults of the domain say it: without the part of the request.
func place(location string) string {
	for _, part := range []string{"body", "query", "path", "header", "formData", "form"} {
		if rest, ok := strings.CutPrefix(location, part); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			return strings.TrimPrefix(rest, ".")
		}
	}
	return location
}

func under(path, field string) string {
	if path == "" {
		return field
	}
	return path + "." + field
}

// number is the argument as the number it is, where it is one.
func number(argument string) any {
	if n, err := strconv.ParseInt(argument, 10, 64); err == nil {
		return n
	}
	if n, err := strconv.ParseFloat(argument, 64); err == nil {
		return n
	}
	return argument
}
