package ksbtest_test

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

const rows = "K1 explain the kiln\nS1 fire the kiln\nB1 mind the others\n"

// good reads "CODE text" a line and keeps the contract.
func good() ksbtest.Reader {
	return ksbtest.Reader{
		Name: "rows.txt", Read: readRows, Write: writeRows, Limit: 1 << 12, RowOrder: shuffledRows,
		Samples: map[string][]byte{"rows, the first a bad one": []byte("nothing\n" + rows)},
	}
}

func readRows(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, problem := input.ReadLimited(r, name, 1<<12)
	if problem != nil {
		return ksb.Framework{}, ksb.Problems{problem}
	}
	return parseRows(data, name)
}

func parseRows(data []byte, name string) (ksb.Framework, ksb.Problems) {
	f := ksb.Framework{Format: ksb.Format, ID: "rows"}
	role := ksb.Role{ID: "rows", Title: "Rows", Origin: ksb.Origin{File: name, Line: 1}}
	var problems ksb.Problems
	line := 0
	for text := range strings.Lines(string(data)) {
		line++
		at := ksb.Origin{File: name, Line: line}
		code, text, found := strings.Cut(strings.TrimSpace(text), " ")
		switch {
		case found:
			f.Statements = append(f.Statements, ksb.Statement{ID: ksb.StatementID(code), Code: code, Kind: ksb.Skill, Text: text, Origin: at})
			role.Requirements = append(role.Requirements, ksb.Requirement{Statement: ksb.StatementID(code), Origin: at})
		case code != "":
			problems.Add(at, "", ksb.ErrSyntax, "%q", code)
		}
	}
	f.Roles = []ksb.Role{role}
	return f, problems.Sort()
}

func writeRows(w io.Writer, f ksb.Framework) error {
	for _, s := range f.Statements {
		if _, err := fmt.Fprintln(w, s.Code, s.Text); err != nil {
			return err
		}
	}
	return nil
}

func shuffledRows(sample []byte, shuffle func(n int, swap func(i, j int))) []byte {
	rows := bytes.SplitAfter(sample, []byte("\n"))
	shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	return bytes.Join(rows, nil)
}

func TestContractOfAGoodReader(t *testing.T) { ksbtest.RunReader(t, good()) }

// recorder is a T that only counts.
type recorder struct {
	sync.Mutex
	complaints []string
}

func (*recorder) Helper() {}

func (r *recorder) Errorf(format string, args ...any) {
	r.Lock()
	defer r.Unlock()
	r.complaints = append(r.complaints, fmt.Sprintf(format, args...))
}

// failed lists the checks that a reader does not pass.
func failed(r ksbtest.Reader) (names []string) {
	for _, c := range ksbtest.Checks() {
		var t recorder
		if c.Run(&t, r); len(t.complaints) > 0 {
			names = append(names, c.Name)
		}
	}
	return names
}

// after lets a reader do its work and then spoils what it returns.
func after(spoil func(data string, f *ksb.Framework, problems *ksb.Problems)) func(*ksbtest.Reader) {
	return func(r *ksbtest.Reader) {
		r.Read = func(from io.Reader, name string) (ksb.Framework, ksb.Problems) {
			data, err := io.ReadAll(from)
			f, problems := readRows(io.MultiReader(bytes.NewReader(data), errReader{err}), name)
			spoil(string(data), &f, &problems)
			return f, problems
		}
	}
}

type errReader struct{ err error }

func (e errReader) Read([]byte) (int, error) {
	if e.err == nil {
		return 0, io.EOF
	}
	return 0, e.err
}

// unchecked reads bytes as they are: no gzip, no mark, no limit, no encoding.
func unchecked(r io.Reader, name string) (ksb.Framework, ksb.Problems) {
	data, err := io.ReadAll(r)
	if err != nil {
		return ksb.Framework{}, ksb.Problems{{Fault: ksb.ErrRead, Origin: ksb.Origin{File: name}}}
	}
	return parseRows(data, name)
}

func TestBadReadersAreCaught(t *testing.T) {
	var calls atomic.Int64
	tests := []struct {
		why   string
		spoil func(*ksbtest.Reader)
		want  []string
	}{
		{"a good reader", func(*ksbtest.Reader) {}, nil},
		{"no samples", func(r *ksbtest.Reader) { r.Samples = nil }, []string{"samples"}},
		{"samples of nothing", func(r *ksbtest.Reader) { r.Samples = map[string][]byte{"": []byte("nothing")} }, []string{"samples", "round trip"}},
		{"it panics on nothing", after(func(data string, f *ksb.Framework, _ *ksb.Problems) {
			if strings.TrimSpace(data) == "" {
				f.Statements[99].Code = "?"
			}
		}), []string{"prefixes", "nothing", "failing"}},
		{"it panics on a lonely code", after(func(data string, f *ksb.Framework, _ *ksb.Problems) {
			if strings.HasSuffix(data, "K1") {
				f.Statements[99].Code = "?"
			}
		}), []string{"prefixes"}},
		{"it panics on damage", after(func(data string, f *ksb.Framework, problems *ksb.Problems) {
			if len(*problems) > 0 && (*problems)[0].Fault == ksb.ErrEncoding {
				f.Statements[99].Code = "?"
			}
		}), []string{"flips"}},
		{"problems without their file", after(func(_ string, _ *ksb.Framework, problems *ksb.Problems) {
			for _, p := range *problems {
				p.Origin.File = ""
			}
		}), []string{"problems", "prefixes", "flips", "nothing", "failing", "too large"}},
		{"problems on lines that are not there", after(func(_ string, _ *ksb.Framework, problems *ksb.Problems) {
			for _, p := range *problems {
				p.Origin.Line += 50
			}
		}), []string{"problems", "prefixes", "flips", "nothing", "failing"}},
		{"problems out of order", after(func(_ string, f *ksb.Framework, problems *ksb.Problems) {
			if len(f.Statements) > 2 && len(*problems) > 0 {
				problems.Add((*problems)[0].Origin, "", "a fault", "")
			}
		}), []string{"problems", "prefixes", "flips"}},
		{"a problem told twice", after(func(_ string, f *ksb.Framework, problems *ksb.Problems) {
			if len(f.Statements) > 2 {
				*problems = append(*problems, *problems...)
				slices.SortFunc(*problems, (*ksb.Problem).Compare)
			}
		}), []string{"problems", "prefixes", "flips"}},
		{"the place of another line", after(func(_ string, f *ksb.Framework, _ *ksb.Problems) {
			for i := range f.Statements {
				f.Statements[i].Text += " absolutely nowhere"
			}
		}), []string{"origins", "round trip"}},
		{"no places", after(func(_ string, f *ksb.Framework, _ *ksb.Problems) { *f = ksbtest.WithoutOrigins(*f) }), []string{"origins"}},
		{"places of requirements beyond the end", after(func(_ string, f *ksb.Framework, _ *ksb.Problems) {
			if len(f.Statements) > 2 {
				f.Roles[0].Requirements[0].Origin.Line = 99
			}
		}), []string{"origins"}},
		{"another result at every call", after(func(_ string, f *ksb.Framework, _ *ksb.Problems) {
			f.Edition = fmt.Sprint(calls.Add(1))
		}), []string{"repeatable", "clothes", "round trip", "row order"}},
		{"it takes bytes as they are", func(r *ksbtest.Reader) { r.Read = unchecked }, []string{"clothes", "nothing", "too large"}},
		{"lines that end in CRLF tell something else", after(func(data string, f *ksb.Framework, _ *ksb.Problems) {
			if strings.Contains(data, "\r") {
				f.Title = "CRLF"
			}
		}), []string{"clothes"}},
		{"lines that end in CRLF are refused with a problem", after(func(data string, f *ksb.Framework, problems *ksb.Problems) {
			if strings.Contains(data, "mind the others\r") {
				*f = ksb.Framework{}
				problems.Add(ksb.Origin{File: "rows.txt", Line: 2}, "", ksb.ErrValue, "CRLF")
				problems.Sort()
			}
		}), nil},
		{"a failing disk is taken for the end", func(r *ksbtest.Reader) {
			r.Read = func(from io.Reader, name string) (ksb.Framework, ksb.Problems) {
				data, _ := io.ReadAll(from)
				return readRows(bytes.NewReader(data), name)
			}
		}, []string{"failing"}},
		{"it wastes memory", after(func(data string, f *ksb.Framework, _ *ksb.Problems) {
			for range len(data) / 1024 {
				f.Jurisdiction = strings.Repeat("x", 16<<20)
			}
			f.Jurisdiction = ""
		}), []string{"memory"}},
		{"the writer drops something", func(r *ksbtest.Reader) {
			r.Write = func(w io.Writer, f ksb.Framework) error {
				f.Statements = f.Statements[1:]
				return writeRows(w, f)
			}
		}, []string{"round trip"}},
		{"the writer is not stable", func(r *ksbtest.Reader) {
			n := 0
			r.Write = func(w io.Writer, f ksb.Framework) error {
				n++
				_, _ = io.WriteString(w, strings.Repeat("\n", n))
				return writeRows(w, f)
			}
		}, []string{"round trip"}},
		{"the writer gives up", func(r *ksbtest.Reader) {
			r.Write = func(io.Writer, ksb.Framework) error { return ksb.ErrValue }
		}, []string{"round trip"}},
		{"the first row is special", after(func(data string, f *ksb.Framework, _ *ksb.Problems) {
			if strings.HasPrefix(data, "S1") {
				f.Edition = "S"
			}
		}), []string{"row order"}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			r := good()
			tt.spoil(&r)
			require.Equal(t, tt.want, failed(r))
		})
	}
}

// What a reader gives no means for is not checked.
func TestReaderWithoutWriteAndRowOrder(t *testing.T) {
	r := good()
	r.Write, r.RowOrder = nil, nil
	require.Empty(t, failed(r))
}

func TestChecksSayWhy(t *testing.T) {
	for _, c := range ksbtest.Checks() {
		require.NotEmpty(t, c.Name)
		require.NotEmpty(t, c.Doc, c.Name)
	}
}
