package diff_test

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/diff"
	"github.com/skillgap-go/skillgap/ksb/page"
)

// written is the page about two frameworks.
func written(t *testing.T, from, to ksb.Framework, o diff.Options) string {
	t.Helper()
	var page strings.Builder
	require.NoError(t, diff.Text(&page, compared(t, from, to, o)))
	return page.String()
}

func TestTextOfNothing(t *testing.T) {
	require.Equal(t, "From Role (R) to Role (R)\n-------------------------\nNothing differs.\n", written(t, everything(), everything(), diff.Options{}))
}

func TestTextSays(t *testing.T) {
	scale := func(f *ksb.Framework, _ *ksb.Role) { f.Statements[0].Scale = "other" }
	odd := func(_ *ksb.Framework, r *ksb.Role) {
		r.Facts.FundingMaxPence, r.Qual, r.Aliases = 123_456, 3, nil
		r.Requirements[0].Critical, r.Requirements[0].Level = true, 1
		r.Duties[0].Text, r.Duties[0].Core, r.Duties[0].Options = "Keep everybody safe", true, nil
	}
	for _, c := range []struct {
		why      string
		from, to ksb.Framework
		want     string
	}{
		{"IDs that may be positions", framework([]ksb.Statement{k("1", "K1", "Know the risks")}), framework([]ksb.Statement{k("1", "K1", "Lift people")}), "Careful: 1 share an ID but few words."},
		{"what is judged otherwise must be confirmed", everything(), everything(scale), "To be confirmed by a person\n---------------------------\n  ~ K1   Know the risks [level 3, was 2, judged on another scale]\n"},
		{"levels and criticality", everything(), everything(odd), "  ~ K1   Know the risks [level 1, was 2, now critical]\n"},
		{"and the other way round", everything(odd), everything(), "  ~ K1   Know the risks [level 2, was 1, no longer critical]\n"},
		{"pence where there are some", everything(), everything(odd), "  ~ Maximum funding: £1234.56, was £5000\n"},
		{"what was not stated", everything(odd), everything(), "  ~ Qualification level: not stated, was 3\n"},
		{"lists without their items", everything(), everything(odd), "  ~ Aliases: changed\n"},
		{"a duty's other facets", everything(), everything(odd), "  ~ D1   Keep [-people-] {+everybody+} safe [50% alike, core or no longer, for\n         other options]\n"},
	} {
		t.Run(c.why, func(t *testing.T) {
			require.Contains(t, written(t, c.from, c.to, diff.Options{}), c.want)
		})
	}
}

// Whatever the words, lines keep to their width, and nothing unseen gets through.
func TestTextOfHostileWords(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	parts := []string{"word", strings.Repeat("long", 40), "\x1b[31m", "\u202e", "日本語", "\t", "\r\n", "[-", "…", "e\u0301"}
	hostile := func() string {
		var text strings.Builder
		for range random.IntN(12) {
			text.WriteString(parts[random.IntN(len(parts))] + []string{"", " "}[random.IntN(2)])
		}
		return text.String()
	}
	spoilt := func(f *ksb.Framework, r *ksb.Role) {
		for i := range f.Statements {
			f.Statements[i].Text, f.Statements[i].Code = hostile(), hostile()
		}
		r.Title, r.Band, r.Duties[0].Text, r.Options[0].Title, r.Gates[0].ID = hostile(), hostile(), hostile(), hostile(), ksb.GateID("G"+hostile())
	}
	for range 300 {
		text := written(t, everything(spoilt), everything(spoilt), diff.Options{})
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			require.LessOrEqual(t, utf8.RuneCountInString(line), page.Width, "%q", line)
			require.Equal(t, strings.TrimRight(line, " "), line)
			require.False(t, strings.ContainsAny(line, "\x1b\u202e\t\r"), "%q", line)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("full")

func TestTextReturnsTheErrorOfTheWriter(t *testing.T) {
	require.ErrorIs(t, diff.Text(full{}, compared(t, everything(), everything(), diff.Options{})), errFull)
}
