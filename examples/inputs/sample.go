package inputs

import "github.com/skillgap-go/skillgap/ksb"

// SampleWorker names the embedded evidence of one of four workers, by ID; whoever is not
// among them is the first, with every status.
func SampleWorker(id string) string {
	switch id {
	case "w-02":
		return "imaging/workers/new-starter.json"
	case "w-03":
		return "imaging/workers/nearly-there.json"
	case "w-04":
		return "imaging/workers/assistant-practitioner.json"
	}
	return "imaging/workers/every-status.json"
}

// SampleDay puts the day of the embedded data, 30 June 2026, where none is.
func SampleDay(d *ksb.Date) {
	if *d == 0 {
		*d, _ = ksb.ParseDate("2026-06-30")
	}
}
