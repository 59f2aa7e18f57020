package main

import (
	"errors"
	"strings"
	"testing"
)

func TestThePasswordOfTheFirstAdministrator(t *testing.T) {
	t.Setenv(passwordVariable, "")
	var asked strings.Builder
	for typed, want := range map[string]string{"Lantern-2026\n": "Lantern-2026", "Lantern 2026\r\nmore": "Lantern 2026", "Lantern-2026": "Lantern-2026"} {
		if got, err := readPassword(strings.NewReader(typed), &asked); err != nil || got.Reveal() != want {
			t.Errorf("%q: %q, %v", typed, got.Reveal(), err)
		}
	}
	if !strings.Contains(asked.String(), "Password") {
		t.Errorf("asked %q", asked.String())
	}
	if _, err := readPassword(strings.NewReader(""), &asked); !errors.Is(err, errNoPassword) {
		t.Errorf("no password: %v", err)
	}
	t.Setenv(passwordVariable, "Harbour-2026")
	if got, err := readPassword(strings.NewReader("other\n"), &asked); err != nil || got.Reveal() != "Harbour-2026" {
		t.Errorf("from the environment: %q, %v", got.Reveal(), err)
	}
}
