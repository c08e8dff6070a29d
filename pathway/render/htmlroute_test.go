package render_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	reports "github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/pathway"
)

func TestRoutePageSays(t *testing.T) {
	t.Parallel()
	page := routePage(t, journey(), county(), reports.HTMLOptions{})
	requireSound(t, page)
	for _, c := range []struct{ why, section, says string }{
		{"the route and what it comes to", "routes", "1. Imaging <support> worker → Senior imaging support worker & \"lead\" → Assistant practitioner in diagnostic imaging £120.00 7 hours 1 3 1"},
		{"the target alone", "routes", "The target alone £90.00"},
		{"why here", "route-1", "Published: lateral, the way back (a guide). Computed: 62% of its knowledge and skills is asked for before."},
		{"what carries over", "route-1", "Carries over 1: K1"},
		{"what is new", "route-1", "Newly asked 2: S2 and S10"},
		{"a gate that a course opens", "route-1", "certificate (programme): shut. Department induction can open it."},
		{"a gate and its ways", "route-1", "maths (entry): not known. Opened by fs-maths-2, or gcse-maths-4."},
		{"what to find out", "route-1", "Find out first S10"},
		{"a course", "route-1", "Department induction: week 1"},
		{"what stays open", "route-1", "Stays open S2 (no course)"},
		{"what it comes to", "route-1", "So far £120.00, 7 hours, 1 week. 1 gap stays open."},
		{"the level, the band, who regulates", "route-1", "(level 5, AfC 4, a council)"},
		{"the map in words", "route-map", "4 roles and 4 links."},
		{"where one stands", "route-map", "[here now]"},
		{"where one goes", "route-map", "[target]"},
	} {
		require.Contains(t, words(section(t, page, c.section)), c.says, c.why)
	}
}

func TestRoutePageOfNothing(t *testing.T) {
	t.Parallel()
	page := routePage(t, &pathway.Routes{To: journey().To, Objectives: []pathway.Objective{pathway.LeastPence}}, pathway.Map{}, reports.HTMLOptions{})
	requireSound(t, page)
	require.Contains(t, page, "No route leads there")
}
