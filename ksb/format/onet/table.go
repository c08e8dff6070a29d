package onet

import (
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// kind is what the rows of a file are, in the order in which files are read.
type kind uint8

const (
	none kind = iota
	occupationData
	scalesReference
	levelAnchors
	ratings
	tasks
	alternateTitles
	reportedTitles
	jobZones
	related
)

// table is a file with a header and tabs between the cells.
type table struct {
	file     string
	kind     kind
	column   map[string]int // position by name, in small letters; of two alike the first
	width    int            // of the header, in cells
	text     string         // below the header
	problems *ksb.Problems
}

func open(file string, data []byte, problems *ksb.Problems) *table {
	header, text, _ := strings.Cut(string(data), "\n")
	column := columnsOf(header)
	return &table{file: file, kind: kindOf(column), column: column, width: 1 + strings.Count(header, "\t"), text: text, problems: problems}
}

func columnsOf(header string) map[string]int {
	column := map[string]int{}
	for i, name := range strings.Split(strings.TrimSuffix(header, "\r"), "\t") {
		name = strings.ToLower(strings.TrimSpace(name))
		if _, twice := column[name]; !twice {
			column[name] = i
		}
	}
	return column
}

func kindOf(column map[string]int) kind {
	has := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(n string) bool { _, there := column[n]; return !there })
	}
	switch coded := has(codeColumn); {
	case coded && has("title", "description"):
		return occupationData
	case coded && has("element id", "element name", "scale id", "data value") && !has("category"):
		return ratings
	case coded && has("task id", "task"):
		return tasks
	case coded && has("alternate title"):
		return alternateTitles
	case coded && has("reported job title"):
		return reportedTitles
	case coded && has("job zone"):
		return jobZones
	case coded && has("related o*net-soc code"):
		return related
	case has("scale id", "minimum", "maximum"):
		return scalesReference
	case has("element id", "scale id", "anchor value", "anchor description"):
		return levelAnchors
	}
	return none
}

const codeColumn = "o*net-soc code"

// rows yields the sound rows; those of another width than the header are reported. A
// row's cells are overwritten by the next.
func (t *table) rows() iter.Seq[row] {
	return func(yield func(row) bool) {
		var cells []string
		line := 1
		for text := range strings.Lines(t.text) {
			line++
			text = strings.TrimRight(text, "\r\n")
			cells = slices.AppendSeq(cells[:0], strings.SplitSeq(text, "\t"))
			r := row{t, cells, ksb.Origin{File: t.file, Line: line}}
			switch {
			case strings.TrimSpace(text) == "":
			case len(cells) != t.width:
				r.fault("", ksb.ErrSyntax, strconv.Itoa(len(cells))+" cells below "+strconv.Itoa(t.width)+" columns")
			case !yield(r):
				return
			}
		}
	}
}

// row is one row of a table.
type row struct {
	*table
	cells []string
	at    ksb.Origin
}

// cell is the text of a column, trimmed; "" where there is none, and for "n/a".
func (r row) cell(column string) string {
	at, there := r.column[column]
	if !there {
		return ""
	}
	text := strings.TrimSpace(r.cells[at])
	if text == "n/a" {
		return ""
	}
	return text
}

func (r row) fault(path string, fault ksb.Fault, detail string) {
	r.problems.Add(r.at, path, fault, "%s", detail)
}

// number reads a finite number and whether there is one; anything but a number is a
// problem, nothing at all is none.
func (r row) number(column string) (float64, bool) {
	text := r.cell(column)
	if text == "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || strings.ContainsAny(text, "xX_") {
		r.fault(column, ksb.ErrWrongType, strconv.Quote(text)+" is not a number")
		return 0, false
	}
	return x, true
}

// yes reads Y or N; blank is no.
func (r row) yes(column string) bool {
	switch text := r.cell(column); text {
	case "Y":
		return true
	case "N", "":
	default:
		r.fault(column, ksb.ErrValue, strconv.Quote(text)+" is neither Y nor N")
	}
	return false
}
