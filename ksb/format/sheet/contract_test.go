package sheet_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"testing"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

const simple = `Code,Kind,Text,Level,Duties
K1,knowledge,Knows the rules of the desk,2,"D1, D2"
K2,knowledge,Knows whom to ask,1,D2
S1,skill,Answers the telephone,3,D1
S2,skill,"Files, finds and
returns papers",,D2
B1,behaviour,Is patient,2,
`

const full = `Framework,Edition,Role,Role title,Statement,Code,Kind,Text,Scale,Rungs,Level,Critical,Weight,Duties,Requires,Half-life days,Verified by
desk,2026,clerk,Clerk,s-1,K1,knowledge,Knows the rules of the desk,three,no; partly; yes,2,yes,,D1,,,
desk,2026,clerk,Clerk,s-2,S1,skill,Answers the telephone,three,no; partly; yes,1,,0.5,D1; D2,s-1,365,employer
desk,2026,senior,Senior clerk,s-2,S1,skill,Answers the telephone,three,no; partly; yes,2,yes,,,s-1,365,employer
desk,2026,,,s-3,B1,behaviour,Is patient with everybody,,,,,,,,,
`

func TestContract(t *testing.T) {
	ksbtest.RunReader(t, ksbtest.Reader{
		Name: "clerks.csv", Read: sheet.Read,
		Write:    func(w io.Writer, f ksb.Framework) error { _, err := sheet.WriteCSV(w, f); return err },
		Samples:  map[string][]byte{"simple": []byte(simple), "full": []byte(full)},
		RowOrder: shuffledRows,
	})
}

// shuffledRows puts the rows below the header in another order.
func shuffledRows(sample []byte, shuffle func(n int, swap func(i, j int))) []byte {
	records, _ := csv.NewReader(bytes.NewReader(sample)).ReadAll()
	rows := records[1:]
	shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	var out bytes.Buffer
	_ = csv.NewWriter(&out).WriteAll(records)
	return out.Bytes()
}
