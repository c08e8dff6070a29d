package skillsengland_test

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

func ExampleRead() {
	object := `{"referenceNumber": "ST9400", "versionNumber": "1.1", "title": "Clockmaker", "level": 3,
	  "knowledges": [{"knowledgeId": "6f3c", "detail": "Escapements&nbsp;and trains"}],
	  "skills": [{"skillId": "77aa", "detail": "Oil a movement"}],
	  "duties": [{"dutyID": "01bc", "dutyDetail": "Service clocks", "isThisACoreDuty": 1, "mappedSkills": ["77aa", "9999"]}]}`

	framework, problems := skillsengland.Read(strings.NewReader(object), "clock.json")
	index, more := ksb.Compile(framework)
	role, _ := index.Role("ST9400_1.1")
	for _, q := range role.Requirements {
		s, _ := index.Statement(q.Statement)
		fmt.Println(s.Code, s.Kind, s.Text)
	}
	fmt.Println(append(problems, more...))
	// Output:
	// K1 knowledge Escapements and trains
	// S1 skill Oil a movement
	// clock.json:4: roles[ST9400_1.1].duties[01bc].statements: unknown statement: "9999"
}

func ExampleReadPage() {
	page := "Clockmaker\n\nKey information\nReference: OCC9400\nLevel: 3\n\nKSBs\n\nK1: Escapements\nand trains\n\nS1. Oil a movement\n"

	framework, problems := skillsengland.ReadPage(strings.NewReader(page), "clock.txt")
	for _, s := range framework.Statements {
		fmt.Println(s.ID, s.Text, "- line", s.Origin.Line)
	}
	for _, p := range problems {
		fmt.Println(p.Path, p.Fault)
	}
	// Output:
	// OCC9400/K1 Escapements and trains - line 9
	// OCC9400/S1 Oil a movement - line 12
	// SOC 2020 code missing
	// behaviours missing
	// duties missing
	// keywords missing
	// status missing
	// typical job titles missing
}
