package match_test

import (
	"fmt"

	"github.com/skillgap-go/skillgap/ksb/match"
)

// What people type, and which role they may mean.
func ExampleTitles_Resolve() {
	roles, err := match.NewTitles([]match.Target{
		{ID: "ST0215", Texts: []string{"Healthcare support worker", "Healthcare assistant", "Nursing assistant"}},
		{ID: "ST0781", Texts: []string{"Registered nurse", "Staff nurse"}},
		{ID: "ST0519", Texts: []string{"Physiotherapist"}},
	}, match.TitleOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, text := range []string{"staff nurse", "HCA", "nursing asistant"} {
		s := roles.Resolve(text, 1)[0]
		fmt.Printf("%s: %s %q, found by %s, band %s\n", text, s.ID, s.Text, s.Stage, s.Band)
	}
	// Output:
	// staff nurse: ST0781 "Staff nurse", found by exact, band exact
	// HCA: ST0215 "Healthcare assistant", found by initials, band likely
	// nursing asistant: ST0215 "Nursing assistant", found by mended, band likely
}
