package sheet_test

import (
	"bytes"
	"testing"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
)

// readAnyhow: nothing panics, problems have their place, and what was read from one
// table is written and read as the same, or something is told.
func readAnyhow(t *testing.T, data []byte) {
	t.Helper()
	f, problems := sheet.Read(bytes.NewReader(data), "f.csv")
	ksb.Compile(f)
	for _, p := range problems {
		if p.Fault == "" || p.Origin.File != "f.csv" {
			t.Errorf("no place: %+v", p)
		}
	}
	for _, s := range f.Statements {
		if s.ID == "" || s.Kind == 0 || s.Origin.Line < 1 {
			t.Errorf("%+v", s)
		}
	}
	var out bytes.Buffer
	if _, err := sheet.WriteCSV(&out, f); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(simple))
	f.Add([]byte(full))
	f.Add([]byte("Role;Code;Text;Scale;Level\na;K1;x;rag;green\nb;K1;;;\n;S1;y;;9\n"))
	f.Fuzz(readAnyhow)
}

// FuzzWorkbook puts texts into the cells of a workbook with a sheet for each thing.
func FuzzWorkbook(f *testing.F) {
	f.Add("K1", "knowledge", "three", "1", "yes", `{"any":[{"credential":"x"}]}`)
	f.Add("", "k", "rag", "red", "0", "x")
	f.Fuzz(func(t *testing.T, code, kind, scale, level, weight, rule string) {
		data := book(t, map[string][][]string{
			"Statements":   {{"ID", "Code", "Kind", "Text", "Scale", "Requires"}, {"s1", code, kind, "Knows", scale, code}, {code, "S1", "", rule, level, ""}},
			"Roles":        {{"ID", "Title", "From", "Aliases"}, {"r", code, level, rule}, {code, kind, scale, weight}},
			"Requirements": {{"Role", "Statement", "Level", "Weight", "Critical"}, {"r", code, level, weight, kind}, {code, "S1", "", "", ""}},
			"Gates":        {{"Role", "ID", "Phase", "Rule"}, {"r", code, "gateway", rule}},
			"Scales":       {{"Scale", "Level", "Rung"}, {scale, level, kind}, {scale, "0", "no"}, {scale, "1", "yes"}},
			"Groups":       {{"ID", "Members"}, {code, rule}},
		}, "Statements", "Roles", "Requirements", "Gates", "Scales", "Groups")
		readAnyhow(t, data)
	})
}

func BenchmarkRead(b *testing.B) {
	csv, _ := written(b, sheet.WriteCSV, imaging(b))
	xlsx, _ := written(b, sheet.WriteXLSX, imaging(b))
	for name, data := range map[string][]byte{"csv": csv, "xlsx": xlsx} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if f, _ := sheet.Read(bytes.NewReader(data), "x"); len(f.Statements) == 0 {
					b.Fatal("nothing")
				}
			}
		})
	}
}
