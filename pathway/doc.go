// Package pathway turns the gaps of a report into training: which courses, in what
// order, at what cost, and what stays open.
//
//	Catalogue --NewPlanner--> *Planner          once per catalogue
//	Report x Planner --Planner.Plan--> *Plan    per question
//
// # What a plan is for
//
// A plan buys courses for gaps that were shown: those to develop and those to renew.
// What nobody has looked at, or what sources dispute, is not a proven gap, so it comes
// first as something to assess, costs no course, and stays in Left until then.
// Conditional says what the bill would be if all of it turned out unmet;
// [Options.AssumeUnmet] makes that the plan.
//
// # What a course can build on
//
// A course can be taken once the levels it requires are held or were taught by courses
// that have ended, the credentials it needs are held or were awarded by such courses,
// and the courses it comes after have ended. To teach a level is to teach those below
// it. Courses that would support each other in a circle can never begin, and are no
// plan. Of courses that exclude one another a plan takes one; it does not matter which
// of them says so. What a person holds at the start is what the report says, with one
// exception: for a gap that the plan is to close, the required level and those above
// it are not held, whatever the ledger makes of the evidence, since the status shown
// says that they are not.
//
// # Which plan is best
//
// Without limits every goal that can be reached is closed, at the least pence; among
// equals by the fewest minutes, then the fewest weeks, then the list of course IDs in
// order of bytes. No course is in a plan that could be left out of it. Courses run
// side by side, each from the earliest week in which all that it builds on is there.
//
// With limits on pence, minutes or weeks the greatest sum of importance is closed
// first (in millionths, or coarser where the sum would not fit 64 bits), that of
// critical gaps before that of all others, and cost comes second. The same holds where
// exclusions stand between goals. A limit of weeks is the latest end of any course.
//
// [Planner.Frontier] yields every plan that is not beaten on cost, minutes and weeks,
// and [Planner.Why] says what it would come to if a course were forced in or out.
//
// # What a question may say
//
// [Options] may rule courses out, by the area in which the learning has to fit, by the
// way in which they are given, or by name, and may ask for courses; those come before
// any gap. Courses that are ruled out and stand in the way of a gap are named in
// [Plan.RuledOut].
//
// A question with a day to start from looks at days: a course that names days then
// begins on one of them, once all that it builds on is there, and is no use if none is
// late enough. Weeks are seven days, counted from that day, and a course runs from the
// week in which its day lies. Without such a day nothing rests on the calendar.
//
// Money is what the employer pays. Where [Funding] is given it pays for part of the
// courses that name a maximum (a levy account, or co-investment); what it pays is
// [Plan.FundedPence], and no plan draws more than there is.
//
// What the person holds, and what is provided already, is counted before anything new:
// the one is no gap, and the other costs nothing. [Plan.Reuse] lists what that comes to,
// and what remains.
//
// # Decisions
//
// Every plan says whether it is proved best. If the context or the limit of nodes ends
// the search, the plan is the best so far and the bound still holds. The bound may
// then equal the cost: no plan is cheaper, but one that ends sooner was not ruled out.
//
// Package solve knows no calendar. Where days bear on a question it is asked without any
// time, and what days demand is added as landmarks until its answer can be carried out
// in time; see rounds. That keeps the proof: each answer is the best of a question that
// asks for less.
//
// [Plan.Proof] says in amounts that add up why no plan is better: what every plan has to
// meet, from which courses, and what that adds at least. It is the certificate of package
// solve, gone through once more, so that what is told is what was proved.
//
// What a person holds may run out before a plan ends ([Options.Expires]). A course that
// needs it later has it awarded again before, each credential in turn where a plan can close
// as much that way, and [Plan.Lapses] says what remains. What the best plan renews, its
// front, a forced course and a changed plan hold to as well. A plan knows no other way in which something true
// becomes untrue.
//
// The keys of plan/1 that not every plan has (start, begins, fundedPence, proof, lapses,
// gates, ruledOut, reuse) are written only where a question calls for them.
//
// A mistake in a catalogue takes with it as little as it safely can: a teaching that
// makes no sense is dropped from its course, but a course goes if it is not clear what
// it builds on or costs.
package pathway
