// Package render writes reports for people and for programs. A writer takes a Report
// and nothing else, so a report that was stored can be written in a form that did
// not exist when it was made.
package render

import (
	"io"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// JSON writes a report as report/1: keys in the order of the format, numbers rounded
// to six decimals, two spaces of indent. Equal reports give equal bytes. The only
// errors are those of w and a number that is not finite.
func JSON(w io.Writer, r *assess.Report) error {
	return strictjson.WriteResult(w, r)
}
