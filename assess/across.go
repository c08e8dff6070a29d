package assess

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/ksb"
)

// ExpectedRanks are, gap by gap, the places that the gaps would hold on average if all
// were known: 1 plus, for every other, the probability that it is the greater need (see
// [Above]). They tell how firm an order is. They are no order to report: what one gap's
// place is depends on all the others, so that a statement that has nothing to do with two
// gaps could turn them round. What does not apply is 0 and counts for none.
func ExpectedRanks(gaps []Gap) []float64 {
	ranks := make([]float64, len(gaps))
	for i := range gaps {
		if gaps[i].Status == NotApplicable {
			continue
		}
		ranks[i]++
		for j := range i {
			if gaps[j].Status == NotApplicable {
				continue
			}
			above := Above(&gaps[i], &gaps[j])
			ranks[i] += 1 - above
			ranks[j] += above
		}
	}
	return ranks
}

// SharedProbe is a statement that is worth assessing for several target roles.
type SharedProbe struct {
	Statement ksb.StatementID `json:"statement"`
	Code      string          `json:"code"`
	Value     float64         `json:"value"`
	Roles     []ksb.RoleID    `json:"roles"` // that leave it open, in the order of the reports
}

// ErrNotTogether is returned for reports that cannot be put together.
var ErrNotTogether = errors.New("reports that do not go together")

// NextAcross tells what to assess next for a person with several target roles: what the
// reports say, added up, most valuable first (then by code in natural order, then ID).
// Each value is divided by the importance of all that its role asks, so that every role
// counts the same. The error wraps [ErrNotTogether] if the reports are not of one worker,
// one day and one policy, or one role is there twice.
func NextAcross(reports ...*Report) ([]SharedProbe, error) {
	if err := together(reports); err != nil {
		return nil, err
	}
	at := map[ksb.StatementID]int{}
	list := []SharedProbe{}
	for _, r := range reports {
		codes, all := r.weigh()
		for _, p := range r.Next {
			i, known := at[p.Statement]
			if !known {
				i = len(list)
				at[p.Statement] = i
				list = append(list, SharedProbe{Statement: p.Statement, Code: codes[p.Statement]})
			}
			list[i].Value += p.Value / all
			list[i].Roles = append(list[i].Roles, r.Role.ID)
		}
	}
	slices.SortFunc(list, func(a, b SharedProbe) int {
		return cmp.Or(cmp.Compare(round6(b.Value), round6(a.Value)), ksb.CompareCodes(a.Code, b.Code), strings.Compare(string(a.Statement), string(b.Statement)))
	})
	return list, nil
}

func together(reports []*Report) error {
	roles := map[ksb.RoleID]bool{}
	for _, r := range reports {
		first := reports[0]
		switch {
		case r.Worker != first.Worker || r.AsOf != first.AsOf || !reflect.DeepEqual(r.Basis, first.Basis):
			return fmt.Errorf("assess: %w: %s and %s rest on another worker, day or policy", ErrNotTogether, first.Role.ID, r.Role.ID)
		case roles[r.Role.ID]:
			return fmt.Errorf("assess: %w: %s is there twice", ErrNotTogether, r.Role.ID)
		}
		roles[r.Role.ID] = true
	}
	return nil
}

// weigh returns the codes of the statements, and the importance of all that applies.
func (r *Report) weigh() (codes map[ksb.StatementID]string, all float64) {
	codes = make(map[ksb.StatementID]string, len(r.Gaps))
	for i := range r.Gaps {
		g := &r.Gaps[i]
		codes[g.Statement] = g.Code
		if g.Status != NotApplicable {
			all += g.Importance
		}
	}
	return codes, all
}
