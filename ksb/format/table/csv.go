package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"iter"
)

// csvRecords yields the rows of a CSV file, each with the line that it starts on.
func csvRecords(data []byte) iter.Seq[record] {
	return func(yield func(record) bool) {
		reader := csv.NewReader(bytes.NewReader(data))
		reader.Comma, reader.FieldsPerRecord = separator(data), -1
		for {
			cells, err := reader.Read()
			var broken *csv.ParseError
			var next record
			switch {
			case errors.Is(err, io.EOF):
				return
			case errors.As(err, &broken):
				next = record{line: broken.StartLine, broken: syntax(broken.Err.Error())}
			default:
				line, _ := reader.FieldPos(0)
				next = record{line: line, cells: cells}
			}
			if !yield(next) {
				return
			}
		}
	}
}

// separator is the one of comma, semicolon and tab that the first rows have most of,
// outside of quotes.
func separator(data []byte) rune {
	const rows = 10
	counts := map[byte]int{}
	quoted, lines := false, 0
	for _, c := range data {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n':
			if lines++; lines == rows {
				return mostly(counts)
			}
		case c == ',', c == ';', c == '\t':
			counts[c]++
		}
	}
	return mostly(counts)
}

func mostly(counts map[byte]int) rune {
	most := byte(',')
	for _, c := range []byte{';', '\t'} {
		if counts[c] > counts[most] {
			most = c
		}
	}
	return rune(most)
}
