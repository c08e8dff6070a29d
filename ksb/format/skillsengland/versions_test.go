package skillsengland_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// edition is a version of ST9010 with one knowledge "u" after another, "v".
func edition(version, text string) string {
	return `{"referenceNumber":"ST9010","title":"Thatcher","versionNumber":"` + version + `","knowledges":[` +
		`{"knowledgeId":"v","detail":"Reed"},{"knowledgeId":"u","detail":"` + text + `"}]}`
}

func TestOneUUIDInTwoVersions(t *testing.T) {
	const old, older = ksb.StatementID("ST9010_1.9/u"), ksb.StatementID("ST9010_1.0/u")
	for _, c := range []struct {
		why        string
		documents  []string
		statements map[ksb.StatementID]string
		links      []ksb.StatementID
	}{
		{
			"the same content is one statement",
			[]string{edition("1.0", "Straw"), edition("1.1", "Straw")},
			map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Straw"}, nil,
		},
		{
			"1.10 is newer than 1.9 and keeps the ID",
			[]string{edition("1.9", "Straw"), edition("1.10", "Wheat straw")},
			map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Wheat straw", old: "K2 Straw"}, []ksb.StatementID{old},
		},
		{
			"the order of rows decides nothing",
			[]string{edition("1.10", "Wheat straw"), edition("1.9", "Straw")},
			map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Wheat straw", old: "K2 Straw"}, []ksb.StatementID{old},
		},
		{
			"older versions of the same content share theirs",
			[]string{edition("1.0", "Straw"), edition("2.0", "Wheat straw"), edition("1.9", "Straw")},
			map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Wheat straw", old: "K2 Straw"}, []ksb.StatementID{old},
		},
		{
			"three contents are three statements",
			[]string{edition("1.0", "Any straw"), edition("1.9", "Straw"), edition("2.0", "Wheat straw")},
			map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Wheat straw", old: "K2 Straw", older: "K2 Any straw"}, []ksb.StatementID{older, old},
		},
		{
			"a content that comes back is the one it was",
			[]string{edition("1.0", "Straw"), edition("1.9", "Hay"), edition("2.0", "Straw")},
			map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Straw", old: "K2 Hay"}, []ksb.StatementID{old},
		},
	} {
		t.Run(c.why, func(t *testing.T) {
			document := ""
			for _, d := range c.documents {
				document += d + "\n"
			}
			f, problems := read(t, document)
			if diff := cmp.Diff(c.statements, texts(f)); diff != "" {
				t.Error(diff)
			}
			var from []ksb.StatementID
			for _, l := range f.Links {
				from = append(from, l.From)
				require.Equal(t, ksb.StatementID("u"), l.To)
				require.Equal(t, ksb.Exact, l.Relation)
				require.False(t, l.Confirmed)
			}
			if diff := cmp.Diff(c.links, from); diff != "" {
				t.Error(diff)
			}
			require.Len(t, problems, len(c.links), "one problem a statement that was parted")
			if len(problems) > 0 {
				require.ErrorIs(t, problems, ksb.ErrDuplicateID)
			}
			ix, compiled := ksb.Compile(f)
			require.NoError(t, compiled.Err())
			for r := range ix.Roles() {
				require.Len(t, r.Requirements, 2, r.ID)
			}
		})
	}
}

func TestMovedKSB(t *testing.T) {
	f, problems := read(t, edition("1.0", "Straw")+"\n"+
		`{"referenceNumber":"ST9010","title":"Thatcher","versionNumber":"1.1","knowledges":[{"knowledgeId":"u","detail":"Straw"}],
		"duties":[{"dutyID":"d","dutyDetail":"Thatch","mappedKnowledge":["u","v"]}]}`)
	want := map[ksb.StatementID]string{"v": "K1 Reed", "u": "K1 Straw", "ST9010_1.0/u": "K2 Straw"}
	if diff := cmp.Diff(want, texts(f)); diff != "" {
		t.Error("a code is part of what is shown, so another code is another statement:", diff)
	}
	if diff := cmp.Diff([]ksb.StatementID{"u"}, f.Roles[1].Duties[0].Statements); diff != "" {
		t.Error("what another version has is not what this one has:", diff)
	}
	require.ErrorIs(t, problems, ksb.ErrUnknownStatement)
}

func TestDutiesNameThePartedStatement(t *testing.T) {
	withDuty := `{"referenceNumber":"ST9010","title":"Thatcher","versionNumber":"1.0","knowledges":[{"knowledgeId":"v","detail":"Reeds"}],
		"duties":[{"dutyID":"d","dutyDetail":"Thatch","mappedKnowledge":["v"]}]}`
	f, _ := read(t, withDuty+"\n"+edition("1.1", "Straw"))
	if diff := cmp.Diff([]ksb.StatementID{"ST9010_1.0/v"}, f.Roles[0].Duties[0].Statements); diff != "" {
		t.Error(diff)
	}
}

// A proposal has no version of its own and would be called 1.0; the published 1.0
// must not suffer from it.
func TestAProposalBesideTheFirstVersion(t *testing.T) {
	for _, documents := range [][]string{
		{edition("1.0", "Straw"), edition("0.0", "Reed and straw")},
		{edition("0.0", "Reed and straw"), edition("1.0", "Straw")},
	} {
		f, problems := read(t, documents[0]+"\n"+documents[1])
		require.Len(t, f.Roles, 1)
		require.Equal(t, "Straw", f.Statements[1].Text)
		require.Len(t, problems, 1)
		require.ErrorIs(t, problems, ksb.ErrDuplicateID)
		_, problems = ksb.Compile(f)
		require.Empty(t, problems)
	}
	f, problems := read(t, edition("0.0", "Straw"))
	require.Empty(t, problems, "alone it is the first version")
	require.Equal(t, ksb.RoleID("ST9010_1.0"), f.Roles[0].ID)
}
