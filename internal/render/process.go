package render

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"sync/atomic"
	"time"

	"qudao/internal/clock"
)

// limits bound one reading process.
type limits struct {
	memory   int64         // bytes
	patience time.Duration // how long the parent waits for it, all waits added up
}

var usualLimits = limits{memory: 256 << 20, patience: 30 * time.Second}

// process is a child that reads one file.
type process struct {
	command *exec.Cmd
	cancel  context.CancelFunc
	wire    wireReader
	stderr  bytes.Buffer
	late    atomic.Bool
	ended   bool
	end     error
}

// startProcess starts a child on a file. Its environment holds nothing but the switch that makes it
// a child: no address, no secret.
func startProcess(ctx context.Context, file File, ask request, lim limits) (*process, error) {
	program, err := ownProgram()
	if err != nil {
		return nil, fmt.Errorf("find own program: %w", err)
	}
	ask.Size, ask.Memory, ask.CPU = file.Size, lim.memory, int64(lim.patience/time.Second)+1
	line, err := json.Marshal(ask)
	if err != nil {
		return nil, fmt.Errorf("write request: %w", err)
	}
	ctx, cancel := context.WithCancel(ctx)
	p := &process{cancel: cancel}
	p.command = exec.CommandContext(ctx, program)
	p.command.Args = []string{"qudao-render"}
	p.command.Env = []string{childVariable + "=1", "GOTRACEBACK=single", "GOMAXPROCS=2"}
	p.command.Stdin = io.MultiReader(bytes.NewReader(append(line, '\n')), io.NewSectionReader(file.At, 0, file.Size))
	p.command.Stderr = &capped{to: &p.stderr, left: 4 << 10}
	p.command.WaitDelay = time.Second
	out, err := p.command.StdoutPipe()
	if err != nil {
		cancel()
		return nil, fmt.Errorf("start reading process: %w", err)
	}
	if err := p.command.Start(); err != nil {
		cancel()
		return nil, fmt.Errorf("start reading process: %w", err)
	}
	waiting := &patient{from: out, left: lim.patience, give: func() { p.late.Store(true); cancel() }}
	p.wire = wireReader{from: bufio.NewReaderSize(waiting, 64<<10)}
	return p, nil
}

// stop ends the child and waits for it. It may be called again.
func (p *process) stop() {
	if p.ended {
		return
	}
	p.ended = true
	p.cancel()
	p.end = p.command.Wait()
}

// explain turns a broken conversation into what the caller can be told.
func (p *process) explain(ctx context.Context, err error) error {
	if !p.ended && !errors.Is(err, errWire) {
		// The pipe broke: the child is about to be gone, and how it ended is the reason.
		p.ended = true
		last := time.AfterFunc(time.Second, p.cancel)
		p.end = p.command.Wait()
		last.Stop()
	}
	p.stop()
	p.cancel()
	if ctx.Err() != nil {
		return fmt.Errorf("read workbook: %w", context.Cause(ctx))
	}
	cause := fmt.Errorf("%w: %v: %s", err, p.end, bytes.TrimSpace(p.stderr.Bytes()))
	var exit *exec.ExitError
	killed := errors.As(p.end, &exit) && exit.ExitCode() == -1 // by the kernel, or by us
	// At its limit the child may also fail to start a thread, which needs memory for its stack.
	said := p.stderr.Bytes()
	starved := exit != nil && (exit.ExitCode() == exitHeavy || bytes.Contains(said, []byte("memory")) || bytes.Contains(said, []byte("pthread_create failed")))
	if p.late.Load() || killed && !errors.Is(err, errWire) || starved {
		return FileTooHeavy.With().Because(cause)
	}
	return FileUnreadable.With().Because(cause)
}

// patient reads, and gives up when the waits add up to too much. The time the caller takes between
// reads does not count: a child blocked on a full pipe does no harm.
type patient struct {
	from io.Reader
	left time.Duration
	give func()
}

func (p *patient) Read(b []byte) (int, error) {
	if p.left <= 0 {
		p.give()
	}
	timer := time.AfterFunc(p.left, p.give)
	began := clock.System.Now()
	n, err := p.from.Read(b)
	timer.Stop()
	p.left -= clock.System.Now().Sub(began)
	return n, err
}

// capped keeps the beginning of what is written.
type capped struct {
	to   *bytes.Buffer
	left int
}

func (c *capped) Write(b []byte) (int, error) {
	keep := min(len(b), c.left)
	c.to.Write(b[:keep])
	c.left -= keep
	return len(b), nil
}
