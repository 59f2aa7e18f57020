//go:build !linux

package main

import (
	"errors"
	"time"
)

// canAccount says that the processor time of other processes can be read.
const canAccount = false

// processorTime is known on Linux only.
func processorTime(int) (time.Duration, error) {
	return 0, errors.New("the processor time of other processes is read on Linux only")
}
