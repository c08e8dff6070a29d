package skillsengland

import (
	"testing"
)

func TestCodeOf(t *testing.T) {
	for _, c := range []struct {
		why, in string
		want    codeLine
		ok      bool
	}{
		{"colon", "K1: Clay", codeLine{'K', 1, "Clay", true}, true},
		{"colon without a blank", "K1:Clay", codeLine{'K', 1, "Clay", true}, true},
		{"dot", "S12. Throw", codeLine{'S', 12, "Throw", true}, true},
		{"bracket", "B2) Calm", codeLine{'B', 2, "Calm", true}, true},
		{"dash", "K3 – Clay", codeLine{'K', 3, "Clay", true}, true},
		{"blank", "K1 Clay", codeLine{'K', 1, "Clay", false}, true},
		{"bullet before it", "• K1: Clay", codeLine{'K', 1, "Clay", true}, true},
		{"leading nought", "K01: Clay", codeLine{'K', 1, "Clay", true}, true},
		{"alone", "K1", codeLine{'K', 1, "", false}, true},
		{"alone with its colon", "K1:", codeLine{'K', 1, "", true}, true},
		{"duty", "Duty D4", codeLine{'D', 4, "", true}, true},
		{"duty in another dress", "Duty 4: Fire", codeLine{'D', 4, "Fire", true}, true},
		{"duty by its code", "D4: Fire", codeLine{'D', 4, "Fire", true}, true},
		{"no number", "Kiln", codeLine{}, false},
		{"number nought", "K0: Clay", codeLine{}, false},
		{"a word with a number in it", "B2B sales", codeLine{}, false},
		{"a section number", "S1.2 Scope", codeLine{}, false},
		{"a range", "K1–K5 are assessed", codeLine{}, false},
		{"a hyphenated word", "S3-compatible", codeLine{}, false},
		{"a table of codes", "K1,knowledge,Clay", codeLine{}, false},
		{"a long number", "K1234: Clay", codeLine{}, false},
		{"a duty of another kind", "Duty of candour", codeLine{}, false},
		{"nothing", "", codeLine{}, false},
	} {
		t.Run(c.why, func(t *testing.T) {
			got, ok := codeOf(c.in)
			if ok != c.ok || ok && got != c.want {
				t.Errorf("codeOf(%q) = %+v, %v; want %+v, %v", c.in, got, ok, c.want, c.ok)
			}
		})
	}
}
