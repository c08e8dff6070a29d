package assess

import (
	"cmp"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// Profile is a worker's evidence, judged for every statement that it names, on one
// day. It is made once and asked about many roles, by many goroutines if need be.
type Profile struct {
	engine   *Engine
	worker   string
	asOf     ksb.Date
	derived  bool // the day was taken from the evidence
	evidence []Evidence
	rows     []string // IDs of the evidence
	sources  []int    // of the evidence

	standings []standing             // by statement number, ascending
	place     []int32                // by statement number: position in standings + 1; 0: no evidence
	marks     []mark                 // of all standings, one after another
	coded     map[string][]reference // references by code, kept for a role to resolve
	outside   []bool                 // by statement number: overridden as not applicable; nil: none

	facts     Facts
	wallet    wallet
	overrides []Override
	waivers   []Waiver
	decided   map[int32][]int  // by statement number: positions in overrides
	codedOver map[string][]int // by code
	findings  []Finding        // about the worker as such
}

// standing is the evidence about one statement and what it comes to.
type standing struct {
	number int32
	refs   []reference
	exhibits
	marks  []mark // by level - 1
	spread spread
	links  []link // what is inferred, and from where
	extra  sums   // what that comes to
}

// Profile judges a worker's evidence as of a day. asOf 0 is the day of the newest
// evidence, and the report says so; without evidence it is the newest day of any
// credential, override or waiver, and without those no day is known and nothing lapses. Whatever is wrong with the data becomes findings of the reports.
func (e *Engine) Profile(w Worker, asOf ksb.Date) *Profile {
	p := &Profile{
		engine: e, worker: w.ID, asOf: asOf, evidence: slices.Clone(w.Evidence),
		facts: w.Facts, overrides: slices.Clone(w.Overrides),
		place: make([]int32, e.ix.Statements()), coded: map[string][]reference{},
		decided: map[int32][]int{}, codedOver: map[string][]int{},
	}
	if asOf == 0 {
		p.asOf, p.derived = newest(w), true
	}
	p.rows = w.EvidenceIDs()
	p.nameSources()
	p.judge(p.sortReferences())
	p.wallet = p.openWallet(w.Credentials)
	p.sortOverrides()
	p.waivers = p.openWaivers(w.Waivers)
	return p
}

// AsOf is the day of the profile; 0 if none was given and no evidence is dated.
func (p *Profile) AsOf() ksb.Date { return p.asOf }

// newest is the latest day on which anything was said about the worker: of the
// evidence, or, without evidence, of the credentials, overrides and waivers.
func newest(w Worker) (day ksb.Date) {
	for _, e := range w.Evidence {
		day = max(day, e.At)
	}
	if day != 0 {
		return day
	}
	for _, c := range w.Credentials {
		day = max(day, c.At)
	}
	for _, o := range w.Overrides {
		day = max(day, o.At)
	}
	for _, v := range w.Waivers {
		day = max(day, v.At)
	}
	return day
}

// nameSources numbers the sources: by name, or one unnamed source for each kind. The
// numbers follow the sorted names, so the order of the evidence does not matter.
func (p *Profile) nameSources() {
	names := make([]string, len(p.evidence))
	for i := range p.evidence {
		e := &p.evidence[i]
		names[i] = "by " + e.By
		if e.By == "" {
			names[i] = "of " + e.Kind.String()
		}
	}
	distinct := slices.Clone(names)
	slices.Sort(distinct)
	distinct = slices.Compact(distinct)
	p.sources = make([]int, len(names))
	for i, name := range names {
		p.sources[i], _ = slices.BinarySearchFunc(distinct, name, strings.Compare)
	}
}

// numbered is a reference to a statement of the Index.
type numbered struct {
	number int32
	reference
}

// sortReferences returns the references by ID in the order of the statements and
// keeps those by code for later.
func (p *Profile) sortReferences() []numbered {
	var byID []numbered
	for i := range p.evidence {
		e := &p.evidence[i]
		for _, s := range e.Statements {
			r := reference{evidence: e, id: p.rows[i], level: cmp.Or(s.Level, e.Level), source: p.sources[i]}
			if number, known := p.engine.ix.NumberOf(ksb.StatementID(s.ID)); known {
				byID = append(byID, numbered{number, r})
			} else {
				p.coded[s.ID] = append(p.coded[s.ID], r)
			}
		}
		if len(e.Statements) == 0 {
			p.findings = append(p.findings, finding("evidence", "statement-missing", "", p.rows[i]))
		}
	}
	slices.SortStableFunc(byID, func(a, b numbered) int { return cmp.Compare(a.number, b.number) })
	return byID
}

// judge makes a standing of each statement that is referred to.
func (p *Profile) judge(refs []numbered) {
	b := &bench{engine: p.engine}
	var ends []int
	for start := 0; start < len(refs); {
		end := start
		var of []reference
		for ; end < len(refs) && refs[end].number == refs[start].number; end++ {
			of = append(of, refs[end].reference)
		}
		p.standings = append(p.standings, p.stand(b, &p.marks, refs[start].number, of))
		ends = append(ends, len(p.marks))
		start = end
	}
	from := 0
	for i, end := range ends { // p.marks has stopped moving
		p.standings[i].marks = p.marks[from:end:end]
		from = end
	}
	if p.engine.carries() {
		p.standings = p.carry(p.standings)
	}
	if p.engine.infers() {
		p.standings = p.engine.infer(p.standings)
	}
	for i := range p.standings {
		p.place[p.standings[i].number] = int32(i + 1)
	}
}

// stand judges the references to one statement and appends the marks to marks.
func (p *Profile) stand(b *bench, marks *[]mark, number int32, refs []reference) standing {
	s := standing{number: number, refs: refs, exhibits: p.sift(number, refs)}
	*marks = b.judge(*marks, p.engine.scales[number], s.pieces)
	s.spread = b.spread()
	return s
}

// sortOverrides finds the statement of each override and refuses those that are
// dated after the day or do not say one thing.
func (p *Profile) sortOverrides() {
	for i, o := range p.overrides {
		number, known := p.engine.ix.NumberOf(ksb.StatementID(o.Statement))
		switch {
		case p.asOf != 0 && o.At > p.asOf:
			p.findings = append(p.findings, finding("override", "after-as-of-day", o.Statement, "", o.By))
		case (o.Met == nil) == (o.Applies == nil):
			p.findings = append(p.findings, finding("override", "not-one-decision", o.Statement, "", o.By))
		case known:
			p.decided[number] = append(p.decided[number], i)
		default:
			p.codedOver[o.Statement] = append(p.codedOver[o.Statement], i)
		}
	}
	for number, at := range p.decided { // any order: each statement has its own place
		if o := p.latest(at); o != nil && o.takesOut() {
			if p.outside == nil {
				p.outside = make([]bool, p.engine.ix.Statements())
			}
			p.outside[number] = true
		}
	}
}

// latest is the override that counts among those at some positions: the latest by
// date, then the last listed; nil if there are none.
func (p *Profile) latest(at []int) *Override {
	var best *Override
	slices.Sort(at)
	for _, i := range at {
		if o := &p.overrides[i]; best == nil || o.At >= best.At {
			best = o
		}
	}
	return best
}

// takesOut tells whether the override says that the statement does not apply.
func (o *Override) takesOut() bool { return o != nil && o.Applies != nil && !*o.Applies }
