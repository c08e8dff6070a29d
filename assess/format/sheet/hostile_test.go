package sheet_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/testdata"
)

func TestAHundredThousandRows(t *testing.T) {
	const n, workers = 100_000, 1000
	var text strings.Builder
	text.WriteString(header + "\n")
	for i := range n {
		fmt.Fprintf(&text, "w-%d,,S%d,supervisor,employer,,%d,lead-%d,2026-01-31,,,,,\n", i%workers, i%50, i%2, i%7)
	}
	start := time.Now()
	list := readSound(t, text.String())
	require.Len(t, list, workers)
	require.Len(t, kept(list), n)
	last := list[workers-1].Evidence
	require.Equal(t, "row-100000", last[len(last)-1].ID)
	require.Less(t, time.Since(start), 30*time.Second)
}

// A file of nothing but mistakes is read to its end.
func TestAHundredThousandFaults(t *testing.T) {
	list, problems := read(t, short+"\n"+strings.Repeat("w,e,S1,test,x\n", 100_000))
	require.Empty(t, kept(list))
	require.Len(t, problems, 100_000)
}

func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := testdata.Files().ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

func TestReadTheSamples(t *testing.T) {
	for name, want := range map[string][]int{"imaging/workers/team.csv": {17, 15}, "ap-health/evidence.csv": {64}} {
		list := readSound(t, sample(t, name))
		var pieces []int
		for _, w := range list {
			pieces = append(pieces, len(w.Evidence))
		}
		require.Equal(t, want, pieces, name)
	}
}

// readAnyhow reads and assesses whatever it is given, which must not panic.
func readAnyhow(t *testing.T, text string) ksb.Problems {
	t.Helper()
	list, problems := read(t, text)
	require.True(t, len(problems) == 0 || problems.Error() != "")
	for _, w := range list {
		for _, e := range w.Evidence {
			require.NotEmpty(t, e.ID)
			require.NotEmpty(t, e.Statements)
			require.NotZero(t, e.Kind)
			require.NotZero(t, e.At)
			require.Positive(t, e.Origin.Line)
		}
		_, err := assess.Quick(framework(), w, "R", 0)
		require.NoError(t, err)
	}
	return problems
}

func framework() ksb.Framework {
	return ksb.Framework{Format: ksb.Format, ID: "f",
		Scales: []ksb.Scale{{ID: "five", Rungs: []string{"not yet", "aware", "with help", "alone", "leads"}}},
		Statements: []ksb.Statement{
			{ID: "S1", Code: "K7", Kind: ksb.Skill, Text: "One", Scale: "five"}, {ID: "S2", Code: "K8", Kind: ksb.Knowledge, Text: "Two", Scale: "five"},
		},
		Roles: []ksb.Role{{ID: "R", Title: "Role", Requirements: []ksb.Requirement{{Statement: "S1", Level: 3}, {Statement: "S2", Level: 2, Critical: true}}}},
	}
}

func TestEveryStartOfATable(t *testing.T) {
	text := header + "\nw,e1,S1,observation,assessor,below,3.2,\"lead, \"\"1\"\"\",2026-01-31,2027-01-31,0.5,0.25,0.75,draft\n"
	for n := range text {
		readAnyhow(t, text[:n])
	}
	require.NoError(t, readAnyhow(t, text).Err())
}

func TestFlippedBits(t *testing.T) {
	text := []byte(sample(t, "imaging/workers/team.csv"))
	random := rand.New(rand.NewPCG(3, 3))
	for range 2000 {
		flipped := append([]byte{}, text...)
		for range 1 + random.IntN(3) {
			flipped[random.IntN(len(flipped))] ^= 1 << random.IntN(8)
		}
		readAnyhow(t, string(flipped))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sample(f, "imaging/workers/team.csv"))
	f.Add(short + "\nw,e,S1,test,2026-02-30\n\"")
	f.Add("\uFEFFat;kind,statement,Kind\r\n,,\r\n")
	f.Fuzz(func(t *testing.T, text string) { readAnyhow(t, text) })
}
