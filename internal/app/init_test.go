package app_test

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"qudao/internal/app"
	"qudao/internal/audit"
	"qudao/internal/pgtest"
	"qudao/internal/secret"
	"qudao/internal/setup"
)

func TestAnOwnInstallationIsSetUpOnce(t *testing.T) {
	t.Parallel()
	addresses := pgtest.New(t)
	d, err := app.Reach(t.Context(), app.Addresses{App: addresses.App}, "", io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	d.Keyring.Path = filepath.Join(t.TempDir(), "keyring.json")
	in := setup.Input{Username: "admin", Name: "系统管理员", Password: secret.NewText("Lantern-2026"), Division: "主营业务"}
	var out bytes.Buffer
	if err := app.Init(t.Context(), d, in, &out); err != nil || !strings.Contains(out.String(), "/office/ as admin") {
		t.Fatalf("%v: %s", err, &out)
	}
	if err := app.Init(t.Context(), d, in, io.Discard); !errors.Is(err, setup.Done) || strings.Contains(err.Error(), "\n") {
		t.Errorf("once more: %v", err)
	}
	if err := app.Verify(t.Context(), d, audit.Period{}, io.Discard); err != nil {
		t.Error(err)
	}
}
