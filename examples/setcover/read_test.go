package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

const (
	small       = "3 4\n5 6 7 8\n2\n1 2\n1\n3\n3\n1 3 4\n"
	smallOfRail = "3 4\n5 2 1 3\n6 1 1\n7 2 2 3\n8 1 3\n"
)

func TestRead(t *testing.T) {
	t.Parallel()
	want := &cover{costs: []int64{5, 6, 7, 8}, rows: [][]int{{0, 1}, {2}, {0, 2, 3}}}
	for _, c := range []struct {
		why, text string
		layout    layout
	}{
		{"by rows: the costs, then the columns of each row", small, byRows},
		{"by columns: the cost and the rows of each column", smallOfRail, byColumns},
		{"the layout is found: only one fits", small, anyLayout},
		{"the layout is found: only the other fits", smallOfRail, anyLayout},
		{"white space is free-form", " 3 4 5 6\t7 8 2 1 2\r\n1 3 3 4 3 1", byRows},
	} {
		got, err := read([]byte(c.text), "f", c.layout)
		require.NoError(t, err, c.why)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(cover{})); diff != "" {
			t.Errorf("%s\n%s", c.why, diff)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		why, text string
		layout    layout
		want      string
	}{
		{"nothing at all", "", byRows, `f:1: missing: the file ends before the number of rows (layout by rows)`},
		{"no rows", "0 4", byRows, `f:1: value not allowed: no rows (layout by rows)`},
		{"more columns than the file can hold", "1 4000000000", byRows, `f:1: value not allowed: 4000000000 columns, but the file is shorter (layout by rows)`},
		{"the end in the middle", "1 2\n5 6\n2\n1", byRows, `f:4: missing: the file ends before a column of row 1 (layout by rows)`},
		{"words", "1 2\n5 x\n", byRows, `f:2: value not allowed: "x" is not the cost of column 2, a whole number from 0 to 1000000000000 (layout by rows)`},
		{"a sign: costs below zero have no least cover", "1 1\n-5\n1 1", byRows, `f:2: value not allowed: "-5" is not the cost of column 1, a whole number from 0 to 1000000000000 (layout by rows)`},
		{"a number that overflows", "1 1\n99999999999999999999\n1 1", byRows, `f:2: value not allowed: "99999999999999999999" is not the cost of column 1, a whole number from 0 to 1000000000000 (layout by rows)`},
		{"column 0: they are numbered from 1", "1 1\n5\n1\n0", byRows, `f:4: value not allowed: column 0 of row 1: they are numbered from 1 to 1 (layout by rows)`},
		{"a column too many", "1 1\n5\n1\n2", byRows, `f:4: value not allowed: column 2 of row 1: they are numbered from 1 to 1 (layout by rows)`},
		{"a column twice", "1 2\n5 5\n2\n1 1", byRows, `f:4: value not allowed: row 1 names a column twice (layout by rows)`},
		{"more members than there can be", "1 1\n5\n2\n1 1", byRows, `f:3: value not allowed: row 1 has 2 members, of 1 columns (layout by rows)`},
		{"something after the end", "1 1\n5\n1\n1\n7\n", byRows, `f:5: value not allowed: "7" after the end (layout by rows)`},
		{"a row that nothing covers", "2 1\n5 1 1\n", byColumns, `f:3: missing: no column covers row 2 (layout by columns)`},
		{"both layouts, differently", "2 2\n2 1 1 1 2 1 2", anyLayout, `f: fits both layouts; say which with -layout`},
		{"the reader that came farther is right about the mistake", "2 2\n1 1 1\n1 1 x\n", anyLayout, ``},
	} {
		_, err := read([]byte(c.text), "f", c.layout)
		require.Error(t, err, c.why)
		if c.want != "" {
			require.EqualError(t, err, c.want, c.why)
		}
	}
}

// Both layouts of the same problem are read alike, and nothing is read that does not
// make sense.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{small, smallOfRail, "1 1 1 1 1", "2 2\n1 1\n1 1\n1 2", "9 9 9"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, l := range []layout{byRows, byColumns, anyLayout} {
			c, err := read(data, "f", l)
			if err != nil {
				require.NotEmpty(t, err.Error())
				continue
			}
			require.NotEmpty(t, c.costs)
			for _, row := range c.rows {
				require.NotEmpty(t, row)
				for _, j := range row {
					require.True(t, 0 <= j && j < len(c.costs))
				}
			}
		}
	})
}
