package match_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// BenchmarkSuggestInStandard: ten suggestions of 72 statements for a sentence of the other
// standard.
func BenchmarkSuggestInStandard(b *testing.B) {
	from, to, _ := pageAndStandard(b)
	s, err := match.NewStatements(from, nil, match.StatementOptions{})
	require.NoError(b, err)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Suggest(to[i%len(to)].Texts[0], 10)
	}
}

// BenchmarkSuggestInSkills: ten of 13,895 skills for a sentence of an advert.
func BenchmarkSuggestInSkills(b *testing.B) {
	set := sentences(b, "tech")
	s, err := match.NewStatements(set.targets, nil, match.StatementOptions{})
	require.NoError(b, err)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.Suggest(set.asked[i%len(set.asked)].text, 10)
	}
}

// BenchmarkNewStatements: the start with 13,895 skills.
func BenchmarkNewStatements(b *testing.B) {
	set := sentences(b, "tech")
	b.ReportAllocs()
	for b.Loop() {
		_, err := match.NewStatements(set.targets, nil, match.StatementOptions{})
		require.NoError(b, err)
	}
}

// BenchmarkCrosswalk: 72 statements against 55.
func BenchmarkCrosswalk(b *testing.B) {
	from, to, _ := pageAndStandard(b)
	b.ReportAllocs()
	for b.Loop() {
		_, err := match.Crosswalk(from, to, match.CrosswalkOptions{})
		require.NoError(b, err)
	}
}
