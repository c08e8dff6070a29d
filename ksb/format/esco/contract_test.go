package esco_test

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/stretchr/testify/require"

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
		RowOrder: func(sample []byte, shuffle func(int, func(i, j int))) []byte {
			rows, err := csv.NewReader(bytes.NewReader(sample)).ReadAll()
			if err != nil {
				return sample // the sample of faults
			}
			shuffle(len(rows)-1, func(i, j int) { rows[i+1], rows[j+1] = rows[j+1], rows[i+1] })
			var out bytes.Buffer
			require.NoError(t, csv.NewWriter(&out).WriteAll(rows))
			return out.Bytes()
		},
	})
}
