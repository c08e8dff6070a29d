// Package render writes plans for people and for programs. The texts lean on the
// report that a plan was made for, since it knows the codes and levels.
package render

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway"
)

// WhyJSON writes why a course is in the best plan or not as why/1, in the manner of
// [JSON]. The only errors are those of w and a number that is not finite.
func WhyJSON(w io.Writer, why *pathway.Why) error {
	return strictjson.WriteResult(w, why)
}

// JSON writes a plan as plan/1: keys in the order of the format, numbers rounded to six
// decimals, two spaces of indent. Equal plans give equal bytes. The only errors are
// those of w and a number that is not finite.
func JSON(w io.Writer, p *pathway.Plan) error {
	return strictjson.WriteResult(w, p)
}
