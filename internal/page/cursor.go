package page

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unicode/utf8"
)

// maxCursor bounds the length of a cursor that is read. Names of 200 Chinese characters fit.
const maxCursor = 4096

// Encode makes the cursor that stands after the row with these sort keys. Keys are plain values that
// JSON keeps exactly: integers, text, times, ids, amounts; others are a programming error and panic.
func Encode(keys ...any) string {
	text, err := json.Marshal(keys)
	if err != nil {
		panic(fmt.Sprintf("page: key of a cursor: %v", err))
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// Decode reads the keys of a cursor into the pointers given, in the order in which Encode got them.
// A key that may be null needs a pointer to a pointer. It fails with ErrCursorInvalid on anything
// but a cursor with exactly these keys; the pointers then hold nothing of use.
func Decode(cursor string, into ...any) error {
	if err := decode(cursor, into); err != nil {
		return ErrCursorInvalid.At("cursor").Because(err)
	}
	return nil
}

func decode(cursor string, into []any) error {
	if len(cursor) > maxCursor {
		return errors.New("too long")
	}
	// The decoder would skip line breaks, and one cursor would have many spellings.
	if strings.ContainsAny(cursor, "\r\n") {
		return errors.New("line break")
	}
	text, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil {
		return err
	}
	if !utf8.Valid(text) {
		return errors.New("not UTF-8")
	}
	var keys []json.RawMessage
	if err := json.Unmarshal(text, &keys); err != nil {
		return err
	}
	if len(keys) != len(into) {
		return fmt.Errorf("%d keys, not %d", len(keys), len(into))
	}
	for i, key := range keys {
		if err := decodeKey(key, into[i]); err != nil {
			return fmt.Errorf("key %d: %w", i, err)
		}
	}
	return nil
}

func decodeKey(key json.RawMessage, into any) error {
	target := reflect.ValueOf(into).Elem()
	if bytes.Equal(key, []byte("null")) && target.Kind() != reflect.Pointer {
		return errors.New("null") // which json would leave at the old value
	}
	if err := json.Unmarshal(key, into); err != nil {
		return err
	}
	for target.Kind() == reflect.Pointer && !target.IsNil() {
		target = target.Elem()
	}
	if target.Kind() == reflect.String && strings.ContainsRune(target.String(), 0) {
		return errors.New("zero byte") // no text in PostgreSQL has one, and it refuses to compare with it
	}
	return nil
}
