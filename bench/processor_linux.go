package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// canAccount says that the processor time of other processes can be read.
const canAccount = true

// tick is the unit of /proc, which is this on every Linux that Go runs on.
const tick = 10 * time.Millisecond

// usage is what the kernel knows of a process.
type usage struct {
	own      time.Duration // its processor time
	children time.Duration // of children that ended and were waited for, and of theirs
}

func usageOf(pid int) (u usage, err error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, err
	}
	// The name, in parentheses, may hold anything.
	fields := strings.Fields(string(text[bytes.LastIndexByte(text, ')')+1:]))
	if len(fields) < 15 {
		return u, fmt.Errorf("/proc/%d/stat: %q", pid, text)
	}
	var ticks [4]time.Duration
	for i := range ticks {
		n, err := strconv.ParseInt(fields[11+i], 10, 64)
		if err != nil {
			return u, fmt.Errorf("/proc/%d/stat: %w", pid, err)
		}
		ticks[i] = time.Duration(n) * tick
	}
	return usage{own: ticks[0] + ticks[1], children: ticks[2] + ticks[3]}, nil
}

// processorTime is what a process and its children have used, ended ones included.
func processorTime(pid int) (time.Duration, error) {
	for {
		before, err := usageOf(pid)
		if err != nil {
			return 0, err
		}
		sum := before.own + before.children
		for _, child := range childrenOf(pid) {
			u, err := usageOf(child)
			if err != nil {
				continue // it has just ended, which the second look at the parent tells
			}
			sum += u.own + u.children
		}
		// A child that was waited for in between may be counted twice or not at all.
		if after, err := usageOf(pid); err == nil && after.children == before.children {
			return sum, nil
		}
	}
}

func childrenOf(pid int) (children []int) {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%d/children", pid, pid))
	for _, field := range strings.Fields(string(text)) {
		if child, err := strconv.Atoi(field); err == nil {
			children = append(children, child)
		}
	}
	return children
}
