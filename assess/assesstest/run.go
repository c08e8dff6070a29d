package assesstest

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"github.com/skillgap-go/skillgap/assess"
)

// Options say how much to simulate. The zero value is the published size.
type Options struct {
	Seed       uint64  // another seed, other people
	People     int     // in each world; 0: 400
	Statements int     // of each person; 0: 20
	Worlds     []World // none: Worlds and Invented
	Models     []Model // none: Models
	Looks      int     // further observations by which ways to choose what to assess next are compared, in the first world by the first model; 0: not compared
	// Progress, if given, is told how many of all samples have been judged. It is called
	// by one goroutine at a time.
	Progress func(done, total int)
}

func (o Options) resolved() Options {
	if o.People == 0 {
		o.People = 400
	}
	if o.Statements == 0 {
		o.Statements = 20
	}
	if len(o.Worlds) == 0 {
		o.Worlds = append(Worlds(), Invented())
	}
	if len(o.Models) == 0 {
		o.Models = Models()
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	return o
}

// Run measures every model in every world. The answer is the same for a seed however many
// processors there are. An error wraps [ErrWorld], or is that of a policy or of ctx.
func Run(ctx context.Context, o Options) (*Result, error) {
	o = o.resolved()
	r := newResult(o)
	done, total := 0, len(o.Worlds)*len(o.Models)
	for _, w := range o.Worlds {
		sample, err := Draw(w, o.Seed, o.People, o.Statements)
		if err != nil {
			return nil, err
		}
		for i, m := range o.Models {
			t, err := sample.tally(ctx, m)
			if err != nil {
				return nil, fmt.Errorf("assesstest: %s in %s: %w", m.Name, w.Name, err)
			}
			r.Models[i].add(w.Name, t)
			done++
			o.Progress(done, total)
		}
		if r.Next == nil && o.Looks > 0 {
			if r.Next, err = sample.LookAgain(ctx, o.Models[0], o.Seed, o.Looks); err != nil {
				return nil, err
			}
		}
	}
	r.finish(o.Worlds)
	return r, nil
}

// tally judges all people by one model, on all processors; sums are taken in the order of
// the people.
func (s *Sample) tally(ctx context.Context, m Model) (*tally, error) {
	engine, err := s.engine(m)
	if err != nil {
		return nil, err
	}
	each := make([]tally, len(s.People))
	faults := make([]error, len(s.People))
	spread(len(s.People), func(i int) {
		if faults[i] = ctx.Err(); faults[i] != nil {
			return
		}
		var report *assess.Report
		if report, faults[i] = report1(engine, s.People[i]); faults[i] == nil {
			each[i].judge(s.People[i], report)
		}
	})
	sum := &tally{}
	for i := range each {
		if faults[i] != nil {
			return nil, faults[i]
		}
		sum.add(&each[i])
	}
	return sum, nil
}

func report1(e *assess.Engine, p *Person) (*assess.Report, error) {
	return e.Assess(e.Profile(p.Worker, day), p.Role.ID)
}

// spread calls do for every place, on all processors.
func spread(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	var group sync.WaitGroup
	for first := range workers {
		group.Go(func() {
			for i := first; i < n; i += workers {
				do(i)
			}
		})
	}
	group.Wait()
}
