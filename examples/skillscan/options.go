package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/skillgap-go/skillgap/assess"
	"github.com/skillgap-go/skillgap/examples/inputs"
	"github.com/skillgap-go/skillgap/ksb"
)

// options are the flags.
type options struct {
	file          string
	frameworks    []string
	role          string
	workerID      string
	date          ksb.Date
	parties       []assess.Party
	by            map[assess.Party]string
	providerKind  assess.EvidenceKind
	complete      bool
	criticalFirst bool
	show          bool
	out           string
	strict        bool
}

// theParties are those of a scan, in the order in which they are asked and shown.
func theParties() []assess.Party { return []assess.Party{"apprentice", "employer", "provider"} }

// parse reads the flags; what is wrong with them has been printed when it returns.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{parties: theParties(), by: map[assess.Party]string{}, providerKind: assess.Peer}
	flags := flag.NewFlagSet("skillscan", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.file, "file", "", "`FILE` of the scan, scan/1; a new one is begun")
	flags.Func("framework", "`FILE` with standards, in any supported format; may be repeated; none: the sample", inputs.List(&o.frameworks))
	flags.StringVar(&o.role, "role", "", "`ID`, code or title of the role; may be left out where there is one, or where the scan has begun")
	flags.StringVar(&o.workerID, "worker-id", "", "`ID` of the person, for a new scan; no name")
	flags.Func("date", "`DATE` of the answers, YYYY-MM-DD, such as $(date +%F)", inputs.Day(&o.date))
	flags.Func("as", "`PARTIES` that answer now: apprentice, employer, provider, with commas between; none: all three", o.readParties)
	flags.Func("by", "`PARTY=ID` of who answers for a party; may be repeated; none: the party", o.readBy)
	flags.Func("provider-kind", "what a provider's answers rest on: peer, supervisor, observation, work-product or test (default peer)", o.readKind)
	flags.BoolVar(&o.complete, "complete", false, "ask everything in order, also what follows from answers")
	flags.BoolVar(&o.criticalFirst, "critical-first", false, "ask what is critical first")
	flags.BoolVar(&o.show, "show", false, "ask nothing: show where the parties stand")
	flags.StringVar(&o.out, "out", "", "`FILE` to write the evidence to, worker/1")
	flags.BoolVar(&o.strict, "strict", false, "exit with 1 if anything is wrong with the standards")
	return o, inputs.ParseFlags(flags, args, o.check)
}

func (o *options) readParties(list string) error {
	o.parties = nil
	for _, p := range theParties() {
		if slices.Contains(strings.Split(list, ","), string(p)) {
			o.parties = append(o.parties, p)
		}
	}
	if len(o.parties) != strings.Count(list, ",")+1 {
		return fmt.Errorf("some of apprentice, employer, provider, each once")
	}
	return nil
}

func (o *options) readBy(text string) error {
	party, id, _ := strings.Cut(text, "=")
	if !slices.Contains(theParties(), assess.Party(party)) || plain(id) == "" {
		return errors.New("a party, =, and an ID")
	}
	o.by[assess.Party(party)] = plain(id)
	return nil
}

func (o *options) readKind(text string) error {
	if err := o.providerKind.UnmarshalText([]byte(text)); err != nil {
		return err
	}
	known := []assess.EvidenceKind{assess.Peer, assess.Supervisor, assess.Observation, assess.WorkProduct, assess.Test}
	if !slices.Contains(known, o.providerKind) {
		return fmt.Errorf("%s is not what a scan can say", text)
	}
	return nil
}

func (o *options) check() error {
	switch {
	case o.file == "":
		return errors.New("-file is missing: where is the scan kept?")
	case !o.show && o.date == 0:
		return errors.New("-date is missing: of which day are the answers? -date $(date +%F) is today")
	case o.out != "" && o.out == o.file:
		return errors.New("-out and -file are the same file")
	}
	return nil
}

// source is who answers for a party.
func (o *options) source(p assess.Party) string {
	if id, given := o.by[p]; given {
		return id
	}
	return string(p)
}
