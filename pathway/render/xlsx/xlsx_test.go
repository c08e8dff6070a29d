package xlsx_test

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/skillgap-go/skillgap/assess"
	reports "github.com/skillgap-go/skillgap/assess/render/xlsx"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/wording"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/render/xlsx"
)

func report() *assess.Report {
	return &assess.Report{Worker: "w-17", Role: assess.RoleName{Title: "Imaging support worker"}, AsOf: 739797, Gaps: []assess.Gap{
		{Statement: "S1", Code: "K1", Text: "Knows the rules", Level: 1, Rungs: []string{"not yet", "alone"}, AtLeast: []float64{0.1}},
		{Statement: "S2", Code: "S2", Text: "Moves patients", Level: 1, AtLeast: []float64{0.1}},
	}}
}

func step(course, title string, pence, minutes float64, from, to int, because ...assess.Reason) pathway.Step {
	because = append(because, assess.Reason{Code: pathway.Takes, Numbers: assess.Numbers{{Name: "minutes", Value: minutes}, {Name: "pence", Value: pence}}})
	return pathway.Step{Course: course, Title: title, StartWeek: from, EndWeek: to, Because: because}
}

func plan() *pathway.Plan {
	p := &pathway.Plan{Worker: "w-17", Role: "R1", Weeks: 4, CostPence: 123450, Minutes: 1050, Proved: true,
		AssessFirst: []pathway.Assessment{{Statement: "S2", Action: assess.Moderate}},
		Left:        []pathway.Left{{Statement: "S2", Reason: pathway.AssessFirst}},
		Steps: []pathway.Step{
			step("induction", "Department induction", 0, 420, 0, 1, assess.Reason{Code: pathway.ComesBefore, Refs: []string{"rules"}}),
			step("rules", "=Rules", 123450, 630, 1, 4, assess.Reason{Code: pathway.ClosesGap, Refs: []string{"S1"}}),
		}}
	p.Steps[1].Closes, p.Steps[1].Begins = []ksb.StatementID{"S1"}, 739811
	return p
}

func opened(t testing.TB, o reports.Options) *excelize.File {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, xlsx.Write(&out, report(), plan(), o))
	book, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, book.Close()) })
	return book
}

func TestSheets(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"Summary", "Gaps", "Evidence", "Plan", "Find out first", "What stays open", "Basis"}, opened(t, reports.Options{}).GetSheetList())
}

func TestCourses(t *testing.T) {
	t.Parallel()
	book := opened(t, reports.Options{})
	rows, err := book.GetRows("Plan")
	require.NoError(t, err)
	require.Equal(t, []string{"1", "Department induction", "week 1", "£0.00", "£0.00", "7 h 00 min", "", "", "Comes before =Rules.", "1", "1", "", "", "induction"}, rows[1])
	require.Equal(t, []string{"2", "=Rules", "weeks 2 to 4", "£1,234.50", "£0.00", "10 h 30 min", "1", "K1", "Closes K1.", "2", "4", "2026-07-14", "", "rules"}, rows[2])
	require.Equal(t, []string{"", "In all", "4 weeks", "£1,234.50", "£0.00", "17 h 30 min", "", "", "Proved: no plan can cost less."}, rows[3])
}

// The rows add up to the last one.
func TestCoursesAddUp(t *testing.T) {
	t.Parallel()
	rows, err := opened(t, reports.Options{}).GetRows("Plan", excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	for _, column := range []int{3, 4, 5} {
		sum := 0.0
		for _, row := range rows[1 : len(rows)-1] {
			n, err := strconv.ParseFloat(row[column], 64)
			require.NoError(t, err)
			sum += n
		}
		total, err := strconv.ParseFloat(rows[len(rows)-1][column], 64)
		require.NoError(t, err)
		require.InDelta(t, total, sum, 1e-9)
	}
}

// The sum stays where it is when the courses are filtered.
func TestTotalIsOutsideOfTheFilter(t *testing.T) {
	t.Parallel()
	found := false
	for _, name := range opened(t, reports.Options{}).GetDefinedName() {
		if name.Name == "_xlnm._FilterDatabase" && strings.HasPrefix(name.RefersTo, "'Plan'") {
			found = true
			require.Equal(t, "'Plan'!$A$1:$N$3", name.RefersTo)
		}
	}
	require.True(t, found)
}

func TestWhatIsLeft(t *testing.T) {
	t.Parallel()
	book := opened(t, reports.Options{})
	first, err := book.GetRows("Find out first")
	require.NoError(t, err)
	require.Equal(t, []string{"1", "S2", "Moves patients", "have a second assessor decide"}, first[1])
	left, err := book.GetRows("What stays open")
	require.NoError(t, err)
	require.Equal(t, []string{"S2", "Moves patients", "To be looked at first."}, left[1])
	p := plan()
	p.Lapses = []pathway.Lapse{{Credential: "dbs", Until: 739797, NeededBy: []string{"rules"}}}
	sheets := xlsx.Sheets(nil, report(), p)
	require.Equal(t, [][]any{{"dbs", ksb.Date(739797), "rules", "No course here awards it. Look at this first."}}, sheets[len(sheets)-1].Rows)
}

func TestOneLanguage(t *testing.T) {
	t.Parallel()
	for _, s := range xlsx.Sheets(wording.Pseudo(), nil, &pathway.Plan{AssessFirst: []pathway.Assessment{{Statement: "1"}}, Left: []pathway.Left{{Statement: "2", Reason: pathway.Blocked, Refs: []string{"3"}}}}) {
		require.Empty(t, wording.Plain(s.Name))
		for _, c := range s.Columns {
			require.Empty(t, wording.Plain(c.Name))
		}
		for _, row := range s.Rows {
			for _, cell := range row {
				if text, is := cell.(string); is {
					require.Empty(t, wording.Plain(text), s.Name)
				}
			}
		}
	}
}

func TestSameBytesAndErrors(t *testing.T) {
	t.Parallel()
	var one, two bytes.Buffer
	require.NoError(t, xlsx.Write(&one, report(), plan(), reports.Options{}))
	require.NoError(t, xlsx.Write(&two, report(), plan(), reports.Options{}))
	require.True(t, bytes.Equal(one.Bytes(), two.Bytes()))
	require.Error(t, xlsx.Write(broken{}, report(), plan(), reports.Options{}))
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func ExampleWrite() {
	var out bytes.Buffer
	err := xlsx.Write(&out, report(), plan(), reports.Options{})
	book, _ := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	cost, _ := book.GetCellValue("Plan", "D4")
	fmt.Println(cost, err)
	// Output: £1,234.50 <nil>
}

func ExampleSheets() {
	for _, s := range xlsx.Sheets(nil, report(), plan()) {
		fmt.Println(s.Name, len(s.Rows))
	}
	// Output:
	// Plan 3
	// Find out first 1
	// What stays open 1
}
