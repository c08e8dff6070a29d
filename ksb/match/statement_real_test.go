package match_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// TestSentencesToSkills: of job adverts, to 13,895 skills. The texts are the halves that
// were used to choose the design, so the figures are kinder than on others.
func TestSentencesToSkills(t *testing.T) {
	for _, c := range []struct {
		name  string
		least float64
	}{{"tech", .66}, {"house", .44}} {
		var m measures
		measure(t, &m, sentences(t, c.name), nil)
		got := m.means()
		t.Logf("%s: %+v", c.name, got)
		require.GreaterOrEqual(t, got.atFive, c.least, c.name)
	}
}

// TestDutiesToStatements: which statements of its own standard a duty needs, against what
// the standard says.
func TestDutiesToStatements(t *testing.T) {
	var m measures
	for _, set := range duties(t) {
		measure(t, &m, set, nil)
	}
	got := m.means()
	t.Logf("%+v", got)
	require.GreaterOrEqual(t, got.accuracy, .69)
	require.GreaterOrEqual(t, got.atFive, .55)
}

// TestMapDuties: the same with the kinds of the statements known. Behaviours are asked
// of most duties, which no word of them says.
func TestMapDuties(t *testing.T) {
	ix := realStandards(t)
	var m measures
	for i := range ix.Briefs() {
		brief := &ix.Briefs()[i]
		if brief.OptionOf != "" {
			continue
		}
		proposals, err := match.MapDuties(ix, brief.Role.ID, match.DutyOptions{})
		require.NoError(t, err)
		byDuty := map[ksb.DutyID][]match.Suggestion{}
		for _, p := range proposals {
			byDuty[p.Duty] = append(byDuty[p.Duty], p.Suggestion)
		}
		for _, d := range brief.Duties {
			var gold []string
			for _, s := range d.Duty.Statements {
				gold = append(gold, string(s))
			}
			if len(gold) > 0 {
				m.add(byDuty[d.Duty.ID], gold)
			}
		}
	}
	got := m.means()
	t.Logf("%+v", got)
	require.GreaterOrEqual(t, got.accuracy, .71)
	require.GreaterOrEqual(t, got.atFive, .60)
}

// TestExamplesHelp: what people confirmed for other texts makes the next text easier.
func TestExamplesHelp(t *testing.T) {
	set, confirmed := tasks(t)
	var without, with measures
	measure(t, &without, set, nil)
	measure(t, &with, set, match.NewExamples(confirmed...))
	t.Logf("without %+v\nwith %d examples %+v", without.means(), len(confirmed), with.means())
	require.Greater(t, with.means().atFive, without.means().atFive+.08)
}
