package skillsengland

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/format/plaintext"
)

// options returns the options of an edition: those with IDs, else those with mere
// names, whose ID is their name in lower case with hyphens.
func (c *collector) options(e *edition) []ksb.Option {
	if len(e.Options) == 0 {
		return c.optionsByName(e)
	}
	var list []ksb.Option
	for _, o := range e.Options {
		next := ksb.Option{ID: ksb.OptionID(normalID(o.ID)), Title: plaintext.Of(o.Title), Origin: c.origin(e, o.Origin)}
		if c.isNewOption(e, list, next) {
			list = append(list, next)
		}
	}
	return list
}

// isNewOption reports an option whose ID is missing or taken: it cannot be told apart.
func (c *collector) isNewOption(e *edition, list []ksb.Option, o ksb.Option) bool {
	taken := slices.IndexFunc(list, func(other ksb.Option) bool { return other.ID == o.ID })
	switch {
	case o.ID == "":
		c.report(e, o.Origin, ".options", ksb.ErrMissingID, "the option %q has no ID: it is left out", o.Title)
	case taken >= 0:
		c.report(e, o.Origin, ".options["+string(o.ID)+"]", ksb.ErrDuplicateID,
			"%q is repeated with the title %q: it stays %q", o.ID, o.Title, list[taken].Title)
	}
	return o.ID != "" && taken < 0
}

// optionsByName lists the options that the standard names, then those that only its
// map of KSBs does.
func (c *collector) optionsByName(e *edition) (list []ksb.Option) {
	ids := map[ksb.OptionID]bool{}
	add := func(title string, at ksb.Origin) {
		id := slug(title, ids)
		ids[id], e.options[strings.ToLower(title)] = true, id
		list = append(list, ksb.Option{ID: id, Title: title, Origin: at})
	}
	for _, title := range plaintext.Each(e.Names) {
		if _, repeated := e.options[strings.ToLower(title)]; repeated {
			c.report(e, e.Origin, ".optionsUnstructuredTemplate", ksb.ErrDuplicateID, "%q is repeated: it counts once", title)
			continue
		}
		add(title, e.Origin)
	}
	for _, m := range e.Maps {
		title := plaintext.Of(m.Title)
		if _, known := e.options[strings.ToLower(title)]; known || isCore(title) || title == "" {
			continue
		}
		c.report(e, c.origin(e, m.Origin), ".optionsUnstructuredKsbMapping", ksb.ErrUnknownOption, "%q is not among the options named: it is taken as one", title)
		add(title, c.origin(e, m.Origin))
	}
	return list
}

// slug writes a title as an ID that is not taken yet.
func slug(title string, taken map[ksb.OptionID]bool) ksb.OptionID {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	base := ksb.OptionID(strings.Join(words, "-"))
	if base == "" {
		base = "option"
	}
	id := base
	for n := 2; taken[id]; n++ {
		id = base + "-" + ksb.OptionID(strconv.Itoa(n))
	}
	return id
}

func isCore(title string) bool { return strings.EqualFold(title, "core") }
