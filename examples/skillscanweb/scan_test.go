package main

import (
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// TestChanged: what a form says anew, and what it only repeats.
func TestChanged(t *testing.T) {
	q := question{1, ksb.Statement{ID: "s1", Code: "S1"}, []string{"not yet", "with help", "alone"}, 2}
	before := []answer{
		{Number: 4, Statement: "s1", Party: "employer", Level: 1, Note: "in May"},
		{Number: 5, Statement: "s1", Party: "provider", Level: 2},
		{Number: 9, Statement: "s1", Party: "employer", Level: 2},
	}
	for _, c := range []struct {
		why   string
		form  url.Values
		party assess.Party
		want  []answer
	}{
		{"a first answer", url.Values{"seen": {"9"}, "level.s1": {"0"}}, "apprentice", []answer{{Statement: "s1", Party: "apprentice", Level: 0}}},
		{"the same again", url.Values{"seen": {"9"}, "level.s1": {"2"}}, "employer", nil},
		{"another level", url.Values{"seen": {"9"}, "level.s1": {"1"}}, "employer", []answer{{Statement: "s1", Party: "employer", Level: 1}}},
		{"another note alone", url.Values{"seen": {"9"}, "level.s1": {"2"}, "note.s1": {"in July"}}, "employer",
			[]answer{{Statement: "s1", Party: "employer", Level: 2, Note: "in July"}}},
		{"an old page repeats what was overtaken since: it was not touched", url.Values{"seen": {"4"}, "level.s1": {"1"}, "note.s1": {"in May"}}, "employer", nil},
		{"an old page says something of its own", url.Values{"seen": {"4"}, "level.s1": {"0"}}, "employer", []answer{{Statement: "s1", Party: "employer", Level: 0}}},
		{"the script goes back to what the page began with", url.Values{"seen": {"0"}, "touched": {"yes"}, "level.s1": {"1"}, "note.s1": {"in May"}}, "employer",
			[]answer{{Statement: "s1", Party: "employer", Level: 1, Note: "in May"}}},
		{"cannot say", url.Values{"seen": {"9"}, "level.s1": {"-1"}}, "employer", []answer{{Statement: "s1", Party: "employer", Level: cannotSay}}},
		{"a note without a level is kept", url.Values{"seen": {"0"}, "note.s1": {" ask again\r\nin May "}}, "apprentice",
			[]answer{{Statement: "s1", Party: "apprentice", Level: onlyNote, Note: "ask again\nin May"}}},
		{"nothing", url.Values{"seen": {"9"}}, "employer", nil},
		{"about something else", url.Values{"seen": {"9"}, "level.s2": {"1"}}, "employer", nil},
	} {
		got, err := changed(c.form, []question{q}, c.party, before)
		require.NoError(t, err, c.why)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.why, diff)
		}
	}
	for why, form := range map[string]url.Values{ // any order: each is a case of its own
		"off the scale":   {"seen": {"0"}, "level.s1": {"3"}},
		"no number":       {"seen": {"0"}, "level.s1": {"high"}},
		"below cannotSay": {"seen": {"0"}, "level.s1": {"-2"}},
		"no seen":         {"level.s1": {"1"}},
		"no text":         {"seen": {"0"}, "note.s1": {"\xff"}},
	} {
		_, err := changed(form, []question{q}, "employer", before)
		require.Error(t, err, why)
	}
}

// TestAsEvidence: the last answer of a party counts, and its kind is the party's.
func TestAsEvidence(t *testing.T) {
	day := someDay()
	got := asEvidence([]answer{
		{Number: 1, Statement: "s1", Party: "apprentice", Level: 3, At: day},
		{Number: 2, Statement: "s1", Party: "employer", Level: 1, At: day},
		{Number: 3, Statement: "s1", Party: "employer", Level: 2, At: day},
		{Number: 4, Statement: "s2", Party: "provider", Level: cannotSay, At: day},
		{Number: 5, Statement: "s3", Party: "provider", Level: onlyNote, At: day},
		{Number: 6, Statement: "s4", Party: "provider", Level: 0, At: day},
	})
	want := []assess.Evidence{
		{ID: "scan-1", Statements: assess.Refs("s1"), Kind: assess.Self, As: "apprentice", By: "apprentice", Level: new(3.0), At: day},
		{ID: "scan-3", Statements: assess.Refs("s1"), Kind: assess.Supervisor, As: "employer", By: "employer", Level: new(2.0), At: day},
		{ID: "scan-6", Statements: assess.Refs("s4"), Kind: assess.Peer, As: "provider", By: "provider", Level: new(0.0), At: day},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestAnswersAreOnlyAddedTo: not even by accident.
func TestAnswersAreOnlyAddedTo(t *testing.T) {
	s, err := openStore(filepath.Join(t.TempDir(), "a.db"))
	require.NoError(t, err)
	defer s.close()
	require.NoError(t, s.addAnswers(1, []answer{{Statement: "s1", Party: "employer", Level: 1}}))
	for _, change := range []string{`update answers set level = 2`, `delete from answers`} {
		_, err := s.db.Exec(change)
		require.ErrorContains(t, err, "only added to", change)
	}
	require.Error(t, s.addAnswers(99, []answer{{Statement: "s1", Party: "employer"}}), "of no scan")
}

// TestOneProcess: a database that is open, new or old, is not opened a second time, and
// what is set of it is set.
func TestOneProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	for _, age := range []string{"new", "old"} {
		s, err := openStore(path)
		require.NoError(t, err)
		_, err = openStore(path)
		require.ErrorContains(t, err, "already running", age)
		for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "locking_mode": "exclusive", "foreign_keys": "1"} { // any order
			var got string
			require.NoError(t, s.db.QueryRow("pragma "+pragma).Scan(&got))
			require.Equal(t, want, got, "%s, %s", pragma, age)
		}
		scans, err := s.scans()
		require.NoError(t, err)
		require.Len(t, scans, 1, "the sample stands there once")
		s.close()
	}
}

// TestFaultsOfAddresses: an address that makes no sense is answered with what is wrong.
func TestFaultsOfAddresses(t *testing.T) {
	_, server := served(t)
	v := visit(t, server.URL)
	for _, c := range []struct {
		path   string
		status int
	}{
		{"/scans/99", http.StatusNotFound}, {"/scans/x/report", http.StatusNotFound}, {"/scans/1/fill/nurse", http.StatusNotFound},
		{"/files/7", http.StatusNotFound}, {"/new?standard=file/7", http.StatusNotFound}, {"/new?standard=sample/../go.mod", http.StatusNotFound},
		{"/new?standard=sample/imaging/catalogue.json", http.StatusNotFound}, {"/static/..%2fguard.go", http.StatusNotFound}, {"/scans/1/take/passwd", http.StatusNotFound},
		{"/scans/1/report?as-of=soon", http.StatusBadRequest}, {"/scans/1/report?trust-self=2", http.StatusBadRequest}, {"/scans/1/report?trust-self=NaN", http.StatusBadRequest},
		{"/scans/1/report?level=img-k1", http.StatusBadRequest}, {"/scans/1/report?level=img-k1:9", http.StatusBadRequest}, {"/scans/1/report?level=img-k1:0", http.StatusBadRequest},
		{"/scans/1/report?level=nothing:1", http.StatusBadRequest}, {"/scans/1/plan?pounds=1.234", http.StatusBadRequest}, {"/scans/1/plan?weeks=-1", http.StatusBadRequest},
		{"/scans/1/plan?hours=99999999999999999999", http.StatusBadRequest}, {"/scans/1/routes?to=nowhere", http.StatusBadRequest}, {"/scans/1/routes?held=nowhere", http.StatusBadRequest},
	} {
		status, _ := v.do(http.MethodGet, c.path, "", nil)
		require.Equal(t, c.status, status, c.path)
	}
}

// TestMoves: what has another status, and the fewest that can have moved.
func TestMoves(t *testing.T) {
	report := func(codes string, lapsed string) *assess.Report {
		r := &assess.Report{}
		for _, c := range strings.Split(codes, "") {
			g := assess.Gap{Statement: ksb.StatementID(c), Code: c, Level: 1}
			if strings.Contains(lapsed, c) {
				g.Status = assess.Expired
			}
			r.Gaps = append(r.Gaps, g)
		}
		return r
	}
	for _, c := range []struct{ why, before, after, lapsed, want string }{
		{"nothing", "abcde", "abcde", "", ""},
		{"one overtakes four, which only make room", "abcde", "eabcd", "", "e 5>1"},
		{"one falls behind", "abcde", "bcdea", "", "a 1>5"},
		{"another status, in its old place", "abcde", "abcde", "c", "c 3>3 status"},
		{"another status comes first of all", "abcde", "ebacd", "d", "d 4>5 status, e 5>1, a 1>3"},
	} {
		var got []string
		for _, m := range moves(report(c.before, ""), report(c.after, c.lapsed)) {
			said := fmt.Sprintf("%s %d>%d", m.After.Code, m.PlaceWas, m.PlaceIs)
			if m.StatusMoved {
				said += " status"
			}
			got = append(got, said)
		}
		require.Equal(t, c.want, strings.Join(got, ", "), c.why)
	}
}
