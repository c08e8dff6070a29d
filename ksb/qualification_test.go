package ksb_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

func qualification(s ksb.QualSystem, number uint8) ksb.QualLevel {
	return ksb.QualLevel{System: s, Number: number}
}

func entry(s ksb.QualSystem, number uint8) ksb.QualLevel {
	return ksb.QualLevel{System: s, Entry: true, Number: number}
}

// The table of RQF, EQF and SCQF as an awarding organisation publishes it
// (qualifications.pearson.com); the levels of the CQFW carry the RQF's numbers.
func TestQualificationLevels(t *testing.T) {
	tests := []struct {
		why   string
		give  ksb.QualLevel
		to    ksb.QualSystem
		want  []string
		exact bool
	}{
		{"the top", qualification(ksb.RQF, 8), ksb.SCQF, []string{"SCQF 12"}, true},
		{"one RQF level is two of Scotland", qualification(ksb.RQF, 6), ksb.SCQF, []string{"SCQF 9", "SCQF 10"}, false},
		{"either of them leads back, but does not tell which it was", qualification(ksb.SCQF, 9), ksb.RQF, []string{"RQF 6"}, false},
		{"two RQF levels share EQF 5", qualification(ksb.EQF, 5), ksb.RQF, []string{"RQF 4", "RQF 5"}, false},
		{"certain in this direction only", qualification(ksb.RQF, 4), ksb.EQF, []string{"EQF 5"}, false},
		{"and two of Scotland", qualification(ksb.EQF, 5), ksb.SCQF, []string{"SCQF 7", "SCQF 8"}, false},
		{"RQF 4 and 5 are told apart in Scotland", qualification(ksb.RQF, 4), ksb.SCQF, []string{"SCQF 7"}, true},
		{"the numbers do not line up", qualification(ksb.RQF, 2), ksb.SCQF, []string{"SCQF 5"}, true},
		{"nor with Europe", qualification(ksb.RQF, 3), ksb.EQF, []string{"EQF 4"}, true},
		{"the lowest level of Europe is an entry level", qualification(ksb.EQF, 1), ksb.RQF, []string{"RQF Entry 3"}, true},
		{"below that Europe has none", entry(ksb.RQF, 2), ksb.EQF, nil, false},
		{"Scotland has", entry(ksb.RQF, 1), ksb.SCQF, []string{"SCQF 1"}, true},
		{"Scotland's lowest, in Europe", qualification(ksb.SCQF, 2), ksb.EQF, nil, false},
		{"Wales counts as England does", qualification(ksb.CQFW, 7), ksb.RQF, []string{"RQF 7"}, true},
		{"entry levels too", entry(ksb.RQF, 3), ksb.CQFW, []string{"CQFW Entry 3"}, true},
		{"a level in its own system", qualification(ksb.RQF, 6), ksb.RQF, []string{"RQF 6"}, true},
		{"the level of a role", ksb.Qual(5).Level(), ksb.SCQF, []string{"SCQF 8"}, true},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			got, err := tt.give.In(tt.to)
			require.NoError(t, err)
			var names []string
			for _, l := range got.Levels {
				names = append(names, l.String())
			}
			if diff := cmp.Diff(tt.want, names); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, tt.exact, got.Exact)
		})
	}
}

func TestQualificationLevelsThatDoNotExist(t *testing.T) {
	tests := []struct {
		why  string
		give ksb.QualLevel
		to   ksb.QualSystem
	}{
		{"no level at all", ksb.QualLevel{}, ksb.RQF},
		{"a role without a level", ksb.Qual(0).Level(), ksb.EQF},
		{"above the top", qualification(ksb.RQF, 9), ksb.EQF},
		{"Scotland ends at 12", qualification(ksb.SCQF, 13), ksb.RQF},
		{"Scotland has no entry levels", entry(ksb.SCQF, 1), ksb.RQF},
		{"there are three entry levels", entry(ksb.RQF, 4), ksb.SCQF},
		{"no system", qualification(0, 3), ksb.RQF},
		{"a system that nobody knows", qualification(9, 3), ksb.RQF},
		{"into no system", qualification(ksb.RQF, 3), 0},
		{"into one that nobody knows", qualification(ksb.RQF, 3), 9},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			_, err := tt.give.In(tt.to)
			require.ErrorIs(t, err, ksb.ErrValue)
		})
	}
}

// What a level may be in another system may be that level: no way is one-way.
func TestQualificationLevelsLeadBack(t *testing.T) {
	for _, from := range []ksb.QualSystem{ksb.RQF, ksb.EQF, ksb.SCQF, ksb.CQFW} {
		for number := range uint8(13) {
			for _, l := range []ksb.QualLevel{qualification(from, number), entry(from, number)} {
				for _, to := range []ksb.QualSystem{ksb.RQF, ksb.EQF, ksb.SCQF, ksb.CQFW} {
					there, err := l.In(to)
					for _, other := range there.Levels {
						back, backErr := other.In(from)
						require.NoError(t, backErr)
						require.Contains(t, back.Levels, l)
						require.Equal(t, there.Exact, len(there.Levels) == 1 && len(back.Levels) == 1)
					}
					require.True(t, err == nil || len(there.Levels) == 0)
				}
			}
		}
	}
}
