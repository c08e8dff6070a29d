package skillsengland_test

import (
	"errors"
	"fmt"
	"strings"
	"testing/fstest"

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
	for _, p := range append(problems, more...) {
		if !errors.Is(p, skillsengland.ErrE1001) { // a real object has more keys
			fmt.Println(p)
		}
	}
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

func ExampleReadFS() {
	version := func(number, text string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(`{"referenceNumber": "ST9400", "version": "` + number + `", "title": "Clockmaker",
		  "skills": [{"skillId": "77aa", "detail": "` + text + `"}]}`)}
	}
	folder := fstest.MapFS{"first.json": version("1.0", "Oil a movement"), "second.json": version("1.1", "Clean and oil a movement")}

	framework, _ := skillsengland.ReadFS(folder, []string{"first.json", "second.json"})
	for _, s := range framework.Statements {
		fmt.Println(s.ID, s.Text)
	}
	// Output:
	// ST9400_1.0/77aa Oil a movement
	// 77aa Clean and oil a movement
}

func ExampleSince() {
	read := func(option string) ksb.Framework {
		f, _ := skillsengland.Read(strings.NewReader(`{"referenceNumber": "ST9400", "version": "1.0", "title": "Clockmaker",
		  "skills": [{"skillId": "77aa", "detail": "Oil a movement"}], "options": [{"optionId": "01", "title": "`+option+`"}]}`), "clock.json")
		return f
	}
	problems := skillsengland.Since(read("Turret clocks"), read("Tower clocks"))
	fmt.Println(problems)
	fmt.Println(errors.Is(problems, skillsengland.ErrS1013))
	// Output:
	// clock.json:1: ST9400_1.0.options: S1013: options removed or renamed within a version: there was "Turret clocks" before
	// true
}
