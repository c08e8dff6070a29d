package skillsengland_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
)

// named is a standard whose options are mere names.
func named(names, maps string) string {
	return `{"referenceNumber":"ST9020","title":"Guide","versionNumber":"1.0","coreAndOptions":true,
	"knowledges":[{"knowledgeId":"k1","detail":"Maps"},{"knowledgeId":"k2","detail":"Tides"},{"knowledgeId":"k3","detail":"Snow"}],
	"skills":[{"skillId":"s1","detail":"Lead"}],
	"optionsUnstructuredTemplate":` + names + `,"optionsUnstructuredKsbMapping":` + maps + `}`
}

func TestNamedOptions(t *testing.T) {
	const core = `{"coreOrOptionTitle":"Core","mappedKnowledge":["k1"],"mappedSkills":["s1"],"mappedBehaviour":null}`
	for _, c := range []struct {
		why, names, maps string
		options          []ksb.OptionID
		asks             map[ksb.RoleID][]ksb.StatementID // after Compile
		told             []string
	}{
		{
			"core and option, in the order of the standard",
			`["Sea & Shore", "Hills"]`,
			`[` + core + `,{"coreOrOptionTitle":"Sea &amp; Shore ","mappedKnowledge":["k2"]},{"coreOrOptionTitle":"hills","mappedKnowledge":["k3"]}]`,
			[]ksb.OptionID{"sea-shore", "hills"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea-shore": {"k1", "k2", "s1"}, "ST9020_1.0/hills": {"k1", "k3", "s1"}},
			nil,
		},
		{
			"an option that the map leaves out has the core",
			`["Sea", "Hills"]`, `[` + core + `,{"coreOrOptionTitle":"Sea","mappedKnowledge":["k2"]}]`,
			[]ksb.OptionID{"sea", "hills"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea": {"k1", "k2", "s1"}, "ST9020_1.0/hills": {"k1", "s1"}},
			[]string{"1 ST9020_1.0.optionsUnstructuredKsbMapping: missing"},
		},
		{
			"an option that the list of names leaves out",
			`["Sea"]`, `[` + core + `,{"coreOrOptionTitle":"Sea"},{"coreOrOptionTitle":"Hills","mappedKnowledge":["k3"]}]`,
			[]ksb.OptionID{"sea", "hills"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea": {"k1", "s1"}, "ST9020_1.0/hills": {"k1", "k3", "s1"}},
			[]string{"4 ST9020_1.0.optionsUnstructuredKsbMapping: unknown option"},
		},
		{
			"an ID that leads nowhere is told once, not once an option",
			`["Sea", "Hills"]`, `[{"coreOrOptionTitle":"Core","mappedKnowledge":["k1","gone"]},{"coreOrOptionTitle":"Sea"},{"coreOrOptionTitle":"Hills"}]`,
			[]ksb.OptionID{"sea", "hills"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea": {"k1"}, "ST9020_1.0/hills": {"k1"}},
			[]string{"4 ST9020_1.0.optionsUnstructuredKsbMapping[Core]: unknown statement"},
		},
		{
			"names that make the same ID",
			`["Sea!", "Sea?", "Sea!", "?"]`, `[` + core + `,{"coreOrOptionTitle":"Sea!"},{"coreOrOptionTitle":"Sea?"},{"coreOrOptionTitle":"?"}]`,
			[]ksb.OptionID{"sea", "sea-2", "option"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea": {"k1", "s1"}, "ST9020_1.0/sea-2": {"k1", "s1"}, "ST9020_1.0/option": {"k1", "s1"}},
			[]string{"1 ST9020_1.0.optionsUnstructuredTemplate: duplicate ID"},
		},
		{
			"where nothing is mapped every option has everything",
			`["Sea"]`, `[{"coreOrOptionTitle":"Core"},{"coreOrOptionTitle":"Sea"}]`,
			[]ksb.OptionID{"sea"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea": {"k1", "k2", "k3", "s1"}},
			nil,
		},
		{
			"a map for nobody",
			`["Sea"]`, `[` + core + `,{"coreOrOptionTitle":"Sea"},{"coreOrOptionTitle":"","mappedKnowledge":["k3"]}]`,
			[]ksb.OptionID{"sea"},
			map[ksb.RoleID][]ksb.StatementID{"ST9020_1.0/sea": {"k1", "s1"}},
			[]string{"4 ST9020_1.0.optionsUnstructuredKsbMapping: missing"},
		},
	} {
		t.Run(c.why, func(t *testing.T) {
			f, problems := read(t, named(c.names, c.maps))
			if diff := cmp.Diff(c.told, told(problems)); diff != "" {
				t.Error(diff)
			}
			var options []ksb.OptionID
			for _, o := range f.Roles[0].Options {
				options = append(options, o.ID)
			}
			if diff := cmp.Diff(c.options, options); diff != "" {
				t.Error(diff)
			}
			ix, compiled := ksb.Compile(f)
			require.NoError(t, compiled.Err())
			for id, want := range c.asks {
				role, _ := ix.Role(id)
				if diff := cmp.Diff(want, asks(role)); diff != "" {
					t.Error(id, diff)
				}
				brief, _ := ix.Brief(id)
				require.Equal(t, ksb.RoleID("ST9020_1.0"), brief.OptionOf)
			}
			whole, _ := ix.Role("ST9020_1.0")
			require.Len(t, whole.Requirements, 4, "the role without option has all")
		})
	}
}
