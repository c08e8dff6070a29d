package cataloguejson_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway"
	"github.com/skillgap-go/skillgap/pathway/format/cataloguejson"
	"github.com/skillgap-go/skillgap/testdata"
)

// rich fills every field that the format has, with texts that are awkward to write.
func rich() pathway.Catalogue {
	return pathway.Catalogue{Format: pathway.CatalogueFormat, Currency: "GBP", Courses: []pathway.Course{
		{
			ID: "c1", Title: "<Moving> & \"handling\" é😀\u2028", Provider: "in-house",
			Teaches: []pathway.Attainment{{Statement: "S1", Level: 3}, {Statement: "S2"}}, Requires: []pathway.Attainment{{Statement: "S0", Level: 2}},
			After: []string{"c0"}, Needs: []ksb.CredentialID{"care-certificate"}, Awards: []ksb.CredentialID{"diploma-3"},
			Credits: &pathway.Credits{Of: "foundation-degree", Adds: 40}, Excludes: []string{"c2"},
			CostPence: 1<<62 + 1, Minutes: 600, Weeks: 4, Mode: pathway.Blended, Settings: []string{"imaging", ""},
			Starts: []ksb.Date{740000}, FundingMaxPence: 300000, AssessedBy: assess.Test, Provided: true,
		},
		{ID: "c2"},
	}}
}

func placeless() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.EquateEmpty()}
}

func written(t testing.TB, c pathway.Catalogue) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, cataloguejson.Write(&out, c))
	return out.Bytes()
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	t.Parallel()
	first := written(t, rich())
	read, problems := cataloguejson.Read(bytes.NewReader(first), "c.json")
	require.NoError(t, problems.Err())
	require.Empty(t, cmp.Diff(rich(), read, placeless()))
	require.Equal(t, string(first), string(written(t, read)))
	require.Equal(t, ksb.Origin{File: "c.json", Line: 5}, read.Courses[0].Origin)
}

func TestSampleIsReadAndWrittenToTheByte(t *testing.T) {
	t.Parallel()
	data, err := testdata.Files().ReadFile("imaging/catalogue.json")
	require.NoError(t, err)
	c, problems := cataloguejson.Read(bytes.NewReader(data), "catalogue.json")
	require.NoError(t, problems.Err())
	require.Equal(t, string(data), string(written(t, c)))
}

func TestDressDoesNotMatter(t *testing.T) {
	t.Parallel()
	plain := written(t, rich())
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	_, err := zip.Write(plain)
	require.NoError(t, err)
	require.NoError(t, zip.Close())
	for why, data := range map[string][]byte{
		"a byte order mark": append([]byte("\uFEFF"), plain...),
		"CRLF":              bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n")),
		"gzip":              packed.Bytes(),
	} {
		read, problems := cataloguejson.Read(bytes.NewReader(data), "c.json")
		require.NoError(t, problems.Err(), why)
		require.Empty(t, cmp.Diff(rich(), read, placeless()), why)
	}
}

func TestReadReportsEveryFault(t *testing.T) {
	t.Parallel()
	type found struct {
		Fault ksb.Fault
		Line  int
		Path  string
	}
	wrap := func(course string) string {
		return "{\"format\":\"catalogue/1\",\"courses\":[\n" + course + ",\n{\"id\":\"sound\"}]}"
	}
	for _, c := range []struct {
		why, data string
		want      []found
		kept      int
	}{
		{"nothing", "", []found{{ksb.ErrRead, 0, ""}}, 0},
		{"cut off", `{"format":"catalogue/1","courses":[{"id":`, []found{{ksb.ErrSyntax, 1, ""}}, 0},
		{"a list is no catalogue", `[]`, []found{{ksb.ErrWrongType, 1, ""}}, 0},
		{"another format", `{"format":"ksb/1"}`, []found{{ksb.ErrFormat, 1, "format"}}, 0},
		{"a greater number", `{"format":"catalogue/2"}`, []found{{ksb.ErrFormat, 1, "format"}}, 0},
		{"no format", `{}`, []found{{ksb.ErrFormat, 1, "format"}}, 0},
		{"UTF-16", "\xff\xfe{\x00", []found{{ksb.ErrEncoding, 1, ""}}, 0},
		{"something after the end", `{"format":"catalogue/1"} x`, []found{{ksb.ErrSyntax, 1, ""}}, 0},
		{"an unknown key takes nothing with it", wrap(`{"id":"c","price":3}`), []found{{ksb.ErrUnknownKey, 2, "courses[0].price"}}, 2},
		{"a key given twice", wrap(`{"id":"c","weeks":1,"weeks":2}`), []found{{ksb.ErrDuplicateKey, 2, "courses[0].weeks"}}, 1},
		{"a text for a number", wrap(`{"id":"c","costPence":"12"}`), []found{{ksb.ErrWrongType, 2, "courses[0].costPence"}}, 1},
		{"a number for a text", wrap(`{"id":12}`), []found{{ksb.ErrWrongType, 2, "courses[0].id"}}, 1},
		{"half a penny", wrap(`{"id":"c","costPence":0.5}`), []found{{ksb.ErrWrongType, 2, "courses[0].costPence"}}, 1},
		{"more than 64 bits", wrap(`{"id":"c","costPence":9223372036854775808}`), []found{{ksb.ErrValue, 2, "courses[0].costPence"}}, 1},
		{"more than a double", wrap(`{"id":"c","minutes":1e999}`), []found{{ksb.ErrValue, 2, "courses[0].minutes"}}, 1},
		{"NaN is no JSON", wrap(`{"id":"c","minutes":NaN}`), []found{{ksb.ErrSyntax, 2, ""}}, 0},
		{"a level of 0", wrap(`{"id":"c","teaches":[{"statement":"S","level":0},{"statement":"T"}]}`), []found{{ksb.ErrValue, 2, "courses[0].teaches[0].level"}}, 2},
		{"a negative level", wrap(`{"id":"c","requires":[{"statement":"S","level":-1}]}`), []found{{ksb.ErrValue, 2, "courses[0].requires[0].level"}}, 2},
		{"a way of giving it that nobody knows", wrap(`{"id":"c","mode":"by post"}`), []found{{ksb.ErrValue, 2, "courses[0].mode"}}, 1},
		{"an assessment that nobody knows", wrap(`{"id":"c","assessedBy":"exam"}`), []found{{ksb.ErrValue, 2, "courses[0].assessedBy"}}, 1},
		{"a day that does not exist", wrap(`{"id":"c","starts":["2026-02-30"]}`), []found{{ksb.ErrDate, 2, "courses[0].starts[0]"}}, 2},
		{"two faults are two problems", wrap(`{"id":"c","weeks":true,"provided":1}`), []found{{ksb.ErrWrongType, 2, "courses[0].provided"}, {ksb.ErrWrongType, 2, "courses[0].weeks"}}, 1},
		{"a negative cost is a number, and the planner's business", wrap(`{"id":"c","costPence":-1}`), nil, 2},
		{"null is absent", wrap(`{"id":"c","mode":null,"credits":null,"teaches":null}`), nil, 2},
	} {
		read, problems := cataloguejson.Read(strings.NewReader(c.data), "c.json")
		var got []found
		for _, p := range problems {
			got = append(got, found{p.Fault, p.Origin.Line, p.Path})
		}
		require.Empty(t, cmp.Diff(c.want, got), c.why)
		require.Len(t, read.Courses, c.kept, c.why)
	}
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]bool{
		`{"format":"catalogue/1"}`: true, `{"courses":[],"format":"catalogue/9"}`: true,
		`{"format":"plan/1"}`: false, `{}`: false, `[]`: false, ``: false, "\x00": false,
	} {
		require.Equal(t, want, cataloguejson.Detect("x", []byte(data)), data)
	}
}

func TestWriteRefusesWhatHasNoName(t *testing.T) {
	t.Parallel()
	err := cataloguejson.Write(&bytes.Buffer{}, pathway.Catalogue{Courses: []pathway.Course{{ID: "c", Mode: 9}}})
	require.ErrorIs(t, err, ksb.ErrValue)
}

func FuzzRead(f *testing.F) {
	f.Add(written(f, rich()))
	f.Add([]byte(`{"format":"catalogue/1","courses":[{"id":"c","teaches":[{"statement":"S1","level":0}]}]}`))
	f.Add([]byte(`{"format":"catalogue/1"`))
	ix, _ := ksb.Compile(ksb.Framework{Statements: []ksb.Statement{{ID: "S1", Kind: ksb.Skill}}})
	f.Fuzz(func(t *testing.T, data []byte) {
		c, problems := cataloguejson.Read(bytes.NewReader(data), "fuzz")
		pathway.NewPlanner(ix, c) // total on whatever was read
		if len(problems) > 0 {
			return
		}
		first := written(t, c)
		again, problems := cataloguejson.Read(bytes.NewReader(first), "fuzz")
		require.NoError(t, problems.Err())
		require.Equal(t, string(first), string(written(t, again)))
	})
}
