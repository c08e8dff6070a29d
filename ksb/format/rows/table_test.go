package rows_test

import (
	"errors"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/rows"
)

// Example reads a table, its oddities reported and its spare columns named.
func Example() {
	var problems ksb.Problems
	t := rows.Open("tasks.txt", []byte("Code\tTask\tSource\nT1\tOpen hives.\tsurvey\nT2\tn/a\t\nT3\n"), rows.Tabs, &problems)
	t.Nothing = "n/a"
	for r := range t.All() {
		fmt.Printf("%d %s %q\n", r.At.Line, r.Text("code"), r.Text("title", "task"))
	}
	t.Rest()
	fmt.Println(problems.Sort())
	// Output:
	// 2 T1 "Open hives."
	// 3 T2 ""
	// tasks.txt:1: no place for it: not kept: Source
	// tasks.txt:4: broken syntax: 1 cells below 3 columns
}

func TestTable(t *testing.T) {
	for _, c := range []struct {
		why, give string
		want      []string // of the column "a", with its line
		told      []string
	}{
		{"names without regard to case and blanks around them", " A ,b\n x ,\n", []string{"2 x"}, nil},
		{"of two columns of one name the first counts, and the other is not missed", "a,A\n1,2\n", []string{"2 1"}, []string{"f:1: A: key given twice: the column \"A\" stands twice: the first counts"}},
		{"a row of blanks is none, however wide", "a,b\n,\n , , \n1,\n", []string{"4 1"}, nil},
		{"a row of another width is reported", "a\n1,2\n3\n", []string{"3 3"}, []string{"f:2: broken syntax: 2 cells below 1 columns"}},
		{"a broken row is reported, and the next one read", "a\n\"1\"x\n2\n", []string{"3 2"}, []string{"f:2: broken syntax: extraneous or missing \" in quoted-field"}},
		{"a column that nobody wants and that holds something", "a,b,c\n1,,x\n", []string{"2 1"}, []string{"f:1: no place for it: not kept: c"}},
		{"one that was passed over", "a,spare\n1,x\n", []string{"2 1"}, nil},
		{"n/a is nothing", "a,b\nn/a,n/a\n", []string{"2 "}, nil},
		{"a broken header has no columns", "\"a\n1\n", nil, nil},
		{"no header at all", "", nil, nil},
		{"a header alone", "a,b", nil, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			var problems ksb.Problems
			table := rows.Open("f", []byte(c.give), rows.CSV, &problems)
			table.Nothing = "n/a"
			table.PassOver("spare", "nowhere")
			var got, told []string
			for r := range table.All() {
				got = append(got, fmt.Sprint(r.At.Line, " ", r.Text("nowhere", "a")))
			}
			table.Rest()
			for _, p := range problems {
				told = append(told, p.Error())
			}
			if diff := cmp.Diff([][]string{c.want, c.told}, [][]string{got, told}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRow(t *testing.T) {
	var problems ksb.Problems
	table := rows.Open("f", []byte("a\n1\n2\n"), rows.CSV, &problems)
	require.True(t, table.Has("a"))
	require.False(t, table.Has("a", "b"))
	for r := range table.All() {
		r.Fault("roles[x]", ksb.ErrValue, "%q is none", r.Text("a"))
		require.Empty(t, r.Text("b"))
		break // and the rest stays unread
	}
	require.Equal(t, `f:2: roles[x]: value not allowed: "1" is none`, problems.Error())
}

func TestEachFile(t *testing.T) {
	var problems ksb.Problems
	var got []string
	tree := fstest.MapFS{"a": {Data: []byte("1")}, "b": {Data: []byte(" ")}, "c": {Data: []byte("3")}}
	rows.EachFile(tree, []string{"c", "b", "none", "a"}, &problems, func(file string, data []byte) { got = append(got, file+string(data)) })
	require.Equal(t, []string{"c3", "a1"}, got)
	require.Len(t, problems, 2)
	require.True(t, errors.Is(problems, ksb.ErrRead))
}

func TestCompare(t *testing.T) {
	at := func(file string, line int) ksb.Origin { return ksb.Origin{File: file, Line: line} }
	require.Negative(t, rows.Compare(at("a", 9), at("b", 1)))
	require.Negative(t, rows.Compare(at("a", 9), at("a", 10)))
	require.Zero(t, rows.Compare(at("a", 9), at("a", 9)))
}
