package cluster

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// account is the operating system user that runs the server.
type account struct {
	name     string
	uid, gid int
	switched bool // we are root and it is not us
}

// accountFor chooses who runs the server whose data is, or will be, in pgdata. A server that exists
// is run by the owner of its data, whoever asks.
func accountFor(pgdata string) (account, error) {
	me := account{name: nameOf(os.Geteuid()), uid: os.Geteuid(), gid: os.Getegid()}
	owner, there := ownerOf(pgdata)
	if me.uid != 0 {
		if there && owner.uid != me.uid {
			return account{}, FolderForeign.With("folder", filepath.Dir(pgdata), "owner", owner.name)
		}
		return me, nil
	}
	if there && owner.uid != 0 {
		return owner, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if found, err := user.Lookup(name); err == nil {
			uid, errUID := strconv.Atoi(found.Uid)
			gid, errGID := strconv.Atoi(found.Gid)
			if errUID == nil && errGID == nil && uid != 0 {
				return account{name: name, uid: uid, gid: gid, switched: true}, nil
			}
		}
	}
	return account{}, NoAccount.With()
}

// ownerOf returns the user that path belongs to. A link is not followed.
func ownerOf(path string) (account, bool) {
	info, err := os.Lstat(path)
	if err != nil {
		return account{}, false
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return account{}, false
	}
	uid := int(stat.Uid)
	return account{name: nameOf(uid), uid: uid, gid: int(stat.Gid), switched: uid != os.Geteuid()}, true
}

func nameOf(uid int) string {
	if found, err := user.LookupId(strconv.Itoa(uid)); err == nil {
		return found.Username
	}
	return strconv.Itoa(uid)
}

// command prepares a program of the server to be run by the account, in a process group of its own:
// Ctrl-C in a terminal goes to our group, and we stop the server last.
func (a account) command(folder, program string, args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = folder
	cmd.Env = environment()
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if a.switched {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)}
	}
	return cmd
}

// environment is ours without what would steer the server behind our back: PGPORT and its kin,
// another locale, and the socket on which a service manager waits for us, not for PostgreSQL.
func environment() []string {
	var out []string
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if strings.HasPrefix(name, "PG") || strings.HasPrefix(name, "LC_") || name == "LANG" ||
			name == "LANGUAGE" || name == "NOTIFY_SOCKET" {
			continue
		}
		out = append(out, entry)
	}
	// Without a locale in the environment PostgreSQL on macOS grows threads and refuses to start.
	return append(out, "LC_ALL="+locales()[0])
}

// give makes the file or folder the account's own.
func (a account) give(file *os.File) error {
	if !a.switched {
		return nil
	}
	if err := file.Chown(a.uid, a.gid); err != nil {
		return fmt.Errorf("give %s to %s: %w", file.Name(), a.name, err)
	}
	return nil
}

// closed returns the first folder on the way to path that the account may not enter, or "". It is
// asked only for another account than ours: our own rights the kernel tells us itself.
func (a account) closed(path string) string {
	if !a.switched {
		return ""
	}
	var way []string
	for folder := path; ; folder = filepath.Dir(folder) {
		way = append(way, folder)
		if folder == filepath.Dir(folder) {
			break
		}
	}
	for i := len(way) - 1; i >= 0; i-- {
		info, err := os.Stat(way[i])
		if err != nil || !a.enters(info) {
			return way[i]
		}
	}
	return ""
}

func (a account) enters(info os.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return true
	}
	switch mode := info.Mode().Perm(); {
	case int(stat.Uid) == a.uid:
		return mode&0o100 != 0
	case int(stat.Gid) == a.gid:
		return mode&0o010 != 0
	default:
		return mode&0o001 != 0
	}
}

// ServerUser reports whether uid is the operating system user that runs a new server for us.
func ServerUser(uid int) bool {
	a, err := accountFor("")
	return err == nil && a.uid == uid
}
