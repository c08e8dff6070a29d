package sheet_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/ksb"
)

func TestReadEveryColumn(t *testing.T) {
	list := readSound(t, header+"\nw,e1,S1,observation,assessor,below,3.2,lead-1,2026-01-31,2027-01-31,0.5,0.25,0.75,draft\n")
	want := []assess.Worker{{Format: assess.WorkerFormat, ID: "w", Evidence: []assess.Evidence{{
		ID: "e1", Statements: assess.Refs("S1"), Kind: assess.Observation, As: "assessor", Mode: assess.Below, Level: new(3.2),
		By: "lead-1", At: 739647, Until: 740012, Relevance: 0.5, Confidence: 0.25, Reliability: 0.75, State: assess.Draft,
		Row: 1, Origin: ksb.Origin{File: "x.csv", Line: 2},
	}}}}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
}

// Blanks mean the default, whether the cell is empty, blank or not there.
func TestReadDefaults(t *testing.T) {
	want := []assess.Worker{{Format: assess.WorkerFormat, Evidence: []assess.Evidence{{
		ID: "row-1", Statements: assess.Refs("S1"), Kind: assess.Test, At: 739647, Row: 1, Origin: ksb.Origin{File: "x.csv", Line: 2},
	}}}}
	for why, text := range map[string]string{
		"no columns":    "statement,kind,at\nS1,test,2026-01-31",
		"empty cells":   header + "\n,,S1,test,,,,,2026-01-31,,,,,",
		"blank cells":   header + "\n , ,S1,test, , ,\u00a0,\t,2026-01-31, , , , , ",
		"a short row":   header + "\n,,S1,test,,,,,2026-01-31",
		"quoted blanks": header + "\n\"\",\"\",S1,test,\"\",,,,2026-01-31,,,,,",
	} {
		t.Run(why, func(t *testing.T) {
			if diff := cmp.Diff(want, readSound(t, text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReadTheHeader(t *testing.T) {
	const cells = "\nw,e1,S1,test,2026-01-31\n"
	sound := []string{"w/e1:S1"}
	tests := []struct {
		why, give string
		want      []string
		faults    []mistake
	}{
		{"as documented", short + cells, sound, nil},
		{"another order", "at,statement,kind,worker,evidence\n2026-01-31,S1,test,w,e1\n", sound, nil},
		{"other case", "Worker,EVIDENCE,Statement,kiNd,At" + cells, sound, nil},
		{"blanks", " worker , evidence,statement\t,\u00a0kind, at " + cells, sound, nil},
		{"quotes", `"worker","evidence","statement","kind","at"` + cells, sound, nil},
		{"a column that nobody knows", short + ",remarks\nw,e1,S1,test,2026-01-31,good\n", sound, []mistake{{ksb.ErrUnknownKey, "header", 1}}},
		{"two of them: one problem", "mark," + short + ",remarks\n9,w,e1,S1,test,2026-01-31,good\n", sound,
			[]mistake{{ksb.ErrUnknownKey, "header", 1}}},
		{"other names", "worker ID;Evidence_ID;KSB;Evidence-Type;Date\nw;e1;S1;test;2026-01-31\n", sound, nil},
		{"a title above", "Evidence of the spring\n\n" + short + cells, sound, nil},
		{"a column without a name", short + ",\nw,e1,S1,test,2026-01-31,good\n", sound, []mistake{{ksb.ErrUnknownKey, "row 1", 2}}},
		{"a column given twice: the first counts", short + ",Kind\nw,e1,S1,test,2026-01-31,peer\n", sound, []mistake{{ksb.ErrDuplicateKey, "header", 1}}},
		{"no day: nothing can count", "worker,statement,kind\nw,S1,test\nw,S2,test\n", nil,
			[]mistake{{ksb.ErrMissing, "header", 1}}},
		{"semicolons between the columns", strings.ReplaceAll(short+cells, ",", ";"), sound, nil},
		{"tabs between the columns", strings.ReplaceAll(short+cells, ",", "\t"), sound, nil},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			list, problems := read(t, tt.give)
			if diff := cmp.Diff(tt.want, kept(list)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.faults, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is no table is one problem.
func TestReadRefuses(t *testing.T) {
	tests := []struct {
		why, give string
		want      mistake
	}{
		{"nothing", "", mistake{ksb.ErrRead, "", 0}},
		{"blank lines", "\r\n \n", mistake{ksb.ErrRead, "", 0}},
		{"a header of something else", "name,age\nAnn,22\n", mistake{ksb.ErrFormat, "", 1}},
		{"no header", "w,e1,S1,test,2026-01-31\n", mistake{ksb.ErrFormat, "", 1}},
		{"a document of ours", `{"format":"worker/1","id":"w"}`, mistake{ksb.ErrFormat, "", 1}},
		{"another encoding", short + "\nw,e1,S1,test,2026-01-31\nw,\xe9,S1,test,2026-01-31\n", mistake{ksb.ErrEncoding, "", 3}},
		{"UTF-16", "\xff\xfew\x00", mistake{ksb.ErrEncoding, "", 1}},
		{"a quote in the header that never closes", `worker,evidence,statement,kind,"at` + "\nw,e1,S1,test,2026-01-31\n", mistake{ksb.ErrFormat, "", 1}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			list, problems := read(t, tt.give)
			if diff := cmp.Diff([]mistake{tt.want}, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			require.Empty(t, list)
		})
	}
}

func TestDetect(t *testing.T) {
	for text, want := range map[string]bool{
		header: true, short + "\n": true, "Kind,\"Statement\"\r\nx": true, "statement,kind": true,
		"statement;kind": true, "statement\nkind": false, "statements,kinds": false, "": false, `{"statement":1}`: false,
	} {
		require.Equal(t, want, sheet.Detect("any.name", []byte(text)), "%q", text)
	}
}

// The same table in other clothes.
func TestReadTakesTheSameTableInOtherClothes(t *testing.T) {
	plain := header + "\nw,e1,S1,test,,,3,\"a \"\"lead\"\", é\",2026-01-31,,,,,\n\nw,,S2,self,,,0,,2026-01-31,,,,,\n"
	want := readSound(t, plain)
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := w.Write([]byte(plain))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	for why, text := range map[string]string{
		"packed":                  packed.String(),
		"with a byte order mark":  "\uFEFF" + plain,
		"with CRLF line ends":     strings.ReplaceAll(plain, "\n", "\r\n"),
		"without a last line end": strings.TrimRight(plain, "\n"),
	} {
		if diff := cmp.Diff(want, readSound(t, text), cmpopts.EquateEmpty()); diff != "" {
			t.Error(why, diff)
		}
	}
}
