package moodle_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/moodle"
	"github.com/skillgap-go/skillgap/ksb/ksbtest"
)

// Whatever is read: every requirement, link and member is there, every problem has its
// place, and what can be written is read as the same.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{today, old, short(""), short("b;a;A\na;b;B\nx;c;C;<p>c;1;x,y;[];a,b\n;a;A"), short(";a;\"A")} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		moodle.Detect("f", data)
		got, problems := moodle.Read(bytes.NewReader(data), "f")
		ids := map[string]bool{}
		for _, s := range got.Statements {
			ids[string(s.ID)] = true
		}
		for _, id := range references(got) {
			if !ids[id] {
				t.Errorf("nothing is called %q", id)
			}
		}
		for _, p := range problems {
			if p.Origin.File != "f" || p.Fault == "" {
				t.Errorf("no place: %v", p)
			}
		}
		var out bytes.Buffer
		if moodle.Write(&out, got) == nil {
			again, _ := moodle.Read(&out, "f")
			if diff := cmp.Diff(resolved(got), resolved(again)); diff != "" {
				t.Error(diff)
			}
		}
	})
}

func references(f ksb.Framework) (ids []string) {
	for _, r := range f.Roles {
		for _, q := range r.Requirements {
			ids = append(ids, string(q.Statement))
		}
	}
	for _, l := range f.Links {
		ids = append(ids, string(l.From), string(l.To))
	}
	for _, g := range f.Groups {
		ids = append(ids, g.Members...)
	}
	return ids
}

// resolved has a level wherever one is asked for.
func resolved(f ksb.Framework) []ksb.Role {
	ix, _ := ksb.Compile(ksbtest.WithoutOrigins(f))
	var roles []ksb.Role
	for r := range ix.Roles() {
		roles = append(roles, r)
	}
	return roles
}
