package review_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
	"github.com/skillgap-go/skillgap/ksb/match/review"
)

// proposals are two, with text that a table could trip over.
func proposals() []match.Proposal {
	return []match.Proposal{
		{From: "a/S1", To: "b/S7", FromText: "Lift, move\nand \"carry\"", ToText: "=Lift", Rank: 1, Relation: ksb.Broad, Confidence: .876, Band: match.Likely, Terms: []match.Term{{Text: "lift", Share: .75}, {Text: "move", Share: .25}}},
		{From: "a/S1", To: "b/S8", FromText: "Lift, move\nand \"carry\"", ToText: "Clean", Rank: 2, Relation: ksb.Close, Confidence: .012, Band: match.None},
	}
}

func written(t testing.TB, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, write(&out))
	return out.Bytes()
}

func csv(t testing.TB, earlier ...review.Decision) string {
	t.Helper()
	return string(written(t, func(out *bytes.Buffer) error { return review.WriteCSV(out, proposals(), earlier...) }))
}

func decided(from, to string, r ksb.Relation, yes bool) review.Decision {
	return review.Decision{Link: ksb.Link{From: ksb.StatementID(from), To: ksb.StatementID(to), Relation: r, Confirmed: yes}, FromText: "Lift, move\nand \"carry\"", By: "lead-a", At: 739797}
}

// Nothing is confirmed by leaving it as it was proposed.
func TestNothingIsConfirmedByItself(t *testing.T) {
	for _, data := range [][]byte{
		[]byte(csv(t)), written(t, func(out *bytes.Buffer) error { return review.WriteXLSX(out, proposals()) }),
	} {
		r, problems := review.Read(bytes.NewReader(data), "review")
		require.NoError(t, problems.Err())
		require.Equal(t, 2, r.Undecided)
		require.Empty(t, r.Links())
		require.Empty(t, r.Examples())
	}
}

// What was decided is read back, is kept when proposals are written again, and stays even
// where it is proposed no more.
func TestDecisionsAreKept(t *testing.T) {
	yes, no, gone := decided("a/S1", "b/S7", ksb.Close, true), decided("a/S1", "b/S8", 0, false), decided("a/S1", "b/S9", ksb.Narrow, true)
	want := []review.Decision{yes, no, gone}
	for _, data := range [][]byte{
		[]byte(csv(t, yes, no, gone)), written(t, func(out *bytes.Buffer) error { return review.WriteXLSX(out, proposals(), yes, no, gone) }),
	} {
		r, problems := review.Read(bytes.NewReader(data), "review")
		require.NoError(t, problems.Err())
		if diff := cmp.Diff(want, r.Decisions, cmpopts.IgnoreFields(ksb.Link{}, "Origin")); diff != "" {
			t.Error(diff)
		}
		require.Equal(t, []ksb.Link{yes.Link, gone.Link}, placeless(r.Links()))
		require.Equal(t, []match.Verdict{match.Confirmed, match.Rejected, match.Confirmed}, []match.Verdict{r.Examples()[0].Verdict, r.Examples()[1].Verdict, r.Examples()[2].Verdict})
	}
}

func placeless(links []ksb.Link) []ksb.Link {
	for i := range links {
		links[i].Origin = ksb.Origin{}
	}
	return links
}

func TestEqualArgumentsGiveEqualBytes(t *testing.T) {
	require.Equal(t, csv(t), csv(t))
	book := func() []byte {
		return written(t, func(out *bytes.Buffer) error { return review.WriteXLSX(out, proposals()) })
	}
	require.Equal(t, book(), book())
}

// TestTheFile shows what a person sees.
func TestTheFile(t *testing.T) {
	lines := strings.Split(csv(t), "\n")
	require.Contains(t, lines[0], "Nothing counts before somebody decides it")
	require.Contains(t, csv(t), "\nfrom,fromText,to,toText,relation,confidence,band,terms,decision,by,at\n")
	require.Contains(t, csv(t), `b/S7,'=Lift,broad,0.88,likely,"lift 75%, move 25%",,,`)
}

// TestReadRefuses: what is wrong with a row, and where. The row decides nothing and the
// others count.
func TestReadRefuses(t *testing.T) {
	const head = "Some title\nfrom,to,relation,decision,by,at\n"
	const sound = "x,y,exact,yes,lead-a,2026-01-31\n"
	for _, c := range []struct {
		why, row, path string
		fault          ksb.Fault
		undecided      int
	}{
		{"nobody", "a,b,close,yes,,2026-01-31\n", "row 2.by", ksb.ErrMissing, 0},
		{"no day", "a,b,close,yes,lead-a,\n", "row 2.at", ksb.ErrMissing, 0},
		{"no such day", "a,b,close,yes,lead-a,2026-02-30\n", "row 2.at", ksb.ErrDate, 0},
		{"no relation", "a,b,,yes,lead-a,2026-01-31\n", "row 2.relation", ksb.ErrMissing, 0},
		{"no such relation", "a,b,similar,yes,lead-a,2026-01-31\n", "row 2.relation", ksb.ErrValue, 0},
		{"neither yes nor no", "a,b,close,maybe,lead-a,2026-01-31\n", "row 2.decision", ksb.ErrValue, 0},
		{"signed and not decided", "a,b,close,,lead-a,\n", "row 2.decision", ksb.ErrMissing, 0},
		{"no from", ",b,close,yes,lead-a,2026-01-31\n", "row 2.from", ksb.ErrMissing, 0},
		{"no to", "a,,close,yes,lead-a,2026-01-31\n", "row 2.to", ksb.ErrMissing, 0},
		{"to itself", "a,a,close,yes,lead-a,2026-01-31\n", "row 2.to", ksb.ErrValue, 0},
		{"the same again", sound, "row 2", ksb.ErrDuplicateID, 0},
	} {
		r, problems := review.Read(strings.NewReader(head+sound+c.row+"p,q,,no,lead-b,2026-01-31\n"), "r.csv")
		require.NotEmpty(t, problems, c.why)
		require.Equal(t, c.fault, problems[0].Fault, "%s: %v", c.why, problems)
		require.Equal(t, c.path, problems[0].Path, c.why)
		require.Equal(t, 4, problems[0].Origin.Line, c.why)
		require.Equal(t, "r.csv", problems[0].Origin.File, c.why)
		require.Len(t, r.Links(), 1, c.why)
		require.Len(t, r.Decisions, 2, c.why)
	}
}

// A pair that two rows decide differently is decided by neither.
func TestDecidedTwice(t *testing.T) {
	const head = "from\tto\trelation\tdecision\tby\tat\n"
	for _, c := range []struct{ why, other string }{
		{"yes and no", "a\tb\t\tno\tlead-b\t2026-01-31\n"}, {"another relation", "a\tb\tclose\tyes\tlead-b\t2026-01-31\n"},
	} {
		r, problems := review.Read(strings.NewReader(head+"a\tb\texact\tyes\tlead-a\t2026-01-31\n"+c.other+"a\tb\texact\tyes\tlead-a\t2026-01-31\n"), "r.tsv")
		require.Len(t, problems, 2, c.why)
		require.ErrorIs(t, problems, ksb.ErrDuplicateID)
		require.Empty(t, r.Decisions, c.why)
	}
}

func TestNoTable(t *testing.T) {
	for why, text := range map[string]string{"empty": "", "another table": "worker,statement\nw,s\n", "no decision": "from,to\na,b\n"} { // any order: each is refused
		r, problems := review.Read(strings.NewReader(text), "r.csv")
		require.NotEmpty(t, problems, why)
		require.Empty(t, r.Decisions, why)
	}
	_, problems := review.Read(strings.NewReader("from,to,decision\na,b,yes\n"), "r.csv")
	require.ErrorIs(t, problems, ksb.ErrMissing)
}

// broken refuses to be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestNotWritten(t *testing.T) {
	require.ErrorContains(t, review.WriteCSV(broken{}, proposals()), "disk full")
	require.ErrorContains(t, review.WriteXLSX(broken{}, proposals()), "disk full")
}

func TestUnknownStatements(t *testing.T) {
	ix, _ := ksb.Compile(ksb.Framework{Statements: []ksb.Statement{{ID: "a/S1", Kind: ksb.Skill}}})
	r := review.Review{Decisions: []review.Decision{decided("a/S1", "b/S7", ksb.Close, true)}}
	problems := r.Problems(ix)
	require.Len(t, problems, 1)
	require.ErrorIs(t, problems, ksb.ErrUnknownStatement)
	require.Equal(t, "to", problems[0].Path)
}

// FuzzRead: whatever stands in the file, a link has been decided by somebody on a day, and
// what is read can be written and read again.
func FuzzRead(f *testing.F) {
	f.Add("from,to,relation,decision,by,at\na,b,close,yes,lead-a,2026-01-31\n")
	f.Add("t\nfrom;to;relation;decision;by;at;fromText\na;b;;no;x;2026-01-31;y\n")
	f.Add("PK\x03\x04")
	f.Fuzz(func(t *testing.T, text string) {
		r, _ := review.Read(strings.NewReader(text), "x")
		for _, l := range r.Links() {
			require.True(t, l.Confirmed && l.From != "" && l.To != "" && l.From != l.To && l.Relation != 0, "%+v", l)
		}
		var again bytes.Buffer
		require.NoError(t, review.WriteCSV(&again, nil, r.Decisions...))
		q, problems := review.Read(&again, "y")
		require.NoError(t, problems.Err())
		require.Len(t, q.Decisions, len(r.Decisions))
	})
}

func Example() {
	from := []match.Target{{ID: "old/S1", Texts: []string{"Clean equipment after use"}}}
	to := []match.Target{{ID: "new/S2", Texts: []string{"Clean, check and put away equipment after use"}}}
	list, _ := match.Crosswalk(from, to, match.CrosswalkOptions{})
	var file bytes.Buffer
	_ = review.WriteCSV(&file, list)
	// A person opens the file, agrees, and signs.
	edited := strings.Replace(file.String(), ",,,\n", ",yes,lead-a,2026-01-31\n", 1)
	r, problems := review.Read(strings.NewReader(edited), "review.csv")
	fmt.Println(len(problems), r.Links()[0].From, r.Links()[0].Relation, r.Links()[0].To, r.Links()[0].Confirmed)
	// Output: 0 old/S1 broad new/S2 true
}
