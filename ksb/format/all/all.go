// Package all lists every format of standards that the project reads. A program that
// wants fewer writes its own list; see [format.Suite].
package all

import (
	"github.com/skillgap-go/skillgap/ksb/format"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
)

// Suite returns the formats, the surest to be told apart first.
func Suite() format.Suite {
	return format.Suite{
		{Name: "ksb/1", Doc: "the project's own format", Detect: ksbjson.Detect, Read: ksbjson.Read},
		{Name: "Skills England", Doc: "standards of the open API, or an occupation page, saved or pasted as text", Detect: skillsengland.Detect, Read: skillsengland.Read},
	}
}
