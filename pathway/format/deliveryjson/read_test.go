package deliveryjson_test

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/pathway/format/deliveryjson"
	"github.com/skillgap-go/skillgap/pathway/rpl"
)

// rich fills every field that the format has, with texts that are awkward to write.
func rich() rpl.Delivery {
	return rpl.Delivery{
		Format: rpl.DeliveryFormat, ID: "d1", Title: "<Imaging> & \"more\" é😀\u2028", Provider: "in-house", Standard: "ST0216",
		CourseType: rpl.FoundationApprenticeship, Start: 740000, Weeks: 60, WeeklyMinutes: 2220, TotalMinutes: 24000, PublishedMinutes: 16680,
		BandMaxPence: 1<<62 + 1, AgreedPence: new(int64(290000)), OfferedPence: new(int64(0)),
		Activities: []rpl.Activity{{ID: "a1", Title: "Start", Minutes: 600, Statements: []string{"K1", "S1"}, Weeks: 2}, {ID: "a2"}},
	}
}

func placeless() cmp.Options {
	return cmp.Options{cmpopts.IgnoreTypes(ksb.Origin{}), cmpopts.EquateEmpty()}
}

func written(t testing.TB, d rpl.Delivery) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, deliveryjson.Write(&out, d))
	return out.Bytes()
}

func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	t.Parallel()
	first := written(t, rich())
	read, problems := deliveryjson.Read(bytes.NewReader(first), "d.json")
	require.NoError(t, problems.Err())
	require.Empty(t, cmp.Diff(rich(), read, placeless()))
	require.Equal(t, string(first), string(written(t, read)))
	require.Equal(t, ksb.Origin{File: "d.json", Line: 17}, read.Activities[0].Origin)
}

func TestDressDoesNotMatter(t *testing.T) {
	t.Parallel()
	plain := written(t, rich())
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	_, err := zip.Write(plain)
	require.NoError(t, err)
	require.NoError(t, zip.Close())
	for _, c := range []struct {
		why  string
		data []byte
	}{
		{"a byte order mark", append([]byte("\uFEFF"), plain...)},
		{"CRLF", bytes.ReplaceAll(plain, []byte("\n"), []byte("\r\n"))},
		{"gzip", packed.Bytes()},
	} {
		read, problems := deliveryjson.Read(bytes.NewReader(c.data), "d.json")
		require.NoError(t, problems.Err(), c.why)
		require.Empty(t, cmp.Diff(rich(), read, placeless()), c.why)
	}
}

func TestReadReportsEveryFault(t *testing.T) {
	t.Parallel()
	type found struct {
		Fault ksb.Fault
		Line  int
		Path  string
	}
	wrap := func(activity string) string {
		return "{\"format\":\"delivery/1\",\"activities\":[\n" + activity + ",\n{\"id\":\"sound\"}]}"
	}
	for _, c := range []struct {
		why, data string
		want      []found
		kept      int
	}{
		{"nothing", "", []found{{ksb.ErrRead, 0, ""}}, 0},
		{"cut off", `{"format":"delivery/1","activities":[{"id":`, []found{{ksb.ErrSyntax, 1, ""}}, 0},
		{"a list is no programme", `[]`, []found{{ksb.ErrWrongType, 1, ""}}, 0},
		{"another format", `{"format":"catalogue/1"}`, []found{{ksb.ErrFormat, 1, "format"}}, 0},
		{"a greater number", `{"format":"delivery/2"}`, []found{{ksb.ErrFormat, 1, "format"}}, 0},
		{"no format", `{}`, []found{{ksb.ErrFormat, 1, "format"}}, 0},
		{"UTF-16", "\xff\xfe{\x00", []found{{ksb.ErrEncoding, 1, ""}}, 0},
		{"an unknown key takes nothing with it", wrap(`{"id":"a","hours":3}`), []found{{ksb.ErrUnknownKey, 2, "activities[0].hours"}}, 2},
		{"a key given twice", wrap(`{"id":"a","weeks":1,"weeks":2}`), []found{{ksb.ErrDuplicateKey, 2, "activities[0].weeks"}}, 1},
		{"a text for a number", wrap(`{"id":"a","minutes":"12"}`), []found{{ksb.ErrWrongType, 2, "activities[0].minutes"}}, 1},
		{"half a minute", wrap(`{"id":"a","minutes":0.5}`), []found{{ksb.ErrWrongType, 2, "activities[0].minutes"}}, 1},
		{"more than 64 bits", wrap(`{"id":"a","minutes":9223372036854775808}`), []found{{ksb.ErrValue, 2, "activities[0].minutes"}}, 1},
		{"one statement is no list", wrap(`{"id":"a","statements":"K1"}`), []found{{ksb.ErrWrongType, 2, "activities[0].statements"}}, 1},
		{"a day that does not exist", `{"format":"delivery/1","start":"2026-02-30"}`, []found{{ksb.ErrDate, 1, "start"}}, 0},
		{"a type of course that nobody knows", `{"format":"delivery/1","courseType":"evening"}`, []found{{ksb.ErrValue, 1, "courseType"}}, 0},
		{"two faults are two problems", `{"format":"delivery/1","weeks":"a","bandMaxPence":true}`, []found{{ksb.ErrWrongType, 1, "bandMaxPence"}, {ksb.ErrWrongType, 1, "weeks"}}, 0},
		{"a negative price is a number, and the calculation's business", wrap(`{"id":"a","minutes":-1}`), nil, 2},
		{"null is absent", `{"format":"delivery/1","start":null,"agreedPence":null,"courseType":null,"activities":null}`, nil, 0},
	} {
		read, problems := deliveryjson.Read(strings.NewReader(c.data), "d.json")
		var got []found
		for _, p := range problems {
			got = append(got, found{p.Fault, p.Origin.Line, p.Path})
		}
		require.Empty(t, cmp.Diff(c.want, got), c.why)
		require.Len(t, read.Activities, c.kept, c.why)
	}
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		data string
		want bool
	}{
		{`{"format":"delivery/1"}`, true}, {`{"weeks":1,"format":"delivery/9"}`, true},
		{`{"format":"plan/1"}`, false}, {`{}`, false}, {`[]`, false}, {``, false}, {"\x00", false},
	} {
		require.Equal(t, c.want, deliveryjson.Detect("x", []byte(c.data)), c.data)
	}
}

func TestWriteRefusesWhatHasNoName(t *testing.T) {
	t.Parallel()
	require.ErrorIs(t, deliveryjson.Write(&bytes.Buffer{}, rpl.Delivery{CourseType: 9}), ksb.ErrValue)
}

func FuzzRead(f *testing.F) {
	f.Add(written(f, rich()))
	f.Add([]byte(`{"format":"delivery/1","start":"2025-09-01","weeks":1,"bandMaxPence":1,"activities":[{"id":"a","minutes":1,"statements":["K1"]}]}`))
	f.Add([]byte(`{"format":"delivery/1"`))
	prior := rpl.Prior{Statements: []rpl.Standing{{Statement: "S1", Code: "K1", Level: 1, Needed: 1}}}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, problems := deliveryjson.Read(bytes.NewReader(data), "fuzz")
		rpl.Recognise(d, prior, rpl.Options{}) // total on whatever was read
		if len(problems) > 0 {
			return
		}
		first := written(t, d)
		again, problems := deliveryjson.Read(bytes.NewReader(first), "fuzz")
		require.NoError(t, problems.Err())
		require.Equal(t, string(first), string(written(t, again)))
	})
}
