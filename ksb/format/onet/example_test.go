package onet_test

import (
	"fmt"
	"testing/fstest"

	"github.com/skillgap-go/skillgap/ksb/format/onet"
)

func ExampleReadFS() {
	const rated = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\n"
	folder := fstest.MapFS{
		"Occupation Data.txt": {Data: []byte("O*NET-SOC Code\tTitle\tDescription\n45-2011.00\tBeekeepers\tKeep bees.\n")},
		"Skills.txt": {Data: []byte(rated +
			"45-2011.00\t2.A.1.a\tReading\tIM\t3\tN\t\n45-2011.00\t2.A.1.a\tReading\tLV\t1.75\tN\tN\n" +
			"45-2011.00\t2.A.1.b\tListening\tIM\t4\tN\t\n45-2011.00\t2.A.1.b\tListening\tLV\t3\tY\tN\n")},
		"Level Scale Anchors.txt": {Data: []byte("Element ID\tElement Name\tScale ID\tAnchor Value\tAnchor Description\n2.A.1.a\tReading\tLV\t2\tRead a label\n")},
	}
	framework, problems := onet.ReadFS(folder, onet.DetectFS([]string{"Level Scale Anchors.txt", "Occupation Data.txt", "Skills.txt"}))
	for _, r := range framework.Roles {
		for _, q := range r.Requirements {
			fmt.Println(r.Title, q.Statement, "level", q.Level, "weight", q.Weight)
		}
	}
	fmt.Println(framework.Scales[1].Rungs[:4])
	fmt.Println(problems)
	// Output:
	// Beekeepers 2.A.1.a level 2 weight 0.5
	// [not yet 1 of 7 Read a label 3 of 7]
	// Occupation Data.txt:1: no place for it: not kept: Description
	// Skills.txt:5: roles[45-2011.00].requirements[2.A.1.b]: recommended to suppress: it is not asked for
}
