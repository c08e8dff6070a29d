package sheet_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// What is wrong with one row: it is named by its number, line and column, and the
// rows beside it stay.
func TestReadOfAFaultyRow(t *testing.T) {
	tests := []struct {
		why, give string
		want      []mistake
	}{
		{"no statement", "w,e,,test,,,,,2026-01-31", []mistake{{ksb.ErrMissing, "row 2.statement", 3}}},
		{"no kind", "w,e,S1,,,,,,2026-01-31", []mistake{{ksb.ErrMissing, "row 2.kind", 3}}},
		{"no day", "w,e,S1,test", []mistake{{ksb.ErrMissing, "row 2.at", 3}}},
		{"blank is missing", "w,e, ,test,,,,,2026-01-31", []mistake{{ksb.ErrMissing, "row 2.statement", 3}}},
		{"nothing but a worker", "w", []mistake{{ksb.ErrMissing, "row 2.at", 3}, {ksb.ErrMissing, "row 2.kind", 3}, {ksb.ErrMissing, "row 2.statement", 3}}},
		{"an unknown kind", "w,e,S1,exam,,,,,2026-01-31", []mistake{{ksb.ErrValue, "row 2.kind", 3}}},
		{"an unknown party", "w,e,S1,test,boss,,,,2026-01-31", []mistake{{ksb.ErrValue, "row 2.as", 3}}},
		{"an unknown mode", "w,e,S1,test,,above,,,2026-01-31", []mistake{{ksb.ErrValue, "row 2.mode", 3}}},
		{"an unknown state", "w,e,S1,test,,,,,2026-01-31,,,,,open", []mistake{{ksb.ErrValue, "row 2.state", 3}}},
		{"no such day", "w,e,S1,test,,,,,2026-02-30", []mistake{{ksb.ErrDate, "row 2.at", 3}}},
		{"another way to write a day", "w,e,S1,test,,,,,31/01/2026", []mistake{{ksb.ErrDate, "row 2.at", 3}}},
		{"a day as a spreadsheet counts", "w,e,S1,test,,,,,2026-01-31,46418", []mistake{{ksb.ErrDate, "row 2.until", 3}}},
		{"a day with a time", "w,e,S1,test,,,,,2026-01-31 00:00:00", []mistake{{ksb.ErrDate, "row 2.at", 3}}},
		{"a level in words", "w,e,S1,test,,,three,,2026-01-31", []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"a level that is no number", "w,e,S1,test,,,NaN,,2026-01-31", []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"a level without end", "w,e,S1,test,,,Inf,,2026-01-31", []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"a level without end, spelt out", "w,e,S1,test,,,-infinity,,2026-01-31", []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"a level too large for a number", "w,e,S1,test,,,1e999,,2026-01-31", []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"a decimal comma", `w,e,S1,test,,,"3,2",,2026-01-31`, []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"a number for machines", "w,e,S1,test,,,0x1p1,,2026-01-31", []mistake{{ksb.ErrWrongType, "row 2.level", 3}}},
		{"per cent", "w,e,S1,test,,,3,,2026-01-31,,80%", []mistake{{ksb.ErrWrongType, "row 2.relevance", 3}}},
		{"a relevance of 0", "w,e,S1,test,,,3,,2026-01-31,,0", []mistake{{ksb.ErrValue, "row 2.relevance", 3}}},
		{"a confidence of 0", "w,e,S1,test,,,3,,2026-01-31,,,0.0", []mistake{{ksb.ErrValue, "row 2.confidence", 3}}},
		{"a reliability of 0", "w,e,S1,test,,,3,,2026-01-31,,,,-0", []mistake{{ksb.ErrValue, "row 2.reliability", 3}}},
		{"a cell too many: who knows which", "w,e,S1,test,,,3,lead,2026-01-31,,,,,,x", []mistake{{ksb.ErrSyntax, "row 2", 3}}},
		{"a quote within a cell", `w,e"x,S1,test,,,,,2026-01-31`, []mistake{{ksb.ErrSyntax, "", 3}}},
		{"a quote that closes too early", `w,"e"x,S1,test,,,,,2026-01-31`, []mistake{{ksb.ErrSyntax, "", 3}}},
		{"three faults at once", "w,e,S1,x,,x,,,x", []mistake{{ksb.ErrDate, "row 2.at", 3}, {ksb.ErrValue, "row 2.kind", 3}, {ksb.ErrValue, "row 2.mode", 3}}},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			list, problems := read(t, header+"\nw,,S1,test,,,,,2026-01-31\n"+tt.give+"\nw,,S1,test,,,,,2026-01-31\n")
			if diff := cmp.Diff(tt.want, mistakes(problems)); diff != "" {
				t.Error(diff)
			}
			require.Equal(t, []string{"w/row-1:S1", "w/row-3:S1"}, kept(list), "numbers count the rows of the file")
		})
	}
}

func TestReadOfASoundRow(t *testing.T) {
	for why, give := range map[string]string{
		"a level of 0 is a level":      "w,e,S1,test,,,0,,2026-01-31",
		"names in other case":          "w,e,S1,TEST,Assessor,At-Least,3,,2026-01-31,,,,,Draft",
		"blanks around everything":     " w , e , S1 , test , assessor , graded , 3 , x , 2026-01-31 , 2027-01-31 , 1 , 1 , 1 , draft ",
		"empty cells beyond the last":  "w,e,S1,test,,,3,,2026-01-31,,,,,,,,",
		"a party that is not said":     "w,e,S1,sign-off,,,3,,2026-01-31",
		"a leap day":                   "w,e,S1,test,,,3,,2024-02-29",
		"a comma within quotes":        `w,e,S1,test,,,3,"Smith, A",2026-01-31`,
		"a number with an exponent":    "w,e,S1,test,,,3e0,,2026-01-31",
		"a number without a first 0":   "w,e,S1,test,,,.5,,2026-01-31",
		"a code in place of an ID":     "w,e,K7,test,,,3,,2026-01-31",
		"a worker without a name":      ",e,S1,test,,,3,,2026-01-31",
		"a formula's result as a text": `w,=A1,S1,test,,,3,,2026-01-31`,
	} {
		t.Run(why, func(t *testing.T) {
			list := readSound(t, header+"\n"+give+"\n")
			require.Len(t, list, 1)
			require.Len(t, list[0].Evidence, 1)
		})
	}
}

// Lines are those of the file, however many a cell takes.
func TestReadCountsLines(t *testing.T) {
	text := header + "\r\n" +
		"w,,S1,test,,,3,\"first\r\nsecond\",2026-01-31\r\n" + // lines 2 and 3
		"\r\n" + // line 4
		"w,,S1,x,,,3,,2026-01-31\r\n" + // line 5
		"w,\"a\n\nb\",S1,test,,,3,,x\r\n" + // lines 6 to 8
		"w,,S1,test,,,3,,2026-01-31\r\n" + // line 9
		"w,\",S1,test,,,3,,2026-01-31\r\n" + // line 10: the quote never closes
		"w,,S1,test,,,3,,2026-01-31\r\n"
	list, problems := read(t, text)
	want := []mistake{{ksb.ErrValue, "row 2.kind", 5}, {ksb.ErrDate, "row 3.at", 6}, {ksb.ErrSyntax, "", 10}}
	if diff := cmp.Diff(want, mistakes(problems)); diff != "" {
		t.Error(diff)
	}
	require.Equal(t, []string{"w/row-1:S1", "w/row-4:S1"}, kept(list))
	require.Equal(t, "first\nsecond", list[0].Evidence[0].By)
	require.Equal(t, 9, list[0].Evidence[1].Origin.Line)
}

// A row with nothing in it is no piece: it has no fault and takes no number.
func TestReadPassesOverBlankRows(t *testing.T) {
	for why, blank := range map[string]string{
		"an empty line": "\n", "an empty line of a spreadsheet": ",,,,\n", "blanks": " , ,\t,,\n", "quoted nothing": `"","",,,` + "\n",
	} {
		t.Run(why, func(t *testing.T) {
			list := readSound(t, short+"\n"+blank+"w,,S1,test,2026-01-31\n"+blank+"w,,S2,test,2026-01-31\n"+blank)
			require.Equal(t, []string{"w/row-1:S1", "w/row-2:S2"}, kept(list))
		})
	}
}

func TestReadOfManyWorkers(t *testing.T) {
	list := readSound(t, short+"\nb,e1,S1,test,2026-01-31\na,e1,S1,test,2026-01-31\nb,e1,S2,test,2026-01-31\n,e1,S1,test,2026-01-31\nb,,S3,test,2026-01-31\nA,e1,S1,test,2026-01-31\n")
	want := []string{"b/e1:S1", "b/e1:S2", "b/row-5:S3", "a/e1:S1", "/e1:S1", "A/e1:S1"}
	if diff := cmp.Diff(want, kept(list)); diff != "" {
		t.Error("workers stand in the order in which they appear; an ID is an ID to the byte", diff)
	}
}
