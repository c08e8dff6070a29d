package ksbtest

import (
	"bytes"
	"reflect"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

func checkSamples(t T, r Reader) {
	if len(r.Samples) == 0 {
		t.Errorf("there is no sample")
	}
	for name, sample := range r.sorted() {
		if got := r.read(t, name, sample); len(got.framework.Statements) == 0 {
			t.Errorf("%s: no statement was read: %v", name, got.problems)
		}
	}
}

func checkProblems(t T, r Reader) {
	for name, sample := range r.sorted() {
		got := r.read(t, name, sample)
		r.soundProblems(t, name, lines(sample), got.problems)
	}
}

// soundProblems holds the problems of one document of most lines to their contract.
func (r Reader) soundProblems(t T, what string, most int, problems ksb.Problems) {
	t.Helper()
	places{r.Name: most}.sound(t, what, problems)
}

// places are how many lines the files have.
type places map[string]int

// sound: sorted, without repetitions, each with a fault, a file and a line up to the
// last (0: the whole file).
func (has places) sound(t T, what string, problems ksb.Problems) {
	t.Helper()
	if !slices.IsSortedFunc(problems, (*ksb.Problem).Compare) {
		t.Errorf("%s: problems out of order:\n%v", what, problems)
	}
	for i, p := range problems {
		most, known := has[p.Origin.File]
		if p.Fault == "" || !known || p.Origin.Line < 0 || p.Origin.Line > most {
			t.Errorf("%s: a problem without a fault or a place that there is: %+v", what, *p)
		}
		if i > 0 && *p == *problems[i-1] {
			t.Errorf("%s: told twice: %v", what, p)
		}
	}
}

// have tells whether there is such a place.
func (has places) have(o ksb.Origin) bool { return o.Line >= 1 && o.Line <= has[o.File] }

// lines counts the lines of data; a last one without an end counts, and so does the
// empty one after the last end, where a syntax error may be found.
func lines(data []byte) int { return 1 + bytes.Count(data, []byte("\n")) }

func checkOrigins(t T, r Reader) {
	for name, sample := range r.sorted() {
		f := r.read(t, name, sample).framework
		placed(t, name, f, map[string][]byte{r.Name: sample})
	}
}

// placed: every statement and role of a framework leads back to a line of the files, a
// statement to one near its text, and no place is elsewhere.
func placed(t T, name string, f ksb.Framework, files map[string][]byte) {
	t.Helper()
	has := places{}
	for file, text := range files { // any order: each is counted alone
		has[file] = lines(text)
	}
	for _, s := range f.Statements {
		if !has.have(s.Origin) {
			t.Errorf("%s: statement %q has no place: %+v", name, s.ID, s.Origin)
		} else if !near(files[s.Origin.File], s) {
			t.Errorf("%s: statement %q is not found near line %d of %s: %q", name, s.ID, s.Origin.Line, s.Origin.File, s.Text)
		}
	}
	for _, role := range f.Roles {
		if !has.have(role.Origin) {
			t.Errorf("%s: role %q has no place: %+v", name, role.ID, role.Origin)
		}
	}
	for o := range origins(reflect.ValueOf(&f).Elem()) {
		if *o != (ksb.Origin{}) && !has.have(*o) {
			t.Errorf("%s: a place that is not there: %+v", name, *o)
		}
	}
}

// near tells whether the longest word of a statement, or its ID or code where there is
// no word worth looking for, stands from two lines before its place to ten after it.
func near(sample []byte, s ksb.Statement) bool {
	const before, after, worth = 2, 10, 4
	all := strings.Split(string(sample), "\n")
	from, to := max(0, s.Origin.Line-1-before), min(len(all), s.Origin.Line+after)
	around := strings.ToLower(strings.Join(all[from:to], "\n"))
	word := longestWord(s.Text)
	if len(word) < worth {
		return strings.Contains(around, strings.ToLower(string(s.ID))) || strings.Contains(around, strings.ToLower(s.Code))
	}
	return strings.Contains(around, word)
}

// longestWord is the longest run of ASCII letters of a text, in lower case: what
// escapes and entities leave alone.
func longestWord(text string) (longest string) {
	words := strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c < 'a' || c > 'z' })
	for _, word := range words {
		if len(word) > len(longest) {
			longest = word
		}
	}
	return longest
}
