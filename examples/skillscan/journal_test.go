package main

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

const (
	first  = `{"format":"scan/1","worker":"w-17","role":"R1","standards":"x"}` + "\n"
	second = `{"answer":1,"statement":"S1","as":"employer","by":"m","at":"2026-07-01","level":2}` + "\n"
)

// mistake is what a problem is, without its words.
type mistake struct {
	fault ksb.Fault
	path  string
	line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}

// TestReadJournal: everything that is wrong, by line, and the sound lines stay.
func TestReadJournal(t *testing.T) {
	after := func(line string) string { return first + second + line + "\n" }
	for _, c := range []struct {
		why, give string
		want      []mistake
		stay      int
	}{
		{"sound", first + second, nil, 1},
		{"blank lines are none", first + "\n" + second + "\n", nil, 1},
		{"nothing", "", []mistake{{ksb.ErrRead, "", 0}}, 0},
		{"another format", `{"format":"worker/1"}`, []mistake{{ksb.ErrFormat, "format", 1}}, 0},
		{"a greater number", `{"format":"scan/2"}`, []mistake{{ksb.ErrFormat, "format", 1}}, 0},
		{"answers without a scan", second, []mistake{{ksb.ErrFormat, "format", 1}}, 0},
		{"of nobody, for nothing", `{"format":"scan/1","standards":"x"}` + "\n", []mistake{{ksb.ErrMissingID, "role", 1}, {ksb.ErrMissingID, "worker", 1}}, 0},
		{"an unknown key", strings.Replace(first, `"role"`, `"roles":1,"role"`, 1) + strings.Replace(second, `"by"`, `"buy":1,"by"`, 1),
			[]mistake{{ksb.ErrUnknownKey, "roles", 1}, {ksb.ErrUnknownKey, "buy", 2}}, 0},
		{"a broken line does not hide the next", first + "{\n" + second, []mistake{{ksb.ErrSyntax, "", 2}}, 1},
		{"a cut-off line", first + second[:30], []mistake{{ksb.ErrSyntax, "", 2}, {ksb.ErrSyntax, "", 2}}, 0},
		{"a whole line without its end", first + strings.TrimSpace(second), []mistake{{ksb.ErrSyntax, "", 2}}, 1},
		{"an empty answer", first + "{}\n", []mistake{{ksb.ErrValue, "answer", 2}, {ksb.ErrValue, "as", 2}, {ksb.ErrMissing, "at", 2},
			{ksb.ErrMissing, "by", 2}, {ksb.ErrValue, "level", 2}, {ksb.ErrMissing, "statement", 2}}, 0},
		{"a number again", after(`{"answer":1,"statement":"S2","as":"employer","by":"m","at":"2026-07-01","level":2}`), []mistake{{ksb.ErrValue, "answer", 3}}, 1},
		{"an earlier day", after(`{"answer":2,"statement":"S2","as":"employer","by":"m","at":"2026-06-30","level":2}`), []mistake{{ksb.ErrDate, "at", 3}}, 1},
		{"an assessor", after(`{"answer":2,"statement":"S2","as":"assessor","by":"m","at":"2026-07-01","level":2}`), []mistake{{ksb.ErrValue, "as", 3}}, 1},
		{"a level and none", after(`{"answer":2,"statement":"S2","as":"employer","by":"m","at":"2026-07-01","level":2,"cannotSay":true}`), []mistake{{ksb.ErrValue, "level", 3}}, 1},
		{"a level below 0", after(`{"answer":2,"statement":"S2","as":"employer","by":"m","at":"2026-07-01","level":-1}`), []mistake{{ksb.ErrLevel, "level", 3}}, 1},
		{"half a level", after(`{"answer":2,"statement":"S2","as":"employer","by":"m","at":"2026-07-01","level":1.5}`), []mistake{{ksb.ErrWrongType, "level", 3}}, 1},
		{"a second answer that does not say so", after(`{"answer":2,"statement":"S1","as":"employer","by":"m","at":"2026-07-01","level":3}`), []mistake{{ksb.ErrValue, "follows", 3}}, 1},
		{"without a reason", after(`{"answer":2,"statement":"S1","as":"employer","by":"m","at":"2026-07-01","level":3,"replaces":1}`), []mistake{{ksb.ErrMissing, "reason", 3}}, 1},
		{"of an answer that there is not", after(`{"answer":2,"statement":"S1","as":"employer","by":"m","at":"2026-07-01","level":3,"replaces":7,"reason":"r"}`), []mistake{{ksb.ErrValue, "replaces", 3}}, 1},
		{"of another party's", after(`{"answer":2,"statement":"S1","as":"provider","by":"m","at":"2026-07-01","level":3,"follows":1,"reason":"r"}`), []mistake{{ksb.ErrValue, "follows", 3}}, 1},
		{"both wrong and overtaken", after(`{"answer":2,"statement":"S1","as":"employer","by":"m","at":"2026-07-01","level":3,"replaces":1,"follows":1,"reason":"r"}`), []mistake{{ksb.ErrValue, "follows", 3}}, 1},
		{"a reason for nothing", after(`{"answer":2,"statement":"S2","as":"employer","by":"m","at":"2026-07-01","level":3,"reason":"r"}`), []mistake{{ksb.ErrMissing, "reason", 3}}, 1},
		{"a sound correction", after(`{"answer":2,"statement":"S1","as":"employer","by":"m","at":"2026-07-02","level":3,"replaces":1,"reason":"r"}`), nil, 2},
	} {
		t.Run(c.why, func(t *testing.T) {
			j, problems := readJournal(strings.NewReader(c.give), "x")
			if diff := cmp.Diff(c.want, mistakes(problems), cmp.AllowUnexported(mistake{})); diff != "" {
				t.Errorf("%s (-want +got):\n%s\n%v", c.why, diff, problems)
			}
			require.Len(t, j.answers, c.stay)
		})
	}
}

// TestReadPacked: the same bytes gzipped are the same scan.
func TestReadPacked(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(first + second))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	j, problems := readJournal(&packed, "x")
	require.Empty(t, problems)
	require.Len(t, j.answers, 1)
}

// FuzzReadJournal: whatever the bytes, there is an answer or a problem; and a sound scan
// written again is read again.
func FuzzReadJournal(f *testing.F) {
	f.Add([]byte(first + second))
	f.Add([]byte(first + "{}\n{\n" + second))
	f.Fuzz(func(t *testing.T, data []byte) {
		j, problems := readJournal(bytes.NewReader(data), "x")
		if len(problems) > 0 || j.Format == "" {
			require.NotEmpty(t, problems, "nothing was read, and nothing said")
			return
		}
		again, err := begin(j.header)
		require.NoError(t, err)
		for _, a := range j.answers {
			line, err := encode(a)
			require.NoError(t, err)
			again.bytes = append(again.bytes, line...)
		}
		second, problems := readJournal(bytes.NewReader(again.bytes), "x")
		require.Empty(t, problems)
		require.Len(t, second.answers, len(j.answers))
		for i, a := range j.answers {
			a.Origin = second.answers[i].Origin
			require.Equal(t, a, second.answers[i])
		}
	})
}
