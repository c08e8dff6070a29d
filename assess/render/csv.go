package render

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb/format/cell"
	"github.com/skillgap-go/skillgap/ksb/format/strictjson"
)

// CSV writes the requirements of a report as a table: one row each, in the order of the
// report, columns
//
//	worker,role,as_of,rank,code,statement,kind,text,level,held,critical,status,action,
//	probability,importance,priority,share,duties,evidence,waiting,decided_by
//
// rank counts what is neither met nor decided by a person, from 1; else it is blank, as
// is a probability that the report does not hold. held is the level shown, 0 for none.
// Kinds, statuses and actions are those of report/1 and are not translated; numbers have
// six decimals at most; lists are joined by "; ". A text that a spreadsheet would take
// for a formula gets an apostrophe in front (package cell). Lines end in CR LF (RFC
// 4180). The only errors are those of w.
func CSV(w io.Writer, r *assess.Report) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	rows := [][]string{{"worker", "role", "as_of", "rank", "code", "statement", "kind", "text", "level", "held", "critical", "status", "action",
		"probability", "importance", "priority", "share", "duties", "evidence", "waiting", "decided_by"}}
	held, rank := Held(r), 0
	for i := range r.Gaps {
		g := &r.Gaps[i]
		place := ""
		if g.Override == nil && g.Status != assess.Met {
			rank++
			place = strconv.Itoa(rank)
		}
		rows = append(rows, []string{
			cellOf(r.Worker), cellOf(string(r.Role.ID)), r.AsOf.String(), place, cellOf(g.Code), cellOf(string(g.Statement)), g.Kind.String(), cellOf(g.Text),
			strconv.Itoa(int(g.Level)), strconv.Itoa(int(held[g.Statement])), strconv.FormatBool(g.Critical), g.Status.String(), g.Action.String(),
			probability(g), decimal(g.Importance), decimal(g.Priority), decimal(g.Share),
			cells(g.Duties), cells(pieceIDs(g)), cells(g.Waiting), cellOf(decidedBy(g)),
		})
	}
	return out.WriteAll(rows)
}

func probability(g *assess.Gap) string {
	if g.Level == 0 || int(g.Level) > len(g.AtLeast) {
		return ""
	}
	return decimal(g.Probability())
}

func decimal(x float64) string { return strconv.FormatFloat(strictjson.Round6(x), 'f', -1, 64) }

func pieceIDs(g *assess.Gap) []string {
	ids := make([]string, len(g.Parts))
	for i := range g.Parts {
		ids[i] = g.Parts[i].Evidence
	}
	return ids
}

func decidedBy(g *assess.Gap) string {
	if g.Override == nil {
		return ""
	}
	return g.Override.By
}

func cells[T ~string](list []T) string {
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = string(list[i])
	}
	return cellOf(strings.Join(texts, "; "))
}

// cellOf is text on one line that no spreadsheet takes for a formula.
func cellOf(text string) string {
	return cell.Guard(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text))
}
