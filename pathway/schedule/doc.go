// Package schedule places activities in weeks: each as a whole, after what it builds
// on, within the minutes of every week, and so that the last ends as early as can be.
// It knows nothing of courses or people; activities are small integers, and it needs
// the standard library alone.
//
// # The problem
//
// An activity of w weeks that starts in week s runs through the weeks s to s+w-1
// without a break and spreads its minutes evenly: [Share] of them fall into each, whole
// minutes, and what does not divide goes a minute each to its first weeks. An activity
// of no weeks takes its minutes in the week in which it starts; what builds on it can
// start in that week too.
//
// Closed weeks are not there: an activity pauses in them and goes on afterwards. A
// [Week] with other minutes is there: an activity that runs in it takes its share of
// what is left of them, and where that is too little it must run at another time.
//
// # The method
//
// A list of activities, ranked by the latest week in which each may start, is placed
// one by one, and the result pushed to its end and back to its start (justification,
// Valls, Ballestín and Quintanilla 2005). Then what ends last is taken out and looks for
// room earlier, if need be in place of others that count less, which look for room in
// turn (guided ejection, Nagata and Bräysy 2009), a week less each time.
//
// Where there are many activities another schedule is made from week to week: of the partial
// schedules of each week those are kept that waste least of what the weeks could hold,
// measured with the weights of the bound (beam search, Ow and Morton 1988). The end, where
// little is left that fits, is placed by guided ejection.
//
// Bounds come from the longest chain, from the work that must be done between two weeks
// wherever its activities move (energetic reasoning, Baptiste, Le Pape and Nuijten 2001),
// and from the same with minutes measured on scales that make activities count in full
// which leave no room beside them (dual feasible functions, Fekete and Schepers 2001;
// Carlier and Néron 2000), or in weights of which no week can hold more than so many
// (Mingozzi, Maniezzo, Ricciardelli and Bianco 1998), for activities each or, where they
// are many, by what they take of a week (Gilmore and Gomory 1961). The weeks of an activity that take a
// minute more are weighed apart: one minute may be what leaves no room for another activity.
//
// Where all weeks are alike, activities that leave no room beside them are put before or
// after all others, if the order allows, and count no more.
//
// What gap remains two searches close, for up to 64 activities. One asks of one last week
// after the other whether it can be kept, the bound first and one more each time. It
// decides from week to week what starts (Demeulemeester and Herroelen 1992), leaves out
// what could as well start earlier, starts activities that are alike in one order, and does
// not look twice at sets of activities that it has seen leave as much room. It goes from the
// first week to the last and in turn, where the problem can be turned round, from the last
// to the first: which is over sooner nobody knows beforehand, often many times so. It goes
// through the partial schedules one to its end after the other and, where there are at most 30
// activities, for most of the time all those of a week before those of the next: first a few of each week that leave most
// room for the rest, by the weights of the bound, then three times as many, until they are
// all (beam search that becomes complete, Zhang 1998). From
// dead ends that took long it learns weights of what was left, which show others like them.
// The comments at search and wave argue that these cuts together lose nothing. It is good where
// activities could stand in any order. The other decides bounds of starts, follows them up
// by what builds on what, by what weeks hold for sure and by the work between two weeks,
// and learns a clause from every dead end (Schutt, Feydy, Stuckey and Wallace 2011). It is
// good where starts, terms and orders leave little choice, and at shortening a schedule:
// each that it finds makes it ask for a shorter one. The first is asked of the activities
// alone, too, that take most of a week, where there are at most 30: without the others it is over much sooner, and often
// they need as long.
//
// Last of all, activities of [Instance.First] are moved ahead of others, as far as the
// whole ends as soon, and searched for a start that is earlier still.
//
// # Decisions
//
// Every bound is counted in integers: floating point only suggests the weights, in a way
// that is the same on every processor. What is chosen at random is the same at
// every run, and nothing depends on the clock but a context that ends. What cannot be placed is
// named with its reason, and the rest is placed. Where activities stand in each
// other's way, those listed first have the right of way.
//
// # What falls short
//
// With 30 activities, of which many could run side by side, one schedule in ten stays
// unproved, after half a minute or more and with some 200 MB in use, and more than a third where
// starts are few, after a quarter of a minute: the bounds do not see that an activity must
// run without a break. Most of the former end a week after their bound, the latter one to five
// weeks. Tried in vain: prices by week for whole activities over all their starts, few or many (they raise no bound), which of two comes
// first as something to decide and learn (as many dead ends), starts moved by the work between
// two weeks (a quarter fewer of them, each several times dearer), a linear programme at every node
// (up to 4 times fewer nodes, up to 5 times the work), several sets of weights from the
// outset (no fewer nodes), activities that are in each other's way one after the other on
// their own (no better bound than their sum), dead ends that differ in one activity that is
// harder to place (a tenth fewer nodes, each as much dearer), partial schedules covered by
// those that have placed two activities more (no fewer), restarts that grow at other
// rates, and for long schedules samples of starts, tight places first, and swaps of two.
//
// Schedules of 120 activities end about 1.1 % after the bound, 0.6 % where many run side by
// side and 3.3 % where a quarter can start only once a term. Thirty times the effort leaves
// about 0.7, 0.8 and 2 %. Tried in vain: moves between overloaded weeks, closing up around a
// week to make room there, looking at the cheapest start first, and for few starts to place
// them ahead of the week that is reached, or before all others.
package schedule
