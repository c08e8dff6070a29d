package rpl

import (
	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
)

// Scan is a skills scan: what was found for each statement of a standard on one day. It
// is kept as it was; a correction is another scan with a later day. A scan that stands
// in a worker file or a table goes through the engine instead, and [FromReport].
type Scan struct {
	Worker string
	Role   assess.RoleName // of the edition that the scan was made against
	At     ksb.Date
	Scores []Score
}

// Score is what a skills scan says of one statement, on any scale of whole numbers from
// 0: 0 or 1 of 1, 9 of 10.
type Score struct {
	Statement ksb.StatementID
	Code      string
	Text      string
	Score     int64
	Needed    int64   // the score from which the statement is met, above 0
	Evidence  []Piece // none but the person's own word: the score does not count
}

// FromScan takes the scores of a scan that have evidence as prior learning. What is wrong
// with a score is a problem, and that score is left out (ErrMissingID, ErrDuplicateID,
// ErrValue).
func FromScan(s Scan) (Prior, ksb.Problems) {
	p := Prior{Worker: s.Worker, Role: s.Role, AsOf: s.At}
	var problems ksb.Problems
	times := map[ksb.StatementID]int{}
	for _, score := range s.Scores {
		times[score.Statement]++
	}
	for _, score := range s.Scores {
		path := "scores[" + string(score.Statement) + "]"
		switch {
		case score.Statement == "":
			problems.Add(ksb.Origin{}, "scores[]", ksb.ErrMissingID, "")
		case times[score.Statement] > 1:
			problems.Add(ksb.Origin{}, path, ksb.ErrDuplicateID, "%q stands %d times: none is used", score.Statement, times[score.Statement])
		case score.Score < 0 || score.Needed < 1:
			problems.Add(ksb.Origin{}, path, ksb.ErrValue, "%d of %d is no score", score.Score, score.Needed)
		default:
			p.Statements = append(p.Statements, score.standing())
		}
	}
	return p, problems.Sort()
}

func (s Score) standing() Standing {
	out := Standing{Statement: s.Statement, Code: s.Code, Text: s.Text, Needed: s.Needed, Evidence: []Piece{}}
	switch level := min(s.Score, s.Needed); {
	case level == 0:
	case !s.confirmed():
		out.ownWord = true
	default:
		out.Level, out.Evidence = level, append(out.Evidence, s.Evidence...)
	}
	return out
}

// confirmed: there is more than the person's own word.
func (s Score) confirmed() bool {
	for _, e := range s.Evidence {
		if e.ID != "" && e.Kind != assess.Self && e.Kind != 0 {
			return true
		}
	}
	return false
}
