package moodle_test

import (
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
)

func ExampleRead() {
	table := `Parent ID number,ID number,Short name,Description,Scale values,Scale configuration,Is framework,Taxonomy
,BREW,Brewing,,"Not yet,With help,Alone","[{""id"":3,""proficient"":1}]",1,"domain,skill"
,mash,Mashing,,,,0,
mash,temp,Hold the temperature,<p>Hold the temperature of the mash</p>,,,0,
boil,hops,Add hops,,,,0,
`
	framework, problems := moodle.Read(strings.NewReader(table), "brew.csv")
	index, _ := ksb.Compile(framework)
	role, _ := index.Role("BREW")
	for _, q := range role.Requirements {
		s, _ := index.Statement(q.Statement)
		fmt.Println(s.Code, "at level", q.Level, "-", s.Text)
	}
	for _, p := range problems {
		fmt.Println("line", p.Origin.Line, p.Path, "-", p.Fault)
	}
	// Output:
	// hops at level 2 - Add hops
	// temp at level 2 - Hold the temperature of the mash
	// line 2 framework.taxonomy - no kind
	// line 5 competencies[hops].parent - unknown statement
}
