package match_test

import (
	"compress/gzip"
	"encoding/csv"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// realData opens a file of the shared data, unpacked, or skips the test.
func realData(t testing.TB, name string) string {
	t.Helper()
	file, err := os.Open("../../../shared/data/" + name)
	if err != nil {
		t.Skip("the real data is not here: ../shared/data/" + name)
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		r, err = gzip.NewReader(file)
		require.NoError(t, err)
	}
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(data)
}

// asked is a text and the targets that it is about.
type asked struct {
	text string
	gold []string
}

// labelled is a set of targets with labelled texts.
type labelled struct {
	targets []match.Target
	asked   []asked
}

// sentences are those of job adverts, with the ESCO skills that people marked in them.
func sentences(t testing.TB, name string) (set labelled) {
	t.Helper()
	known := map[string]bool{}
	for label := range strings.Lines(realData(t, "text/esco_skill_labels.txt.gz")) {
		if label = strings.TrimSpace(label); label != "" && !known[label] {
			known[label] = true
			set.targets = append(set.targets, match.Target{ID: label, Texts: []string{label}})
		}
	}
	rows, err := csv.NewReader(strings.NewReader(realData(t, "text/"+name+"_validation_annotations.csv"))).ReadAll()
	require.NoError(t, err)
	at := map[string]int{}
	for _, row := range rows[1:] {
		label := strings.TrimSpace(row[3])
		if !known[label] {
			continue
		}
		if _, seen := at[row[0]]; !seen {
			at[row[0]] = len(set.asked)
			set.asked = append(set.asked, asked{text: row[0]})
		}
		if q := &set.asked[at[row[0]]]; !slices.Contains(q.gold, label) {
			q.gold = append(q.gold, label)
		}
	}
	return set
}

// realStandards are the sample of published standards.
func realStandards(t testing.TB) *ksb.Index {
	t.Helper()
	f, _ := skillsengland.ReadAPI(strings.NewReader(realData(t, "skills-england/standards-sample.ndjson.gz")), "standards-sample.ndjson")
	ix, _ := ksb.Compile(f)
	return ix
}

// duties are, standard by standard, its duties with the statements that it says they need.
func duties(t testing.TB) (sets []labelled) {
	t.Helper()
	ix := realStandards(t)
	for i := range ix.Briefs() {
		brief := &ix.Briefs()[i]
		set := labelled{targets: match.StatementTargets(ix, brief.Role.ID)}
		for _, d := range brief.Role.Duties {
			q := asked{text: d.Text}
			for _, s := range d.Statements {
				q.gold = append(q.gold, string(s))
			}
			if len(q.gold) > 0 {
				set.asked = append(set.asked, q)
			}
		}
		if len(set.asked) > 0 && brief.OptionOf == "" {
			sets = append(sets, set)
		}
	}
	return sets
}

// sixteenth tells in which of sixteen parts of a set a text falls, whatever its place.
func sixteenth(text string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text))
	return h.Sum32() >> 9 % 16
}

// tasks are occupations by title and description, and half of what O*NET says is done in
// them as examples, with some of the other half to ask.
func tasks(t testing.TB) (set labelled, examples []match.Example) {
	t.Helper()
	for line := range strings.Lines(realData(t, "onet/Occupation_Data.txt.gz")) {
		if row := strings.Split(strings.TrimSpace(line), "\t"); row[0] != "O*NET-SOC Code" {
			set.targets = append(set.targets, match.Target{ID: row[0], Texts: []string{row[1] + ". " + row[2]}})
		}
	}
	for line := range strings.Lines(realData(t, "onet/Task_Statements.txt.gz")) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		switch {
		case row[0] == "O*NET-SOC Code":
		case sixteenth(row[2]) < 8:
			examples = append(examples, match.Example{Text: row[2], Statement: ksb.StatementID(row[0]), Verdict: match.Confirmed})
		case sixteenth(row[2]) < 9:
			set.asked = append(set.asked, asked{row[2], []string{row[0]}})
		}
	}
	return set, examples
}

// measures are the means over the texts of a set.
type measures struct {
	n                        int
	accuracy, atFive, inFive float64 // right first; R-precision at 5; any right among five
	reciprocal               float64
}

func (m *measures) add(list []match.Suggestion, gold []string) {
	m.n++
	hits, first := 0.0, 0
	for _, s := range list {
		if !slices.Contains(gold, s.ID) {
			continue
		}
		if first == 0 {
			first = s.Rank
		}
		if s.Rank <= 5 {
			hits++
		}
	}
	m.atFive += hits / float64(min(5, len(gold)))
	if first == 1 {
		m.accuracy++
	}
	if first > 0 && first <= 5 {
		m.inFive++
	}
	if first > 0 {
		m.reciprocal += 1 / float64(first)
	}
}

// means divides by the number of texts.
func (m measures) means() measures {
	n := float64(max(m.n, 1))
	return measures{m.n, m.accuracy / n, m.atFive / n, m.inFive / n, m.reciprocal / n}
}

// measure asks all of a set.
func measure(t testing.TB, m *measures, set labelled, examples *match.Examples) {
	t.Helper()
	s, err := match.NewStatements(set.targets, examples, match.StatementOptions{})
	require.NoError(t, err)
	for _, q := range set.asked {
		m.add(s.Suggest(q.text, 10), q.gold)
	}
}
