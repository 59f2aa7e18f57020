package stories_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"qudao/internal/apitest"
	"qudao/internal/demo"
	"qudao/internal/pgtest"
	"qudao/internal/seed"
)

const guide = "../docs/api.md"

// guideStep is one block of commands in the guide and, where the guide shows one, the answer below it.
type guideStep struct {
	line     int
	commands string
	answer   string
}

// A programmer who copies every command of docs/api.md, from the first to the last, on the demo brand,
// gets the answers that the guide shows.
func TestTheGuideForERPProgrammersIsTrue(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"bash", "curl"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("the guide is run with %s, which this machine lacks: install it (Debian: apt-get install %s)", program, program)
		}
	}
	s := apitest.StartWith(t, apitest.Config{Empty: true})
	if err := seed.Demo(t.Context(), s.Database.Owner, pgtest.Keys(), demo.Options{Seed: seed.Seed, Dealers: 12, SKUs: 60, Orders: 60, Now: time.Now()}, nil); err != nil {
		t.Fatal(err)
	}
	reader := newGuideReader(t, s.URL)
	for _, step := range guideSteps(t) {
		reader.run(step)
	}
}

var guideFence = regexp.MustCompile("^```(.*)$")

// guideSteps reads the fenced blocks. Every block of commands is run: one that is not marked so is an
// error of the guide.
func guideSteps(t *testing.T) (steps []guideStep) {
	t.Helper()
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	kind, begun, block := "", 0, []string(nil)
	for i, line := range strings.Split(string(text), "\n") {
		fence := guideFence.FindStringSubmatch(line)
		switch {
		case fence == nil:
			block = append(block, line)
			continue
		case begun == 0:
			kind, begun, block = fence[1], i+1, nil
			continue
		}
		content := strings.Join(block, "\n")
		switch kind {
		case "sh run":
			steps = append(steps, guideStep{line: begun, commands: content})
		case "json answer":
			if len(steps) == 0 || steps[len(steps)-1].answer != "" {
				t.Fatalf("%s:%d: an answer without commands before it", guide, begun)
			}
			steps[len(steps)-1].answer = content
		case "text", "http", "json":
		default:
			t.Fatalf("%s:%d: a block must be marked sh run, json answer, json, http or text, not %q", guide, begun, kind)
		}
		begun = 0
	}
	if len(steps) < 10 {
		t.Fatalf("%s has only %d blocks of commands", guide, len(steps))
	}
	return steps
}

// guideReader types what the guide says into one shell after the other, all in one folder. Variables stay.
type guideReader struct {
	t      *testing.T
	folder string
	env    []string
}

func newGuideReader(t *testing.T, base string) *guideReader {
	// Without the user's own settings of curl, and not through a proxy.
	env := slices.DeleteFunc(os.Environ(), func(entry string) bool {
		name, _, _ := strings.Cut(strings.ToLower(entry), "=")
		return name == "key" || name == "bash_env" || strings.HasSuffix(name, "_proxy")
	})
	folder := t.TempDir()
	return &guideReader{t: t, folder: folder, env: append(env, "BASE="+base, "HOME="+folder, "CURL_HOME="+folder, "LC_ALL=C.UTF-8")}
}

func (r *guideReader) run(step guideStep) {
	r.t.Helper()
	at := fmt.Sprintf("%s:%d", guide, step.line)
	if step.answer == "" && strings.Contains(step.commands, "curl ") && strings.Count(step.commands, "curl ") != strings.Count(step.commands, "curl -f") {
		r.t.Fatalf("%s: a call whose answer is not shown must fail on a refusal (curl -f)", at)
	}
	variables := filepath.Join(r.folder, ".variables")
	script := "set -a; [ ! -e " + variables + " ] || . " + variables + "\n" + step.commands + "\ndeclare -px | grep -E '^declare -x (BASE|[A-Z]+)=' > " + variables
	shell := exec.CommandContext(r.t.Context(), "bash", "-euo", "pipefail", "-c", script)
	shell.Dir, shell.Env = r.folder, r.env
	var out, complaints bytes.Buffer
	shell.Stdout, shell.Stderr = &out, &complaints
	if err := shell.Run(); err != nil {
		r.t.Fatalf("%s: %v\n%s\n%s\n%s", at, err, step.commands, out.String(), complaints.String())
	}
	if step.answer == "" {
		return
	}
	var want, got any
	if err := json.Unmarshal([]byte(step.answer), &want); err != nil {
		r.t.Fatalf("%s: the answer shown is not JSON: %v", at, err)
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		r.t.Fatalf("%s: the answer is not JSON: %v\n%s", at, err, out.String())
	}
	if wrong := differs("", want, got); wrong != "" {
		r.t.Fatalf("%s: %s\n%s", at, wrong, out.String())
	}
}

// differs tells where an answer is another than the guide shows. The guide shows a part: members of an
// object may be left out, "…" stands for any value, and as the last item of a list for any more.
func differs(path string, want, got any) string {
	switch want := want.(type) {
	case string:
		if want == "…" && got != nil {
			return ""
		}
		if before, cut := strings.CutSuffix(want, "…"); cut {
			if text, ok := got.(string); ok && strings.HasPrefix(text, before) {
				return ""
			}
		}
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s is %v, not an object", path, got)
		}
		for name, value := range want {
			if wrong := differs(path+"."+name, value, object[name]); wrong != "" {
				return wrong
			}
		}
		return ""
	case []any:
		list, ok := got.([]any)
		if n := len(want); ok && n > 0 && want[n-1] == "…" && len(list) >= n-1 {
			want, list = want[:n-1], list[:n-1]
		}
		if !ok || len(list) != len(want) {
			return fmt.Sprintf("%s is %v, not %v", path, got, want)
		}
		for i := range want {
			if wrong := differs(fmt.Sprintf("%s[%d]", path, i), want[i], list[i]); wrong != "" {
				return wrong
			}
		}
		return ""
	}
	if want != got {
		return fmt.Sprintf("%s is %v, the guide says %v", path, got, want)
	}
	return ""
}
