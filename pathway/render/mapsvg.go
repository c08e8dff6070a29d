package render

import (
	"fmt"
	"io"

	"github.com/skillgap-go/skillgap/pathway"
)

// MapSVG draws a map of roles with the routes on it; nil: the map alone. Roles stand in
// columns, and lines lead to the right as far as there are no rings. Nothing is told by
// colour: published links are whole lines, computed ones are dashed, routes are thick
// and carry their numbers, and the role that is held and the target say so. A person
// without a role stands beside the map. Equal maps give equal bytes. The only errors are
// those of w.
func MapSVG(w io.Writer, m pathway.Map, r *pathway.Routes) error { return Options{}.MapSVG(w, m, r) }

// MapSVG is [MapSVG] with choices.
func (o Options) MapSVG(w io.Writer, m pathway.Map, r *pathway.Routes) error {
	c := newChart(newPlanVoice(o.Words), m, r)
	l := c.layers()
	l.roomy()
	l.order()
	width, height := l.place()
	d := &drawing{chart: c, layout: l, legend: c.legend(r)}
	return d.write(w, width, height)
}

// drawing is a chart with a place for everything.
type drawing struct {
	*chart
	*layout
	legend []string
	svg
}

func (d *drawing) write(w io.Writer, width, height int) error {
	width = max(width, 560, 2*margin+d.keyWidth())
	perLine := (width - 2*margin) / 7
	var notes []string
	for _, line := range d.legend {
		notes = append(notes, wrapped(line, perLine)...)
	}
	foot := 4*lineHeight + len(notes)*lineHeight + margin
	d.open(width, height+foot, d.say("route.map"), d.describe())
	for i := range d.lines {
		if len(d.lines[i].routes) == 0 {
			d.draw(i)
		}
	}
	for i := range d.lines {
		if len(d.lines[i].routes) > 0 {
			d.draw(i)
		}
	}
	for i := range d.nodes {
		if d.nodes[i].box >= 0 {
			d.box(&d.nodes[i])
		}
	}
	d.numbers()
	d.key(height, notes)
	return d.close(w)
}

// describe says in words what a reader who does not see the drawing should know.
func (d *drawing) describe() string {
	text := d.say("route.text.map", "n", len(d.boxes), "links", len(d.lines))
	for _, line := range d.legend {
		text += " " + line + "."
	}
	return text
}

// roomy makes boxes high enough for the lines on either side.
func (l *layout) roomy() {
	for i := range l.nodes {
		n := &l.nodes[i]
		n.height = max(n.height, portGap*max(len(n.before), len(n.after)))
	}
}

// box draws a role: a second frame for the one that is held, a thick one for the target.
func (d *drawing) box(n *node) {
	b := &d.boxes[n.box]
	top := n.y - n.height/2
	thick := 1
	if b.target {
		thick = 4
	}
	d.rect(n.x, top, boxWidth, n.height, thick)
	if b.here {
		d.rect(n.x+4, top+4, boxWidth-8, n.height-8, 1)
	}
	noted := b.noted()
	y := n.y - (len(b.words)+len(noted))*lineHeight/2 + lineHeight - 4
	for i, word := range b.words {
		d.text(n.x+boxWidth/2, y+i*lineHeight, "middle", word, false)
	}
	for i, word := range noted {
		d.text(n.x+boxWidth/2, y+(len(b.words)+i)*lineHeight, "middle", word, true)
	}
}

// meaning is a style of lines and what it means.
type meaning struct{ style, says string }

func (v planVoice) meanings() []meaning {
	return []meaning{{published, v.say("route.key.published")}, {computed, v.say("route.key.computed")}, {onRoute, v.say("route.key.number")}}
}

// wide is the room of a meaning in the key, some 7 pixels a character.
func (m meaning) wide() int { return max(150, 52+7*widest(m.says)) }

func (d *drawing) keyWidth() (width int) {
	for _, m := range d.meanings() {
		width += m.wide()
	}
	return width
}

// key explains the drawing below it.
func (d *drawing) key(top int, notes []string) {
	y := top + lineHeight
	x := margin
	for _, k := range d.meanings() {
		d.path(fmt.Sprintf("M %d %d H %d", x, y, x+36), k.style)
		d.text(x+44, y+4, "start", k.says, false)
		x += k.wide()
	}
	for i, note := range notes {
		d.text(margin, y+(i+2)*lineHeight, "start", note, false)
	}
}

// legend says what each route is, in one line.
func (v planVoice) legend(r *pathway.Routes) (lines []string) {
	if r == nil {
		return nil
	}
	for i, route := range r.Routes {
		lines = append(lines, v.words.Number(i+1)+": "+way(r, route)+". "+v.comesTo(route.Totals))
	}
	return lines
}
