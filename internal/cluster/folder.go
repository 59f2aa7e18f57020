package cluster

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"syscall"
)

// Default is the data folder of an installation that names none: QUDAO_DATA, else /var/lib/qudao
// for root (PostgreSQL's user may not enter /root), else qudao in the user's own data folder.
func Default() string {
	if folder := os.Getenv("QUDAO_DATA"); folder != "" {
		return folder
	}
	if os.Geteuid() == 0 {
		return "/var/lib/qudao"
	}
	if base := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(base) {
		return filepath.Join(base, "qudao")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		if me, err := user.Current(); err == nil {
			home = me.HomeDir
		}
	}
	return filepath.Join(home, ".local", "share", "qudao")
}

// dataFolder makes the data folder where it is missing and returns its one true path, on which the
// name of the socket folder hangs. A folder that is there is left as it is, but for one case: an
// empty one of root's that the server's account may not enter is handed over.
func dataFolder(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", FolderUnusable.With("folder", path, "reason", reason(err)).Because(err)
	}
	if err := makeFolders(path); err != nil {
		return "", FolderUnusable.With("folder", path, "reason", reason(err)).Because(err)
	}
	resolved, err := filepath.EvalSymlinks(path)
	if err != nil {
		return "", FolderUnusable.With("folder", path, "reason", reason(err)).Because(err)
	}
	return resolved, nil
}

// makeFolders makes path, private, and the folders above it, which everybody may enter whatever the
// umask says: the server's account must get through.
func makeFolders(path string) error {
	info, err := os.Stat(path)
	if err == nil && !info.IsDir() {
		return syscall.ENOTDIR
	}
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var missing []string
	for folder := filepath.Dir(path); ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(folder); err == nil || folder == filepath.Dir(folder) {
			break
		}
		missing = append(missing, folder)
	}
	for i := len(missing) - 1; i >= 0; i-- {
		if err := os.Mkdir(missing[i], 0o755); errors.Is(err, fs.ErrExist) {
			continue // somebody else made it just now, and knows its rights
		} else if err != nil {
			return err
		}
		if err := os.Chmod(missing[i], 0o755); err != nil {
			return err
		}
	}
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// admit makes sure that the account may enter the data folder.
func (a account) admit(data string) error {
	shut := a.closed(data)
	if shut == "" {
		return nil
	}
	if shut == data {
		owner, _ := ownerOf(data)
		entries, err := os.ReadDir(data)
		if err == nil && len(entries) == 0 && owner.uid == os.Geteuid() {
			if err := os.Chown(data, a.uid, a.gid); err != nil {
				return FolderUnusable.With("folder", data, "reason", reason(err)).Because(err)
			}
			return nil
		}
		if shut = a.closed(data); shut == "" {
			return nil // another process opened the same new folder and was faster
		}
	}
	return FolderClosed.With("account", a.name, "folder", shut, "setting", "QUDAO_DATA", "example", "/var/lib/qudao")
}

// longestSocket is what a socket's path may have on every system (macOS: 104 bytes, Linux: 108).
const longestSocket = 100

// socketFolder makes the folder of the server's socket. Its path is short however long the data
// folder's is.
func socketFolder(data string, a account) (string, error) {
	sum := sha256.Sum256([]byte(data))
	name := "qudao-" + hex.EncodeToString(sum[:])[:10]
	base := "/tmp"
	if temp, err := filepath.Abs(os.TempDir()); err == nil {
		folder, err := filepath.EvalSymlinks(temp)
		if err == nil && len(filepath.Join(folder, name, socketName)) < longestSocket && a.closed(folder) == "" {
			base = folder
		}
	}
	folder := filepath.Join(base, name)
	return folder, makeSocketFolder(folder, a)
}

// ourSocket tells our socket folders from any other, such as one that an administrator gave a server
// started by hand. No other's owner or rights are ever changed.
func ourSocket(folder string) bool { return strings.HasPrefix(filepath.Base(folder), "qudao-") }

// makeSocketFolder makes the folder and refuses one that somebody else may have laid out for us:
// whoever owns it could stand between us and the database.
func makeSocketFolder(folder string, a account) error {
	if !ourSocket(folder) {
		return SocketForeign.With("folder", folder, "owner", "its name is not ours")
	}
	err := os.Mkdir(folder, 0o700)
	if err == nil && a.switched {
		err = os.Lchown(folder, a.uid, a.gid)
	}
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return FolderUnusable.With("folder", folder, "reason", reason(err)).Because(err)
	}
	owner, _ := ownerOf(folder)
	info, err := os.Lstat(folder)
	if err != nil {
		return FolderUnusable.With("folder", folder, "reason", reason(err)).Because(err)
	}
	if !info.IsDir() || owner.uid != a.uid && owner.uid != os.Geteuid() {
		return SocketForeign.With("folder", folder, "owner", owner.name)
	}
	if owner.uid != a.uid { // root's: we crashed between making it and handing it over
		if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
			return SocketForeign.With("folder", folder, "owner", owner.name)
		}
		if err := os.Lchown(folder, a.uid, a.gid); err != nil {
			return FolderUnusable.With("folder", folder, "reason", reason(err)).Because(err)
		}
	}
	if info.Mode().Perm() != 0o700 {
		if err := os.Chmod(folder, 0o700); err != nil {
			return FolderUnusable.With("folder", folder, "reason", reason(err)).Because(err)
		}
	}
	return nil
}

// reason is what the system says, without the path that the sentence around it names already.
func reason(err error) string {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return errno.Error()
	}
	return err.Error()
}
