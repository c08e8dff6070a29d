package casejson_test

import (
	"io"
	"testing"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// What Write tells beside its error is tested elsewhere.
func write(w io.Writer, f ksb.Framework) error {
	_, err := casejson.Write(w, f)
	return err
}

func TestContract(t *testing.T) {
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "package.json", Read: casejson.Read, Write: write,
		Samples: map[string][]byte{"of others": []byte(bakery), "ours": written(t, small())},
	})
}

// small is a framework of which little is written.
func small() ksb.Framework {
	return ksb.Framework{
		Format: ksb.Format, ID: "imaging", Scales: []ksb.Scale{{ID: "three", Rungs: []string{"not yet", "with help", "alone"}}},
		Statements: []ksb.Statement{{ID: "S1", Code: "K1", Kind: ksb.Knowledge, Text: "The safe dose", Scale: "three"}},
		Roles: []ksb.Role{{ID: "R1", Title: "Assistant", Requirements: []ksb.Requirement{{Statement: "S1", Level: 1}},
			Duties: []ksb.Duty{{ID: "D1", Text: "Images", Statements: []ksb.StatementID{"S1"}}}}},
	}
}
