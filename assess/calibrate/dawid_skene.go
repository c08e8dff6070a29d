package calibrate

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Vote is a grade that an observer gave a unit, once or several times.
type Vote struct {
	Unit, Observer string
	Grade          int // 0..K-1
}

// Consensus is what many observers of unknown quality come to.
type Consensus struct {
	Units     []string      // in natural order
	Observers []string      // in natural order
	Marginals []float64     // share of units of each true grade
	Posterior [][]float64   // by unit: probability of each true grade
	Grade     []int         // by unit: the most probable true grade, the lower of equals
	Errors    [][][]float64 // by observer: share of each grade given, by true grade
	LogLik    float64       // of the votes, without the counts of their orders
	Steps     int           // of the algorithm
	Converged bool          // another step would change nothing to speak of
	Findings  []assess.Finding
}

// DawidSkene estimates true grades and the errors of every observer together, by the
// EM algorithm of Dawid and Skene 1979, started from each unit's mean vote. Errors: no
// votes wrap [ErrTooFew]; fewer than 2 or more than 50 grades, and a vote off the
// scale, wrap [ksb.ErrValue]. It finds a summit of the likelihood, not surely the
// highest. A finding "few-units" names the units and the free numbers of the model
// where there are fewer units than numbers.
func DawidSkene(votes []Vote, grades int) (*Consensus, error) {
	if grades < 2 || grades > 50 {
		return nil, fmt.Errorf("%w: %d grades", ksb.ErrValue, grades)
	}
	if len(votes) == 0 {
		return nil, fmt.Errorf("%w: no votes", ErrTooFew)
	}
	for _, v := range votes {
		if v.Grade < 0 || v.Grade >= grades {
			return nil, fmt.Errorf("%w: grade %d of %q by %q", ksb.ErrValue, v.Grade, v.Unit, v.Observer)
		}
	}
	m := count(votes, grades)
	m.start()
	for m.Steps = 1; m.Steps <= 10_000 && !m.Converged; m.Steps++ {
		m.maximise()
		before := m.LogLik
		m.expect()
		m.Converged = m.Steps > 1 && math.Abs(m.LogLik-before) <= 1e-13*math.Abs(m.LogLik)
	}
	m.settle()
	return &m.Consensus, nil
}

// em is the algorithm at work. cells are the counts of votes by unit.
type em struct {
	Consensus
	grades int
	cells  [][]cell
}

type cell struct {
	observer, grade int
	votes           float64
}

func count(votes []Vote, grades int) *em {
	m := &em{grades: grades}
	for _, v := range votes {
		m.Units, m.Observers = append(m.Units, v.Unit), append(m.Observers, v.Observer)
	}
	m.Units, m.Observers = distinct(m.Units), distinct(m.Observers)
	m.cells = make([][]cell, len(m.Units))
	sorted := slices.Clone(votes)
	slices.SortFunc(sorted, func(a, b Vote) int {
		if order := natural(a.Observer, b.Observer); order != 0 {
			return order
		}
		return a.Grade - b.Grade
	})
	for _, v := range sorted {
		unit, _ := slices.BinarySearchFunc(m.Units, v.Unit, natural)
		observer, _ := slices.BinarySearchFunc(m.Observers, v.Observer, natural)
		cells := m.cells[unit]
		if last := len(cells) - 1; last >= 0 && cells[last].observer == observer && cells[last].grade == v.Grade {
			cells[last].votes++
			continue
		}
		m.cells[unit] = append(cells, cell{observer, v.Grade, 1})
	}
	m.Marginals = make([]float64, grades)
	m.Posterior = table(len(m.Units), grades)
	for range m.Observers {
		m.Errors = append(m.Errors, table(grades, grades))
	}
	return m
}

func distinct(names []string) []string {
	slices.SortFunc(names, natural)
	return slices.Compact(names)
}

func natural(a, b string) int {
	if order := ksb.CompareCodes(a, b); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

func table(rows, columns int) [][]float64 {
	t := make([][]float64, rows)
	for i := range t {
		t[i] = make([]float64, columns)
	}
	return t
}

// start takes the share of the votes for a grade for its probability.
func (m *em) start() {
	for unit, cells := range m.cells {
		all := 0.0
		for _, c := range cells {
			m.Posterior[unit][c.grade] += c.votes
			all += c.votes
		}
		for grade := range m.Posterior[unit] {
			m.Posterior[unit][grade] /= all
		}
	}
}

// maximise finds the marginals and errors that fit the posterior best. An observer who
// met no unit of a true grade is taken to guess there.
func (m *em) maximise() {
	clear(m.Marginals)
	for _, errors := range m.Errors {
		for _, row := range errors {
			clear(row)
		}
	}
	for unit, posterior := range m.Posterior {
		for truth, p := range posterior {
			m.Marginals[truth] += p / float64(len(m.Units))
			for _, c := range m.cells[unit] {
				m.Errors[c.observer][truth][c.grade] += float64(p * c.votes)
			}
		}
	}
	for _, errors := range m.Errors {
		for _, row := range errors {
			normalise(row)
		}
	}
}

func normalise(row []float64) {
	sum := 0.0
	for _, x := range row {
		sum += x
	}
	for i := range row {
		if sum == 0 {
			row[i] = 1 / float64(len(row))
			continue
		}
		row[i] /= sum
	}
}

// expect finds the posterior and the likelihood under the marginals and errors, by
// logarithms, so that many votes do not vanish.
func (m *em) expect() {
	m.LogLik = 0
	logs := make([]float64, m.grades)
	for unit, cells := range m.cells {
		most := math.Inf(-1)
		for truth := range logs {
			logs[truth] = math.Log(m.Marginals[truth])
			for _, c := range cells {
				logs[truth] += float64(c.votes * math.Log(m.Errors[c.observer][truth][c.grade]))
			}
			most = max(most, logs[truth])
		}
		if math.IsInf(most, -1) { // beyond what numbers can hold: it stays as it was
			continue
		}
		sum := 0.0
		for truth := range logs {
			m.Posterior[unit][truth] = math.Exp(logs[truth] - most)
			sum += m.Posterior[unit][truth]
		}
		for truth := range logs {
			m.Posterior[unit][truth] /= sum
		}
		m.LogLik += most + math.Log(sum)
	}
}

// settle reads off the grades and says how much the figures rest on.
func (m *em) settle() {
	m.Steps--
	for _, posterior := range m.Posterior {
		best := 0
		for grade, p := range posterior {
			if p > posterior[best] {
				best = grade
			}
		}
		m.Grade = append(m.Grade, best)
	}
	free := m.grades - 1 + len(m.Observers)*m.grades*(m.grades-1)
	if len(m.Units) < free {
		m.Findings = append(m.Findings, finding("few-units", nil, assess.Numbers{
			{Name: "parameters", Value: float64(free)}, {Name: "units", Value: float64(len(m.Units))}}))
	}
}

// finding is a warning of this package.
func finding(code string, refs []string, numbers assess.Numbers) assess.Finding {
	if numbers == nil {
		numbers = assess.Numbers{}
	}
	return assess.Finding{Check: "calibrate", Code: code, Numbers: numbers, Refs: append([]string{}, refs...)}
}
