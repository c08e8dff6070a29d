package xlsx

import (
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/render"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
)

// view turns a report into sheets.
type view struct {
	render.Voice
	r     *assess.Report
	held  map[ksb.StatementID]ksb.Level
	label func(id string) string
}

func newView(words *wording.Words, r *assess.Report) *view {
	return &view{Voice: render.NewVoice(words), r: r, held: render.Held(r), label: render.Labels(r)}
}

func (v *view) say(key string, pairs ...any) string { return v.Words().Say("xlsx."+key, pairs...) }

// looks are the colours of a column of statuses.
func (v *view) looks() []Look {
	return []Look{
		{v.Status(assess.Met), Good}, {v.Status(assess.BelowLevel), Short}, {v.Status(assess.Contested), Split},
		{v.Status(assess.Expired), Worn}, {v.Status(assess.Uncertain), Worn}, {v.Status(assess.NotEvidenced), Faint}, {v.Status(assess.NotApplicable), Faint},
	}
}

// column is a column named by the catalogue.
func (v *view) column(key string, width float64) Column {
	return Column{Name: v.say("column." + key), Width: width}
}

func (v *view) bar(key string, width float64) Column {
	c := v.column(key, width)
	c.Bar = true
	return c
}

func (v *view) looking(key string, width float64, looks []Look) Column {
	c := v.column(key, width)
	c.Looks = looks
	return c
}

func joined[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, name := range list {
		names[i] = string(name)
	}
	return strings.Join(names, ", ")
}
