package cluster

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"qudao/internal/fault"
)

// fake makes a folder with programs that say they are of a version.
func fake(t *testing.T, folder, version string) string {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"postgres", "initdb"} {
		text := fmt.Sprintf("#!/bin/sh\necho '%s (PostgreSQL) %s'\n", name, version)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestFindPrograms(t *testing.T) {
	t.Parallel()
	base, err := filepath.EvalSymlinks(filepath.Dir(newFolder(t)))
	if err != nil {
		t.Fatal(err)
	}
	me, err := accountFor(filepath.Join(base, "none"))
	if err != nil {
		t.Fatal(err)
	}
	old := fake(t, filepath.Join(base, "old"), "13.4")
	fake(t, filepath.Join(base, "lib/9/bin"), "9.6.1")
	fifteen := fake(t, filepath.Join(base, "lib/15/bin"), "15.18 (Debian 15.18-0+deb12u1)")
	newest := fake(t, filepath.Join(base, "lib/18/bin"), "18beta1")
	links := filepath.Join(base, "links")
	if err := os.Mkdir(links, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(fifteen, "postgres"), filepath.Join(links, "postgres")); err != nil {
		t.Fatal(err)
	}
	system := []string{filepath.Join(base, "lib/*/bin")}
	for name, test := range map[string]struct {
		places places
		made   int
		folder string
		fault  *fault.Definition
	}{
		"the named folder wins":                {places: places{named: newest, path: links}, folder: newest},
		"a link in PATH leads to the programs": {places: places{path: links, system: system}, folder: fifteen},
		"newest of the system first":           {places: places{system: system}, folder: newest},
		"an old one in PATH is passed over":    {places: places{path: old, system: system}, folder: newest},
		"the data's version wins":              {places: places{system: system}, made: 15, folder: fifteen},
		"even over the named folder":           {places: places{named: newest, system: system}, made: 15, folder: fifteen},
		"another version cannot run the data":  {places: places{system: system}, made: 17, fault: OtherMajor},
		"a named folder that is too old":       {places: places{named: old, system: system}, fault: TooOld},
		"a named folder without programs":      {places: places{named: links + "/none", system: system}, fault: BadPrograms},
		"only an old one":                      {places: places{path: old}, fault: TooOld},
		"none":                                 {places: places{path: links + "/none"}, fault: NotFound},
	} {
		got, err := test.places.find("/data", test.made, me)
		if test.fault != nil && !errors.Is(err, test.fault) || test.fault == nil && err != nil || got.folder != test.folder {
			t.Errorf("%s: got %s, %v", name, got.folder, err)
		}
	}
}

func TestFolderThatCannotBeEntered(t *testing.T) {
	t.Parallel()
	base := filepath.Dir(newFolder(t))
	shut := filepath.Join(base, "shut")
	if err := os.Mkdir(shut, 0o700); err != nil {
		t.Fatal(err)
	}
	want := FolderClosed // root may enter, the server's user may not
	if os.Geteuid() != 0 {
		want = FolderUnusable
		if err := os.Chmod(shut, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(shut, 0o700) })
	}
	_, err := Open(t.Context(), Options{Data: filepath.Join(shut, "data")})
	if !errors.Is(err, want) || !strings.Contains(err.Error(), "QUDAO_DATA") {
		t.Errorf("got %v", err)
	}
	file := filepath.Join(base, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), Options{Data: file}); !errors.Is(err, FolderUnusable) {
		t.Errorf("a file for a folder: %v", err)
	}
}

func TestEmptyFolderOfRootIsHandedOver(t *testing.T) {
	t.Parallel()
	data := filepath.Join(filepath.Dir(newFolder(t)), "empty")
	if err := os.Mkdir(data, 0o700); err != nil {
		t.Fatal(err)
	}
	c := open(t, data)
	expect(t, c, RoleApp, `select 'works'`, "works")
	t.Cleanup(func() {
		shut(t, c)
		if err := Remove(data); err != nil {
			t.Error(err)
		}
	})
}

func TestSocketFolderOfSomebodyElse(t *testing.T) {
	t.Parallel()
	base := filepath.Dir(newFolder(t))
	me, err := accountFor(filepath.Join(base, "none"))
	if err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(base, "qudao-target")
	link := filepath.Join(base, "qudao-link")
	if err := os.Mkdir(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	if err := makeSocketFolder(link, me); !errors.Is(err, SocketForeign) {
		t.Errorf("a link: %v", err)
	}
	if err := makeSocketFolder(filepath.Join(base, "other"), me); !errors.Is(err, SocketForeign) {
		t.Errorf("a name that is not ours: %v", err)
	}
	if os.Geteuid() == 0 {
		if err := os.WriteFile(filepath.Join(target, "file"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := makeSocketFolder(target, me); me.switched && !errors.Is(err, SocketForeign) {
			t.Errorf("root's with something in it: %v", err)
		}
		if err := os.Chown(target, 4242, 4242); err != nil {
			t.Fatal(err)
		}
		if err := makeSocketFolder(target, me); !errors.Is(err, SocketForeign) {
			t.Errorf("a stranger's: %v", err)
		}
	}
}

func TestSocketPathIsShort(t *testing.T) {
	t.Parallel()
	deep := filepath.Dir(newFolder(t)) + strings.Repeat("/folder", 30)
	c := open(t, deep)
	expect(t, c, RoleApp, `select 'works'`, "works")
	if path := filepath.Join(c.socket, socketName); len(path) >= longestSocket {
		t.Errorf("%d bytes: %s", len(path), path)
	}
	shut(t, c)
	if err := Remove(deep); err != nil {
		t.Error(err)
	}
}

func TestDefaultFolder(t *testing.T) {
	t.Setenv("QUDAO_DATA", "")
	t.Setenv("XDG_DATA_HOME", "/x")
	t.Setenv("HOME", "/home/li")
	want := "/x/qudao"
	if os.Geteuid() == 0 {
		want = "/var/lib/qudao"
	}
	if got := Default(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	t.Setenv("QUDAO_DATA", "/srv/qudao")
	if got := Default(); got != "/srv/qudao" {
		t.Errorf("got %s", got)
	}
}
