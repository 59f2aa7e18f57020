package cluster

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock is an advisory lock on a file. The kernel frees it when the process dies, so that no crash
// leaves one behind; the server's programs do not inherit it.
type lock struct{ file *os.File }

func openLock(path string, a account) (*lock, error) {
	// The folder may be the server account's, who must not lead root elsewhere by a link.
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, err
	}
	if err := a.give(file); err != nil {
		file.Close()
		return nil, err
	}
	return &lock{file: file}, nil
}

// try takes the lock, syscall.LOCK_EX or LOCK_SH, without waiting and says whether it was free.
func (l *lock) try(how int) (bool, error) {
	for {
		err := syscall.Flock(int(l.file.Fd()), how|syscall.LOCK_NB)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, syscall.EWOULDBLOCK):
			return false, nil
		case errors.Is(err, syscall.EINTR):
		default:
			return false, fmt.Errorf("lock %s: %w", l.file.Name(), err)
		}
	}
}

// wait takes the lock alone as soon as it is free. Only for one that is held for moments.
func (l *lock) wait() error {
	for {
		err := syscall.Flock(int(l.file.Fd()), syscall.LOCK_EX)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

// free gives the lock back and keeps the file open for the next try.
func (l *lock) free() {
	// Unlocking an open file of our own cannot fail in a way that anybody could mend.
	_ = syscall.Flock(int(l.file.Fd()), syscall.LOCK_UN)
}

func (l *lock) close() { l.file.Close() }
