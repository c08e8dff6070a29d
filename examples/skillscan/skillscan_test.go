package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/examples/trial"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

var goldens = trial.Goldens()

func call(t *testing.T, stdin string, args ...string) trial.Called {
	t.Helper()
	return trial.Call(stdin, func(in io.Reader, out, errs io.Writer) int { return run(t.Context(), args, in, out, errs) })
}

// ward is a small role: three statements in a chain, one critical, and one apart.
const ward = "testdata/ward.json"

// newScan is where a scan may be kept, and the flags to begin it.
func newScan(t *testing.T) (file string, args []string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "scan.ndjson")
	return file, []string{"-file", file, "-framework", ward, "-worker-id", "w-17", "-date", "2026-06-30"}
}

func content(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(data)
}

// TestGolden shows whole sittings, to the byte: what is typed stands behind the prompts.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name, why string
		sittings  []string
		flags     [][]string
	}{
		{"together.txt", "all three at once, who differ; one answer is taken back",
			[]string{"2\n1\n2\n?\n3\n\nwrong W2\nemployer\n0\nmistook it for W3\nseven\nq\n"}, [][]string{nil}},
		{"one-by-one.txt", "the apprentice alone, then the employer, who is asked the same first",
			[]string{"2\n3\n1\n0\n", "1\n?\n1\n"},
			[][]string{{"-as", "apprentice"}, {"-as", "employer", "-by", "employer=m-3", "-date", "2026-07-14"}}},
		{"complete.txt", "everything in order, what is critical first", []string{"3\n3\n3\n2\n2\n2\n2\n2\n2\n1\n1\n1\n"},
			[][]string{{"-complete", "-critical-first"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, args := newScan(t)
			transcript := ""
			for i, typed := range c.sittings {
				got := call(t, typed, append(args, c.flags[i]...)...)
				require.Equal(t, inputs.Done, got.Code, "%s: %s", c.why, got.Errors)
				transcript += got.Out + strings.Repeat("=", 80) + "\n"
			}
			transcript = strings.ReplaceAll(transcript, file, "SCAN") + content(t, file)
			goldens.Equal(t, c.name, transcript, c.why)
		})
	}
}

// TestFits: a transcript is for 80 columns, with the long statements of the sample.
func TestFits(t *testing.T) {
	file := filepath.Join(t.TempDir(), "scan.ndjson")
	got := call(t, strings.Repeat("2\n3\n1\n", 40)+"h\n", "-file", file, "-worker-id", "w-17", "-date", "2026-06-30")
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	trial.Fits(t, strings.ReplaceAll(got.Out, file, "SCAN"))
	require.NotContains(t, got.Out, "\x1b", "no colour: words carry the meaning")
}

// TestStopAnywhere: wherever a sitting ends, the file is whole, and going on leads to
// the same answers as never having stopped.
func TestStopAnywhere(t *testing.T) {
	typed := []string{"2\n", "1\n", "2\n", "?\n", "1\n", "0\n", "changed W2\n", "provider\n", "3\n", "practised\n", "3\n", "3\n", "0\n"}
	whole, args := newScan(t)
	require.Equal(t, inputs.Done, call(t, strings.Join(typed, ""), args...).Code)
	want := content(t, whole)
	require.Equal(t, 11, strings.Count(want, "\n"))
	for stop := range typed {
		if stop > 6 && stop < 10 {
			continue // within a command: it is given anew
		}
		file, args := newScan(t)
		for _, part := range [][]string{typed[:stop], typed[stop:]} {
			got := call(t, strings.Join(part, ""), args...)
			require.Equal(t, inputs.Done, got.Code, got.Errors)
			if _, err := os.Stat(file); err == nil {
				_, problems := readJournal(strings.NewReader(content(t, file)), "x")
				require.Empty(t, problems)
			}
		}
		if diff := cmp.Diff(want, content(t, file)); diff != "" {
			t.Errorf("stopped after %d lines: %s", stop, diff)
		}
		rest, err := os.ReadDir(filepath.Dir(file))
		require.NoError(t, err)
		require.Len(t, rest, 1, "nothing is left lying beside the file")
	}
}

// TestInterrupt: Ctrl-C stops as "q" does.
func TestInterrupt(t *testing.T) {
	file, args := newScan(t)
	ctx, cancel := context.WithCancel(t.Context())
	in := &stopper{rest: strings.NewReader("2\n"), cancel: cancel, hang: make(chan struct{})}
	defer close(in.hang)
	var out, errs bytes.Buffer
	require.Equal(t, inputs.Done, run(ctx, args, in, &out, &errs), errs.String())
	require.Contains(t, out.String(), "Stopped.")
	require.Equal(t, 2, strings.Count(content(t, file), "\n"), "the answer before is kept")
}

// stopper is a person who answers and then presses Ctrl-C.
type stopper struct {
	rest   *strings.Reader
	cancel func()
	hang   chan struct{}
}

func (s *stopper) Read(p []byte) (int, error) {
	if s.rest.Len() == 0 {
		s.cancel()
		<-s.hang
	}
	return s.rest.Read(p)
}

// TestEvidence: worker/1 holds what was said, by whom, and nothing that was inferred.
func TestEvidence(t *testing.T) {
	file, args := newScan(t)
	out := filepath.Join(t.TempDir(), "w.json")
	typed := "3\n3\n3\nwrong W2\nprovider\n1\nhad not seen it\n?\n1\n1\nq\n"
	got := call(t, typed, append(args, "-out", out, "-by", "employer=m-3", "-provider-kind", "observation")...)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	w, problems := workerjson.Read(strings.NewReader(content(t, out)), "w.json")
	require.Empty(t, problems)
	type piece struct {
		id, statement, kind, as, by, state string
		level                              float64
	}
	var pieces []piece
	for _, e := range w.Evidence {
		pieces = append(pieces, piece{e.ID, e.Statements[0].ID, e.Kind.String(), string(e.As), e.By, e.State.String(), *e.Level})
		require.Equal(t, "2026-06-30", e.At.String())
	}
	want := []piece{
		{"scan-1", "w2", "self", "apprentice", "apprentice", "", 3},
		{"scan-2", "w2", "supervisor", "employer", "m-3", "", 3},
		{"scan-3", "w2", "observation", "provider", "provider", "rejected", 3},
		{"scan-4", "w2", "observation", "provider", "provider", "", 1},
		{"scan-6", "w4", "supervisor", "employer", "m-3", "", 1},
		{"scan-7", "w4", "observation", "provider", "provider", "", 1},
	}
	if diff := cmp.Diff(want, pieces, cmp.AllowUnexported(piece{})); diff != "" {
		t.Error(diff)
	}
	require.Contains(t, content(t, file), `"cannotSay":true`, "5 is an answer, and no evidence")
	data, err := os.Open(ward)
	require.NoError(t, err)
	defer data.Close()
	f, problems := ksbjson.Read(data, ward)
	require.Empty(t, problems)
	report, err := assess.Quick(f, w, "ward-host", w.Evidence[0].At)
	require.NoError(t, err)
	require.Empty(t, report.Findings, "the report takes every piece")
}

// TestInferredIsShownAndNotWritten: a "yes" of three to the last of the chain settles
// what it builds on.
func TestInferredIsShownAndNotWritten(t *testing.T) {
	file, args := newScan(t)
	got := call(t, strings.Repeat("3\n", 30), args...)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.Contains(t, got.Out, "likely      W1\n")
	require.NotContains(t, content(t, file), `"w1"`)
	again := call(t, "2\n2\n2\n", append(args, "-complete")...)
	require.Equal(t, inputs.Done, again.Code, again.Errors)
	require.Contains(t, content(t, file), `"w1"`, "-complete asks it")
}

// TestExitCodes is the contract with scripts.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	const head = `{"format":"scan/1","worker":"w-17","role":"ward-host","standards":"x"}` + "\n"
	const line = `{"answer":1,"statement":"w1","as":"employer","by":"m","at":"2026-07-01","level":2}` + "\n"
	sound := write("sound.ndjson", head+line)
	base := []string{"-framework", ward, "-date", "2026-07-01"}
	for _, c := range []struct {
		why  string
		args []string
		code int
		says string
	}{
		{"a scan that has begun", []string{"-file", sound}, inputs.Done, ""},
		{"only to look at it", []string{"-file", sound, "-show"}, inputs.Done, ""},
		{"no file", nil, inputs.Misused, "-file"},
		{"a new scan of nobody", []string{"-file", filepath.Join(dir, "new")}, inputs.Misused, "-worker-id"},
		{"another person's", []string{"-file", sound, "-worker-id", "w-18"}, inputs.Misused, "w-18"},
		{"for another role", []string{"-file", sound, "-role", "astronaut"}, inputs.Misused, "astronaut"},
		{"before the last answers", []string{"-file", sound, "-date", "2026-06-30"}, inputs.Misused, "2026-07-01"},
		{"a day that does not exist", []string{"-file", sound, "-date", "2026-02-30"}, inputs.Misused, "2026-02-30"},
		{"a party that there is not", []string{"-file", sound, "-as", "boss"}, inputs.Misused, "apprentice"},
		{"a party twice", []string{"-file", sound, "-as", "employer,employer"}, inputs.Misused, "once"},
		{"a source of nobody", []string{"-file", sound, "-by", "employer="}, inputs.Misused, "ID"},
		{"a kind that a scan cannot give", []string{"-file", sound, "-provider-kind", "certificate"}, inputs.Misused, "certificate"},
		{"evidence over the scan", []string{"-file", sound, "-out", sound}, inputs.Misused, "same file"},
		{"a stray word", []string{"-file", sound, "go"}, inputs.Misused, "go"},
		{"nothing to look at", []string{"-file", filepath.Join(dir, "new"), "-show"}, inputs.Failed, "new"},
		{"no scan", []string{"-file", write("no.json", `{"format":"worker/1"}`)}, inputs.Failed, "scan/1"},
		{"a faulty scan is not added to", []string{"-file", write("faulty.ndjson", head+`{"answer":1}`+"\n")}, inputs.Failed, "faulty.ndjson:2: as"},
		{"but it can be looked at", []string{"-file", write("looked.ndjson", head+line+`{"answer":1}`+"\n"), "-show"}, inputs.Done, "looked.ndjson:3"},
		{"-strict takes that for a failure", []string{"-file", filepath.Join(dir, "looked.ndjson"), "-show", "-strict"}, inputs.Failed, "looked.ndjson:3"},
		{"a cut-off line", []string{"-file", write("cut.ndjson", head+line[:40])}, inputs.Failed, "cut.ndjson:2"},
		{"a level off the scale", []string{"-file", write("level.ndjson", head+strings.Replace(line, `"level":2`, `"level":9`, 1))}, inputs.Failed, "level.ndjson:2"},
		{"a statement of another role", []string{"-file", write("other.ndjson", head+strings.Replace(line, "w1", "w9", 1))}, inputs.Failed, "w9"},
		{"a role that the standards lack", []string{"-file", write("role.ndjson", strings.Replace(head, "ward-host", "gone", 1))}, inputs.Failed, "gone"},
		{"standards that are not there", []string{"-file", filepath.Join(dir, "new"), "-worker-id", "w", "-framework", "nowhere.json", "-role", "x"}, inputs.Misused, "nowhere.json"},
	} {
		t.Run(c.why, func(t *testing.T) {
			got := call(t, "", append(base, c.args...)...)
			require.Equal(t, c.code, got.Code, got.Errors)
			require.Contains(t, got.Errors, c.says)
		})
	}
	require.NoFileExists(t, filepath.Join(dir, "new"), "nothing is written before the first answer")
	require.Equal(t, head+line, content(t, sound))
}

// TestSomebodyElse: what others write while a scan is open is never lost.
func TestSomebodyElse(t *testing.T) {
	file, args := newScan(t)
	require.Equal(t, inputs.Done, call(t, "2\n", args...).Code)
	s := store{name: file, saved: []byte(content(t, file))}
	require.NoError(t, os.WriteFile(file, []byte("theirs\n"), 0o600))
	require.ErrorIs(t, s.save([]byte("ours\n")), errChanged)
	require.Equal(t, "theirs\n", content(t, file))
	s = store{name: file, saved: []byte{0x1f, 0x8b, 8}}
	require.ErrorIs(t, s.save([]byte("ours\n")), errPacked)
}

// TestModes: a scan is about a person, so a new file is its owner's alone, and one that
// was opened to others stays so.
func TestModes(t *testing.T) {
	file, args := newScan(t)
	require.Equal(t, inputs.Done, call(t, "2\n", args...).Code)
	info, err := os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	require.NoError(t, os.Chmod(file, 0o640))
	require.Equal(t, inputs.Done, call(t, "2\n", args...).Code)
	info, err = os.Stat(file)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o640), info.Mode().Perm())
}

// TestHostileInput: what is typed cannot reach the file but as an answer.
func TestHostileInput(t *testing.T) {
	file, args := newScan(t)
	typed := "\x1b[2J\n99999999999999999999\n-1\n2.5\n\"}\n2\nwrong W2\n1\n\nq\n" + strings.Repeat("x", 1<<17)
	got := call(t, typed, args...)
	require.Equal(t, inputs.Done, got.Code, got.Errors)
	require.NotContains(t, got.Out, "\x1b")
	j, problems := readJournal(strings.NewReader(content(t, file)), "x")
	require.Empty(t, problems)
	require.Len(t, j.answers, 1)
	_, args = newScan(t)
	got = call(t, strings.Repeat("x", 1<<17), args...)
	require.Equal(t, inputs.Failed, got.Code, "a line without end is no answer")
}

// TestDate: a sitting of a day keeps that day.
func TestDate(t *testing.T) {
	day, err := ksb.ParseDate("2026-06-30")
	require.NoError(t, err)
	file, args := newScan(t)
	require.Equal(t, inputs.Done, call(t, "2\n", args...).Code)
	j, problems := readJournal(strings.NewReader(content(t, file)), "x")
	require.Empty(t, problems)
	require.Equal(t, day, j.lastDay())
}
