package ksb

import (
	"fmt"
	"slices"
)

// QualSystem is a framework of qualification levels.
type QualSystem uint8

// The systems whose levels are compared.
const (
	RQF  QualSystem = iota + 1 // England and Northern Ireland
	EQF                        // Europe
	SCQF                       // Scotland
	CQFW                       // Wales
)

// String names the system by its short name; the zero QualSystem is "".
func (s QualSystem) String() string { return Names{"", "RQF", "EQF", "SCQF", "CQFW"}.Name(uint8(s)) }

// QualLevel is a level of one system. A level says how demanding a qualification is;
// it says nothing of its size or content, and gives no right of entry.
type QualLevel struct {
	System QualSystem
	Entry  bool  // one of the entry levels 1 to 3, below level 1; RQF and CQFW only
	Number uint8 // counted from 1
}

// String is "RQF 3", "RQF Entry 3", "SCQF 9".
func (l QualLevel) String() string {
	if l.Entry {
		return fmt.Sprintf("%s Entry %d", l.System, l.Number)
	}
	return fmt.Sprintf("%s %d", l.System, l.Number)
}

// Level returns the level of the RQF; of 0, which is none, the zero QualLevel.
func (q Qual) Level() QualLevel {
	if q == 0 {
		return QualLevel{}
	}
	return QualLevel{System: RQF, Number: uint8(q)}
}

// Equivalents are the levels that a level may be in another system.
type Equivalents struct {
	Levels []QualLevel // lowest first; none: the other system has nothing that low
	// Exact: there is one level, and it leads back to where one came from and nowhere
	// else. A single level that is not exact is certain in this direction only.
	Exact bool
}

// In returns the levels of another system that l may be. More than one is not a
// choice for a program to make: RQF 6 is SCQF 9 or 10, EQF 5 is RQF 4 or 5. A level
// or a system that does not exist is an error that wraps [ErrValue].
func (l QualLevel) In(to QualSystem) (Equivalents, error) {
	rows := equivalences()
	if to < RQF || to > CQFW || !stands(rows, l) {
		return Equivalents{}, fmt.Errorf("%w: %s on %q", ErrValue, l, to)
	}
	levels := counterparts(rows, l, to)
	exact := len(levels) == 1 && len(counterparts(rows, levels[0], l.System)) == 1
	return Equivalents{Levels: levels, Exact: exact}, nil
}

// equivalence is one row of the table: the same demand in each system, by QualSystem.
type equivalence [CQFW + 1]QualLevel

func stands(rows []equivalence, l QualLevel) bool {
	return l != QualLevel{} && slices.ContainsFunc(rows, func(e equivalence) bool { return slices.Contains(e[:], l) })
}

// counterparts returns what stands beside l in the column of a system.
func counterparts(rows []equivalence, l QualLevel, to QualSystem) (found []QualLevel) {
	for _, row := range rows {
		other := row[to]
		if row[l.System] == l && other != (QualLevel{}) && !slices.Contains(found, other) {
			found = append(found, other)
		}
	}
	return found
}

// equivalences is the table, lowest first. The levels of Wales carry the numbers of
// the RQF. The EQF has nothing below RQF Entry 3.
func equivalences() []equivalence {
	rows := []equivalence{
		entry(1, 0, 1), entry(2, 0, 2), entry(3, 1, 3),
		level(1, 2, 4), level(2, 3, 5), level(3, 4, 6), level(4, 5, 7), level(5, 5, 8),
		level(6, 6, 9), level(6, 6, 10), level(7, 7, 11), level(8, 8, 12),
	}
	return rows
}

func level(rqf, eqf, scqf uint8) equivalence {
	return equivalence{
		RQF: {System: RQF, Number: rqf}, EQF: {System: EQF, Number: eqf},
		SCQF: {System: SCQF, Number: scqf}, CQFW: {System: CQFW, Number: rqf},
	}
}

// entry is a row of entry levels; 0 on the EQF is none.
func entry(rqf, eqf, scqf uint8) equivalence {
	e := level(rqf, eqf, scqf)
	e[RQF].Entry, e[CQFW].Entry = true, true
	if eqf == 0 {
		e[EQF] = QualLevel{}
	}
	return e
}
