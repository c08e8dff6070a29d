package sheet_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/assess/format/workerjson"
	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/ksbjson"
)

// reportOf is the report on a worker, as a program would store it.
func reportOf(t *testing.T, f ksb.Framework, w assess.Worker, role ksb.RoleID) string {
	t.Helper()
	report, err := assess.Quick(f, w, role, 0)
	require.NoError(t, err)
	text, err := json.MarshalIndent(report, "", " ")
	require.NoError(t, err)
	return string(text)
}

// One row a piece and statement, or one piece with several statements: the same
// evidence, the same report.
func TestATableSaysTheSameAsADocument(t *testing.T) {
	table := header + `
w,e1,S1,observation,assessor,,3,lead-1,2026-01-31,,,,,
w,e1,S2,observation,assessor,,2,lead-1,2026-01-31,,,,,
w,e2,K7,test,,at-least,2.5,,2026-02-28,2027-02-28,0.5,0.8,0.7,
w,e3,S1,peer,,,1,,2026-03-01,,,,,submitted
w,,K8,self,,,4,,2026-03-02,,,,,
w,e5,ZZ,test,,,4,,2026-03-02,,,,,
`
	document := `{"format":"worker/1","id":"w","evidence":[
{"id":"e1","statements":["S1",{"id":"S2","level":2}],"kind":"observation","as":"assessor","level":3,"by":"lead-1","at":"2026-01-31"},
{"id":"e2","statements":["K7"],"kind":"test","mode":"at-least","level":2.5,"at":"2026-02-28","until":"2027-02-28","relevance":0.5,"confidence":0.8,"reliability":0.7},
{"id":"e3","statements":["S1"],"kind":"peer","level":1,"at":"2026-03-01","state":"submitted"},
{"id":"row-5","statements":["K8"],"kind":"self","level":4,"at":"2026-03-02"},
{"id":"e5","statements":["ZZ"],"kind":"test","level":4,"at":"2026-03-02"}]}`
	list := readSound(t, table)
	require.Len(t, list, 1)
	w, problems := workerjson.Read(strings.NewReader(document), "w.json")
	require.NoError(t, problems.Err())
	if diff := cmp.Diff(reportOf(t, framework(), w, "R"), reportOf(t, framework(), list[0], "R")); diff != "" {
		t.Error(diff)
	}
}

// A worker read from a table is stored as a document and is the same worker.
func TestATableIsStoredAsADocument(t *testing.T) {
	f, problems := ksbjson.Read(strings.NewReader(sample(t, "imaging/framework.json")), "framework.json")
	require.NoError(t, problems.Err())
	for _, w := range readSound(t, sample(t, "imaging/workers/team.csv")) {
		var stored bytes.Buffer
		require.NoError(t, workerjson.Write(&stored, w))
		again, problems := workerjson.Read(&stored, "stored.json")
		require.NoError(t, problems.Err())
		for _, role := range f.Roles {
			if diff := cmp.Diff(reportOf(t, f, w, role.ID), reportOf(t, f, again, role.ID)); diff != "" {
				t.Error(w.ID, role.ID, diff)
			}
		}
	}
}
