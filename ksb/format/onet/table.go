package onet

import (
	"math"
	"strconv"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
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

type table struct {
	*rows.Table
	kind kind
}

const codeColumn = "o*net-soc code"

// open reads the header; a file of no kind is none of ours.
func open(file string, data []byte, problems *ksb.Problems) table {
	t := rows.Open(file, data, rows.Tabs, problems)
	t.Nothing = "n/a"
	return table{t, kindOf(t)}
}

func kindOf(t *rows.Table) kind {
	switch coded := t.Has(codeColumn); {
	case coded && t.Has("title", "description"):
		return occupationData
	case coded && t.Has("element id", "element name", "scale id", "data value") && !t.Has("category"):
		return ratings
	case coded && t.Has("task id", "task"):
		return tasks
	case coded && t.Has("alternate title"):
		return alternateTitles
	case coded && t.Has("reported job title"):
		return reportedTitles
	case coded && t.Has("job zone"):
		return jobZones
	case coded && t.Has("related o*net-soc code"):
		return related
	case t.Has("scale id", "minimum", "maximum"):
		return scalesReference
	case t.Has("element id", "scale id", "anchor value", "anchor description"):
		return levelAnchors
	}
	return none
}

// repeated are columns that another file says better, or that are known.
func (t table) repeated() []string {
	switch t.kind {
	case occupationData:
		return nil
	case scalesReference:
		return []string{"scale name"}
	case levelAnchors:
		return []string{"element name", "scale name"}
	}
	return []string{"title", "related title", "scale name"}
}

// row is one row of a file.
type row struct{ rows.Row }

// number reads a finite number and whether there is one; anything but a number is a
// problem, nothing at all is none.
func (r row) number(column string) (float64, bool) {
	text := r.Text(column)
	if text == "" {
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || strings.ContainsAny(text, "xX_") {
		r.Fault(column, ksb.ErrWrongType, "%q is not a number", text)
		return 0, false
	}
	return x, true
}

// yes reads Y or N; blank is no.
func (r row) yes(column string) bool {
	switch text := r.Text(column); text {
	case "Y":
		return true
	case "N", "":
	default:
		r.Fault(column, ksb.ErrValue, "%q is neither Y nor N", text)
	}
	return false
}
