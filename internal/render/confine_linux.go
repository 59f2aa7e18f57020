package render

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// confineProcess sets what the kernel enforces. The data limit counts what a Go program has mapped
// already, some of it never touched, so the allowance comes on top; limiting the address space
// instead would refuse the runtime's own reservations. No file can be written, and the program's
// connections were never inherited.
func confineProcess(memory, cpu int64) error {
	mapped, err := mappedData()
	if err != nil {
		return err
	}
	limits := []struct {
		what  int
		value uint64
	}{
		{syscall.RLIMIT_DATA, uint64(mapped + memory)},
		{syscall.RLIMIT_CPU, uint64(cpu)},
		{syscall.RLIMIT_FSIZE, 0},
		{syscall.RLIMIT_CORE, 0},
	}
	for _, limit := range limits {
		if err := syscall.Setrlimit(limit.what, &syscall.Rlimit{Cur: limit.value, Max: limit.value}); err != nil {
			return fmt.Errorf("limit %d: %w", limit.what, err)
		}
	}
	return nil
}

// mappedData is the writable memory this process has mapped, in bytes.
func mappedData() (int64, error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmData:"); ok {
			kib, err := strconv.ParseInt(strings.TrimSuffix(strings.TrimSpace(rest), " kB"), 10, 64)
			return kib << 10, err
		}
	}
	return 0, fmt.Errorf("no VmData in /proc/self/status")
}

// ownProgram is the running program, even when its file was replaced by a newer release.
func ownProgram() (string, error) { return "/proc/self/exe", nil }
