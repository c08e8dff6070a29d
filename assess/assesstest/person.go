package assesstest

import (
	"fmt"
	"math"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// day is the as-of day of every simulation.
const day = ksb.Date(739_000)

// Person is somebody of whom everything is known: what they can do, and what evidence
// there is of it. The role with the same ID asks for all the statements.
type Person struct {
	Worker assess.Worker
	Role   ksb.Role
	Score  []float64 // by statement: the truth on the level scale, on [-½, Top+½]
	Levels []int     // by statement: the score rounded
}

// assessor is somebody who gives evidence of one kind.
type assessor struct {
	name     string
	severity float64
}

// birth is a person in the making.
type birth struct {
	World
	draw
	ability, growth, selfBias float64
	assessors                 [][2]assessor // by source
	person                    *Person
}

// person draws one person; every person has a stream of their own.
func (w World) person(seed uint64, number, statements int) *Person {
	b := &birth{World: w, draw: newDraw(seed, 42+uint64(number)<<8)}
	id := fmt.Sprintf("p%d", number)
	b.person = &Person{
		Worker: assess.Worker{Format: assess.WorkerFormat, ID: id},
		Role:   ksb.Role{ID: ksb.RoleID(id), Title: "Role of " + id},
		Score:  make([]float64, statements), Levels: make([]int, statements),
	}
	b.ability = b.from(w.Ability)
	if w.Camps != 0 {
		b.ability += w.Camps * float64(2*b.IntN(2)-1)
	}
	b.growth, b.selfBias = b.from(w.Growth), b.from(w.SelfBias)
	for _, s := range w.Sources {
		b.assessors = append(b.assessors, [2]assessor{
			{fmt.Sprintf("%s-a", s.Kind), w.Severity * b.NormFloat64()}, {fmt.Sprintf("%s-b", s.Kind), w.Severity * b.NormFloat64()},
		})
	}
	for n := range statements {
		b.statement(n)
	}
	return b.person
}

// statement draws what the person can do, what is asked, and the evidence.
func (b *birth) statement(n int) {
	top := float64(b.Top)
	score := min(max(b.ability+b.Spread*b.NormFloat64(), -0.5), top+0.49)
	p := b.person
	p.Score[n], p.Levels[n] = score, int(math.Floor(score+0.5))
	required := b.Required[b.IntN(len(b.Required))]
	p.Role.Requirements = append(p.Role.Requirements, ksb.Requirement{
		Statement: statementID(n), Level: ksb.Level(required), Weight: []float64{0.5, 1, 2}[b.pick([]float64{0.3, 0.5, 0.2})],
	})
	none := b.None
	if p.Levels[n] < required {
		none = 1 - (1-none)*(1-b.Hiding)
	}
	if b.happens(none) {
		return
	}
	for range 1 + b.poisson(b.Pieces-1) {
		b.evidence(n)
	}
}

// evidence draws one piece, and what the same assessor says again of the same thing.
func (b *birth) evidence(n int) {
	source := b.pickSource()
	s := b.Sources[source]
	who := b.assessors[source][b.IntN(2)]
	bias := who.severity
	if s.Kind == assess.Self {
		who.name, bias = "self", b.selfBias
	}
	years := b.OldestAge * math.Pow(b.Float64(), 1.5)
	seen := (1-b.Halo)*b.person.Score[n] + b.Halo*b.ability - b.growth*years + bias
	strayed := b.strayed(b.HeavyTail)
	b.piece(n, s, who.name, years, seen+s.Noise*strayed)
	if b.happens(b.Repeated) {
		for range 1 + b.IntN(3) {
			again := 0.85*strayed + math.Sqrt(1-0.85*0.85)*b.strayed(b.HeavyTail)
			b.piece(n, s, who.name, years, seen+s.Noise*again)
		}
	}
}

func (b *birth) pickSource() int {
	shares := make([]float64, len(b.Sources))
	for i, s := range b.Sources {
		shares[i] = s.Share
	}
	return b.pick(shares)
}

// piece notes what was seen: a grade, or for a certificate whether it was passed.
func (b *birth) piece(n int, s Source, by string, years, seen float64) {
	e := assess.Evidence{
		ID: fmt.Sprintf("e%d", len(b.person.Worker.Evidence)+1), Statements: assess.Refs(string(statementID(n))),
		Kind: s.Kind, By: by, At: day - ksb.Date(math.Round(years*365.25)),
	}
	level := min(max(math.Round(seen), 0), float64(b.Top))
	if b.happens(b.Random) {
		level = float64(b.IntN(b.Top + 1))
	}
	if s.Kind == assess.Certificate {
		cut := float64(1 + b.pick(b.CutShares))
		e.Mode = assess.AtLeast
		if level < cut {
			e.Mode = assess.Below
		}
		level = cut
	}
	e.Level = &level
	b.person.Worker.Evidence = append(b.person.Worker.Evidence, e)
}

func statementID(n int) ksb.StatementID { return ksb.StatementID(fmt.Sprintf("S%d", n+1)) }
