package match_test

import (
	"encoding/csv"
	"hash/fnv"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/skillgap-go/skillgap/ksb"
	"github.com/skillgap-go/skillgap/ksb/match"
)

// trialSet are the suggestions for the texts of one set.
type trialSet struct {
	name   string
	share  float64 // what it counts in a fit
	texts  int
	trials []trial
}

// statementPull keeps the weights of suggestions small where there is little to tell.
const statementPull = .00003

// statementTrials are all that confidence in suggestions is fitted to: sentences of adverts
// against 13,895 skills, and tasks against occupations, all 1,016 of them, parts of a tenth and
// parts of a fiftieth, with none, some and many other tasks confirmed. Of the texts that
// a part is asked for, half are about none of its occupations: who asks a short list asks
// for much that is not on it.
func statementTrials(t testing.TB) []trialSet {
	t.Helper()
	if match.RaceEnabled || testing.Short() {
		t.Skip("figures on real data")
	}
	occupations, confirmed := tasks(t)
	some := slices.DeleteFunc(slices.Clone(confirmed), func(e match.Example) bool { return textHash(e.Text)%4 != 0 })
	few, fewest := partsOf(occupations, 10), partsOf(occupations, 50)
	return []trialSet{
		trialsOf(t, "technical adverts", .5, nil, sentences(t, "tech")),
		trialsOf(t, "adverts of all trades", .5, nil, sentences(t, "house")),
		trialsOf(t, "technical adverts, skills of several labels", .5, nil, withOtherLabels(t, sentences(t, "tech"))),
		trialsOf(t, "adverts of all trades, several labels", .5, nil, withOtherLabels(t, sentences(t, "house"))),
		trialsOf(t, "tasks", 1, nil, occupations),
		trialsOf(t, "tasks, titles and descriptions apart", 1, nil, apart(occupations)),
		trialsOf(t, "tasks, apart, others confirmed", 1, confirmed, apart(occupations)),
		trialsOf(t, "tasks, a quarter as many confirmed", 1, some, occupations),
		trialsOf(t, "tasks, others confirmed", 1, confirmed, occupations),
		trialsOf(t, "tasks, of a hundred occupations", 1, nil, few...),
		trialsOf(t, "tasks, of a hundred, others confirmed", 1, confirmed, few...),
		trialsOf(t, "tasks, of twenty occupations", .5, nil, fewest...),
		trialsOf(t, "tasks, of twenty, others confirmed", .5, confirmed, fewest...),
	}
}

// trialsOf are the first five suggestions for every text of some sets.
func trialsOf(t testing.TB, name string, share float64, confirmed []match.Example, sets ...labelled) trialSet {
	t.Helper()
	all := trialSet{name: name, share: share}
	for _, set := range sets {
		here := map[ksb.StatementID]bool{}
		for _, target := range set.targets {
			here[ksb.StatementID(target.ID)] = true
		}
		known := slices.DeleteFunc(slices.Clone(confirmed), func(e match.Example) bool { return !here[e.Statement] })
		s, err := match.NewStatements(set.targets, match.NewExamples(known...), match.StatementOptions{})
		require.NoError(t, err)
		all.texts += len(set.asked)
		for _, q := range set.asked {
			for _, m := range s.Measure(q.text, 5) {
				all.trials = append(all.trials, trial{m.Rank == 1, m.Signs, slices.Contains(q.gold, m.ID), 0, textHash(q.text)%2 == 1, m.Confidence})
			}
		}
	}
	return all
}

// partsOf parts the targets of a set. Each part is asked what its own targets are right for,
// and what those of the next part are.
func partsOf(set labelled, n uint32) []labelled {
	list := make([]labelled, n)
	for _, target := range set.targets {
		part := &list[textHash(target.ID)%n]
		part.targets = append(part.targets, target)
	}
	for _, q := range set.asked {
		own := textHash(q.gold[0]) % n
		for _, part := range []uint32{own, (own + 1) % n} {
			list[part].asked = append(list[part].asked, q)
		}
	}
	return list
}

// apart makes two texts of the title and the description of every target.
func apart(set labelled) labelled {
	set.targets = slices.Clone(set.targets)
	for i, target := range set.targets {
		title, description, _ := strings.Cut(target.Texts[0], ". ")
		set.targets[i].Texts = []string{title, description}
	}
	return set
}

// withOtherLabels adds the other labels of the skills that the sample has.
func withOtherLabels(t testing.TB, set labelled) labelled {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(realData(t, "esco-sample/skills.csv.gz"))).ReadAll()
	require.NoError(t, err)
	preferred, others := slices.Index(rows[0], "PREFERREDLABEL"), slices.Index(rows[0], "ALTLABELS")
	require.True(t, preferred >= 0 && others >= 0, "%q", rows[0])
	labels := map[string][]string{}
	for _, row := range rows[1:] {
		labels[row[preferred]] = strings.Split(row[others], "\n")
	}
	set.targets = slices.Clone(set.targets)
	for i, target := range set.targets {
		set.targets[i].Texts = slices.Concat(target.Texts, labels[target.ID])
	}
	return set
}

func textHash(text string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text))
	return h.Sum32() >> 7
}

// chosen are those that a test picks out of sets, each set weighing its share.
func chosen(sets []trialSet, pick func(trial) bool) (list []trial) {
	total := 0.0
	for _, set := range sets {
		total += set.share
	}
	for _, set := range sets {
		start := len(list)
		for _, c := range set.trials {
			if pick(c) {
				list = append(list, c)
			}
		}
		for i := start; i < len(list); i++ {
			list[i].weight = set.share / total / float64(len(list)-start)
		}
	}
	return list
}
