package sheet_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/sheet"
	"github.com/skillgap-go/skillgap/ksb"
)

// header is that of the format; short is what most tests need of it.
const (
	header = "worker,evidence,statement,kind,as,mode,level,by,at,until,relevance,confidence,reliability,state"
	short  = "worker,evidence,statement,kind,at"
)

func read(t testing.TB, text string) ([]assess.Worker, ksb.Problems) {
	t.Helper()
	return sheet.Read(strings.NewReader(text), "x.csv")
}

// readSound is a table without a mistake.
func readSound(t testing.TB, text string) []assess.Worker {
	t.Helper()
	list, problems := read(t, text)
	require.NoError(t, problems.Err())
	return list
}

// kept lists the pieces that were kept, each as worker/ID:statement.
func kept(list []assess.Worker) (pieces []string) {
	for _, w := range list {
		for _, e := range w.Evidence {
			pieces = append(pieces, w.ID+"/"+e.ID+":"+e.Statements[0].ID)
		}
	}
	return pieces
}

// mistake is a problem without its words, which are free to change.
type mistake struct {
	Fault ksb.Fault
	Path  string
	Line  int
}

func mistakes(problems ksb.Problems) (list []mistake) {
	for _, p := range problems {
		list = append(list, mistake{p.Fault, p.Path, p.Origin.Line})
	}
	return list
}
