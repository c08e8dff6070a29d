package rows

import (
	"io"
	"io/fs"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/input"
)

// Splitter parts a file into records. Each call of what it returns is the next one and
// the line that it begins on; the list, not its texts, is overwritten by the next call.
// The error is io.EOF after the last, or a *csv.ParseError of one record, after which
// the next follows.
type Splitter func(data []byte) func() (cells []string, line int, err error)

// Tabs parts cells at tabs and records at line ends, LF or CRLF; a quote is a character
// like any other.
func Tabs(data []byte) func() (cells []string, line int, err error) {
	text, line, cells := string(data), 0, []string(nil)
	return func() ([]string, int, error) {
		if text == "" {
			return nil, line, io.EOF
		}
		var record string
		record, text, _ = strings.Cut(text, "\n")
		record, line, cells = strings.TrimRight(record, "\r"), line+1, cells[:0]
		for {
			tab := strings.IndexByte(record, '\t')
			if tab < 0 {
				cells = append(cells, record)
				return cells, line, nil
			}
			cells, record = append(cells, record[:tab]), record[tab+1:]
		}
	}
}

// EachFile hands over the bytes of the files at paths one by one, unpacked; one that
// cannot be read is a problem, and the others follow.
func EachFile(fsys fs.FS, paths []string, problems *ksb.Problems, take func(file string, data []byte)) {
	for _, p := range paths {
		data, problem := input.ReadFile(fsys, p)
		if problem != nil {
			*problems = append(*problems, problem)
			continue
		}
		take(p, data)
	}
}
