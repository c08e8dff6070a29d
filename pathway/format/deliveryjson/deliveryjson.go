// Package deliveryjson reads and writes programmes as they are planned for somebody
// without prior learning, in the project's own format, delivery/1.
//
//		{"format":"delivery/1","id":"d1","title":"…","provider":"…","standard":"ST0216",
//		 "courseType":"apprenticeship|foundation-apprenticeship|apprenticeship-unit","start":"2026-01-12",
//		 "weeks":60,"weeklyMinutes":2220,"totalMinutes":24000,"publishedMinutes":16680,
//		 "bandMaxPence":300000,"agreedPence":290000,"offeredPence":30000,
//		 "activities":[{"id":"a1","title":"…","minutes":600,"statements":["K1","S1"],"weeks":2}]}
//
//	  - `start` is the learner's; it decides which funding rules hold. Absent: who asks says it.
//	  - `weeks` is the planned duration. `weeklyMinutes` is the contracted working time, which
//	    the rules for starts before August 2025 need; absent: not said.
//	  - `totalMinutes` are all hours of off-the-job training; absent: the sum of the activities.
//	    They may be more than the sum: what no activity lists is never left out.
//	  - `publishedMinutes` is the published minimum of the standard; absent: not said.
//	  - `bandMaxPence` is the maximum of the funding band. `agreedPence` is the price agreed
//	    before anything is recognised, `offeredPence` the cut that the provider offers.
//	  - `activities` are what can be left out by itself. `statements` are statement IDs, or codes
//	    of the role assessed; an ID outranks a code. An activity that names none is never left
//	    out. `weeks` is by how much the programme is shorter without the activity; where no
//	    activity says so, the programme gets shorter in proportion to its hours.
//
// What is written is read again to the byte.
package deliveryjson

import (
	"io"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// Detect tells whether data is a document of this format, of whatever number.
func Detect(_ string, data []byte) bool {
	return strictjson.Detects(data, rpl.DeliveryFormat)
}

// Read reads one programme, gzipped or not. It reports every fault of the document with
// its line and path and keeps the sound parts; whether the numbers make sense is the
// business of [rpl.Recognise]. A document of another format, or of a greater number, is
// one problem that wraps ErrFormat.
func Read(r io.Reader, name string) (rpl.Delivery, ksb.Problems) {
	var d rpl.Delivery
	problems := strictjson.ReadDocument(r, name, rpl.DeliveryFormat, &d)
	return d, problems
}

// Write writes a programme. The only errors are those of w and a type of course that has
// no name (ErrValue).
func Write(w io.Writer, d rpl.Delivery) error {
	d.Format = rpl.DeliveryFormat
	return strictjson.WriteDocument(w, d)
}
