package skillsengland_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/skillsengland"
	"github.com/skillgap-go/skillgap/ksb/ksbtest/given"
)

// The keys that the API has had since 2026 are known, and where the model has room for
// them they are read.
func TestKeysOf2026(t *testing.T) {
	f := sound(t, standards(t,
		keys{
			"shortAssessment": true, "learningAimClassCode": "", "approvedForDeliveryPausedStarts": nil, "qualificationStandardUrl": "",
			"ePALength": 3, "minimumHoursForCompliance": "605", "maxFundingAdditionalInformation": "", "standardPublished": "", "epaPublished": "",
			"integration": nil, "otherInvolvedStakeholders": "", "clusterId": 4, "clusterDescription": "", "occupationalStandardApprovalDate": nil,
			"banners": []string{}, "occupationCode": "OCC9500a", "coronationEmblem": false, "publishDate": "2021-01-01", "assessmentChanged": false,
		},
		keys{
			"referenceNumber": "FA9500", "larsCode": 951, "technicalKnowledges": nil, "technicalSkills": []keys{{"id": "ts", "detail": "Card"}},
			"employabilitySkillsAndBehaviours": nil, "foundationApprenticeshipUrl": "", "knowledges": nil,
			"relatedOccupations": []keys{{"name": "Weaver", "reference": "occ9500A "}, {"name": "Weaver", "reference": "OCC9500A"}, {"name": "Elsewhere", "reference": "OCC0001"}},
		},
		keys{
			"referenceNumber": "AU9500", "larsCode": nil, "learningAimClassCode": "Z1234567", "minimumHoursForCompliance": 30, "whoIsItFor": "",
			"technicalKnowledges": nil, "technicalSkills": []keys{{"id": "us", "detail": "Dye"}}, "knowledges": nil,
		}))
	require.Len(t, f.Roles, 3)
	require.Equal(t, int64(605*60), f.Roles[0].Facts.MinimumOffTheJobMinutes)
	require.Equal(t, int64(30*60), f.Roles[2].Facts.MinimumOffTheJobMinutes)
	require.Contains(t, f.Roles[0].Codes, ksb.Code{System: "OCC", Value: "OCC9500A"})
	require.Contains(t, f.Roles[2].Codes, ksb.Code{System: "LARS", Value: "Z1234567"})
	want := []ksb.RoleLink{{From: "FA9500_1.0", To: "ST9500_1.0", Relation: "related", Source: "Skills England", Origin: ksb.Origin{File: "file", Line: 2}}}
	if diff := cmp.Diff(want, f.Related); diff != "" {
		t.Error("an occupation of the input, once:", diff)
	}
	_, compiled := ksb.Compile(f)
	require.NoError(t, compiled.Err())
}

func TestUnknownKeysAreToldOnce(t *testing.T) {
	_, problems := read(t, standards(t, keys{}, keys{"referenceNumber": "ST9501", "larsCode": 951, "hue": 1, "skills": []keys{{"skillId": "a", "detail": "x", "hue": 1}, {"skillId": "b", "detail": "y", "hue": 2}}},
		keys{"referenceNumber": "ST9502", "larsCode": 952, "hue": nil, "knowledges": []keys{{"knowledgeId": "c", "detail": "Wool"}}}))
	require.Len(t, problems, 2)
	require.Equal(t, []string{"2 hue: unknown key", "2 skills[].hue: unknown key"}, told(problems))
	require.Contains(t, problems[0].Detail, "2 in all")
	require.Contains(t, problems[1].Detail, "2 in all")
}

// Two versions read apart would lose the statement that they share, since nobody could
// tell which text was meant; read together the newer keeps it.
func TestReadFS(t *testing.T) {
	tree := fstest.MapFS{
		"old.json":   {Data: []byte(edition("1.0", "Straw"))},
		"new.json":   {Data: []byte(given.Gzipped(edition("1.1", "Wheat straw")))},
		"other.json": {Data: []byte(small(""))},
		"none.json":  {Data: []byte("none")},
	}
	together, problems := skillsengland.ReadFS(tree, []string{"old.json", "new.json"})
	want := map[ksb.StatementID]string{"v": "K1 Reed", "u": "K2 Wheat straw", "ST9010_1.0/u": "K2 Straw"}
	if diff := cmp.Diff(want, texts(together)); diff != "" {
		t.Error(diff)
	}
	require.ErrorIs(t, problems, ksb.ErrDuplicateID)
	swapped, _ := skillsengland.ReadFS(tree, []string{"new.json", "old.json"})
	if diff := cmp.Diff(together, swapped); diff != "" {
		t.Error("the order of paths does not show:", diff)
	}
	ix, compiled := ksb.Compile(together)
	require.NoError(t, compiled.Err())
	require.Equal(t, 3, ix.Statements())

	older, _ := skillsengland.ReadFS(tree, []string{"old.json"})
	newer, _ := skillsengland.ReadFS(tree, []string{"new.json"})
	_, compiled = ksb.Compile(older, newer)
	require.ErrorIs(t, compiled, ksb.ErrDuplicateID, "which is what reading them together is for")

	f, problems := skillsengland.ReadFS(tree, []string{"none.json", "other.json", "missing.json"})
	require.Len(t, f.Roles, 1, "the sound ones stay")
	require.ErrorIs(t, problems, ksb.ErrRead)
	require.ErrorIs(t, problems, ksb.ErrSyntax)
}
