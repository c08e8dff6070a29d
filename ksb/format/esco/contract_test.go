package esco_test

import (
	"testing"

	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

func TestContract(t *testing.T) {
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "skills_en.csv", Read: esco.Read,
		Samples: map[string][]byte{
			"official":   []byte(official()["skills_en.csv"]),
			"tabiya":     []byte(tabiya()["skills.csv"]),
			"collection": []byte(official()["greenSkillsCollection_en.csv"]),
			"faults": []byte("conceptType,conceptUri,skillType,preferredLabel,altLabels\n,e/s/hive,skill/competence,open a hive,\"a\n\nb\"\n" +
				",,knowledge,x,\n,e/s/wax,magic,melt wax,\nshort\n"),
		},
		RowOrder: shuffledRows,
	})
}
