package moodle

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
)

// writer makes the table of a framework.
type writer struct {
	f      ksb.Framework
	tree   tree
	titles map[string]string        // of groups, by ID number
	scales map[ksb.ScaleID][]string // rungs
	levels map[ksb.StatementID]ksb.Level
	links  map[ksb.StatementID][]string // ID numbers, as Moodle lists them
}

func (p *writer) table() ([]byte, error) {
	p.lookUp()
	terms, err := p.terms()
	if err != nil {
		return nil, err
	}
	usual := p.usual()
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	records := [][]string{headers(), p.whole(usual, terms)}
	for i := range p.f.Statements {
		records = append(records, p.competency(&p.f.Statements[i], usual))
	}
	for _, record := range records {
		for c, text := range record {
			record[c] = cell.Guard(text)
		}
	}
	err = w.WriteAll(records)
	return out.Bytes(), err
}

// lookUp works out the hierarchy from the members of the groups.
func (p *writer) lookUp() {
	p.titles, p.scales, p.levels = map[string]string{}, map[ksb.ScaleID][]string{}, map[ksb.StatementID]ksb.Level{}
	p.links = map[ksb.StatementID][]string{}
	ids, parent := []string{}, map[string]string{}
	for _, s := range p.f.Statements {
		ids = append(ids, s.Code)
		parent[s.Code] = ""
	}
	for _, g := range p.f.Groups {
		p.titles[p.number(g.ID)] = g.Title
		for _, m := range g.Members {
			parent[p.number(m)] = p.number(g.ID)
		}
	}
	p.tree, _ = grow(ids, parent)
	for _, s := range p.f.Scales {
		p.scales[s.ID] = s.Rungs
	}
	for _, q := range p.f.Roles[0].Requirements {
		p.levels[q.Statement] = q.Level
	}
	for _, l := range p.f.Links {
		number := strings.ReplaceAll(p.number(string(l.To)), ",", "%2C")
		p.links[l.From] = append(p.links[l.From], number)
	}
}

// number is the ID number of what has an ID of this framework.
func (p *writer) number(id string) string { return strings.TrimPrefix(id, string(p.f.ID)+"/") }

// terms says the kind of each level of the hierarchy, as Read will read it.
func (p *writer) terms() (terms []string, err error) {
	byLevel := map[int]ksb.Kind{}
	for _, s := range p.f.Statements {
		level := p.tree.depth[s.Code]
		if known := byLevel[level]; known != 0 && known != s.Kind {
			return nil, fmt.Errorf("%w: level %d of the hierarchy has both %s and %s, and Moodle has one term for it", ksb.ErrKind, level, known, s.Kind)
		}
		byLevel[level] = s.Kind
	}
	for level := 1; byLevel[level] != 0; level++ {
		terms = append(terms, termOf(byLevel[level]))
	}
	return terms, nil
}

// judging is a scale and a level on it, as the two columns of Moodle.
type judging struct{ values, config string }

// usual is the judging of the first statement that is required, which the row of the
// framework states for all.
func (p *writer) usual() judging {
	for i := range p.f.Statements {
		s := &p.f.Statements[i]
		if _, asked := p.levels[s.ID]; asked {
			return p.judgingOf(s)
		}
	}
	return judging{}
}

// judgingOf marks the rungs from the level required, or the top one, as proficient.
func (p *writer) judgingOf(s *ksb.Statement) judging {
	rungs := p.scales[s.Scale]
	from := int(p.levels[s.ID])
	if from == 0 {
		from = len(rungs) - 1
	}
	config := strings.Builder{}
	config.WriteString(`[{"scaleid":"0"}`)
	for rung := from; rung < len(rungs); rung++ {
		standard := 0
		if rung == from {
			standard = 1
		}
		fmt.Fprintf(&config, `,{"id":%d,"scaledefault":%d,"proficient":1}`, rung+1, standard)
	}
	return judging{strings.Join(rungs, ","), config.String() + "]"}
}

func (p *writer) whole(usual judging, terms []string) []string {
	record := make([]string, columns)
	record[idNumber], record[shortName], record[descriptionFormat] = string(p.f.ID), p.f.Title, "1"
	record[scaleValues], record[scaleConfig] = usual.values, usual.config
	record[isFramework], record[taxonomy] = "1", strings.Join(terms, ",")
	return record
}

func (p *writer) competency(s *ksb.Statement, usual judging) []string {
	record := make([]string, columns)
	record[parentID], record[idNumber] = p.tree.parent[s.Code], s.Code
	record[shortName], record[description] = p.name(s), s.Text
	record[descriptionFormat], record[isFramework] = "2", "0"
	record[related] = strings.Join(p.links[s.ID], ",")
	own := p.judgingOf(s)
	if _, asked := p.levels[s.ID]; !asked && own.values == usual.values {
		own = usual // nothing is asked of it: its level does not matter
	}
	if own != usual {
		record[scaleValues], record[scaleConfig] = own.values, own.config
	}
	return record
}

// name is the title of the group that the statement is, or else the start of its text,
// no longer than Moodle takes.
func (p *writer) name(s *ksb.Statement) string {
	const most = 100
	if title, is := p.titles[s.Code]; is {
		return title
	}
	text := []rune(s.Text)
	return strings.TrimSpace(string(text[:min(len(text), most)]))
}
