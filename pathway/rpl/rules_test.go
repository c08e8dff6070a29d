package rpl_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// TestRuleSetOn: the day of the start decides, to the day.
func TestRuleSetOn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start, want, why string
		months           int
		leastHours       int64
		hours            rpl.HoursRule
	}{
		{"2017-05-01", "2017", "the first day that is known", 12, 0, rpl.FifthOfContract},
		{"2022-07-31", "2017", "the last day before the price formula", 12, 0, rpl.FifthOfContract},
		{"2022-08-01", "2022", "six hours a week", 12, 0, rpl.SixHoursAWeek},
		{"2023-07-31", "2022", "the end of its year", 12, 0, rpl.SixHoursAWeek},
		{"2023-08-01", "2023", "other paragraphs", 12, 0, rpl.SixHoursAWeek},
		{"2025-07-31", "2023", "the last day of twelve months", 12, 0, rpl.SixHoursAWeek},
		{"2025-08-01", "2025", "published hours, eight months", 8, 187, rpl.PublishedMinimum},
		{"2026-07-31", "2025", "the end of its year", 8, 187, rpl.PublishedMinimum},
		{"2026-08-01", "2026", "taken over, and it says so", 8, 187, rpl.PublishedMinimum},
		{"2027-07-31", "2026", "the last day that is known", 8, 187, rpl.PublishedMinimum},
	} {
		set, err := rpl.RuleSetOn(rpl.RuleSets(), day(t, c.start))
		require.NoError(t, err, c.why)
		require.Equal(t, c.want, set.ID, c.why)
		require.Equal(t, c.months, set.MinimumMonths, c.why)
		require.Equal(t, c.leastHours*60, set.MinimumMinutes, c.why)
		require.Equal(t, c.hours, set.Hours, c.why)
		require.Equal(t, c.want == "2026" || c.want == "2017", set.Unconfirmed, c.why)
		require.Equal(t, c.want != "2017", set.HasPriceFloor, c.why)
		require.Equal(t, c.want != "2017", set.Limits == rpl.ServiceLimits(), c.why)
	}
	for _, start := range []ksb.Date{0, day(t, "2017-04-30"), day(t, "2027-08-01")} {
		_, err := rpl.RuleSetOn(rpl.RuleSets(), start)
		require.ErrorIs(t, err, rpl.ErrNoRules)
		require.ErrorContains(t, err, "known for starts from 2017-05-01 to 2027-07-31")
	}
	_, err := rpl.RuleSetOn(nil, 1)
	require.ErrorContains(t, err, "no rules are known")
	open := []rpl.RuleSet{{ID: "open", From: 5}}
	set, err := rpl.RuleSetOn(open, 1<<30)
	require.NoError(t, err, "without a last day it goes on")
	require.Equal(t, "open", set.ID)
}

// TestRuleSetsAreWhole: the sets join without a gap, and every rule that a figure may
// follow says what it is, in which edition and where it is written.
func TestRuleSetsAreWhole(t *testing.T) {
	t.Parallel()
	sets := rpl.RuleSets()
	for i, s := range sets {
		if i > 0 {
			require.Equal(t, sets[i-1].Until.AddDays(1), s.From, s.ID)
		}
		require.NotEmpty(t, s.Edition)
		require.NotEmpty(t, s.Source)
		ids := []string{
			rpl.RuleActivity, rpl.RuleBinary, rpl.RuleSliding, rpl.RuleReduction, rpl.RuleMinimumHours, rpl.RuleMinimumDuration,
			rpl.RulePrice, rpl.RuleFunding, rpl.RuleEvidence,
		}
		if s.HasPriceFloor {
			ids = append(ids, rpl.RuleService, rpl.RuleLimits)
		}
		require.Len(t, s.Rules, len(ids), s.ID)
		for _, id := range ids {
			r := s.Rule(id)
			require.Equal(t, id, r.ID)
			require.NotEmpty(t, r.Says, "%s %s", s.ID, id)
			require.NotEmpty(t, r.Edition, "%s %s", s.ID, id)
			require.NotEmpty(t, r.Source, "%s %s", s.ID, id)
		}
	}
	require.Equal(t, rpl.Rule{ID: "new"}, sets[0].Rule("new"))
}

func TestWeeksOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		start  string
		months int
		want   int64
		why    string
	}{
		{"2025-09-01", 12, 53, "365 days; 52 weeks are a day short"},
		{"2023-09-01", 12, 53, "366 days"},
		{"2025-09-01", 8, 35, "242 days"},
		{"2025-02-01", 1, 4, "28 days are four weeks to the day"},
		{"2025-01-31", 1, 5, "there is no 31 February: it counts to 3 March"},
		{"2025-01-31", 0, 0, "no minimum"},
	} {
		require.Equal(t, c.want, rpl.WeeksOf(day(t, c.start), c.months), c.why)
	}
	require.Zero(t, rpl.WeeksOf(0, 12), "no day, no calendar")
}
