// Package all lists every format of standards that the project reads. A program that
// wants fewer writes its own list; see [format.Suite].
package all

import (
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/format/casejson"
	"github.com/skillgap-go/skillgap/ksb/format/esco"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
	"github.com/skillgap-go/skillgap/ksb/format/onet"
	"github.com/skillgap-go/skillgap/ksb/format/sheet"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

// Suite returns the formats, the surest to be told apart first.
func Suite() format.Suite {
	return format.Suite{
		{Name: "ksb/1", Doc: "the project's own format", Detect: ksbjson.Detect, Read: ksbjson.Read},
		{Name: "Skills England", Doc: "standards of the open API, or an occupation page, saved or pasted as text",
			Detect: skillsengland.Detect, Read: skillsengland.Read},
		{Name: "CASE", Doc: "a CFPackage of 1EdTech CASE 1.0 or 1.1", Detect: casejson.Detect, Read: casejson.Read},
		{Name: "Moodle", Doc: "a competency framework as Moodle exports it, CSV", Detect: moodle.Detect, Read: moodle.Read},
		{Name: "ESCO", Doc: "the CSV files of the European skills classification, or Tabiya's edition of them",
			Detect: esco.Detect, Read: esco.Read, DetectFS: esco.DetectFS, ReadFS: esco.ReadFS},
		{Name: "O*NET", Doc: "the text files of the O*NET database", Detect: onet.Detect, Read: onet.Read, DetectFS: onet.DetectFS, ReadFS: onet.ReadFS},
		{Name: "sheet", Doc: "a table of statements that people keep, CSV or .xlsx", Detect: sheet.Detect, Read: sheet.Read},
	}
}
