package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/examples/trial"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
)

// changed are the courses of somebody with a change, in order of bytes.
func changed(p personRevised, kind pathway.ChangeKind, reasons ...pathway.ChangeReason) []string {
	ids := []string{}
	for _, c := range p.Changes {
		if c.Change == kind && (len(reasons) == 0 || slices.Contains(reasons, c.Reason)) {
			ids = append(ids, c.Course)
		}
	}
	return ids
}

// TestDoneAndBookedStay, whatever the week; the one new need adds one course.
func TestDoneAndBookedStay(t *testing.T) {
	for week, hours := range map[int]string{0: "7.5", 1: "7.5", 10: "7.5", 26: "7.5", 39: "7.5", 60: "7.5", 27: "4", 45: "4", 20: "168"} { // any order: each is an error of its own
		d := answered(t, "-week", fmt.Sprint(week), "-hours", hours)
		require.Equal(t, []ksb.StatementID{"pt-s10"}, d.Later.New)
		require.Empty(t, d.Later.Gone)
		require.Equal(t, int64(8*11000), d.Later.Added.CostPence)
		require.Equal(t, int64(8*360), d.Later.Added.Minutes)
		require.Zero(t, d.Later.Dropped)
		for i, p := range d.Later.People {
			done, booked := []string{}, []string{}
			for _, s := range d.Plan.People[i].Plan.Steps {
				if s.EndWeek <= week {
					done = append(done, s.Course)
				} else if s.StartWeek < week {
					booked = append(booked, s.Course)
				}
			}
			require.ElementsMatch(t, done, changed(p, pathway.Kept, pathway.WasDone), "%s in week %d", p.Worker, week)
			require.ElementsMatch(t, booked, changed(p, pathway.Kept, pathway.WasBooked), "%s in week %d", p.Worker, week)
			require.Equal(t, []string{"low-mood"}, changed(p, pathway.Added))
			require.Empty(t, p.Plan.Left)
			require.True(t, hours == "4" || len(p.Crowded) == 0)
			for _, s := range p.Plan.Steps {
				before := d.Plan.People[i].Plan.Steps
				old := slices.IndexFunc(before, func(o pathway.Step) bool { return o.Course == s.Course })
				if slices.Contains(booked, s.Course) {
					require.Equal(t, before[old].EndWeek, week+s.EndWeek, "%s ends when it was going to", s.Course)
				}
				if slices.Contains(done, s.Course) {
					require.Zero(t, s.EndWeek)
				}
			}
		}
	}
}

// edited is a file of the sample with a text replaced.
func edited(t *testing.T, name, from, to string) string {
	t.Helper()
	data, err := os.ReadFile(sample + name)
	require.NoError(t, err)
	require.Contains(t, string(data), from)
	return trial.Write(t, name, strings.Replace(string(data), from, to, 1))
}

// TestCourseThatIsGone: one that is not on offer any more stays for those who have begun it.
func TestCourseThatIsGone(t *testing.T) {
	gone := edited(t, "catalogue-later.json", `"id": "rehabilitation-module"`, `"id": "another-module"`)
	d := answered(t, inputsOf("-later", gone, "-week", "5")...)
	for i, p := range d.Later.People {
		begun := slices.ContainsFunc(d.Plan.People[i].Plan.Steps, func(s pathway.Step) bool {
			return s.Course == "rehabilitation-module" && s.StartWeek < 5
		})
		require.Equal(t, begun, slices.Contains(changed(p, pathway.Kept), "rehabilitation-module"), "%s", p.Worker)
		require.Equal(t, !begun, slices.Contains(changed(p, pathway.Dropped, pathway.Gone), "rehabilitation-module"), "%s", p.Worker)
		require.Equal(t, !begun, slices.Contains(changed(p, pathway.Added), "another-module"), "%s", p.Worker)
	}
	require.Equal(t, d.Later.Added, bill{d.Later.Dropped.CostPence, d.Later.Dropped.Minutes, d.Later.Added.Weeks}, "one for the other")
}

// TestNeedThatIsGone: what nobody needs any more is dropped by those who have not begun.
func TestNeedThatIsGone(t *testing.T) {
	gone := edited(t, "framework.json", `"statements": [
            "pt-k6"
          ],
          "options": [
            "older-people",
            "stroke"
          ]`, `"statements": [],
          "options": [
            "older-people",
            "stroke"
          ]`)
	d := answered(t, inputsOf("-later", gone, "-week", "1")...)
	require.Equal(t, []ksb.StatementID{"pt-k6"}, d.Later.Gone)
	require.Empty(t, d.Later.New)
	spared := 0
	for i, p := range d.Later.People {
		planned := slices.IndexFunc(d.Plan.People[i].Plan.Steps, func(s pathway.Step) bool { return s.Course == "swallowing" && s.StartWeek >= 1 })
		if planned >= 0 {
			spared++
		}
		require.Equal(t, planned >= 0, slices.Contains(changed(p, pathway.Dropped, pathway.NotNeeded), "swallowing"), "%s", p.Worker)
	}
	require.Greater(t, spared, 1)
	require.Equal(t, int64(spared*8000), d.Later.Dropped.CostPence, "who would have taken it does not")
	text := call(t, "", inputsOf("-later", gone, "-week", "1")...)
	require.Contains(t, text.Out, "No longer asked for:\n  K6")
}

// TestHorizon: who does not end in time is named, today and later.
func TestHorizon(t *testing.T) {
	for _, c := range []struct {
		horizon string
		weeks   int
	}{{"15m", 65}, {"65w", 65}, {"6 months", 26}, {"27 Weeks", 27}, {"1w", 1}} {
		d := answered(t, "-horizon", c.horizon)
		require.Equal(t, c.weeks, d.Plan.HorizonWeeks)
		today, then := []string{}, []string{}
		for i, p := range d.Plan.People {
			if p.Plan.Weeks > c.weeks {
				today = append(today, p.Worker)
			}
			if 26+d.Later.People[i].Plan.Weeks > c.weeks {
				then = append(then, p.Worker)
			}
		}
		require.Equal(t, today, d.Plan.TooLong)
		require.Equal(t, then, d.Later.TooLong)
	}
}

// TestMonday: weeks begin on Mondays.
func TestMonday(t *testing.T) {
	for give, want := range map[string]string{ // any order: each is an error of its own
		"2026-06-29": "2026-06-29", "2026-06-30": "2026-07-06", "2026-07-05": "2026-07-06", "2024-02-29": "2024-03-04", "0001-01-01": "0001-01-01",
	} {
		d, err := ksb.ParseDate(give)
		require.NoError(t, err)
		require.Equal(t, want, monday(d).String(), "%s", give)
	}
}

// TestBillIsGuarded: sums that do not fit are an error.
func TestBillIsGuarded(t *testing.T) {
	b := bill{CostPence: 1 << 62, Minutes: 3, Weeks: 2}
	require.ErrorIs(t, b.add(bill{CostPence: 1 << 62}), ksb.ErrTooLarge)
	require.ErrorIs(t, b.add(bill{Minutes: 1<<63 - 3}), ksb.ErrTooLarge)
	require.NoError(t, b.add(bill{CostPence: 1, Minutes: 1, Weeks: 7}))
	require.Equal(t, bill{1<<62 + 1, 4, 7}, b)
}
